"""The tab of a group with the training of its members: who studies what, and who has the core curriculum."""

from django.shortcuts import render

from cases.views.frame import group_frame
from curricula.enums import CREDITED
from curricula.models import Enrollment
from incubator import calendars, masking, same_person
from incubator.access import Permission, allows
from incubator.navigation import address
from incubator.parameters import Parameters


def of_group(request, pk):
    """Each member of today with her enrollments; names for whoever may read them."""
    frame = group_frame(request, pk, "group_training")
    case, on = frame["case"], calendars.today()
    agreement = case.incubator.agreement_on(on)
    members = list(case.organization.members_on(on))
    enrolled = Enrollment.objects.annotate(one_person=same_person.surviving())
    rows = enrolled.filter(one_person__in=[row.who.pk for row in members]).select_related("cohort__curriculum")
    mine = {}
    for row in rows.order_by("-cohort__starts_on", "pk"):
        mine.setdefault(row.one_person, []).append(row)
    members = masking.cover(request.user, members, pk)
    people = [{"person": row.who, "enrollments": mine.get(row.who.pk, [])} for row in members]
    credited = sum(any(_is_core_credit(row) for row in person["enrollments"]) for person in people)
    context = frame | {
        "people": people,
        "credited": credited,
        "sees_names": allows(request.user, Permission.VIEW_PEOPLE, case),
        "asked": (agreement.rules if agreement else Parameters()).core_curriculum_share,
        "courses": address("cohort_list"),
    }
    return render(request, "cases/sessions/training.html", context)


def _is_core_credit(enrollment):
    return enrollment.state in CREDITED and enrollment.cohort.curriculum.is_core
