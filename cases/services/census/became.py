"""What became of the groups of a sheet: the ones that joined another or divided, and where their people are now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.enums import OPEN, OperationKind
from cases.models import Case, Lineage
from incubator.models import Organization


@dataclass(frozen=True)
class Went:
    """What became of a group: the kind and day of its operation, and the cases where its people are now."""

    kind: str
    on: date
    cases: tuple[Case, ...]

    @property
    def survivor(self) -> Case | None:
        """The one case of a merge."""
        return self.cases[0] if self.kind == OperationKind.MERGE else None

    def moves(self, recorded_on: date | None) -> bool:
        """Whether a sheet of that day may still change who belongs: a merge, and the sheet is not older."""
        return self.survivor is not None and (recorded_on is None or recorded_on >= self.on)


def what_became(groups: Iterable[Organization]) -> dict[int, Went]:
    """By id, the groups whose case was closed by a merge or a split and that have no open case. A query a step."""
    ids = {group.pk for group in groups}
    ids -= set(Case.objects.current().open().filter(organization__in=ids).values_list("organization_id", flat=True))
    found = {pk: _first(lines) for pk, lines in _lines(ids).items()}
    while further := {went.survivor.organization_id for went in found.values() if _ended(went)}:
        lines = _lines(further)
        for pk, went in list(found.items()):
            if _ended(went):
                if went.survivor.organization_id not in lines:
                    found.pop(pk)
                    continue
                found[pk] = _first(lines[went.survivor.organization_id], since=went.on)
    return found


def _ended(went: Went) -> bool:
    return went.survivor is not None and went.survivor.stage not in OPEN


def _first(lines: list[Lineage], since: date | None = None) -> Went:
    return Went(lines[0].kind, max(lines[0].on, since or lines[0].on), tuple(line.to_case for line in lines))


def _lines(ids) -> dict[int, list[Lineage]]:
    """Group → the lines of the operation that closed its newest case."""
    rows = (
        Lineage.objects.live()
        .filter(from_case__organization__in=ids, carried=False)
        .select_related("to_case__organization", "from_case")
    )
    found: dict[int, list[Lineage]] = {}
    for row in rows.order_by("-operation_id", "pk"):
        held = found.setdefault(row.from_case.organization_id, [])
        if not held or held[0].operation_id == row.operation_id:
            held.append(row)
    return found
