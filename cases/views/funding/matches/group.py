"""The tab «Fondos» of a group: its applications with what each waits for, and the calls by its distance to them."""

from django.db.models import DateField, F, OuterRef, Subquery
from django.shortcuts import render

from cases.funding.around import due
from cases.funding.life import BEFORE_FILING, ENDED, FundEventKind, FundState
from cases.funding.matching import matches_of_group
from cases.funding.matching.interests import worded
from cases.funding.matching.near import TAGS, near_of
from cases.funding.words import InterestKind
from cases.models import FundApplication
from cases.rules import funding as rules
from cases.views.funding.matches import shown
from cases.views.funding.matches.frame import frame_of, fund_case
from incubator import calendars
from incubator.navigation import address, door


def funds(request, pk):
    """What the group may get, what it is applying to, and what it set aside."""
    case, on, at = fund_case(request, pk), calendars.today(), calendars.now()
    found = [_call(match, at) for match in matches_of_group(case, on, request.user, at=at)]
    aside = [row for row in found if row["interest"] and row["interest"]["kind"] == InterestKind.DISCARDED]
    context = frame_of(request.user, case, "group_funds") | {
        "applications": _applications(request.user, case, on),
        "calls": [row for row in found if row not in aside],
        "aside": aside,
        "vault": door(request.user, "group_vault", case, pk),
        "all_calls": address("fund_list"),
        "on": on,
    }
    return render(request, "cases/funding/matches/group.html", context)


def _call(match, at):
    titles, more = shown.lacking(match.answer)
    return {
        "match": match,
        "call": match.call,
        "tag": TAGS[near_of(match.distance)],
        "lacks": titles,
        "more": more,
        "interest": worded(match.call.interest),
        "opens_on": match.bases.dates.opens_on,
        "left": (match.closes_on - calendars.local_day(at)).days if match.closes_on else None,
        "is_open": match.closing is not None and match.closing[1] >= at,
    }


def _applications(user, case, on):
    """Those of the group, and of the groups that joined it, that this user sees, with the next day that counts."""
    ahead = due.live().filter(application=OuterRef("pk"), due_on__gte=on).order_by("due_on").values("due_on")[:1]
    rows = FundApplication.objects.visible_to(user).filter(pk__in=rules.of_case(case).values("pk"))
    rows = rows.select_related("call__agency", "case__organization", "case__incubator", "case__born_in")
    rows = due.with_closing(rows, on).annotate(
        next_due=Subquery(ahead, output_field=DateField()), observed_until=due.term(FundEventKind.OBSERVATION)
    )
    found = []
    for row in rows.order_by(F("closes_at").asc(nulls_last=True), "-pk"):
        joined = row.case.organization.name if row.case_id != case.pk else ""
        found.append({"application": row, "waits": _waits(row), "is_over": row.state in ENDED, "joined": joined})
    return sorted(found, key=lambda one: one["is_over"])


def _waits(row):
    """(what, day) of what comes next; nothing when nobody waits for anything."""
    if row.state in BEFORE_FILING:
        return ("Cierre", row.closes_on) if row.closes_on else None
    if row.state in ENDED:
        return None
    day = row.observed_until if row.state == FundState.OBSERVED else row.next_due
    return ("Plazo", day) if day else None
