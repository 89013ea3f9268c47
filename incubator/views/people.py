"""A person's page and its forms. Sensitive facts have pages of their own (sensitive.py)."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render

from incubator import addresses, calendars, country
from incubator.access import Permission, allows
from incubator.models import Membership, Organization, Person, PersonMerge
from incubator.outcomes import accepted
from incubator.people_forms import PersonForm
from incubator.services import consents, people


def visible_person(request, pk, permission=Permission.VIEW_PEOPLE):
    """A person within the user's reach, as she is read: of a record joined to another, the other. Or 404."""
    rows = Person.objects.visible_to(request.user, permission).select_related("incubator", "commune")
    person = get_object_or_404(rows, pk=pk)
    return person if person.same_as_id is None else get_object_or_404(rows, pk=person.same_as_id)


def detail(request, pk):
    """Who she is, how to reach her, and the groups she has been in, by whichever of her records."""
    person = visible_person(request, pk)
    if person.pk != pk:
        return redirect("person_detail", pk=person.pk)
    seen = Organization.objects.visible_to(request.user)
    records = list(person.redirected_here.select_related("commune").order_by("pk"))
    rows = Membership.objects.filter(person__in=[person, *records], annulled_at__isnull=True, organization__in=seen)
    memberships = list(rows.select_related("organization").order_by("-since", "-pk"))
    context = {
        "person": person,
        "crumbs": _way_here(memberships),
        "run": country.format_run(person.run) if person.run else "",
        "groups": [{"row": row, "url": addresses.page_of(row.organization)} for row in memberships],
        "records": records,
        "merges": _merges(request.user, person, records),
        "may_write": allows(request.user, Permission.WRITE_PEOPLE, person),
        "may_see_sensitive": allows(request.user, Permission.VIEW_SENSITIVE, person),
        "may_see_needs": allows(request.user, Permission.VIEW_SUPPORTS, person),
        "may_ask": allows(request.user, Permission.WRITE_PEOPLE, person),
        "standings": consents.standing_of([person.pk], calendars.today())[person.pk],
    }
    return render(request, "incubator/person.html", context)


def _merges(user, person, records):
    """The merges in force that brought these records here, and what is proposed, for whoever may settle them."""
    rows = PersonMerge.objects.visible_to(user, Permission.WRITE_PEOPLE)
    joined = rows.in_force().filter(kept__in=[person, *records], redirected__in=records)
    waiting = rows.waiting().filter(Q(kept=person) | Q(redirected=person))
    return [*joined.order_by("pk"), *waiting.order_by("pk")]


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
