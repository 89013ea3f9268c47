"""Sums under headings that reconcile: what was sealed + this month + adjustments = so far."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from incubator.enums import MeetingKind, SupportKind
from reports.figures.records import Balance, Line, SupportBalance

#: A heading and its share of a line: key, minutes.
Shares = Callable[[Line], Iterable[tuple[str, int]]]


def by_kind(line: Line):
    """The whole meeting under its kind."""
    yield line.kind, line.minutes


def by_group(line: Line):
    """Each group's own minutes: a joint workshop counts for each."""
    for part in line.parts:
        yield str(part.case), part.minutes


def by_advisor(line: Line):
    """The whole meeting under whoever conducted it."""
    yield str(line.advisor), line.minutes


def balances(shares: Shares, labels: dict[str, str], known, recount, current) -> tuple[Balance, ...]:
    """One row per heading that has anything, in the order of the labels; one without label still counts."""
    sums = [_sums(shares, lines) for lines in (known, recount, current)]
    used = {key for found in sums for key in found}
    ordered = [key for key in labels if key in used] + sorted(used - labels.keys())
    return tuple(_balance(key, labels.get(key, "Ya no figura"), *(found[key] for found in sums)) for key in ordered)


def _balance(key, label, sealed, again, month) -> Balance:
    triples = zip(sealed, month, again, strict=True)
    return Balance(key, label, *(n for was, now, is_now in triples for n in (was, now, is_now - was)))


def _sums(shares: Shares, lines: Iterable[Line]) -> dict[str, list[int]]:
    """Heading → [meetings, minutes, validated minutes]."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        for key, minutes in shares(line):
            sums = found[key]
            sums[0] += 1
            sums[1] += minutes
            sums[2] += minutes if line.validated else 0
    return found


def supports(known, recount, current) -> tuple[SupportBalance, ...]:
    """One row per kind of support that was asked for or given."""
    sealed, again, month = (_support_sums(lines) for lines in (known, recount, current))
    return tuple(
        SupportBalance(kind.value, *month[kind], sealed[kind][2], again[kind][2] - sealed[kind][2])
        for kind in SupportKind
        if kind in sealed or kind in again or kind in month
    )


def _support_sums(lines: Iterable[Line]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        for support in line.supports:
            for place, amount in enumerate((support.requested, support.given, support.cost)):
                found[support.kind][place] += amount
    return found


KIND_LABELS = {kind.value: str(kind.label) for kind in MeetingKind}
