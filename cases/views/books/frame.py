"""What every page of the books shares: the group's own tabs and, under them, the books."""

from django.urls import reverse

from cases.books import rows as book_rows
from cases.forms.members import DayForm
from cases.views.frame import COOPERATIVE, form_frame, group_frame, visible_case
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address

#: Book → its page. One appears when its page exists.
BOOKS = (
    ("Resumen", "group_books"),
    ("Integrantes y cuotas", "book_members"),
    ("Movimientos", "book_movements"),
    ("Cargos", "book_seats"),
    ("Juntas", "book_meetings"),
)


def books_frame(request, pk, current):
    """Context of a page of the books: that of the tab «Libros», the books in `rooms`, and what the user may do."""
    frame = group_frame(request, pk, "group_books")
    case = frame["case"]
    writes = case.is_open and allows(request.user, Permission.RECORD_FACTS, case)
    return frame | {
        "rooms": rooms_of(case, current),
        "is_cooperative": case.organization.legal_status in COOPERATIVE,
        "may_write": writes,
        "may_export": allows(request.user, Permission.EXPORT, case),
    }


def rooms_of(case, current):
    """The books of a cooperative, for the second row of tabs."""
    return [
        {"label": label, "url": url, "current": name == current, "count": ""}
        for label, name in BOOKS
        if (url := address(name, case.organization_id))
    ]


def asked_day(request):
    """(the form, the day asked for): today when none is asked, or it cannot be read."""
    today = calendars.today()
    form = DayForm(request.GET if "dia" in request.GET else None, initial={"dia": today})
    form.fields["dia"].label = "Día"
    return form, form.cleaned_data["dia"] if form.is_bound and form.is_valid() else today


def acting_frame(case, back, **context):
    """Context of a page that writes in a book."""
    page = reverse(back, args=[case.organization_id])
    frame = form_frame(case, **context)
    return frame | {"back": page, "crumbs": [*frame["crumbs"], ("Libros", page)]}


def writing(request, pk):
    """(case, its book) for whoever writes in it; the book is None while nobody opened it."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    return case, book_rows.book_of(case.organization_id)
