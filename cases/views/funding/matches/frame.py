"""What the pages about a group and its funds share: the group within reach, a call it could apply to, its Facts."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases import reading
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.eligibility import distance, judge
from cases.funding.eligibility.distance import Distance
from cases.funding.eligibility.facts import Facts
from cases.funding.eligibility.outcomes import Answer
from cases.funding.matching import days, matches
from cases.funding.matching.reading import Known, read
from cases.models import BasesVersion, Case, FundingCall
from cases.views.frame import lead_of, tabs_of
from incubator import access, calendars
from incubator.access import Permission, allows
from incubator.navigation import address


def fund_case(request, pk, *needs) -> Case:
    """The newest case of a group whose funds this user sees, or 404; 403 without the right of the page."""
    rows = reading.cases_of(request.user, calendars.today(), Permission.VIEW_FUNDS)
    case = get_object_or_404(reading.with_sessions_count(rows), organization_id=pk)
    for permission in needs:
        access.require(request.user, permission, case)
    return case


def frame_of(user, case: Case, current: str = "") -> dict:
    """Context of a page of the funds of a group."""
    group = case.organization
    crumbs = [("Grupos", reverse("group_list"))] if allows(user, Permission.VIEW_GROUPS) else []
    return {
        "group": group,
        "case": case,
        "title": group.name,
        "lead": lead_of(case),
        "crumbs": crumbs,
        "tabs": tabs_of(user, case, current),
    }


@dataclass
class Pair:
    """One group beside one call, judged for one reader."""

    case: Case
    call: FundingCall
    version: BasesVersion
    known: Known
    facts: Facts
    days: dict
    sees_sensitive: bool

    def judged(self, facts: Facts | None = None, when=None) -> tuple[Answer, Distance]:
        """What the conditions answer, and how far the group is.

        Whoever may not read sensitive facts reads the office's answers, and of them no distance (ROLES.md, Funds).
        """
        about = matches.call_of(self.call)
        answer = judge.judge(bases_of(self.version), facts or self.facts, when or self.days, call=about)
        return answer, distance.of(answer, open_reserved=self.sees_sensitive)


def pair_of(request, pk, fund_call, *needs) -> Pair:
    """A group and a call of its agreement within reach of the user, with its bases in force, or 404."""
    case, on = fund_case(request, pk, *needs), calendars.today()
    call = get_object_or_404(matches.calls_for(case, on, request.user), pk=fund_call)
    version = calls_reading.in_force(call, on)
    if version is None:
        raise Http404
    known = read([case], on, request.user, live=True)[case.pk]
    facts = matches.facts_in(known, call)
    when = days.days_for(bases_of(version), known.region, calendars.now())
    return Pair(case, call, version, known, facts, when, facts.sensitive is not None)


def pair_frame(user, pair: Pair, **context) -> dict:
    """Context of a page about a group and a call, and the way back."""
    page = reverse("group_funds", args=[pair.case.organization_id])
    frame = frame_of(user, pair.case)
    crumbs = [*frame["crumbs"], (pair.case.organization.name, page)]
    return frame | {
        "pair": pair,
        "call": pair.call,
        "version": pair.version,
        "bases": bases_of(pair.version),
        "call_page": address("fund_call", pair.call.pk),
        "crumbs": crumbs,
        "back": page,
        **context,
    }
