"""What is taken of a package: one file, everything in a ZIP, the copying sheet, and how it differs from the former."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from cases.forms.funding.package import VerifyForm
from cases.funding.package import differences, names, reading, sheet
from cases.services.funding import packages
from cases.views.funding.frame import page_frame, visible_application
from cases.views.funding.package.page import named_package, package_of
from incubator import files
from incubator.access import Permission
from incubator.requirements import Refused

P = Permission


def one_file(request, fund, package, package_file):
    """One file of the package; a reserved one leaves only through its hand-over."""
    found = package_of(request, fund, package, P.VIEW_FUNDS)
    row = next((one for one in reading.takeable(request.user, found) if one.pk == package_file), None)
    if row is None:
        raise Http404
    return files.serve(request, row.evidence, as_attachment=True, name=row.name)


def zipped(request, fund, package):
    """Everything that this user may take, but the reserved ones."""
    found = named_package(request, fund, package)
    try:
        content = packages.zipped(by=request.user, package=found)
    except Refused as refused:
        messages.error(request, refused.sentences[0])
        return redirect("application_package", fund)
    return attached(content, names.archive(found.application.code, found.number))


def attached(content, name):
    """A ZIP that is made for this answer and not kept."""
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def copying_sheet(request, fund, package):
    """Each field in the agency's order, to copy it into the agency's own page."""
    found = named_package(request, fund, package)
    frame = page_frame(request.user, found.application)
    context = {"package": found, "parts": sheet.parts(found.snapshot), "room": "application_package"}
    return render(request, "cases/funding/package/sheet.html", frame | context)


def sheet_text(request, fund, package):
    """The same as plain text."""
    found = named_package(request, fund, package)
    answer = HttpResponse(sheet.as_text(found.snapshot), content_type="text/plain; charset=utf-8")
    name = f"hoja-para-copiar-{found.application.code.lower()}-paquete-{found.number}.txt"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def compared(request, fund, package):
    """How a package differs from the one before it."""
    found = named_package(request, fund, package)
    former = found.application.packages.filter(number=found.number - 1).first()
    if former is None:
        raise Http404
    frame = page_frame(request.user, found.application)
    changes = differences.changes(former.snapshot, found.snapshot)
    context = {"package": found, "former": former, "changes": changes}
    return render(request, "cases/funding/package/compared.html", frame | context)


def verify(request, fund):
    """Whether a file is one of those that were frozen. What is brought is compared and not kept."""
    application = visible_application(request, fund, P.VIEW_FUNDS)
    form = VerifyForm(request.POST or None, request.FILES or None)
    context = {"form": form, "asked": False}
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["upload"]
        sha256 = reading.digest_of(upload) if upload else form.cleaned_data["digest"]
        found = reading.found_by(reading.packages_of(application), sha256)
        context |= {"asked": True, "sha256": sha256, "found": found}
    return render(request, "cases/funding/package/verify.html", page_frame(request.user, application, **context))
