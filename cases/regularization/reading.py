"""A regularization as people read it: how its items and filings stand, and what the law says of members and seats."""

from dataclasses import dataclass
from datetime import date

from cases.enums import ItemStatus, Risk
from cases.law import bodies, membership, vacancy
from cases.law.answers import Answer, Outcome
from cases.models import MemberCount, RegistryStanding, RegularizationFile, RegularizationItem, Seat
from cases.regularization.life import FilingState, RegularState

#: What comes first of all (R02), the seats, and the question that a cooperative without seats must settle before.
MINIMUM, SEATS, VACANCY = "members.minimum", "bodies.seats", "bodies.vacancy"
#: They are worked on before anybody approved the plan.
BEFORE_THE_PLAN = (MINIMUM, VACANCY)
#: Bodies that call a meeting and admit members.
DIRECTING = (bodies.BOARD, bodies.SOLE_MANAGER)


def file_of(case):
    """The regularization of a case: the open one, else the last that ended. None when there is none."""
    rows = RegularizationFile.objects.filter(case=case).select_related("cooperative_type", "case__organization")
    return max(rows, key=lambda row: (row.closed_on is None, row.pk), default=None)


def items_of(file) -> list[RegularizationItem]:
    """Its items with their filings, what heads the plan first. Two queries."""
    rows = list(file.items.select_related("evidence").prefetch_related("filings").order_by("pk"))
    return sorted(rows, key=lambda item: (item.key not in BEFORE_THE_PLAN, item.pk))


def lapsed(item, on: date) -> bool:
    """Whether what held no longer does."""
    return item.valid_until is not None and item.valid_until < on


def is_done(item, on: date) -> bool:
    """It meets, with its document, still holds, and nothing filed for it waits."""
    met = item.status == ItemStatus.MEETS and item.evidence_id is not None and not lapsed(item, on)
    return met and all(filing.state == FilingState.MET for filing in item.filings.all())


def is_filed(item) -> bool:
    """Whatever it presents is before its authority."""
    states = [filing.state for filing in item.filings.all()]
    return bool(states) and FilingState.PENDING not in states


def stands(items, on: date) -> RegularState:
    """What the items of high risk say of the whole: the SQL of its guard says the same (a test compares them)."""
    high = [item for item in items if item.risk == Risk.HIGH]
    asked = [item for item in high if item.status != ItemStatus.NOT_APPLICABLE]
    if not high or any(not is_done(item, on) and not is_filed(item) for item in asked):
        return RegularState.IN_PROGRESS
    if any(filing.state == FilingState.OBSERVED for item in asked for filing in item.filings.all()):
        return RegularState.OBSERVED
    return RegularState.REGULARIZED if all(is_done(item, on) for item in asked) else RegularState.FILED


def latest_count(case, on: date) -> MemberCount | None:
    """The last time that somebody counted its members."""
    return MemberCount.objects.filter(case=case, happened_on__lte=on).order_by("-happened_on", "-pk").first()


def minimum(file, on: date, count=None) -> Answer | None:
    """R02 with the last count; None until there is a count and a type."""
    count = count or latest_count(file.case, on)
    if count is None or file.cooperative_type_id is None:
        return None
    return membership.below_minimum(
        kind=file.cooperative_type_id,
        members=count.members,
        fell_on=count.fell_on or count.happened_on,
        on=on,
        only_pending=count.only_pending,
    )


@dataclass(frozen=True)
class Seats:
    """What the register of seats says on a day: whether there is one, which bodies are in force, and R05."""

    known: bool
    held: frozenset[str]
    answer: Answer | None

    @property
    def nobody_directs(self) -> bool:
        """Whether nobody is left to call a meeting."""
        return self.known and not self.held & set(DIRECTING)


def seats_of(file, on: date, count=None) -> Seats:
    """The seats in force of the register, and R05 with the members of the last count."""
    rows = list(Seat.objects.valid().filter(case=file.case_id, since__lte=on))
    held = frozenset(_body(seat) for seat in rows if seat.until is None or on < seat.until)
    if not rows:
        return Seats(False, held, None)
    count = count or latest_count(file.case, on)
    members = count.members if count else len(file.case.organization.members_on(on))
    types = [file.cooperative_type_id] if file.cooperative_type_id else []
    return Seats(True, held, bodies.seats(members=members, types=types, held=held, on=on))


def _body(seat):
    return bodies.ALTERNATE if seat.body == bodies.INSPECTOR and seat.alternate else str(seat.body)


def vacancy_of(items, on: date) -> tuple[Answer, ...]:
    """Who calls and who admits when no seat is in force, until somebody recorded the answer."""
    asked = next((item for item in items if item.key == VACANCY), None)
    if asked is None or is_done(asked, on) or asked.status == ItemStatus.NOT_APPLICABLE:
        return ()
    return vacancy.who_calls(seats_in_force=False, on=on), vacancy.who_admits(seats_in_force=False, on=on)


def dissolved_by_law(file, on: date) -> bool:
    """R02 ran out: the law dissolved it, and nothing of it is put in order."""
    said = minimum(file, on)
    return said is not None and said.outcome == Outcome.DISSOLVED


def registry_of(case, on: date) -> dict[str, RegistryStanding]:
    """The last thing that the regulator said of each kind, as of a day. One query."""
    rows = RegistryStanding.objects.filter(case=case, happened_on__lte=on).order_by("happened_on", "pk")
    return {row.kind: row for row in rows.select_related("recorded_by")}
