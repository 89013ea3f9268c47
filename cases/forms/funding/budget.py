"""The forms of a budget: its lines, month by month, what is said of the whole, and the day of an act."""

from django import forms

from cases.funding.budget.totals import MOST_MONTHS
from cases.funding.words import BudgetKind, Unit
from incubator import calendars
from incubator.forms import Form
from incubator.meeting_forms import rows_of

PREFIX = "lineas"
_MOST = 9_000_000_000_000
_CHOOSE = ("", "Elija un ítem")


class LineRow(Form):
    """One thing to pay: its item, how much is asked each month, and what is contributed."""

    item = forms.CharField(label="Ítem", max_length=80)
    name = forms.CharField(label="Qué se paga", max_length=200)
    own_cash = forms.IntegerField(label="Aporte propio en dinero", min_value=0, max_value=_MOST, required=False)
    own_kind = forms.IntegerField(label="Aporte propio valorado", min_value=0, max_value=_MOST, required=False)
    note = forms.CharField(label="Por qué ese monto", max_length=300, required=False)
    remove = forms.BooleanField(label="Quitar esta línea al guardar", required=False)

    months = 0

    def clean(self):
        """A line that is taken away is not judged."""
        cleaned = super().clean()
        if cleaned.get("remove"):
            self._errors.clear()
            return {}
        return cleaned

    @property
    def month_fields(self):
        """The amounts of each month, bound."""
        return [self[f"m{number}"] for number in range(1, self.months + 1)]

    @property
    def is_written(self):
        """Whether it was a line already, so that it may be taken away."""
        return bool(self.initial.get("name") or (self.is_bound and self.data.get(self.add_prefix("name"))))


def row_class(items, months):
    """The form of a line with an amount for each month, and the items of the bases to choose from."""
    fields = {f"m{number}": _amount(f"Mes {number}") for number in range(1, months + 1)}
    if items:
        fields["item"] = forms.ChoiceField(label="Ítem", choices=[_CHOOSE, *items])
    return type("LineRow", (LineRow,), {"__module__": __name__, "months": months, **fields})


def _amount(label):
    return forms.IntegerField(label=label, min_value=0, max_value=_MOST, required=False)


def initial_of(line):
    """A stored line as its form shows it: nothing where there is no amount."""
    shown = {"item": line.item, "name": line.name, "note": line.note}
    shown |= {"own_cash": line.own_cash or None, "own_kind": line.own_kind or None}
    return shown | {f"m{number}": amount or None for number, amount in enumerate(line.months, start=1)}


def lines_form(bases, months, data, lines=()):
    """The lines of a budget as a formset: as typed when there is data, else the stored ones and an empty one."""
    lines = list(lines)
    months = min(max([months, *(len(line.months) for line in lines)]), MOST_MONTHS)
    items = [(item.key, item.name) for item in bases.items if item.allowed]
    used = {line.item for line in lines} - {key for key, _ in items}
    items += [(item.key, f"{item.name} (no permitido)") for item in bases.items if item.key in used]
    initial = [initial_of(line) for line in lines]
    return rows_of(row_class(items, months), PREFIX, data, initial=initial)


def rows_written(formset):
    """The lines somebody wrote, as the service takes them."""
    found = []
    for row in formset.filled():
        months = [row.get(f"m{number}") or 0 for number in range(1, 1 + sum(name[1:].isdigit() for name in row))]
        amounts = {name: row.get(name) or 0 for name in ("own_cash", "own_kind")}
        found.append({"item": row["item"], "name": row["name"], "note": row["note"], "months": months, **amounts})
    return found


class BudgetForm(Form):
    """What is said of the whole version, and over which revision it was written."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    signers = forms.IntegerField(
        label="Cuántas personas firman",
        min_value=1,
        max_value=500,
        required=False,
        help_text="Las bases dan hasta un monto por cada persona que firma.",
    )
    unit_value = forms.DecimalField(
        label="Valor de la unidad, en pesos", min_value=1, max_digits=14, decimal_places=2, required=False
    )
    unit_on = forms.DateField(label="Día de ese valor", required=False)
    reason = forms.CharField(
        label="Motivo de esta versión", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, bases, kind, **kwargs):
        super().__init__(*args, **kwargs)
        unit = bases.money.unit
        if bases.money.per_person is None:
            del self.fields["signers"]
        if unit == Unit.CLP:
            del self.fields["unit_value"], self.fields["unit_on"]
        else:
            self.fields["unit_value"].label = f"Valor de la {unit.label}, en pesos"
            self.fields["unit_value"].help_text = f"Con él se leen los montos de las bases, que están en {unit.label}."
        if kind == BudgetKind.REQUESTED:
            del self.fields["reason"]

    def clean(self):
        """A value has its day."""
        cleaned = super().clean()
        if "unit_on" in self.fields and bool(cleaned.get("unit_value")) != bool(cleaned.get("unit_on")):
            name = "unit_on" if cleaned.get("unit_value") else "unit_value"
            self.add_error(name, "Escriba el valor y el día de ese valor.")
        return cleaned

    def values(self):
        """What the service takes."""
        return {name: self.cleaned_data.get(name) for name in self.fields if name != "seen"}


class DayForm(Form):
    """The day of an act."""

    on = forms.DateField(label="Fecha")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class ApproveForm(DayForm):
    """The day from which a version counts; for a cut, with which confirmation of the group."""

    confirmation = forms.ModelChoiceField(
        label="Confirmación del grupo", queryset=None, required=False, empty_label="Elija la confirmación"
    )

    def __init__(self, *args, confirmations=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Vigente desde"
        if confirmations is None:
            del self.fields["confirmation"]
        else:
            self.fields["confirmation"].queryset = confirmations
            self.fields["confirmation"].label_from_instance = lambda row: (
                f"{row.happened_on:%d-%m-%Y}, {row.get_channel_display().lower()}"
            )
