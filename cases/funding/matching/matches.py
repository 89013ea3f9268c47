"""Groups and calls side by side: how far each is from each, nearest first, as lists show it to every reader.

In a list what is reserved counts as «1 por confirmar» for everybody, whoever reads (ROLES.md, Funds).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from cases import reading
from cases.enums import Stage
from cases.funding.bases.shapes import Bases, Closing, Moment
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.eligibility import distance, judge
from cases.funding.eligibility.asking import CallOf
from cases.funding.eligibility.distance import Distance
from cases.funding.eligibility.facts import Facts
from cases.funding.eligibility.outcomes import Answer
from cases.funding.matching import days
from cases.funding.matching.reading import Known, read
from cases.models import BasesVersion, CallInterest, Case, FundingCall
from incubator import calendars
from incubator.access import Permission
from incubator.models import Participation


@dataclass(frozen=True)
class Match:
    """One group beside one call."""

    case: Case
    call: FundingCall
    bases: Bases
    answer: Answer
    distance: Distance
    closing: tuple[Closing, datetime] | None
    known: Known

    @property
    def closes_on(self) -> date | None:
        """The day of the closing that concerns the group."""
        return calendars.local_day(self.closing[1]) if self.closing else None


def call_of(call: FundingCall) -> CallOf:
    """What earlier awards and the limit of applications are compared with."""
    return CallOf(call.key, call.agency_id, call.programme)


def facts_in(known: Known, call: FundingCall) -> Facts:
    """The Facts of a group for one call: with what was verified in its own applications there."""
    seen = known.past.verified.get(call.pk)
    return replace(known.facts, verified=dict(seen)) if seen else known.facts


def pairs(
    cases: Iterable[Case],
    calls: Mapping[FundingCall, BasesVersion],
    on: date,
    user,
    *,
    at: datetime | None = None,
) -> list[Match]:
    """Every case beside every call, in the order given. The queries are those of reading the cases."""
    cases, at = list(cases), at or datetime.combine(on, time(), calendars.ZONE)
    known, found = read(cases, on, user), []
    for call, version in calls.items():
        bases, about = bases_of(version), call_of(call)
        by_region: dict[str, tuple[dict[Moment, date], tuple[Closing, datetime] | None]] = {}
        for case in cases:
            one = known[case.pk]
            if one.region not in by_region:
                by_region[one.region] = (
                    days.days_for(bases, one.region, at),
                    days.next_closing(bases, one.region, at),
                )
            when, closing = by_region[one.region]
            answer = judge.judge(bases, facts_in(one, call), when, call=about, for_list=True)
            found.append(Match(case, call, bases, answer, distance.of(answer), closing, one))
    return found


def cases_for(call: FundingCall, on: date, user, permission=Permission.VIEW_FUNDS):
    """The groups within reach that could apply to a call: of its agreement, their newest case, not closed."""
    places = Participation.objects.in_force(on).filter(agreement=call.agreement_id).values("incubator")
    rows = reading.newest_of(user, permission).exclude(stage=Stage.CLOSED).filter(incubator__in=places)
    return rows.select_related("organization__commune", "incubator", "born_in")


def matches_of_call(
    call: FundingCall, on: date, user, *, cases=None, version: BasesVersion | None = None, at: datetime | None = None
) -> list[Match]:
    """The groups within reach by their distance to a call; none while its bases are not checked."""
    version = version or calls_reading.in_force(call, on)
    if version is None:
        return []
    rows = cases_for(call, on, user) if cases is None else cases
    found = pairs(rows, {call: version}, on, user, at=at)
    return sorted(found, key=lambda match: (match.distance, match.case.organization.sort_key, match.case.pk))


def calls_for(case: Case, on: date, user):
    """The calls of the agreements of the case's incubator that this user sees, with bases in force.

    `interest`: the group's last word on each (kind, reason, on), or None.
    """
    agreements = Participation.objects.in_force(on).filter(incubator=case.incubator_id).values("agreement")
    rows = FundingCall.objects.visible_to(user).filter(agreement__in=agreements)
    said = CallInterest.objects.filter(case=case.pk, call=OuterRef("pk")).order_by("-happened_on", "-pk")
    last = said.values(said=JSONObject(kind="kind", reason="reason", on="happened_on"))[:1]
    return calls_reading.offered(rows, on).annotate(interest=Subquery(last)).select_related("agency").order_by("pk")


def matches_of_group(
    case: Case, on: date, user, *, at: datetime | None = None, with_closed: bool = False
) -> list[Match]:
    """The calls open or to come by the distance of a group to them; with the closed ones only when asked."""
    at = at or datetime.combine(on, time(), calendars.ZONE)
    calls = list(calls_for(case, on, user))
    versions = calls_reading.bases_by_call(calls, on)
    if not with_closed:
        calls = [call for call in calls if _is_ahead(versions[call.pk], at)]
    found = pairs([case], {call: versions[call.pk] for call in calls}, on, user, at=at)
    return sorted(found, key=lambda match: (match.distance, match.closes_on or date.max, match.call.pk))


def _is_ahead(version: BasesVersion, at: datetime) -> bool:
    """Open or coming: its last closing has not passed, or nobody knows it."""
    return version.last_closes_at is None or version.last_closes_at >= at.replace(microsecond=0)
