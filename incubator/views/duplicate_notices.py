"""Notices between two incubators of one agreement. Each side sees its own person at most, and never the other's."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models import DuplicateNotice, Person
from incubator.outcomes import accepted
from incubator.same_person_forms import TalkForm
from incubator.services import same_person


def listing(request):
    """The notices of the incubators this user coordinates."""
    homes = scope_of(request.user, Permission.SETTLE_DUPLICATES).home_ids
    rows = DuplicateNotice.objects.visible_to(request.user).select_related("first", "second")
    rows = rows.prefetch_related("talks")
    context = {"rows": [_told(row, home) for row in rows for home in _homes(row, homes)]}
    return render(request, "incubator/same_person/notices.html", context)


def detail(request, pk):
    """One notice: with whom to talk, this side's own person, and «conversado»."""
    rows = DuplicateNotice.objects.visible_to(request.user).select_related("first", "second")
    notice = get_object_or_404(rows.prefetch_related("talks"), pk=pk)
    homes = _homes(notice, scope_of(request.user, Permission.SETTLE_DUPLICATES).home_ids)
    own = notice.first if notice.first_id in homes else notice.second
    form = TalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        if accepted(form, lambda: _talk(request.user, notice, own, note)):
            messages.success(request, "Quedó anotado que conversaron.")
            return redirect("duplicate_notice", pk=pk)
    people = Person.objects.visible_to(request.user).surviving().filter(incubator=own, run_mark=notice.run_mark)
    context = _told(notice, own.pk) | {
        "people": people,
        "form": form,
        "crumbs": [("Avisos entre incubadoras", reverse("duplicate_notices"))],
    }
    return render(request, "incubator/same_person/notice.html", context)


def _talk(by, notice, own, note):
    return same_person.talk(by=by, notice=notice, incubator=own, on=calendars.today(), note=note)


def _homes(notice, homes):
    """The sides of a notice that this user coordinates, in order."""
    found = [pk for pk in (notice.first_id, notice.second_id) if pk in homes]
    if not found:
        raise Http404
    return found


def _told(notice, home):
    """A notice as one side reads it."""
    talks = {talk.incubator_id: talk for talk in notice.talks.all()}
    other = notice.other_than(home)
    return {"notice": notice, "other": other, "own_talk": talks.get(home), "their_talk": talks.get(other.pk)}
