"""What a case sees of others: rows of the groups that joined it, or of the one it was born from, before their day.

Nothing is rewritten by a merge or a split: children stay with the case they were recorded for, and every reading that
must count them asks here. Lines of a chain are stored whole, so one step is always enough.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet

from cases.enums import OperationKind, OperationState
from cases.models import Case, LegalFile, Lineage, SessionCase


@dataclass(frozen=True)
class Former:
    """A case seen through another: its group, and the first day no longer seen."""

    case_id: int
    organization_id: int
    name: str
    kind: str
    until: date

    @property
    def last_day(self) -> date:
        """The last day of which its rows are seen."""
        return self.until - timedelta(days=1)

    @property
    def words(self) -> str:
        """How its rows are marked."""
        return f"de {self.name} hasta el {self.last_day:%d-%m-%Y}"


def formers_of(cases: Iterable[Case]) -> dict[int, list[Former]]:
    """The cases seen through each of these, by its id: one query, whatever their number."""
    found: dict[int, list[Former]] = defaultdict(list)
    rows = Lineage.objects.live().filter(to_case__in=[case.pk for case in cases])
    for row in rows.select_related("from_case__organization").order_by("on", "pk"):
        origin = row.from_case
        former = Former(origin.pk, origin.organization_id, origin.organization.name, row.kind, row.on)
        found[row.to_case_id].append(former)
    return found


def formers(case: Case) -> list[Former]:
    """The cases seen through this one, oldest first."""
    return formers_of([case])[case.pk]


def seen(case: Case, found: Iterable[Former], *, day: str, path: str = "case") -> Q:
    """Rows of the case, and of its former ones before their day. `day`: the field with the day of the fact."""
    condition = Q(**{path: case.pk})
    for former in found:
        condition |= Q(**{path: former.case_id, f"{day}__lt": former.until})
    return condition


def seen_of_group(case: Case, found: Iterable[Former], *, day: str, path: str = "organization") -> Q:
    """The same for rows that hang from the group and not from its case."""
    condition = Q(**{path: case.organization_id})
    for former in found:
        condition |= Q(**{path: former.organization_id, f"{day}__lt": former.until})
    return condition


def before_its_day(*, day: str, path: str = "case", outer: str = "pk") -> Q:
    """For subqueries over many cases: rows of a former case of the outer one. `path`: the way to that former case."""
    line = f"{path}__successors"
    return Q(
        **{
            f"{line}__to_case": OuterRef(outer),
            f"{line}__operation__state": OperationState.EXECUTED,
            f"{day}__lt": F(f"{line}__on"),
        }
    )


def mark(rows, found: Iterable[Former], owner) -> list:
    """The rows, each with `former`: the group it comes from, or None when it is of the case itself."""
    by_id = {former.case_id: former for former in found} | {f"g{f.organization_id}": f for f in found}
    marked = list(rows)
    for row in marked:
        row.former = by_id.get(owner(row))
    return marked


def successors(case: Case) -> list[Lineage]:
    """Where a closed case went: the direct lines of the operation that closed it."""
    rows = Lineage.objects.live().filter(from_case=case, carried=False)
    return list(rows.select_related("to_case__organization", "operation").order_by("pk"))


def sessions_held(case: Case, on: date) -> int:
    """Valid sessions of the case by a day, those seen through its lineage included; a joint one counts once."""
    mine = seen(case, formers(case), day="session__meeting__held_on")
    parts = SessionCase.objects.valid().filter(mine, session__meeting__held_on__lte=on)
    return parts.order_by().values("session_id").distinct().count()


def open_legal_file(case: Case) -> LegalFile | None:
    """The legal file still open of a case: its own, or that of a group that joined it, which survives."""
    joined = [former.case_id for former in formers(case) if former.kind == OperationKind.MERGE]
    return LegalFile.objects.filter(case__in=[case.pk, *joined], closed_on__isnull=True).order_by("pk").first()


def groups_and_stays(cases: QuerySet[Case]) -> tuple[int, int]:
    """(unique groups, stays): a group that came back is one group with two stays. One query."""
    counted = cases.order_by().aggregate(groups=Count("organization", distinct=True), stays=Count("pk", distinct=True))
    return counted["groups"], counted["stays"]
