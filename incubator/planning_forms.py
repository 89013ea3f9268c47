"""The forms of a meeting still to come: when, where, with whom, and its supports in total."""

from django import forms

from incubator import calendars
from incubator.enums import Modality, SupportKind
from incubator.forms import Form
from incubator.models import User
from incubator.services import meetings


class PlanForm(Form):
    """When, where and about what people will meet."""

    planned_on = forms.DateField(label="Fecha")
    starts_at = forms.TimeField(label="Desde")
    ends_at = forms.TimeField(label="Hasta")
    modality = forms.ChoiceField(
        label="Modalidad", choices=Modality, widget=forms.RadioSelect, initial=Modality.IN_PERSON
    )
    topic = forms.CharField(label="De qué se tratará", max_length=300)
    place = forms.CharField(label="Lugar", max_length=200, required=False)
    access_notes = forms.CharField(
        label="Cómo se llega y se entra",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Entrada sin peldaños, baño accesible, micro que pasa cerca, timbre. Sale en el aviso.",
    )
    conducted_by = forms.ModelChoiceField(label="A cargo de", queryset=None, empty_label=None)

    def __init__(self, *args, user, incubator, former=None, **kwargs):
        self.former = former
        kwargs["initial"] = {"conducted_by": user.pk} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        known = User.objects.filter(pk__in={user.pk, self.initial["conducted_by"]})
        self.fields["conducted_by"].queryset = meetings.conductors(incubator, calendars.today()) | known

    def clean(self):
        """The hours the right way round, and a day to come."""
        cleaned = super().clean()
        starts, ends, day = cleaned.get("starts_at"), cleaned.get("ends_at"), cleaned.get("planned_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "La hora de término debe ser posterior a la de inicio.")
        if day and day < calendars.today() and day != self.former:
            self.add_error("planned_on", "Ese día ya pasó: lo que ya se hizo se registra como sesión.")
        return cleaned


class PlannedSupportRow(Form):
    """Supports of one kind in total: how many, who gives them, since when it is confirmed, and their cost."""

    kind = forms.ChoiceField(label="Apoyo", choices=[("", "Elija un apoyo"), *SupportKind.choices])
    requested = forms.IntegerField(label="Cuántos se piden", min_value=1, max_value=500)
    provider = forms.CharField(label="Quién lo da", max_length=200, required=False)
    booked_on = forms.DateField(label="Confirmado el", required=False)
    cost = forms.IntegerField(label="Costo total en pesos", min_value=0, max_value=100_000_000, required=False)

    def clean(self):
        """A confirmed support says who gives it."""
        cleaned = super().clean()
        if cleaned.get("booked_on") and not cleaned.get("provider"):
            self.add_error("provider", "Diga quién da el apoyo.")
        if cleaned.get("booked_on") and cleaned["booked_on"] > calendars.today():
            self.add_error("booked_on", "La confirmación no puede ser de un día que viene.")
        return cleaned


class CancelForm(Form):
    """Why it will not be held."""

    reason = forms.CharField(
        label="Por qué se suspende",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Sin datos de salud ni nombres.",
    )
