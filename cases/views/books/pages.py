"""Read the books: the summary, the register on a day, one member, the movements, and the seats."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from cases import minimums
from cases.books import rows as book_rows
from cases.books import seats as seat_rows
from cases.books.people import people_of
from cases.law import yearly
from cases.models import ShareCertificate, ShareMovement
from cases.views.books.frame import asked_day, books_frame
from incubator import calendars, masking, same_person
from incubator.access import Permission, allows
from incubator.models import Person

_PAGE = 50


def overview(request, pk):
    """How the cooperative stands: members, capital, seats, what is owed and what comes."""
    frame = books_frame(request, pk, "group_books")
    case, on = frame["case"], calendars.today()
    register = book_rows.register(request.user, case, on)
    seats = seat_rows.seats(request.user, case, on)
    context = {
        "register": register,
        "lacks": minimums.of_case(case, on),
        "seats": seats,
        "refunds": book_rows.refunds(register, case),
        "duties": yearly.calendar(first=on, last=on.replace(month=12, day=31))[:4],
        "may_open": frame["may_write"] and frame["is_cooperative"] and register.book is None,
    }
    return render(request, "cases/books/overview.html", frame | context)


def members(request, pk):
    """The register on a day."""
    frame = books_frame(request, pk, "book_members")
    form, day = asked_day(request)
    register = book_rows.register(request.user, frame["case"], day)
    context = {"register": register, "day_form": form, "on": day, "is_today": day == calendars.today()}
    return render(request, "cases/books/members.html", frame | context)


def member(request, pk, member):
    """One member: what she holds, how it moved, and her certificates."""
    frame = books_frame(request, pk, "book_members")
    form, day = asked_day(request)
    register = book_rows.register(request.user, frame["case"], day)
    row = register.row_of(same_person.canonical([member])[member])
    if row is None and day == calendars.today():
        raise Http404
    mine = register.people.records(member)
    issued = ShareCertificate.objects.filter(book=register.book, person_id__in=mine, happened_on__lte=day)
    context = {
        "register": register,
        "row": row,
        "movements": [one for one in reversed(register.movements) if row and row.person_id in (one.holder, one.other)],
        "certificates": issued.order_by("number"),
        "refund": next((answer for one, answer in book_rows.refunds(register, frame["case"]) if one is row), None),
        "day_form": form,
        "on": day,
        "title": row.name if row else "Sin registro ese día",
    }
    return render(request, "cases/books/member.html", frame | context)


def movements(request, pk):
    """Every row of the book, newest first, with what took it back."""
    frame = books_frame(request, pk, "book_movements")
    rows = ShareMovement.objects.visible_to(request.user).filter(book__organization_id=pk)
    rows = rows.select_related("person__same_as", "counterpart__same_as", "recorded_by", "voided_by_row", "voids")
    page = Paginator(rows.order_by("-happened_on", "-pk"), _PAGE).get_page(request.GET.get("pagina"))
    people = people_of(frame["case"].organization_id)
    names = _names(request.user, frame["case"], page.object_list, people)
    for row in page.object_list:
        row.from_name = names.get(people.of(row.person), "")
        row.to_name = names.get(people.of(row.counterpart), "") if row.counterpart else ""
        row.taken_back = getattr(row, "voided_by_row", None)
    context = {"page": page, "book": book_rows.book_of(pk), "sees_documents": frame["may_write"]}
    return render(request, "cases/books/movements.html", frame | context)


def seats(request, pk):
    """Who held which seat on a day, and what the law says of the bodies."""
    frame = books_frame(request, pk, "book_seats")
    form, day = asked_day(request)
    held = seat_rows.seats(request.user, frame["case"], day)
    context = {"seats": held, "day_form": form, "on": day, "is_today": day == calendars.today()}
    return render(request, "cases/books/seats.html", frame | context)


def _names(user, case, rows, people):
    """{id of the record she is read by: how this user reads her} in the rows of a page."""
    ids = {people.of(one) for row in rows for one in (row.person, row.counterpart) if one}
    if allows(user, Permission.VIEW_PEOPLE, case):
        found = Person.objects.filter(pk__in=ids)
        groups = dict.fromkeys(ids, case.organization_id)
        return {pk: shown.name for pk, shown in masking.names_for(user, found, groups).items()}
    numbers = book_rows.numbers_of(case.organization_id, people)
    return {pk: f"Integrante N.º {numbers[pk]}" if pk in numbers else "Con nombre reservado" for pk in ids}
