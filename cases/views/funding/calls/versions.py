"""A version of the bases: what it changed of the one before, and its file."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from cases.funding.bases import differences
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.views.funding.calls.frame import inner, region_names, visible_call
from cases.views.funding.calls.page import parts_of
from incubator import files


def detail(request, fund_call, bases_number):
    """What changed, and everything that it says."""
    call = visible_call(request, fund_call)
    version = _version(request, call, bases_number)
    before = call.versions.filter(number__lt=version.number, checked_on__isnull=False).order_by("-number").first()
    changed = differences.between(bases_of(before), bases_of(version), region_names()) if before else []
    context = inner(
        call, version=version, before=before, differences=changed, parts=parts_of(bases_of(version), call.year)
    )
    return render(request, "cases/funding/calls/version.html", context)


def file(request, fund_call, bases_number):
    """The file of the agency."""
    version = _version(request, visible_call(request, fund_call), bases_number)
    if version.evidence_id is None:
        raise Http404
    return files.serve(request, version.evidence)


def _version(request, call, number):
    """A version of this call; a draft only for whoever enters and checks calls there."""
    rows = call.versions.select_related("checked_by", "recorded_by", "evidence")
    version = get_object_or_404(rows, number=number)
    if version.checked_on is None and call.agreement_id not in calls_access.agreements_to_enter(request.user):
        raise Http404
    return version
