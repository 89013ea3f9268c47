"""The forms of a merge, a split, their reversal, and who is still «por decidir»."""

from django import forms

from cases.enums import OPEN
from cases.models import Case
from cases.rules.lineage import furthest_stage
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.enums import CHOSEN_LEAVE_REASONS, OrganizationKind
from incubator.forms import Form, say_what_to_do

#: Into how many groups one may divide on screen.
MOST_BRANCHES = 4
UNDECIDED = ""


class OtherGroupForm(Form):
    """With whom it joins, and which of the two goes on. Sent in the address: nothing is written yet."""

    con = forms.ModelChoiceField(label="Con qué grupo se une", queryset=Case.objects.none(), empty_label="Elija uno")
    sigue = forms.ChoiceField(label="Cuál de los dos sigue con su caso y su etapa", widget=forms.RadioSelect)

    def __init__(self, *args, case, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["con"].queryset = (
            cases.open()
            .filter(incubator=case.incubator_id, organization__kind=OrganizationKind.INFORMAL_GROUP)
            .exclude(pk=case.pk)
        )
        self.fields["con"].label_from_instance = lambda other: (
            f"{other.organization.name} · {other.get_stage_display()}"
        )
        self.fields["sigue"].choices = [("este", f"Sigue {case.organization.name}"), ("otro", "Sigue el otro grupo")]


class ProposalForm(AttachmentMixin, Form):
    """Why, with the signed agreement of the groups."""

    document_required = True
    reason = forms.CharField(label="Motivo", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document_file"].label = "Acuerdo firmado de los grupos"
        self.fields["reason"].error_messages["required"] = "Escriba el motivo."


class NamesForm(Form):
    """The names of the groups that are born, and the stage each begins in. Sent in the address."""

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        last = OPEN.index(furthest_stage(case))
        stages = [(stage.value, stage.label) for stage in OPEN[min(1, last) : last + 1]]
        for number in range(1, MOST_BRANCHES + 1):
            wanted = number <= 2  # the others are optional
            self.fields[f"nombre_{number}"] = forms.CharField(
                label=f"Nombre del grupo {number}{'' if wanted else ' (si hay)'}", max_length=200, required=wanted
            )
            self.fields[f"etapa_{number}"] = forms.ChoiceField(
                label=f"Etapa en que parte el grupo {number}", choices=stages, initial=stages[-1][0], required=wanted
            )
        for field in self.fields.values():
            say_what_to_do(field)

    def branches(self):
        """[(name, stage)] of the groups that were named."""
        said = self.cleaned_data
        rows = [(said.get(f"nombre_{n}", ""), said.get(f"etapa_{n}", "")) for n in range(1, MOST_BRANCHES + 1)]
        return [(name, stage) for name, stage in rows if name.strip() and stage]


class SplitForm(ProposalForm):
    """To which of the new groups each member goes; without an answer she is «por decidir»."""

    def __init__(self, *args, members, branches, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(str(place), name) for place, (name, _) in enumerate(branches)]
        self._members = [row.pk for row in members]
        for row in members:
            self.fields[f"m{row.pk}"] = forms.ChoiceField(
                label=row.who.name,
                choices=[*choices, (UNDECIDED, "Por decidir")],
                required=False,
                initial=UNDECIDED,
                widget=forms.RadioSelect,
            )
        self.order_fields([f"m{pk}" for pk in self._members] + ["reason", "document_file", "document_kept"])

    @property
    def member_fields(self):
        """The bound fields of the members, to print them together."""
        return [self[f"m{pk}"] for pk in self._members]

    def places(self):
        """{membership: place of the branch, or None}."""
        said = {pk: self.cleaned_data.get(f"m{pk}", UNDECIDED) for pk in self._members}
        return {pk: int(place) if place else None for pk, place in said.items()}


class DayForm(Form):
    """The day it happens."""

    on = forms.DateField(label="Fecha en que ocurre")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class RevertReasonForm(Form):
    """Why it is undone."""

    reason = forms.CharField(label="Por qué se deshace", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Escriba por qué se deshace."


class DecideForm(DayForm):
    """To which group somebody goes, or why she leaves."""

    where = forms.ChoiceField(label="A qué grupo pasa", widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label="Si deja el grupo, por qué", choices=[("", "No lo deja"), *CHOSEN_LEAVE_REASONS], required=False
    )

    def __init__(self, *args, branches, **kwargs):
        super().__init__(*args, **kwargs)
        self._branches = {str(branch.pk): branch for branch in branches}
        named = [(pk, branch.case.organization.name) for pk, branch in self._branches.items()]
        self.fields["where"].choices = [*named, ("leaves", "Deja el grupo")]
        self.order_fields(["where", "reason", "on"])

    def clean(self):
        """Leaving asks for its reason."""
        cleaned = super().clean()
        if cleaned.get("where") == "leaves" and not cleaned.get("reason"):
            self.add_error("reason", "Elija por qué deja el grupo.")
        return cleaned

    def decision(self):
        """What the service takes."""
        branch = self._branches.get(self.cleaned_data["where"])
        return {"branch": branch, "reason": "" if branch else self.cleaned_data["reason"]}
