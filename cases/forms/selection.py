"""The forms of how a call is decided: the rubric in rows, who evaluates, and each sheet."""

from django import forms

from cases.enums import Conflict
from incubator import calendars
from incubator.forms import Form
from incubator.meeting_forms import rows_of
from incubator.models import User


class CriterionRow(Form):
    """One criterion of a rubric. An emptied row is left out."""

    name = forms.CharField(label="Criterio", max_length=120)
    weight = forms.IntegerField(label="Peso, en %", min_value=1, max_value=100)
    maximum = forms.IntegerField(label="Puntaje máximo", min_value=1, max_value=10)
    looks_at = forms.CharField(label="Qué se mira", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    guidance = forms.CharField(
        label="Qué significa cada puntaje",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Una línea por puntaje, desde 0.",
    )


def rubric_rows(data, initial):
    """The rubric as a formset: as typed, else as it is, with a free row at the end."""
    return rows_of(CriterionRow, "criterios", data, initial=initial, extra=1 if not initial else 0)


class AmendForm(Form):
    """Why the rubric of a published call changes: everybody will read it."""

    reason = forms.CharField(
        label="Qué cambia y por qué",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Se publica con la fecha de hoy, junto a la convocatoria.",
    )


class PanelForm(Form):
    """Give the applications of a call that lack evaluators to some people."""

    evaluators = forms.ModelMultipleChoiceField(
        label="Quiénes evalúan", queryset=User.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    due_on = forms.DateField(label="Presentan la pauta hasta el")

    def __init__(self, *args, people, due_on, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self.fields["evaluators"], people)
        self.fields["due_on"].initial = due_on


class AssignForm(Form):
    """Name one evaluator of one application."""

    evaluator = forms.ModelChoiceField(label="Quién evalúa", queryset=User.objects.none(), empty_label="Elija una")
    due_on = forms.DateField(label="Presenta la pauta hasta el")

    def __init__(self, *args, people, due_on, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self.fields["evaluator"], people)
        self.fields["due_on"].initial = due_on


def offer(field, people):
    """Offer some users, each with the words of her post. `people`: {user id: words}."""
    field.queryset = User.objects.filter(pk__in=people).order_by("full_name", "pk")
    field.label_from_instance = lambda user: f"{user.full_name} · {people[user.pk]}"


class ReleaseForm(Form):
    """Take an application back from somebody."""

    reason = forms.CharField(label="Por qué", max_length=200)


class DeclareForm(Form):
    """Whoever evaluates declares for herself, before she reads."""

    conflict = forms.ChoiceField(
        label="Mi relación con el grupo que postula", choices=Conflict, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Detalle",
        required=False,
        max_length=300,
        help_text="Si quiere explicarlo. No escriba datos de salud ni nombres de otras personas.",
    )


class SheetForm(Form):
    """One's sheet: for each criterion, its points and why."""

    on = forms.DateField(label="Fecha")

    def __init__(self, *args, criteria, kept=(), is_draft=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
        self.criteria = list(criteria)
        before = {line.criterion_id: line for line in kept}
        for criterion in self.criteria:
            line = before.get(criterion.pk)
            self.fields[f"points_{criterion.pk}"] = forms.TypedChoiceField(
                label="Puntaje",
                choices=_levels(criterion),
                coerce=int,
                empty_value=None,
                required=not is_draft,
                widget=forms.RadioSelect,
                initial=line.points if line else None,
                error_messages={"required": f"Elija el puntaje de «{criterion.name}»."},
            )
            self.fields[f"reason_{criterion.pk}"] = forms.CharField(
                label="Por qué",
                required=not is_draft,
                max_length=500,
                widget=forms.Textarea(attrs={"rows": 3}),
                initial=line.reason if line else "",
                error_messages={"required": f"Escriba por qué da ese puntaje a «{criterion.name}»."},
            )
        self.order_fields([name for name in self.fields if name != "on"] + ["on"])

    def sections(self):
        """Each criterion with its two fields."""
        return [(one, self[f"points_{one.pk}"], self[f"reason_{one.pk}"]) for one in self.criteria]

    def scores(self):
        """What the service takes."""
        said = self.cleaned_data
        return {one.pk: (said.get(f"points_{one.pk}"), said.get(f"reason_{one.pk}", "")) for one in self.criteria}


def _levels(criterion):
    words = dict(criterion.levels)
    return [
        (points, f"{points}: {words[points]}" if points in words else str(points))
        for points in range(criterion.maximum + 1)
    ]


class DayForm(Form):
    """An act that asks for its day alone."""

    on = forms.DateField(label="Fecha")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
