"""How two sets of figures differ, in sentences. Crosses with sensitive facts are said to differ, without numbers."""

from reports.figures.records import Monthly
from reports.tables import every_table
from reports.tables.base import Row, Table, shown

_MOST = 8  # sentences: beyond them, how many more
_BRIEF = (
    *("adjustments", "move_adjustments", "fund_adjustments"),
    *("annex_groups", "annex_meetings", "annex_people", "annex_proofs", "annex_funds"),
    "fund_success",
)


def between(before: Monthly, after: Monthly) -> list[str]:
    """What the report would say otherwise; empty when nothing."""
    found: list[str] = []
    new = every_table(after)
    for key, old in every_table(before).items():
        if key == "attendance" or key in _BRIEF:
            found += [f"{old.caption}: cambió."] if old != new[key] else []
        else:
            found += list(_sentences(old, new[key]))
    if not found and before != after:
        found = ["Cambió el detalle de los registros."]
    return found if len(found) <= _MOST else [*found[:_MOST], f"Y {len(found) - _MOST} diferencias más."]


def _sentences(old: Table, new: Table):
    """One sentence per number that differs."""
    before, after = ({_name(row): row for row in table.every_row} for table in (old, new))
    for name in dict.fromkeys([*before, *after]):
        for place, column in enumerate(old.columns):
            if column.is_number:
                was, is_now = _value(before.get(name), place), _value(after.get(name), place)
                if was != is_now:
                    said = f"{shown(was, column.kind)} antes, {shown(is_now, column.kind)} ahora"
                    yield f"{old.caption}, {name}, {column.title.lower()}: {said}."


def _name(row: Row) -> str:
    return str(row.values[0])


def _value(row: Row | None, place: int):
    return row.values[place] if row is not None else 0
