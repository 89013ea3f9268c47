"""The forms of a cure: opening one, its acts, and the acts of a cooperative of before."""

from django import forms

from cases.formalization.cure_life import CURED
from cases.forms.legal import ActForm
from cases.law import contents
from cases.models import LegalEvent
from cases.services.legal.cure_steps import FOLLOWS, OLD
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today


class CureOpenForm(Form):
    """Which deed, and what is wrong with it."""

    act = forms.ModelChoiceField(LegalEvent.objects.none(), label="Escritura con vicio", empty_label=None)
    on = forms.DateField(label="Fecha en que se supo", validators=[not_after_today])
    defects = forms.MultipleChoiceField(
        label="Qué tiene mal",
        choices=[(key, contents.label_of(key)) for key in contents.defects()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Marque qué tiene mal la escritura o lo que vino después."},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["act"].queryset = LegalEvent.objects.filter(case=case, kind__in=CURED).order_by("pk")
        self.fields["act"].label_from_instance = _act_label
        self.fields["on"].initial = calendars.today


def _act_label(act):
    return f"{act.get_kind_display()} del {act.happened_on:%d-%m-%Y}"


class CureActForm(ActForm):
    """An act of a cure, with its document."""

    reference = forms.CharField(
        label="Fojas, CVE o número", required=False, max_length=120, help_text="Como está en el documento."
    )
    reason = forms.CharField(
        label="Motivo",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Solo si la junta no se hizo o no acordó.",
    )


class OldActForm(AttachmentMixin, Form):
    """An act of a cooperative that existed before its case: its deed, a reform, or what followed them."""

    kind = forms.ChoiceField(label="Acto", choices=[(kind.value, kind.label) for kind in OLD])
    about = forms.ModelChoiceField(
        LegalEvent.objects.none(),
        label="De qué escritura",
        required=False,
        empty_label="Es una escritura",
        help_text="Para una inscripción o una publicación.",
    )
    on = forms.DateField(label="Fecha del acto", validators=[not_after_today])
    reference = forms.CharField(label="Fojas, CVE o número", required=False, max_length=120)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].queryset = LegalEvent.objects.filter(case=case, kind__in=CURED, file=None).order_by("pk")
        self.fields["about"].label_from_instance = _act_label
        self.fields["document_file"].required = not (self.is_bound and self.kept_name)

    def clean(self):
        """An entry and a publication name their deed; a deed names none."""
        cleaned = super().clean()
        kind, about = cleaned.get("kind"), cleaned.get("about")
        if kind in FOLLOWS and about is None:
            self.add_error("about", "Elija la escritura a la que corresponde.")
        if kind in CURED:
            cleaned["about"] = None
        return cleaned

    def values(self):
        """What the service takes beside the document."""
        return {name: self.cleaned_data.get(name) for name in ("kind", "about", "on", "reference")}
