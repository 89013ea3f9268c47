"""One call: everything its bases say, each value with its source, its versions, and what the groups say of it."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.funding.bases import checks, closings
from cases.funding.bases.values import PARTS, by_part, source_of
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.funding.calls import reading as calls_reading
from cases.funding.life import BEFORE_FILING
from cases.models import FundApplication
from cases.services.funding import calls
from cases.views.funding.calls import interest
from cases.views.funding.calls.frame import changed_call, draft_of, inner, region_names, visible_call, zone_of
from incubator import calendars
from incubator.navigation import address
from incubator.outcomes import told


def detail(request, fund_call):
    """The page of a call."""
    call, on = visible_call(request, fund_call), calendars.today()
    user = request.user
    enters = call.agreement_id in calls_access.agreements_to_enter(user)
    draft = draft_of(call) if enters else None
    version = calls_reading.in_force(call, on)
    context = inner(
        call,
        version=version,
        draft=draft,
        enters=enters,
        may_change=enters and calls_access.may_change(user, call),
        may_check=draft is not None and _may_check(user, call, draft),
        versions=[row for row in call.versions.select_related("checked_by").order_by("-number") if row.checked_on],
        groups_page=address("fund_groups", call.pk),
        **_said(version or draft, user, call),
        **interest.context(user, call, on),
    )
    context["crumbs"] = context["crumbs"][:1]
    context["older"] = _older(user, call, version)
    return render(request, "cases/funding/calls/detail.html", context)


def _may_check(user, call, draft):
    draft.call = call
    return calls_access.may_check(user, draft)


def _said(version, user, call):
    """What a version says, part by part with sources, and its closings with the days left."""
    if version is None:
        return {"parts": [], "closings": [], "warnings": []}
    bases, zone, at = bases_of(version), zone_of(user), calendars.now()
    return {
        "bases": bases,
        "parts": parts_of(bases, call.year),
        "closings": [
            {"one": one, "said": closings.said(one, zone), "left": closings.left_said(one, at, zone)}
            for one in sorted(bases.closings, key=lambda one: closings.instant(one.wall))
        ],
        "warnings": checks.warnings(bases),
    }


def parts_of(bases, year):
    """(label, [(value, source, its year)]) of each part that says something."""
    found = by_part(bases, region_names())
    return [
        (PARTS[part], [(value, source_of(value.path, bases.sources), year) for value in rows])
        for part, rows in found.items()
        if rows
    ]


def _older(user, call, version):
    """How many of the applications that this user sees still follow an older version."""
    if version is None:
        return 0
    rows = FundApplication.objects.visible_to(user).filter(call=call, state__in=[one.value for one in BEFORE_FILING])
    return rows.exclude(bases=version).count()


@require_POST
def withdraw(request, fund_call):
    """It is no longer offered."""
    call = changed_call(request, fund_call)
    told(
        request,
        lambda: calls.withdraw(by=request.user, call=call, on=calendars.today()),
        "El llamado quedó retirado: ya no se ofrece.",
    )
    return redirect("fund_call", call.pk)
