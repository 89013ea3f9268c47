"""The journal on screen: of one group, what changed in its records, and of the whole incubator."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse

from cases import journal_filters, lineage
from cases.journal_words import said
from cases.views.frame import group_frame
from incubator import calendars, changes
from incubator.models import JournalEntry, Organization

PAGE = 30


def of_group(request, pk):
    """What happened to the group, newest first: who, what, when it happened and when it was recorded."""
    frame = group_frame(request, pk, "group_journal")
    formers = lineage.formers(frame["case"])
    seen = lineage.seen_of_group(frame["case"], formers, day="effective_on")
    listed = _listed(request, JournalEntry.objects.filter(seen).order_by("-id"))
    lineage.mark([entry["row"] for entry in listed["entries"]], formers, lambda row: f"g{row.organization_id}")
    return render(request, "cases/groups/journal.html", frame | listed | _views(pk, "group_journal"))


def changes_of_group(request, pk):
    """What was corrected in the group's records: former value and new one, each only to whoever may read it."""
    frame = group_frame(request, pk, "group_journal")
    ids = {former.organization_id for former in lineage.formers(frame["case"])}
    formers = list(Organization.objects.filter(pk__in=ids).order_by("pk")) if ids else []
    found = changes.changes_of(request.user, frame["group"], formers)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = changes.read(request.user, frame["group"], list(page), formers)
    return render(
        request, "cases/groups/changes.html", frame | {"page": page, "changes": told} | _views(pk, "group_changes")
    )


def of_incubator(request):
    """The whole journal of the incubators where this user may read it."""
    rows = JournalEntry.objects.visible_to(request.user).order_by("-id")
    return render(request, "cases/journal/list.html", _listed(request, rows))


def _listed(request, rows):
    """One page of entries in words, and the filters with what they offer."""
    kind, person = request.GET.get("tipo", ""), request.GET.get("persona", "")
    offered = journal_filters.choices(rows, kind, person)
    shown = journal_filters.narrowed(rows, kind, person).select_related("by", "organization", "incubator")
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    kept = {"tipo": offered["kind"], "persona": offered["person"]}
    query = urlencode({key: value for key, value in kept.items() if value})
    return {"page": page, "entries": [_entry(row) for row in page], "query": f"{query}&" if query else "", **offered}


def _entry(row):
    """An entry in words; the moment of recording stands apart only when it is of another day."""
    recorded_on = calendars.local_day(row.recorded_at)
    return {"row": row, "words": said(row), "is_late": recorded_on != row.effective_on}


def _views(pk, current):
    """The two ways of looking at what happened to a group."""
    ways = [("Qué se hizo", "group_journal"), ("Qué cambió", "group_changes")]
    return {
        "ways": [{"label": label, "url": reverse(name, args=[pk]), "current": name == current} for label, name in ways]
    }
