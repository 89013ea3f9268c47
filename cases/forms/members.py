"""The forms of who belongs to a group: join, leave, represent, and who was a member on a day."""

from datetime import timedelta

from django import forms

from incubator import calendars
from incubator.enums import CHOSEN_LEAVE_REASONS, LeaveReason, MembershipRole
from incubator.forms import Form
from incubator.people_forms import PersonForm, not_after_today
from incubator.services import same_person


class JoinForm(Form):
    """Since when, and as what."""

    since = forms.DateField(label="Participa desde el", validators=[not_after_today])
    role = forms.ChoiceField(label="Participa como", choices=MembershipRole, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today
        self.fields["role"].initial = MembershipRole.MEMBER


class NewMemberForm(PersonForm):
    """A new person, and since when she belongs to the group. `alike` are those she may already be, with why."""

    since = forms.DateField(label="Participa en el grupo desde el", validators=[not_after_today])
    is_another = forms.BooleanField(label="Es otra persona, aunque se parezca", required=False)

    def __init__(self, *args, group, **kwargs):
        self.group, self.alike = group, []
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today

    def clean(self):
        """Whoever of the incubator may be the same person is shown before anything is written."""
        cleaned = super().clean()
        name = " ".join(cleaned.get(part, "") for part in ("given_names", "surname_1", "surname_2"))
        known = {field: cleaned.get(field) or "" for field in ("run", "other_document", "phone", "email")}
        known["email"] = known["email"].casefold()
        commune = cleaned.get("commune")
        if self.existing is None and not self.errors.get("run"):
            self.alike = same_person.likely(
                self.incubator,
                name=name,
                birth_date=cleaned.get("birth_date"),
                commune=commune.pk if commune else None,
                **known,
            )
        if self.alike and not cleaned.get("is_another"):
            self.add_error("is_another", "Revise a quienes se parecen. Si es otra persona, márquelo aquí.")
        return cleaned

    def person_fields(self):
        """What the service writes of the person, and whom she was said not to be."""
        fields = {name: value for name, value in self.cleaned_data.items() if name not in ("since", "is_another")}
        return fields | {"another_than": [person for person, _ in self.alike]}


class MendForm(Form):
    """The dates of a membership as they should have been written."""

    since = forms.DateField(label="Participa desde el", validators=[not_after_today])
    last_day = forms.DateField(
        label="Último día en el grupo",
        required=False,
        validators=[not_after_today],
        help_text="En blanco si sigue en el grupo.",
    )
    reason = forms.ChoiceField(
        label="Por qué dejó el grupo", required=False, choices=[("", "No lo ha dejado"), *CHOSEN_LEAVE_REASONS]
    )
    never = forms.BooleanField(label="Se anotó por error: no fue integrante", required=False)

    def clean(self):
        """A departure has its day and its reason; who never was a member has neither."""
        cleaned = super().clean()
        if cleaned.get("never"):
            return cleaned
        if cleaned.get("last_day") and not cleaned.get("reason"):
            self.add_error("reason", "Diga por qué dejó el grupo.")
        if cleaned.get("reason") and not cleaned.get("last_day"):
            self.add_error("last_day", "Diga su último día, o deje la razón en «No lo ha dejado».")
        if cleaned.get("last_day") and cleaned.get("since") and cleaned["last_day"] < cleaned["since"]:
            self.add_error("last_day", "El último día no puede ser anterior al de ingreso.")
        return cleaned

    def values(self, note):
        """What the service writes; the note of a departure that goes on stays."""
        said = self.cleaned_data
        if said["never"]:
            return {"since": said["since"], "until": said["since"], "reason": LeaveReason.MISTAKE, "note": note}
        until = said["last_day"] + timedelta(days=1) if said["last_day"] else None
        return {"since": said["since"], "until": until, "reason": said["reason"], "note": note if until else ""}


class LeaveForm(Form):
    """The last day she took part, and why she left."""

    last_day = forms.DateField(label="Último día en el grupo", validators=[not_after_today])
    reason = forms.ChoiceField(label="Por qué deja el grupo", choices=CHOSEN_LEAVE_REASONS, widget=forms.RadioSelect)
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
