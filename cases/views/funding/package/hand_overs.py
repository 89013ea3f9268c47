"""The reserved documents of a package: their register, and their leaving from one of its rows."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.forms.funding.package import HandOverForm
from cases.funding.package import names, reading
from cases.services import documented
from cases.services.funding import hand_overs
from cases.views.funding.frame import page_frame
from cases.views.funding.package.files import attached
from cases.views.funding.package.page import package_of
from incubator import calendars
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.models import Person
from incubator.outcomes import accepted
from incubator.requirements import Refused

P = Permission


def hand_over(request, fund, package):
    """Say to whom, why and which ones; the row is written before anything leaves."""
    found = package_of(request, fund, package, P.HAND_OVER_FUND_PAPERS)
    rows = [one for one in reading.files_of(found) if one.is_reserved]
    if not rows:
        raise Http404
    call = found.application.call
    basis = hand_overs.basis_of(call)
    form = HandOverForm(
        request.POST or None,
        request.FILES or None,
        owner=request.user,
        files=rows,
        basis=basis,
        agency=call.agency.name,
    )
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _written(request.user, found, form)):
        messages.success(request, "La entrega quedó en el registro. Desde su fila se descargan los documentos.")
        return redirect("application_package", fund)
    context = {"package": found, "form": form, "basis": basis, "waiting": _waiting(found, rows, basis)}
    return render(
        request, "cases/funding/package/hand_over.html", page_frame(request.user, found.application, **context)
    )


def _written(by, package, form):
    """The row, together with the act that authorises it when there is one."""
    application, said = package.application, form.values()
    return documented.record(
        by=by,
        incubator=application.stays_with or application.case.incubator,
        document=form.document(),
        on=said["on"],
        kind=EvidenceKind.FUND,
        tier=Tier.LEGAL,
        act=lambda evidence: hand_overs.hand_over(by=by, package=package, evidence=evidence, **said),
    )


def _waiting(package, rows, basis):
    """Who has not authorised it, by name: whoever hands them over asks them."""
    if basis != hand_overs.HandOverBasis.CONSENT:
        return []
    missing = hand_overs.consents(package, rows, calendars.today()).missing
    return list(Person.objects.filter(pk__in=missing).order_by("sort_key", "pk"))


def take(request, fund, package, fund_hand_over):
    """The documents of one row of the register; each time is written in the log of readings."""
    found = package_of(request, fund, package, P.HAND_OVER_FUND_PAPERS)
    row = found.hand_overs.filter(pk=fund_hand_over).first()
    if row is None:
        raise Http404
    row.package = found
    try:
        content = hand_overs.take(by=request.user, hand_over=row, on=calendars.today())
    except Refused as refused:
        messages.error(request, refused.sentences[0])
        return redirect("application_package", fund)
    return attached(content, names.archive(found.application.code, found.number, reserved=True))
