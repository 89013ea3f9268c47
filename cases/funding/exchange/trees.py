"""Rows that name their parent, made into trees: conditions inside groups, fields inside sections."""

from typing import Any

from cases.funding.bases.shapes import Condition, FormField, Section
from cases.funding.exchange.calls import Fault
from cases.funding.exchange.sheets import CONDITIONS, FORM


def conditions(rows, faults: list[Fault]) -> dict[str, tuple[Condition, ...]]:
    """Call → its conditions. A parent that is not there, or is no group, is told; its children are kept at the top."""
    by_call: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for number, call, row in rows:
        by_call.setdefault(call, []).append((number, row))
    return {call: _tree(found, faults) for call, found in by_call.items()}


def _tree(rows, faults) -> tuple[Condition, ...]:
    groups = {row["key"] for _, row in rows if row["kind"] in ("all", "any")}
    children: dict[str, list[dict[str, Any]]] = {}
    for number, row in rows:
        parent = row.get("parent", "")
        if parent and (parent not in groups or _loops(row["key"], parent, rows)):
            said = "no es la clave de un grupo «all» o «any» de este llamado: la condición quedó fuera de todo grupo."
            faults.append(Fault(CONDITIONS, number, "Dentro de", parent, said))
            parent = ""
        children.setdefault(parent, []).append(row)
    return _under("", children)


def _under(parent: str, children) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            **{name: value for name, value in row.items() if name != "parent"}, children=_under(row["key"], children)
        )
        for row in children.get(parent, ())
    )


def _loops(key: str, parent: str, rows) -> bool:
    """Whether following the parents comes back to the row."""
    above = {row["key"]: row.get("parent", "") for _, row in rows}
    seen = {key}
    while parent:
        if parent in seen:
            return True
        seen.add(parent)
        parent = above.get(parent, "")
    return False


def sections(rows, faults: list[Fault]) -> dict[str, tuple[Section, ...]]:
    """Call → the sections of its form, in the order in which their first row stands."""
    titles: dict[tuple[str, str], dict[str, str]] = {}
    fields: dict[tuple[str, str], list[FormField]] = {}
    for number, call, row in rows:
        place = (call, row.pop("section"))
        title, said = row.pop("section_title"), row.pop("section_help", "")
        titles.setdefault(place, {"title": title, "help": said})
        if row.get("key") and row.get("label"):
            fields.setdefault(place, []).append(FormField(**row))
        elif row.get("key") or row.get("label"):
            lacking = "Pregunta" if row.get("key") else "Clave"
            faults.append(Fault(FORM, number, lacking, "", "está vacía y hace falta: el campo no se leyó."))
    found: dict[str, list[Section]] = {}
    for (call, key), about in titles.items():
        section = Section(key, about["title"], tuple(fields.get((call, key), ())), about["help"])
        found.setdefault(call, []).append(section)
    return {call: tuple(made) for call, made in found.items()}
