"""The form of an application as a page posts it: each field of the bases read into plain JSON, right or not yet.

Nothing is refused here: a draft keeps what was typed, and the page says what is still wrong.
"""

import re
from secrets import token_urlsafe
from typing import Any

from cases.funding.bases.shapes import Bases, FieldKind, FormField, Section
from cases.funding.form import values as form_values

#: Empty rows shown after those that are written, and the most that a page takes.
SPARE, MOST_ROWS = 2, 60


def new_page() -> str:
    """The mark of a sheet: what it saves again follows itself, and is never taken for somebody else's."""
    return token_urlsafe(12)


def read(section: Section, bases: Bases, data) -> tuple[dict[str, Any], dict[str, int]]:
    """(values, seen) of the fields of a section that were posted; a field that was not posted says nothing."""
    values, seen = {}, {}
    for asked in section.fields:
        if f"s-{asked.key}" not in data:
            continue
        values[asked.key] = read_field(asked, bases, data)
        seen[asked.key] = _whole(data.get(f"s-{asked.key}"), 0)
    return values, seen


def read_field(asked: FormField, bases: Bases, data) -> Any:
    """The value of one field as it was typed."""
    return _READ[asked.kind](asked, bases, data)


def as_number(typed: str) -> int | str | None:
    """«1.234» is 1234; what is no number stays as it was typed."""
    typed = typed.strip()
    plain = re.sub(r"(?<=\d)\.(?=\d{3}(\D|$))", "", typed).removeprefix("$").strip()
    if not typed:
        return None
    return int(plain) if re.fullmatch(r"-?\d{1,15}", plain) else typed[:80]


def _whole(typed, otherwise):
    return int(typed) if typed and re.fullmatch(r"\d{1,9}", typed) else otherwise


def _text(asked, bases, data):
    return data.get(f"v-{asked.key}", "").replace("\r\n", "\n").rstrip()


def _number(asked, bases, data):
    return as_number(data.get(f"v-{asked.key}", ""))


def _choice(asked, bases, data):
    return data.get(f"v-{asked.key}", "")


def _cells(asked, data, names):
    """The rows that were posted, each as its cells; the blank ones are left out."""
    count = min(_whole(data.get(f"n-{asked.key}"), 0), MOST_ROWS)
    for row in range(count):
        cells = {name: data.get(f"v-{asked.key}-{row}-{name}", "").replace("\r\n", "\n").strip() for name in names}
        yield row, cells


def _table(asked, bases, data):
    names = [str(place) for place in range(len(asked.columns))]
    rows = [list(cells.values()) for _, cells in _cells(asked, data, names)]
    return [row for row in rows if any(row)]


def _frame(asked, bases, data):
    found = []
    for _, cells in _cells(asked, data, ["level", *form_values.FRAME_COLUMNS]):
        if any(cells[name] for name in form_values.FRAME_COLUMNS):
            level = cells["level"] if cells["level"] in form_values.LEVELS else "activity"
            found.append(cells | {"level": level})
    order = list(form_values.LEVELS)
    return sorted(found, key=lambda row: order.index(row["level"]))


def _activities(asked, bases, data):
    found, most = [], form_values.months_of(asked, bases)
    for row, cells in _cells(asked, data, ["name"]):
        marked = [month for month in range(1, most + 1) if data.get(f"v-{asked.key}-{row}-m{month}")]
        if cells["name"] or marked:
            found.append({"name": cells["name"], "months": marked})
    return found


def _beneficiaries(asked, bases, data):
    return {sex: as_number(data.get(f"v-{asked.key}-{sex}", "")) for sex in form_values.SEXES}


_READ = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.CHOICE: _choice,
    FieldKind.TABLE: _table,
    FieldKind.FRAME: _frame,
    FieldKind.ACTIVITIES: _activities,
    FieldKind.BENEFICIARIES: _beneficiaries,
}
