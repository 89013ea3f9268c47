"""The forms of what is decided about a task, of absences, and of how each person is told."""

from datetime import timedelta

from django import forms

from incubator.enums import AbsenceReason, DigestChoice
from incubator.forms import Form
from incubator.models import Post, User
from incubator.services import absences
from incubator.services.tasks import MOST_DAYS


class SnoozeForm(Form):
    """Until when a task waits, and why."""

    until = forms.DateField(label="Vuelve el")
    reason = forms.CharField(
        label="Motivo", max_length=200, help_text="Una frase sin nombres de personas: la lee quien vea la tarea."
    )

    def __init__(self, *args, on, task, **kwargs):
        super().__init__(*args, **kwargs)
        last = on + timedelta(days=MOST_DAYS)
        if task.is_legal and task.due_on:
            last = min(last, task.due_on)
        self.fields["until"].help_text = f"A más tardar el {last:%d-%m-%Y}."
        self.fields["until"].initial = min(on + timedelta(days=7), last)


class PassForm(Form):
    """To whom a task passes, and why."""

    to = forms.ModelChoiceField(
        label="A quién",
        queryset=User.objects.none(),
        empty_label="Elija a la persona",
        help_text="Solo aparece quien hoy puede abrir lo que pide la tarea.",
    )
    reason = forms.CharField(
        label="Motivo", max_length=200, help_text="Una frase sin nombres de integrantes: la lee quien la recibe."
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = candidates


class _AbsenceForm(Form):
    """The days and the kind of an absence; the service speaks of `until`, the form asks for the last day."""

    since = forms.DateField(label="Primer día")
    last_day = forms.DateField(label="Último día", help_text="Al día siguiente la persona vuelve a responder.")
    reason = forms.ChoiceField(
        label="Tipo", choices=AbsenceReason.choices, help_text="Solo el tipo: no se anotan datos de salud."
    )

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = on

    def add_error(self, field, error):
        """A service speaks of `until`; the form asks for the last day."""
        super().add_error("last_day" if field == "until" else field, error)

    def days(self):
        """What the service takes of it."""
        until = self.cleaned_data["last_day"] + timedelta(days=1)
        return {"since": self.cleaned_data["since"], "until": until, "reason": self.cleaned_data["reason"]}


class OwnAbsenceForm(_AbsenceForm):
    """One's own: of everything, or of one of several posts."""

    post = forms.ModelChoiceField(
        label="De qué cargo", queryset=Post.objects.none(), required=False, empty_label="De todos mis cargos"
    )
    field_order = ("since", "last_day", "reason", "post")

    def __init__(self, *args, user, on, **kwargs):
        super().__init__(*args, on=on, **kwargs)
        held = Post.objects.of(user).in_force(on).select_related("incubator", "agreement", "organization")
        self.fields["post"].queryset = held
        if len(held) < 2:
            del self.fields["post"]


class TeamAbsenceForm(_AbsenceForm):
    """Somebody's of the team."""

    user = forms.ModelChoiceField(label="Quién", queryset=User.objects.none(), empty_label="Elija a la persona")
    field_order = ("user", "since", "last_day", "reason")

    def __init__(self, *args, user, on, **kwargs):
        super().__init__(*args, on=on, **kwargs)
        self.fields["user"].queryset = absences.who_may_be_away(user, on)


class DigestForm(Form):
    """Whether to get one's day by e-mail."""

    choice = forms.ChoiceField(label="Resumen del día", choices=DigestChoice.choices, widget=forms.RadioSelect)
