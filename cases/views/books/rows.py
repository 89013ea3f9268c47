"""Take back a row of the book by another one."""

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cases.models import ShareMovement
from cases.services import books
from cases.views.frame import visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import told


@require_POST
def void_movement(request, pk, movement):
    """The row stays, with its counter-row."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(ShareMovement.objects.filter(book__organization=case.organization_id), pk=movement)
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: books.void_movement(by=request.user, movement=row, on=calendars.today(), reason=reason),
        "El movimiento quedó anulado por otro, con la fecha de hoy.",
    )
    return redirect("book_movements", pk)
