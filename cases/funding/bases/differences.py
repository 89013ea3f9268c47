"""How two versions of the bases differ, value by value under lasting keys. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.funding.bases.shapes import Bases
from cases.funding.bases.values import PARTS, Value, values

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
WORDS = {ADDED: "Se agrega", REMOVED: "Se quita", CHANGED: "Cambia"}


@dataclass(frozen=True)
class Difference:
    """One value that is not the same: what it said and what it says."""

    kind: str
    path: str
    part: str
    label: str
    before: str = ""
    after: str = ""

    @property
    def word(self) -> str:
        """What happened to it, in a word."""
        return WORDS[self.kind]

    @property
    def part_label(self) -> str:
        """The part of the bases where it stands."""
        return PARTS[self.part]


def between(before: Bases, after: Bases, names: Mapping[str, str] | None = None) -> list[Difference]:
    """What the second says that the first does not, part by part; what it no longer says comes last in its part."""
    old = {value.path: value for value in values(before, names)}
    new = {value.path: value for value in values(after, names)}
    found = [_one(old.get(path), value) for path, value in new.items()]
    found += [_one(value, None) for path, value in old.items() if path not in new]
    order = list(PARTS)
    return sorted((one for one in found if one is not None), key=lambda one: order.index(one.part))


def _one(before: Value | None, after: Value | None) -> Difference | None:
    if before is None:
        return Difference(ADDED, after.path, after.part, after.label, after=after.text)
    if after is None:
        return Difference(REMOVED, before.path, before.part, before.label, before=before.text)
    if (before.label, before.text) == (after.label, after.text):
        return None
    told = (before.text, after.text) if before.label == after.label else (_full(before), _full(after))
    return Difference(CHANGED, after.path, after.part, after.label, *told)


def _full(value: Value) -> str:
    return f"{value.label}: {value.text}"
