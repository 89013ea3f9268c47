"""The forms of a transfer: ask for it, take the case with somebody for each deadline, or answer no."""

from django import forms

from cases import moves
from cases.rules import funding
from cases.rules.moving import name_is_taken, takers_in
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form, say_what_to_do
from incubator.models import Incubator
from incubator.people_forms import not_after_today
from incubator.templatetags.minga import dmy


class RequestForm(AttachmentMixin, Form):
    """Where to, why, and the group's agreement."""

    document_required = True
    to_incubator = forms.ModelChoiceField(
        label="A qué incubadora", queryset=Incubator.objects.none(), empty_label="Elija una incubadora"
    )
    reason = forms.CharField(label="Por qué", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    agreed_on = forms.DateField(label="El grupo lo acordó el", validators=[not_after_today])
    note = forms.CharField(
        label="Nota para quien recibe",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sin nombres ni RUN: quien recibe la lee antes de saber qué grupo es.",
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_incubator"].queryset = Incubator.objects.exclude(pk=case.incubator_id).order_by("name", "pk")
        self.fields["document_file"].label = "Acuerdo del grupo"
        self.fields["agreed_on"].initial = calendars.today


class AcceptForm(Form):
    """Who takes each running deadline, and the group's name when it is taken here."""

    def __init__(self, *args, transfer, clocks, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.clocks = clocks
        people = {post.user_id: post.user for post in takers_in(transfer.to_incubator, on)}
        self._people = people
        choices = [("", "Elija una persona"), *((pk, user.full_name) for pk, user in people.items())]
        for clock in clocks:
            label = f"Quién toma: {clock.title}, vence el {dmy(clock.due_on)}"
            self.fields[f"taker_{clock.kind}"] = forms.TypedChoiceField(label=label, choices=choices, coerce=int)
        self._ask_who_keeps_what_stays(transfer, on)
        if name_is_taken(transfer, transfer.case.organization.name):
            self.fields["new_name"] = forms.CharField(
                label="Con qué nombre queda el grupo en su incubadora",
                max_length=200,
                help_text="Ya hay un grupo con su mismo nombre: agregue una palabra que los distinga.",
            )
        self.fields["sure"] = forms.BooleanField(label="Leí lo que va a pasar y acepto el caso")
        for field in self.fields.values():
            say_what_to_do(field)

    def values(self):
        """What the service takes."""
        chosen = {clock.kind: self._people[self.cleaned_data[f"taker_{clock.kind}"]] for clock in self.clocks}
        kept = {one.pk: self._keepers[self.cleaned_data[f"keeper_{one.pk}"]] for one in self.staying}
        return {"takers": chosen, "keepers": kept, "new_name": self.cleaned_data.get("new_name", "")}

    def _ask_who_keeps_what_stays(self, transfer, on):
        """Money that the origin signed for stays there, under the name of somebody of the origin."""
        self.staying = funding.staying(transfer.case)
        people = funding.keepers_in(transfer.from_incubator_id, on) if self.staying else ()
        self._keepers = {user.pk: user for user in people}
        choices = [("", "Elija una persona"), *((pk, user.full_name) for pk, user in self._keepers.items())]
        for one in self.staying:
            self.fields[f"keeper_{one.pk}"] = forms.TypedChoiceField(
                label=f"Quién queda a cargo, en {transfer.from_incubator}, de la postulación {one.code}",
                choices=choices,
                coerce=int,
                initial=transfer.requested_by_id,
                help_text=f"Está «{one.get_state_display()}» y la firmó esa municipalidad: sigue allá hasta su cierre.",
            )


class ReasonForm(Form):
    """Why not."""

    reason = forms.CharField(label="Motivo", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class CorrectionForm(Form):
    """What has to be corrected, by the code of the meeting."""

    what = forms.CharField(
        label="Qué hay que corregir",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Diga el código de la sesión y el dato, sin nombres. Por ejemplo: R-0012 duró 90 minutos, no 60.",
    )


class AnswerForm(Form):
    """What was done about it."""

    answer = forms.CharField(
        label="Qué se corrigió, o por qué no", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


def last_day_words(transfer, on):
    """«Vence el 05-04-2021 (quedan 3 días hábiles)»."""
    last, left = moves.last_day(transfer), moves.days_left(transfer, on)
    if on > last:
        return f"Venció el {dmy(last)}"
    rest = "es el último día" if left == 0 else "queda 1 día hábil" if left == 1 else f"quedan {left} días hábiles"
    return f"Se responde hasta el {dmy(last)}: {rest}"
