"""The books on paper and in Excel, for whoever proves again who they are."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.books import exports as book_exports
from cases.books import papers as book_papers
from cases.views.books.frame import asked_day, books_frame
from incubator import access, calendars, masking
from incubator.access import Permission


@reauthentication_required
def workbook(request, pk):
    """Every book in one workbook, as it was on a day."""
    case, day = _allowed(request, pk)
    content = book_exports.workbook(case, by=request.user, day=day, on=calendars.today())
    return _file(content, book_exports.MEDIA_TYPE, f"libros-{case.code}-{day:%Y-%m-%d}.xlsx")


@reauthentication_required
def paper(request, pk):
    """The register of members as an accessible PDF."""
    return _paper(request, pk, "members.book", "integrantes")


@reauthentication_required
def seats_paper(request, pk):
    """The register of seats as an accessible PDF."""
    return _paper(request, pk, "seats.book", "cargos")


def _paper(request, pk, document, name):
    case, day = _allowed(request, pk)
    if masking.hides_anybody(request.user, [pk]):
        messages.error(request, "Hay integrantes que no autorizan mostrarle su nombre: este registro no se descarga.")
        return redirect("book_members", pk)
    content, lacks = book_papers.pdf(document, case, on=day, created=calendars.now(), user=request.user)
    if lacks:
        for sentence in lacks:
            messages.error(request, sentence)
        return redirect("book_seats" if document == "seats.book" else "book_members", pk)
    return _file(content, "application/pdf", f"registro-{name}-{case.code}-{day:%Y-%m-%d}.pdf")


def _allowed(request, pk):
    """(case, day): who downloads sees what is legal, and the names in it."""
    case = books_frame(request, pk, "group_books")["case"]
    access.require(request.user, Permission.EXPORT, case)
    access.require(request.user, Permission.VIEW_PEOPLE, case)
    return case, asked_day(request)[1]


def _file(content, media_type, name):
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
