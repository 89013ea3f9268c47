"""The forms of a session: log it, correct it, void it, validate hours, and one try to reach a group."""

from django import forms

from cases.topics import Topic
from incubator import calendars
from incubator.enums import OPEN_MEETINGS, ContactChannel, MeetingKind
from incubator.forms import Form
from incubator.meeting_forms import MarksMixin, MeetingForm


class SessionForm(MarksMixin, MeetingForm):
    """A session with one group, or a joint workshop: the meeting's fields, topics, next date, marks and minutes."""

    topics = forms.MultipleChoiceField(
        label="Temas", choices=Topic, required=False, widget=forms.CheckboxSelectMultiple
    )
    next_on = forms.DateField(label="Próxima sesión", required=False)
    plan = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    def __init__(self, *args, cases, minutes=None, **kwargs):
        self.cases = cases
        super().__init__(*args, **kwargs)
        for case in cases if len(cases) > 1 else ():
            self.fields[f"minutes_{case.pk}"] = forms.IntegerField(
                label=f"Minutos de {case.organization.name}",
                min_value=1,
                max_value=720,
                required=False,
                initial=(minutes or {}).get(case.pk),
                help_text="Solo si no estuvo todo el taller.",
            )

    def minutes_fields(self):
        """The bound minutes of each group; none when there is one group."""
        return [self[f"minutes_{case.pk}"] for case in self.cases if f"minutes_{case.pk}" in self.fields]

    def minutes(self):
        """{case_id: minutes} where a group's part was shorter."""
        said = {case.pk: self.cleaned_data.get(f"minutes_{case.pk}") for case in self.cases}
        return {case_id: value for case_id, value in said.items() if value}

    def clean_next_on(self):
        """The next session comes after this one."""
        next_on, held_on = self.cleaned_data["next_on"], self.cleaned_data.get("held_on")
        if next_on and held_on and next_on <= held_on:
            raise forms.ValidationError("La próxima sesión debe ser posterior a esta.")
        return next_on


class OpenMeetingForm(MeetingForm):
    """A meeting without a case: advice to the team, outreach or network."""

    kind = forms.ChoiceField(
        label="Qué fue",
        choices=[(kind.value, kind.label) for kind in OPEN_MEETINGS],
        widget=forms.RadioSelect,
        initial=MeetingKind.TEAM_ADVICE,
    )
    next_on = forms.DateField(label="Próxima reunión", required=False)


class ReasonForm(Form):
    """Why something already recorded changes or no longer counts."""

    reason = forms.CharField(label="Motivo", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class ContactForm(Form):
    """One try to reach the group: how, and whether somebody answered."""

    channel = forms.ChoiceField(
        label="Por qué medio", choices=ContactChannel, widget=forms.RadioSelect, initial=ContactChannel.PHONE
    )
    made_on = forms.DateField(label="Fecha")
    note = forms.CharField(
        label="Nota", max_length=500, required=False, help_text="Sin datos de salud ni de discapacidad."
    )

    def clean_made_on(self):
        """Not a day to come."""
        day = self.cleaned_data["made_on"]
        if day > calendars.today():
            raise forms.ValidationError("La fecha no puede ser posterior a hoy.")
        return day


class GroupsForm(Form):
    """Which groups took part."""

    caso = forms.MultipleChoiceField(label="Grupos", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["caso"].choices = [(case.pk, case.organization.name) for case in cases]
