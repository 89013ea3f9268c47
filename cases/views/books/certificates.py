"""Issue and cancel certificates of shares."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.books import rows as book_rows
from cases.forms import books as forms
from cases.models import ShareCertificate
from cases.services import books
from cases.views.books.frame import acting_frame, writing
from cases.views.frame import visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told


def issue(request, pk):
    """A certificate of paid shares, with the number that follows."""
    case, book = writing(request, pk)
    if book is None or not case.is_open:
        messages.info(request, "Primero abra el libro de cuotas." if case.is_open else "El caso está cerrado.")
        return redirect("group_books", pk)
    rows = [row for row in book_rows.register(request.user, case, calendars.today()).rows if row.balance.paid]
    initial = {"person": request.GET.get("quien", "")}
    form = forms.CertificateForm(request.POST or None, rows=rows, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = accepted(form, lambda: books.issue_certificate(by=request.user, case=case, **form.values()))
        if made:
            messages.success(request, f"Quedó emitido el título N.º {made.number}.")
            return redirect("book_member", pk, made.person_id)
    context = acting_frame(case, "book_members", form=form, title="Emitir un título de cuotas", book=book)
    return render(request, "cases/books/form.html", context)


@require_POST
def cancel(request, pk, certificate):
    """It stays in the book, crossed out."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(ShareCertificate.objects.filter(book__organization=case.organization_id), pk=certificate)
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: books.cancel_certificate(by=request.user, certificate=row, on=calendars.today(), reason=reason),
        f"El título N.º {row.number} quedó anulado.",
    )
    return redirect("book_member", pk, row.person_id)
