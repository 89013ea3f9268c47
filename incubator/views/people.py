"""A person's page and its forms. Sensitive facts have pages of their own (sensitive.py)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from incubator import addresses, calendars, country
from incubator.access import Permission, allows
from incubator.models import Organization, Person
from incubator.outcomes import accepted
from incubator.people_forms import PersonForm
from incubator.services import people


def visible_person(request, pk, permission=Permission.VIEW_PEOPLE):
    """A person within the user's reach, or 404."""
    rows = Person.objects.visible_to(request.user, permission).select_related("incubator", "commune")
    return get_object_or_404(rows, pk=pk)


def detail(request, pk):
    """Who she is, how to reach her, and the groups she has been in."""
    person = visible_person(request, pk)
    seen = Organization.objects.visible_to(request.user)
    rows = person.memberships.filter(annulled_at__isnull=True, organization__in=seen)
    memberships = list(rows.select_related("organization").order_by("-since", "-pk"))
    context = {
        "person": person,
        "crumbs": _way_here(memberships),
        "run": country.format_run(person.run) if person.run else "",
        "groups": [{"row": row, "url": addresses.page_of(row.organization)} for row in memberships],
        "may_write": allows(request.user, Permission.WRITE_PEOPLE, person),
        "may_see_sensitive": allows(request.user, Permission.VIEW_SENSITIVE, person),
        "may_see_needs": allows(request.user, Permission.VIEW_SUPPORTS, person),
    }
    return render(request, "incubator/person.html", context)


def _way_here(memberships):
    """The group she is in, as the way to her page."""
    now = [row.organization for row in memberships if row.until is None][:1]
    return [(group.name, addresses.page_of(group)) for group in now if addresses.page_of(group)]


def edit(request, pk):
    """Mend a person's data; what did not change keeps its source and day."""
    person = visible_person(request, pk, Permission.WRITE_PEOPLE)
    form = PersonForm(request.POST or None, instance=person, incubator=person.incubator)
    if request.method == "POST" and form.is_valid():
        on = calendars.today()
        changed = accepted(
            form, lambda: people.update(by=request.user, person=person, on=on, **form.cleaned_data) or ["nothing"]
        )
        if changed:
            messages.success(request, "Los datos quedaron guardados.")
            return redirect("person_detail", pk=person.pk)
    name = Person.objects.get(pk=person.pk).name if request.method == "POST" else person.name
    return render(request, "incubator/person_form.html", {"form": form, "person": person, "name": name})
