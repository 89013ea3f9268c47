"""The tables of a report, made from its figures alone: screen, paper and workbook draw these and no others."""

from reports.figures.records import Monthly
from reports.tables import annexes, changes, funding, journeys, people, work
from reports.tables.base import NOT_PRINTED, Column, Row, Table, shown

__all__ = ["NOT_PRINTED", "Column", "Row", "Table", "every_table", "shown"]

_MAKERS = (
    journeys.stages,
    work.by_kind,
    work.by_group,
    work.by_advisor,
    work.cumulative,
    journeys.arrivals,
    people.attendance,
    work.courses,
    work.supports,
    funding.counts,
    funding.amounts,
    funding.success,
    changes.adjustments,
    changes.moves,
    funding.adjustments,
    annexes.groups,
    annexes.meetings,
    annexes.people,
    annexes.proofs,
    funding.annex,
)


def every_table(figures: Monthly) -> dict[str, Table]:
    """Every table of the report by key, in the order printed; those of a section that its snapshot lacks are not."""
    return {table.key: table for table in (make(figures) for make in _MAKERS) if table is not None}
