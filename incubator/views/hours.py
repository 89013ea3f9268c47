"""Validate hours: the list of what waits for this person, and each one by its own button."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from incubator import addresses, causes
from incubator.access import Permission, allows
from incubator.requirements import Refused
from incubator.services import meetings

PAGE = 50


def waiting(request):
    """Meetings whose hours wait for somebody other than whoever logged them."""
    rows = meetings.to_validate(request.user).select_related("conducted_by", "logged_by", "incubator")
    rows = rows.prefetch_related("organizations").order_by("held_on", "starts_at", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for meeting in page:
        meeting.hours, meeting.url = meeting.minutes / 60, addresses.page_of(meeting)
    return render(request, "incubator/meetings/validate.html", {"page": page, "all_marked": "todas" in request.GET})


@causes.cause("hours_to_validate", "Horas por validar")
def _hours(asked):
    """Hours logged by others wait for this user."""
    if not allows(asked.user, Permission.VALIDATE_HOURS):
        return
    count = meetings.to_validate(asked.user).count()
    if count:
        words = "1 reunión espera" if count == 1 else f"{count} reuniones esperan"
        yield causes.Task(
            key="hours_to_validate",
            sentence=format_html("<b>{}</b> que usted valide sus horas.", words),
            url=reverse("hours_to_validate"),
            action="Revisar",
            about="las horas por validar",
        )


@require_POST
def validate(request):
    """Validate the chosen ones («id-minutes», as they were shown); each refusal is said with its reason."""
    rows = meetings.to_validate(request.user)
    done, refused = 0, []
    for pk, minutes in _chosen(request.POST):
        meeting = rows.filter(pk=pk).first()
        if meeting is None:
            continue
        try:
            meetings.validate_hours(by=request.user, meeting=meeting, seen_minutes=minutes)
            done += 1
        except Refused as reasons:
            refused += reasons.sentences
    _say(request, done, refused)
    return redirect("hours_to_validate")


def _say(request, done, refused):
    for sentence in refused:
        messages.error(request, sentence)
    if done:
        words = (
            "Quedaron validadas las horas de 1 reunión."
            if done == 1
            else f"Quedaron validadas las de {done} reuniones."
        )
        messages.success(request, words)
    elif request.POST.getlist("meeting") and not refused:
        messages.info(request, "Las reuniones que marcó ya no esperan validación: no se cambió nada.")
    elif not refused:
        messages.info(request, "No eligió ninguna reunión por validar: marque al menos una.")


def _chosen(data):
    for value in data.getlist("meeting"):
        pk, _, minutes = value.partition("-")
        if pk.isdigit() and minutes.isdigit():
            yield int(pk), int(minutes)
