"""The forms of who belongs to a group: join, leave, represent, and who was a member on a day."""

from django import forms

from incubator import calendars
from incubator.enums import LeaveReason, MembershipRole
from incubator.forms import Form
from incubator.people_forms import PersonForm, not_after_today
from incubator.text import fold


class JoinForm(Form):
    """Since when, and as what."""

    since = forms.DateField(label="Participa desde el", validators=[not_after_today])
    role = forms.ChoiceField(label="Participa como", choices=MembershipRole, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today
        self.fields["role"].initial = MembershipRole.MEMBER


class NewMemberForm(PersonForm):
    """A new person, and since when she belongs to the group. `alike` are the members of her same name."""

    since = forms.DateField(label="Participa en el grupo desde el", validators=[not_after_today])
    is_another = forms.BooleanField(label="Es otra persona, aunque se llame igual", required=False)

    def __init__(self, *args, group, **kwargs):
        self.group, self.alike = group, []
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today

    def clean(self):
        """Without two RUN to tell them apart, a member of the same name is shown first."""
        cleaned = super().clean()
        name = fold(" ".join(cleaned.get(part, "") for part in ("given_names", "surname_1", "surname_2")))
        people = [row.person for row in self.group.members_on(calendars.today())] if name else []
        self.alike = [
            person
            for person in people
            if fold(f"{person.given_names} {person.surname_1} {person.surname_2}") == name
            and not (person.run and cleaned.get("run"))
        ]
        if self.alike and not cleaned.get("is_another"):
            self.add_error("is_another", "Alguien del grupo ya se llama así. Si es otra persona, márquelo aquí.")
        return cleaned

    def person_fields(self):
        """What the service writes of the person."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("since", "is_another")}


class LeaveForm(Form):
    """The last day she took part, and why she left."""

    last_day = forms.DateField(label="Último día en el grupo", validators=[not_after_today])
    reason = forms.ChoiceField(label="Por qué deja el grupo", choices=LeaveReason, widget=forms.RadioSelect)
    note = forms.CharField(
        label="Detalle",
        required=False,
        max_length=300,
        help_text="No anote datos de salud: basta la razón de la lista.",
    )


class SinceForm(Form):
    """From which day something holds."""

    since = forms.DateField(label="Desde el", validators=[not_after_today])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today


class DayForm(Form):
    """«Quién era integrante el día…»."""

    dia = forms.DateField(label="Integrantes al día")
