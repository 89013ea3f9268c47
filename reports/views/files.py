"""A report's files. Each download asks again who the person is: a file leaves the house."""

from allauth.account.decorators import reauthentication_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from incubator import files
from reports import documents, rules, services
from reports.enums import NOMINAL
from reports.views.detail import visible


def report_file(request, pk, product):
    """One file: as sealed, or made from the draft's figures and marked BORRADOR. What is out of reach is 404 first."""
    report = visible(request, pk)
    if rules.is_draft(report):
        if product in NOMINAL:
            raise Http404
        return _draft_file(request, report, product)
    kept = get_object_or_404(report.files.select_related("evidence"), product=product)
    if product in NOMINAL and not services.may_read_annex(request.user, report):
        raise Http404
    return _sealed_file(request, report, kept)


@reauthentication_required
def _sealed_file(request, report, kept):
    if kept.product in NOMINAL:
        services.read_annex(by=request.user, report=report)
    return files.serve(request, kept.evidence, as_attachment=True, name=kept.evidence.original_name)


@reauthentication_required
def _draft_file(request, report, product):
    (made,) = documents.informe(report, only=product)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["Cache-Control"] = "private, no-store"
    return response
