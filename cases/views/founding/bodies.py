"""Step 5: the bodies according to size, how long each seat lasts, and whom the founders propose."""

from django.shortcuts import render

from cases.forms.founding import BodiesForm, SeatRow
from cases.founding.steps import mirror
from cases.law.answers import Reading
from cases.services import founding
from cases.views.founding.room import after, room_of, saved, shut, step_frame
from incubator.meeting_forms import rows_of

_PREFIX = "seats"
_FIELDS = ("direction", "direction_seats", "watch", "watch_seats", "years")


def bodies(request, pk):
    """Decide them; the seats in rows."""
    room = room_of(request, pk)
    if answer := shut(request, room):
        return answer
    project = room.project
    form = BodiesForm(request.POST or None, initial={name: getattr(project, name) for name in _FIELDS})
    seats = _rows(room, request.POST or None)
    if request.method == "POST" and request.POST.get("add_row") == _PREFIX:
        seats = _one_more(room, request.POST)
        form.quiet()
    elif (
        request.method == "POST"
        and seats.is_valid()
        and saved(request, form, lambda: _write(request.user, room, form, seats), "Los órganos quedaron guardados.")
    ):
        return after(room, "bodies")
    wanted = ("small.members", "large.bodies", "vigilance.size", "gender.mirror", "minors")
    context = step_frame(
        room,
        "bodies",
        form=form,
        seats=seats,
        mirrors=mirror(room.reads),
        members=len(room.founders),
        small=len(room.founders) <= Reading(room.on).value("bodies", "small.members"),
        rules=room.rules(("clauses", "h"), *(("bodies", key) for key in wanted)),
    )
    return render(request, "cases/founding/bodies.html", context)


def _rows(room, data):
    initial = [
        {"person": seat.person.survivor.pk, "body": seat.body, "office": seat.office, "alternate": seat.alternate}
        for seat in room.seats
    ]
    return rows_of(SeatRow, _PREFIX, data, initial=initial, people=room.choices)


def _one_more(room, data):
    """The same rows and one more, nothing judged yet."""
    grown = data.copy()
    grown[f"{_PREFIX}-TOTAL_FORMS"] = int(data.get(f"{_PREFIX}-TOTAL_FORMS") or 0) + 1
    seats = _rows(room, grown)
    seats.quiet()
    return seats


def _write(by, room, form, rows):
    people = {one.person.pk: one.person for one in room.founders}
    seats = [(people[row["person"]], row["body"], row["office"], row["alternate"]) for row in rows.filled()]
    return founding.form_bodies(by=by, file=room.file, on=room.on, seats=seats, **form.cleaned_data)
