"""A field of the form as a page shows it: what it asks, what it says, how it counts, and what waits in it."""

from dataclasses import dataclass, field
from typing import Any

from cases.forms.funding.writing import SPARE
from cases.funding.bases.shapes import Bases, FieldKind, FormField, Section
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.funding.form.counting import Count, counted


@dataclass(frozen=True)
class Cell:
    """One box of a row: its name in the form, its label, and what it says."""

    name: str
    label: str
    value: str = ""
    checked: bool = False


@dataclass
class Box:
    """One field, ready for its template. `value` is what is shown: what is kept, or what was just typed."""

    asked: FormField
    answer: forms_reading.Kept
    value: Any
    id: str
    lacks: list[str]
    count: Count | None = None
    rows: list[list[Cell]] = field(default_factory=list)
    months: range = range(0)
    comments: int = 0

    @property
    def kind(self) -> str:
        """Which template draws it."""
        return FieldKind(self.asked.kind).value

    @property
    def name(self) -> str:
        """Its name in the form."""
        return f"v-{self.asked.key}"

    @property
    def text(self) -> str:
        """What a single box shows."""
        return "" if self.value is None else str(self.value)

    @property
    def told(self) -> str:
        """What it says, for whoever only reads."""
        return form_values.as_text(self.asked, self.value)

    @property
    def hints(self) -> list[str]:
        """What it lacks, without what its count and its versions already say."""
        found = form_values.faults(self.asked, self.answer.value)
        return [one for one in found if not self.count or one != self.count.over]

    @property
    def seen(self) -> str:
        """Over which number it is written."""
        return str(self.answer.number)

    @property
    def options(self):
        """(value, whether it is chosen) of each option; one that the bases no longer have is shown too."""
        found = [(one, one == self.value) for one in self.asked.options]
        lost = isinstance(self.value, str) and self.value and self.value not in self.asked.options
        return [*found, (self.value, True)] if lost else found

    @property
    def levels(self):
        """The levels of a logical frame."""
        return list(form_values.LEVELS.items())

    @property
    def columns(self):
        """The heads of a logical frame."""
        return list(form_values.FRAME_COLUMNS.values())

    @property
    def row_count(self) -> str:
        """How many rows the page posts."""
        return str(len(self.rows))


def boxes_of(section: Section, bases: Bases, answers, *, typed=None, comments=None) -> list[Box]:
    """The fields of a section. `typed`: what a page just posted, shown instead of what is kept."""
    return [
        _box(asked, bases, answers.get(asked.key) or forms_reading.Kept(), f"c{place}", typed, comments or {})
        for place, asked in enumerate(section.fields, 1)
    ]


def _box(asked, bases, answer, identity, typed, comments):
    value = typed[asked.key] if typed is not None and asked.key in typed else answer.value
    value = value if form_values.fits(asked, value) else None
    box = Box(asked, answer, value, identity, forms_reading.field_lacks(asked, answer))
    box.comments = comments.get(asked.key, 0)
    if asked.kind == FieldKind.TEXT:
        box.count = counted(box.text, asked.limit, asked.counting)
    if asked.kind in _ROWS:
        box.months = range(1, form_values.months_of(asked, bases) + 1)
        box.rows = _ROWS[asked.kind](asked, value or [], box.months)
    if asked.kind == FieldKind.BENEFICIARIES:
        said = value or {}
        box.rows = [[Cell(f"v-{asked.key}-{sex}", label, _shown(said.get(sex))) for sex, label in _SEXES]]
    return box


_SEXES = tuple(form_values.SEXES.items())


def _shown(value) -> str:
    return "" if value is None else str(value)


def _table(asked, rows, months):
    filled = [*rows, *([""] * len(asked.columns) for _ in range(SPARE))]
    return [
        [
            Cell(f"v-{asked.key}-{place}-{at}", column, row[at] if at < len(row) else "")
            for at, column in enumerate(asked.columns)
        ]
        for place, row in enumerate(filled)
    ]


def _frame(asked, rows, months):
    """The rows that are written, and an empty one of each level that has none, in the order of the levels."""
    levels = list(form_values.LEVELS)
    filled = [*rows, *({"level": level} for level in levels if all(row["level"] != level for row in rows))]
    filled = sorted(filled, key=lambda row: levels.index(row["level"])) + [{"level": "activity"}] * SPARE
    return [
        [
            Cell(f"v-{asked.key}-{place}-level", "Nivel", row["level"]),
            *(
                Cell(f"v-{asked.key}-{place}-{name}", label, row.get(name, ""))
                for name, label in form_values.FRAME_COLUMNS.items()
            ),
        ]
        for place, row in enumerate(filled)
    ]


def _activities(asked, rows, months):
    filled = [*rows, *({"name": "", "months": []} for _ in range(SPARE))]
    return [
        [
            Cell(f"v-{asked.key}-{place}-name", "Actividad", row.get("name", "")),
            *(Cell(f"v-{asked.key}-{place}-m{month}", f"Mes {month}", "1", month in row["months"]) for month in months),
        ]
        for place, row in enumerate(filled)
    ]


_ROWS = {FieldKind.TABLE: _table, FieldKind.FRAME: _frame, FieldKind.ACTIVITIES: _activities}
