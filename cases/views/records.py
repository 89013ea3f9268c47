"""What is kept of a group: its documents, each served through it."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from cases.documents import documents_of
from cases.views.frame import group_frame, visible_case
from incubator import files
from incubator.access import Permission

PAGE = 30


def documents(request, pk):
    """The documents of the group that this user may open."""
    frame = group_frame(request, pk, "group_documents")
    found = documents_of(request.user, frame["case"])
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/groups/documents.html", frame | {"page": page})


def document(request, pk, document):
    """One document, only when it is of this group and its tier is open to this user."""
    case = visible_case(request, pk, Permission.VIEW_PEOPLE)
    found = {row.evidence.pk: row.evidence for row in documents_of(request.user, case)}
    if document not in found:
        raise Http404
    return files.serve(request, found[document])
