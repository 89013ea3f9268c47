"""Somebody who wrote none of it compares the draft with the file of the agency, value by value."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from cases.funding.bases import checks
from cases.funding.bases.values import PARTS, by_part, source_of
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.services.funding import bases as versions
from cases.views.funding.calls.frame import inner, its_draft, region_names, visible_call
from incubator import calendars
from incubator.outcomes import told
from incubator.requirements import Refused


def check(request, fund_call):
    """A tick per value; once all are ticked, the version is offered."""
    call = visible_call(request, fund_call)
    draft = its_draft(call)
    if call.agreement_id not in calls_access.agreements_to_enter(request.user):
        raise PermissionDenied("Su cargo no permite comprobar bases. Pídalo a la coordinación.")
    if not calls_access.may_check(request.user, draft):
        raise PermissionDenied("Usted escribió parte de estas bases: las comprueba otra persona.")
    if request.method == "POST":
        return _ticked(request, call, draft)
    bases = bases_of(draft)
    context = inner(
        call,
        draft=draft,
        parts=[
            (PARTS[part], [_row(value, draft, bases, request.user) for value in rows])
            for part, rows in by_part(bases, region_names()).items()
            if rows
        ],
        warnings=checks.warnings(bases),
        faults=[fault.sentence for fault in checks.faults(bases)],
        authors=draft.authors.order_by("full_name"),
    )
    return render(request, "cases/funding/calls/check.html", context)


def _row(value, draft, bases, user):
    tick = draft.ticked.get(value.path)
    return {
        "value": value,
        "source": source_of(value.path, bases.sources),
        "is_ticked": tick is not None,
        "is_mine": tick is not None and tick.get("by") == user.pk,
        "version": (tick or {}).get("version"),
        "to_review": value.path in draft.to_review,
    }


def _ticked(request, call, draft):
    seen, on, by = request.POST.get("seen", ""), calendars.today(), request.user
    said = {"seen": int(seen) if seen.isdigit() else 0, "on": on}
    try:
        draft = versions.tick(by=by, version=draft, paths=request.POST.getlist("path"), **said)
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect("fund_bases_check", call.pk)
    if "offer" not in request.POST:
        messages.success(request, "Lo comprobado quedó guardado: puede seguir otro día.")
        return redirect("fund_bases_check", call.pk)
    done = told(
        request,
        lambda: versions.offer(by=by, version=draft, seen=draft.revision, on=on),
        "Las bases quedaron comprobadas: desde ahora se ofrecen a los grupos.",
    )
    return redirect("fund_call", call.pk) if done else redirect("fund_bases_check", call.pk)
