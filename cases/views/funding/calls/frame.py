"""What every page of a call shares: the call within reach, its draft, who may change it, the hour of the reader."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.funding.bases import closings
from cases.funding.calls import access as calls_access
from cases.models import FundingCall
from incubator.access import Permission, scope_of
from incubator.models import Incubator, Region


def visible_call(request, fund_call):
    """A call within reach, or 404."""
    rows = FundingCall.objects.visible_to(request.user).select_related("agency", "incubator", "agreement", "entered_by")
    return get_object_or_404(rows, pk=fund_call)


def changed_call(request, fund_call):
    """The same, 403 when this user does not change it."""
    call = visible_call(request, fund_call)
    if not calls_access.may_change(request.user, call):
        raise PermissionDenied("Este llamado lo cambia la incubadora que lo ingresó, o la coordinación universitaria.")
    return call


def draft_of(call):
    """The version being written, or None."""
    return call.versions.filter(checked_on__isnull=True).select_related("recorded_by", "evidence").first()


def its_draft(call):
    """The version being written, or 404."""
    draft = draft_of(call)
    if draft is None:
        raise Http404
    draft.call = call
    return draft


def region_names():
    """Name of each region by its code."""
    return dict(Region.objects.values_list("code", "name"))


def zone_of(user):
    """The zone where this user's incubators are, when it is one; else the continental one."""
    rows = Incubator.objects.filter(pk__in=scope_of(user, Permission.VIEW_FUNDS).host_ids)
    places = rows.values_list("commune_id", "commune__province__region_id")
    zones = {closings.zone_of(region, commune) for commune, region in places}
    return zones.pop() if len(zones) == 1 else closings.CONTINENTAL


def page_of(call):
    """The address of a call."""
    return reverse("fund_call", args=[call.pk])


def inner(call, **context):
    """Context of a page that is one form of a call: the way back, and whatever it shows."""
    crumbs = [("Fondos", reverse("fund_list")), (str(call), page_of(call))]
    return {"call": call, "crumbs": crumbs, "back": page_of(call), **context}
