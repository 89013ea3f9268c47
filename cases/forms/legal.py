"""The forms of the legal file: an act with its document, and its validation."""

from django import forms

from cases.formalization.life import SAID, UNSIGNED
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today


class ActForm(AttachmentMixin, Form):
    """An act of those that may be recorded now (`kinds`); its document is asked for unless nobody signs it."""

    kind = forms.ChoiceField(label="Acto", choices=())
    on = forms.DateField(
        label="Fecha del acto", validators=[not_after_today], help_text="La que dice el documento, no la de hoy."
    )
    reference = forms.CharField(
        label="Fojas, CVE, rol o número", required=False, max_length=120, help_text="Como está en el documento."
    )
    reason = forms.CharField(
        label="Motivo",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Solo si la junta no se hizo, los estatutos vuelven a una junta, o el grupo deja la formalización.",
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["on"].initial = calendars.today
        if not any(kind in SAID for kind in kinds):
            del self.fields["reason"]
        if any(kind in UNSIGNED for kind in kinds):
            self.fields["document_file"].help_text += " Es obligatorio, salvo en los actos que nadie firma."
        else:
            self.fields["document_file"].required = not (self.is_bound and self.kept_name)

    @property
    def has_acts(self):
        """Whether there is anything to record."""
        return bool(self.fields["kind"].choices)

    def clean(self):
        """What each act asks for, said beside its field."""
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind in SAID and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Escriba el motivo.")
        if kind and kind not in UNSIGNED and "document_file" not in self.errors and not self.kept_name:
            self.add_error("document_file", "Adjunte el documento que lo respalda.")
        return cleaned

    def values(self):
        """What the service takes beside the document."""
        return {name: self.cleaned_data.get(name, "") for name in ("kind", "on", "reference", "reason")}


class ReviewForm(Form):
    """A note of whoever validates."""

    note = forms.CharField(label="Nota", required=False, max_length=300)
