"""Who enters a course, and how each person ends: one by one, or the approvals together."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from curricula.enums import EnrollmentState
from curricula.forms import ChangeForm, EnrollForm
from curricula.services import cohorts, enrollments, progress
from curricula.views.cohorts import frame, managed, reached
from incubator import calendars, masking, same_person
from incubator.access import Permission
from incubator.models import Organization, Person
from incubator.outcomes import accepted
from incubator.requirements import Refused


def enroll(request, pk):
    """Choose a group, then which of its members enter."""
    cohort, today = managed(request, pk), calendars.today()
    groups = Organization.objects.visible_to(request.user, Permission.MANAGE_COHORTS).groups()
    groups = groups.filter(incubator=cohort.incubator).order_by("sort_key", "pk")
    wanted = request.GET.get("grupo", "")
    group = get_object_or_404(groups, pk=wanted) if wanted.isdigit() else None
    people = _free(request.user, cohort, group, today) if group else []
    form = EnrollForm(request.POST or None, people=people, initial={"on": today, "people": [pk for pk, _ in people]})
    if request.method == "POST" and group and form.is_valid():
        done = accepted(form, lambda: _enroll(request.user, cohort, group, form.cleaned_data))
        if done is not None:
            words = "Quedó 1 persona" if done == 1 else f"Quedaron {done} personas"
            messages.success(request, f"{words} de {group.name} en el curso.")
            return redirect("cohort_detail", pk)
    context = frame(cohort) | {"groups": groups, "group": group, "people": people, "form": form}
    return render(request, "curricula/enroll.html", context)


def _free(user, cohort, group, day):
    """Members of that day who are not in the course yet: [(person_id, name)]."""
    rows = cohort.enrollments.annotate(one_person=same_person.surviving()).order_by("pk")
    taken = set(rows.values_list("one_person", flat=True))
    free = [row for row in group.members_on(day) if row.who.pk not in taken]
    return [(row.who.pk, row.who.name) for row in masking.cover(user, free, group.pk)]


def _enroll(by, cohort, group, values):
    people = Person.objects.filter(pk__in=values["people"]).order_by("sort_key", "pk")
    for person in people:
        enrollments.enroll(
            by=by,
            cohort=cohort,
            person=person,
            organization=group,
            on=values["on"],
            state=values["state"],
            supports_on=values["supports_on"],
        )
    return len(people)


def change(request, pk, enrollment):
    """One person: what she passes to, when and why; beneath, what happened before."""
    cohort = reached(request, pk)
    rows = cohorts.people_of(request.user, cohort)
    rows = rows.select_related("person__same_as", "organization", "cohort__incubator")
    row = masking.cover(request.user, [get_object_or_404(rows, pk=enrollment)])[0]
    states = enrollments.next_states(request.user, row)
    form = ChangeForm(request.POST or None, states=states, initial={"on": calendars.today()})
    if request.method == "POST" and states and form.is_valid():
        done = accepted(form, lambda: enrollments.change(by=request.user, enrollment=row, **form.cleaned_data))
        if done is not None:
            messages.success(request, f"{row.person.survivor.name} quedó como «{done.get_state_display()}».")
            return redirect("cohort_detail", pk)
    seen = progress.progress_of(cohort, rows.filter(pk=row.pk), calendars.today())[row.pk]
    context = frame(cohort) | {
        "row": row,
        "states": states,
        "form": form,
        "progress": seen,
        "asked": progress.threshold(cohort, calendars.today()),
        "changes": row.changes.select_related("by").order_by("-id"),
    }
    return render(request, "curricula/change.html", context)


def approve(request, pk):
    """Whoever has attended enough, proposed; a person decides."""
    cohort, today = reached(request, pk), calendars.today()
    rows = cohorts.people_of(request.user, cohort).filter(state=EnrollmentState.ACTIVE)
    rows = rows.select_related("person__same_as", "organization", "cohort__incubator")
    if request.method == "POST":
        chosen = [value for value in request.POST.getlist("enrollment") if value.isdigit()]
        _say(request, *_approve(request.user, masking.cover(request.user, rows.filter(pk__in=chosen)), today))
        return redirect("cohort_detail", pk)
    seen, asked = progress.progress_of(cohort, rows, today), progress.threshold(cohort, today)
    shown = masking.cover(request.user, cohorts.one_each(rows))
    people = [{"row": row, "progress": seen[row.pk], "meets": seen[row.pk].meets(asked)} for row in shown]
    context = frame(cohort) | {"people": people, "asked": asked, "any": any(one["meets"] for one in people)}
    return render(request, "curricula/approve.html", context)


def _approve(by, rows, on):
    done, refused = 0, []
    for row in rows:
        try:
            enrollments.approve(by=by, enrollment=row, on=on)
            done += 1
        except Refused as reasons:
            refused += [f"{row.person.survivor.name}: {sentence}" for sentence in reasons.sentences]
    return done, refused


def _say(request, done, refused):
    for sentence in refused:
        messages.error(request, sentence)
    if done:
        messages.success(request, "Quedó aprobada 1 persona." if done == 1 else f"Quedaron aprobadas {done} personas.")
    elif not refused:
        messages.info(request, "No marcó a nadie: elija al menos a una persona.")
