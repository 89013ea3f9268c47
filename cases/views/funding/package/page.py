"""The room «Paquete y envío»: what is lacking to be ready, the approval, and every package with its files."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.funding import reach
from cases.funding.life import FundState
from cases.funding.package import readiness, reading
from cases.funding.package.whole import Whole
from cases.services.funding import approving, packages
from cases.views.funding.frame import fund_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import address
from incubator.outcomes import told
from incubator.requirements import Refused

P, S = Permission, FundState
#: While it is written, the page says what is lacking.
WRITTEN = (S.DRAFT, S.REVIEW)
#: Where each reason is mended: the first part of its key → the page that asks for the application.
_MENDED = {
    "bases": "application_adopt",
    "form": "application_form",
    "budget": "application_budget",
    "documents": "application_documents",
    "conditions": "application_summary",
    "verify": "application_verify",
    "review": "application_review",
    "confirm": "application_confirm",
}


def package_room(request, fund):
    """What is lacking, with its links; then the packages, the newest first."""
    frame = fund_frame(request, fund, "application_package", P.VIEW_FUNDS)
    application = frame["application"]
    found = reading.packages_of(application)
    context = {
        "packages": [_row(request.user, application, package) for package in found],
        "broken": reading.broken_links(found),
        "is_written": application.state in WRITTEN,
        "is_ready": application.state == S.READY,
        "may_make": any(reach.may(request.user, right, application) for right in packages.MAKERS),
        "filing": _filing(request.user, application),
        "may_hand_over": reach.may(request.user, P.HAND_OVER_FUND_PAPERS, application),
        "hides_names": reading.hides_names(request.user, application),
    }
    context |= _lacking(request.user, application) if context["is_written"] else {}
    return render(request, "cases/funding/package/room.html", frame | context)


def _filing(user, application):
    """Where what was sent is recorded, for whoever may, while it is ready."""
    if application.state != S.READY or not reach.may(user, P.FILE_FUNDS, application):
        return ""
    return address("application_filing", application.pk)


def _lacking(user, application):
    """What stands between it and its package. Whether somebody else approves is said to who may approve."""
    may_approve = reach.may(user, P.APPROVE_FUNDS, application)
    veiled = not reach.may(user, P.VIEW_SENSITIVE, application)
    found = readiness.asked(Whole(application, by=user, on=calendars.today()), veiled=veiled)
    found = [one for one in found if may_approve or one.rule != "approver"]
    return {
        "missing": [_mended(application, one) for one in found if not one.met],
        "met": [one.sentence for one in found if one.met],
        "may_approve": may_approve,
        "in_review": application.state == S.REVIEW,
    }


def _mended(application, finding):
    """A reason as the list of what is lacking shows it: its sentence, and the page that mends it."""
    key, _, part = finding.fix.partition(":")
    name = _MENDED.get(key, "")
    url = address("application_section", application.pk, part) if part else name and address(name, application.pk)
    return {"text": finding.sentence, "url": url or "", "action": "Ir a resolverlo"}


def _row(user, application, package):
    """A package as the page shows it: what this user takes of it, and what stays apart."""
    taken = {one.pk for one in reading.takeable(user, package)}
    return {
        "package": package,
        "files": [{"row": one, "may_take": one.pk in taken} for one in reading.files_of(package)],
        "reserved": sum(one.is_reserved for one in reading.files_of(package)),
        "hand_overs": list(package.hand_overs.all()),
        "is_intact": reading.is_intact(package),
    }


@require_POST
def approve(request, fund):
    """It is ready, and frozen; then its files are made."""
    application = visible_application(request, fund, P.APPROVE_FUNDS)
    now, made = calendars.now(), []

    def act():
        made.append(approving.make_ready(by=request.user, application=application, at=now))

    if told(request, act, "La postulación quedó lista, y su paquete congelado."):
        _make_files(request, made[0])
    return redirect("application_package", fund)


@require_POST
def make_files(request, fund, package):
    """The files of a package that has none yet."""
    found = package_of(request, fund, package, *packages.MAKERS)
    if _make_files(request, found):
        messages.success(request, f"Los archivos del paquete {found.number} están hechos.")
    return redirect("application_package", fund)


def _make_files(request, package):
    try:
        return packages.make_files(by=request.user, package=package, on=calendars.today())
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, f"Sus archivos todavía no se pueden hacer. {sentence}")
        return None


def package_of(request, fund, package, *needs):
    """A package of an application within reach, by its own application; 404 else."""
    application = visible_application(request, fund, *needs)
    rows = application.packages.select_related("made_by", "bases").prefetch_related("files__evidence")
    found = rows.filter(pk=package).first()
    if found is None:
        raise Http404
    found.application = application
    return found


def named_package(request, fund, package):
    """The same, for what names people: refused to whom somebody of the group is hidden from."""
    found = package_of(request, fund, package, P.VIEW_FUNDS)
    if reading.hides_names(request.user, found.application):
        raise PermissionDenied("Este paquete nombra a personas que usted no puede ver. Pídalo a la coordinación.")
    return found
