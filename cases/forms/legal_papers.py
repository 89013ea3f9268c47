"""What came back of a document, and what is decided about it."""

from django import forms

from cases.models import TextDecision
from incubator import calendars
from incubator.files import SUFFIXES
from incubator.files.kinds import DOCX
from incubator.forms import Form
from incubator.people_forms import not_after_today


class CameBackForm(Form):
    """A DOCX or a pasted text, with the day it came."""

    file = forms.FileField(
        label="Archivo de Word que llegó", required=False, help_text="El .docx, con o sin marcas de cambios.",
        widget=forms.FileInput(attrs={"accept": SUFFIXES[DOCX]}),
    )  # fmt: skip
    text = forms.CharField(
        label="O su texto, pegado", required=False, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Con el número de cada artículo: «Artículo 5» o «Artículo quinto».",
    )  # fmt: skip
    on = forms.DateField(label="Día en que llegó", validators=[not_after_today])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today

    def clean(self):
        """One of the two, and not both."""
        cleaned = super().clean()
        if "file" in self.errors:
            return cleaned
        if bool(cleaned.get("file")) == bool(cleaned.get("text", "").strip()):
            self.add_error("file", "Suba el archivo de Word que llegó, o pegue su texto: uno de los dos.")
        return cleaned


class DecisionForm(Form):
    """What follows from a comparison."""

    outcome = forms.ChoiceField(label="Qué se decide", choices=TextDecision.Outcome, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Por qué", required=False, max_length=300, help_text="Obligatorio si hay artículos distintos."
    )

    def __init__(self, *args, changed=True, **kwargs):
        super().__init__(*args, **kwargs)
        outcomes = TextDecision.Outcome
        allowed = (outcomes.SPELLING, outcomes.BACK) if changed else (outcomes.SAME,)
        self.fields["outcome"].choices = [(one.value, one.label) for one in allowed]
        if not changed:
            self.fields["outcome"].initial = outcomes.SAME
            del self.fields["reason"]
