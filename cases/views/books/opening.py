"""Open the book: what the deed says, filled in from what the founders decided, and read before it is written."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.books import rows as book_rows
from cases.formalization.life import LegalEventKind
from cases.forms.books import OpenForm
from cases.forms.members import DayForm
from cases.models import FoundingProject, LegalEvent
from cases.services import books, documented
from cases.services.books.opening import COOPERATIVE
from cases.views.books.frame import acting_frame, writing
from incubator import calendars
from incubator.enums import EvidenceKind, Tier
from incubator.outcomes import accepted


def open_book(request, pk):
    """One form: the value of a share and a line for each member of the day of the deed."""
    case, book = writing(request, pk)
    if book is not None or not case.is_open or case.organization.legal_status not in COOPERATIVE:
        messages.info(request, "El libro ya está abierto, o la cooperativa todavía no está constituida.")
        return redirect("group_books", pk)
    day = _day(request, case)
    rows = book_rows.register(request.user, case, day).members
    form = OpenForm(request.POST or None, request.FILES or None, rows=rows, owner=request.user,
                    initial=_initial(case, day, rows))  # fmt: skip
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _opened(request.user, case, form)):
        messages.success(request, "El libro quedó abierto.")
        return redirect("book_members", pk)
    context = {"title": "Abrir el libro de cuotas", "form": form, "day": day, "day_form": DayForm(initial={"dia": day})}
    return render(request, "cases/books/open.html", acting_frame(case, "group_books", **context))


def _opened(by, case, form):
    values = form.values()
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=calendars.today(),
        kind=EvidenceKind.DEED,
        tier=Tier.LEGAL,
        taken_on=values["on"],
        act=lambda evidence: books.open_book(by=by, case=case, evidence=evidence, **values),
    )


def _day(request, case):
    """The day asked for, else that of the deed, else today."""
    for name, data in (("on", request.POST), ("dia", request.GET)):
        form = DayForm({"dia": data[name]}) if data.get(name) else None
        if form is not None and form.is_valid():
            return form.cleaned_data["dia"]
    deeds = LegalEvent.objects.in_force().filter(case__organization=case.organization_id, kind=LegalEventKind.DEED)
    return deeds.order_by("-pk").values_list("happened_on", flat=True).first() or calendars.today()


def _initial(case, day, rows):
    """What the founders decided, and the number of each in the order of the register."""
    projects = FoundingProject.objects.filter(file__case__organization=case.organization_id)
    known = book_rows.records_of(case.organization_id)
    taken = {record.member_no for record in known.values() if record.member_no}
    free = (number for number in range(1, len(rows) + len(taken) + 2) if number not in taken)
    initial = {"on": day, "share_value": projects.order_by("-pk").values_list("share_value", flat=True).first()}
    for row in rows:
        record = known.get(row.person_id)
        initial[f"number_{row.person_id}"] = (record and record.member_no) or next(free)
        if record:
            initial[f"subscribed_{row.person_id}"] = record.shares_subscribed
            initial[f"paid_{row.person_id}"] = record.shares_paid
    return initial
