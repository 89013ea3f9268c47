"""The form that confirms a step: its day, what the verb asks, and which change the page had seen."""

from django import forms

from cases.enums import Stage, Verb
from cases.rules import funding
from cases.rules.calls import latest_application
from cases.rules.selection import ahead_of
from cases.services.advancement import close_reasons
from cases.verbs import DEMANDS
from incubator import calendars
from incubator.forms import Form, say_what_to_do


class StepForm(Form):
    """Confirm a verb. `seen` is the number of the last change when the page was drawn: of two at once, one wins."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.DateField(label="Fecha en que ocurrió")

    def __init__(self, *args, case, verb, successors=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
        if verb == Verb.CLOSE:
            self._ask_why_it_closes(successors)
            self._ask_who_keeps_its_money(case)
        if verb == Verb.DECLINE:
            self.fields["referred_to"] = forms.CharField(
                label="A dónde se derivó al grupo",
                max_length=200,
                help_text="Nadie se va sin saber dónde seguir: una oficina, un programa, la próxima convocatoria.",
            )
            if case.stage == Stage.CALL:
                self.fields["clause"] = forms.CharField(
                    label="Cláusula de la convocatoria que no cumple", max_length=200
                )
        if verb in (Verb.ADMIT, Verb.ADMIT_FORMAL):
            self._ask_why_it_skips(case)
        asked = DEMANDS[verb].reason
        self.fields["reason"] = forms.CharField(
            label="Motivo" if asked else "Nota", required=asked, max_length=500, widget=forms.Textarea
        )
        if asked:
            self.fields["reason"].error_messages["required"] = "Escriba el motivo."
        self.order_fields([name for name in self.fields if name != "on"] + ["on"])
        for field in self.fields.values():
            say_what_to_do(field)  # the fields of the verb came after the form's own

    def _ask_why_it_closes(self, successors):
        self.fields["close_reason"] = forms.ChoiceField(
            label="Por qué se cierra", choices=close_reasons(), widget=forms.RadioSelect
        )
        if successors:
            self.fields["handed_to"] = forms.ChoiceField(
                label="Quién queda a cargo del plazo legal que corre",
                choices=[("", "Elija una persona"), *successors],
            )

    def _ask_who_keeps_its_money(self, case):
        """Each open application to a fund goes on under somebody's name."""
        left = list(funding.to_hand_over(case).select_related("call").order_by("pk"))
        people = funding.keepers_in(case.incubator_id, calendars.today()) if left else ()
        choices = [("", "Elija una persona"), *((str(user.pk), user.full_name) for user in people)]
        for one in left:
            self.fields[f"{funding.HANDED}{one.pk}"] = forms.ChoiceField(
                label=f"Quién queda a cargo de la postulación a {one.call.programme}",
                choices=choices,
                help_text=f"Está «{one.get_state_display()}».",
            )

    def _ask_why_it_skips(self, case):
        """Only where somebody with a better place still waits."""
        application = latest_application(case, calendars.today())
        ahead = ahead_of(application) if application and application.rank else []
        if ahead:
            first = ahead[0]
            self.fields["skip_reason"] = forms.CharField(
                label="Por qué se salta el orden",
                max_length=300,
                help_text=f"Va primero {first.case.organization.name}, lugar {first.rank}. El motivo queda guardado.",
            )

    def data_of_step(self):
        """What the service takes besides the day."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "on")}


class PauseForm(Form):
    """A rest for a time; each running legal deadline is acknowledged by itself."""

    since = forms.DateField(label="Desde")
    expected_on = forms.DateField(label="Vuelve el", help_text="Dentro de los 180 días siguientes.")
    reason = forms.CharField(label="Motivo", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, deadlines=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = calendars.today
        if deadlines:
            self.fields["acknowledged"] = forms.MultipleChoiceField(
                label="Estos plazos legales siguen corriendo: marque cada uno",
                choices=deadlines,
                widget=forms.CheckboxSelectMultiple,
            )
            say_what_to_do(self.fields["acknowledged"])
        self._deadlines = {code for code, _ in deadlines}

    def clean_acknowledged(self):
        """All of them, one by one."""
        marked = self.cleaned_data["acknowledged"]
        if set(marked) != self._deadlines:
            raise forms.ValidationError("Marque cada plazo: una pausa no los detiene.")
        return marked


class ResumeForm(Form):
    """The day the pause ends."""

    on = forms.DateField(label="La pausa termina el")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
