"""Every value that bases say, one by one: where it stands, what it is called and how it reads. Pure.

The path of a value is lasting: «money.maximum», or the part and its key («closings.online», «sections.project.name»),
whatever its place in the list. Sources, what is left to review and what was ticked name values by it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cases.funding.bases import describing
from cases.funding.bases.shapes import Bases, Condition, Section, Source

#: The parts of the bases, in the order in which they are entered, checked and read.
PARTS = {
    "identity": "Qué es y para quién",
    "dates": "Fechas y cierres",
    "money": "Dinero",
    "items": "En qué se puede gastar",
    "conditions": "Condiciones",
    "documents": "Documentos",
    "criteria": "Cómo se evalúa",
    "form": "Formulario",
}


@dataclass(frozen=True)
class Value:
    """One thing that the bases say."""

    path: str
    part: str
    label: str
    text: str
    depth: int = 0


def values(bases: Bases, names: Mapping[str, str] | None = None) -> list[Value]:
    """Everything said, in order; what is blank says nothing. `names`: of the regions, by code."""
    found: list[Value] = []
    names = names or {}
    for part, path, label, text in describing.plain(bases, names):
        if text:
            found.append(Value(path, part, label, text))
    for part, field, say in describing.REPEATED:
        for one in getattr(bases, field):
            found.append(Value(f"{field}.{one.key}", part, *say(one, bases, names)))
    found += _conditions(bases.conditions, names)
    for section in bases.sections:
        found += _section(section)
    order = list(PARTS)
    return sorted(found, key=lambda value: order.index(value.part))


def by_part(bases: Bases, names: Mapping[str, str] | None = None) -> dict[str, list[Value]]:
    """The same, part by part; an empty part too."""
    found: dict[str, list[Value]] = {part: [] for part in PARTS}
    for value in values(bases, names):
        found[value.part].append(value)
    return found


def source_of(path: str, sources: Iterable[Source]) -> Source | None:
    """Where a value comes from: what was said of it, or of the nearest part that holds it."""
    fit = [one for one in sources if not one.about or path == one.about or path.startswith(f"{one.about}.")]
    return max(fit, key=lambda one: len(one.about), default=None)


def _conditions(conditions: Iterable[Condition], names, depth: int = 0) -> Iterator[Value]:
    for one in conditions:
        label, text = describing.condition(one, names)
        yield Value(f"conditions.{one.key}", "conditions", label, text, depth)
        yield from _conditions(one.children, names, depth + 1)


def _section(section: Section) -> Iterator[Value]:
    yield Value(f"sections.{section.key}", "form", "Sección", describing.section(section))
    for one in section.fields:
        yield Value(f"sections.{section.key}.{one.key}", "form", *describing.form_field(one), 1)
