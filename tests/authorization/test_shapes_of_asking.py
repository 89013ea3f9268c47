"""Shapes 6 to 8 of ROLES: parameters that widen, mixed ids, and creating under a foreign parent."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from cases.models import CensusImport
from cases.services import sessions
from curricula.models import Enrollment
from incubator.models import Evidence, Meeting
from incubator.requirements import Refused
from incubator.services import meetings
from incubator.text import fold
from reports.models import Report
from tests.authorization.addresses import every_address
from tests.authorization.corners import TODAY
from tests.authorization.expectations import Outcome, held, outcome, reaches
from tests.authorization.filled import FILLED, WRITERS
from tests.authorization.world import CORNERS, FOREIGN, NEAR, SAME, SISTER

pytestmark = pytest.mark.django_db


# ------------------------------------------------------------ 6. a parameter that widens


@pytest.mark.parametrize("who", ["officer_disability", "university_coordinator", "advisor", "trainer", "moved_officer"])
def test_6_no_parameter_of_a_query_widens_what_is_seen(world, visitor, who):
    inside = {
        name for name in CORNERS if any(reaches(world, who, right, "cohort", world[name]) for right in held(who)[1])
    }
    wrong = []
    for name in [name for name in (SAME, SISTER, FOREIGN) if name not in inside][:1]:
        other = world[name]
        query = {
            "con": other["group"].pk, "caso": other["case"].pk, "grupo": other["group"].pk, "group": other["group"].pk,
            "incubadora": other.place.pk, "incubator": other.place.pk, "borrador": other["draft"].pk, "de": "todas",
            "parte": other["session"].parts.first().pk, "persona": other["person"].pk, "etapa": "abiertos",
            "q": other.word,
            "organization": other["group"].pk, "agreement": other.agreement.pk, "fila": other["case"].pk, "estado": "",
        }  # fmt: skip
        for address in every_address().values():
            if address.name in ("cohort_sheet", "session_sheet", "report_file"):
                continue
            if outcome(world, who, address, world[NEAR]) != Outcome.OPEN:
                continue
            path = address.path(world[NEAR]) + "?" + "&".join(f"{key}={value}" for key, value in query.items())
            visit = visitor.visit(who, path)
            # what was asked comes back in the box where it was typed, and nowhere else
            said = fold(visit.text.replace(f"q={other.word}", "").replace(f'value="{other.word}"', ""))
            if fold(other.word) in said or fold(other.surname) in said or visit.status >= 500:
                wrong.append(f"{address.name} with ids of {name}: {visit}")
    assert not wrong, "\n".join(wrong)


# ------------------------------------------------------------ 7. a bulk act with mixed ids


@pytest.mark.parametrize("who", ["coordinator", "university_coordinator"])
def test_7_validating_hours_together_validates_only_those_within_reach(world, visitor, who):
    mixed = [world[name]["meeting"] for name in (NEAR, SISTER, FOREIGN)]
    data = {"meeting": [f"{meeting.pk}-{meeting.minutes}" for meeting in mixed]}
    done = _kept(visitor, who, reverse("hours_validate"), data, lambda: _validated(mixed))
    reached = [name for name in (NEAR, SISTER, FOREIGN) if reaches(world, who, None, "meeting", world[name])]
    assert done == {world[name]["meeting"].pk for name in reached}


def _validated(found):
    rows = Meeting.objects.filter(pk__in=[one.pk for one in found], validated_at__isnull=False)
    return set(rows.values_list("pk", flat=True))


def test_7_approving_together_changes_only_the_enrollments_of_that_course(world, visitor):
    from curricula.enums import EnrollmentState

    rows = [world[name]["enrollment"] for name in CORNERS]
    data = {"enrollment": [row.pk for row in rows]}

    def approved():
        found = Enrollment.objects.filter(pk__in=[row.pk for row in rows], state=EnrollmentState.APPROVED)
        return set(found.values_list("pk", flat=True))

    path = reverse("cohort_approve", args=[world[NEAR]["cohort"].pk])
    assert _kept(visitor, "coordinator", path, data, approved) <= {world[NEAR]["enrollment"].pk}


def test_7_a_lesson_or_a_session_marks_no_stranger(world):
    near, stranger = world[NEAR], world[FOREIGN]["person"]
    hour = {"held_on": TODAY, "starts_at": "18:00", "ends_at": "19:00"}
    from datetime import time

    hour |= {"starts_at": time(18), "ends_at": time(19)}
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        sessions.log(by=near["officer"], cases=[near["case"]], topic="x", marks={stranger.pk: "present"}, **hour)
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        sessions.log(by=near["officer"], cases=[near["case"], world[FOREIGN]["case"]], topic="x", **hour)
    from curricula.services import lessons

    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        lessons.log(by=near["officer"], cohort=near["cohort"], marks={stranger.pk: "present"}, **hour)


def test_7_a_workshop_with_a_group_out_of_reach_is_not_found(world, visitor):
    for name in (SAME, SISTER, FOREIGN):
        path = reverse("session_log", args=[world[NEAR]["group"].pk]) + f"?con={world[name]['group'].pk}"
        for method in ("GET", "POST"):
            assert visitor.visit("advisor", path, method, FILLED if method == "POST" else None).status == 404


def _kept(visitor, who, path, data, read):
    """What `read` finds after the act, inside a transaction that is taken back."""
    found = set()
    with transaction.atomic():
        request = visitor._request(who, path, "POST", data)
        visitor._asked(request)
        found = read()
        transaction.set_rollback(True)
    return found


# ------------------------------------------------------------ 8. creating under a foreign parent

COUNTED = (
    "incubator.Organization", "incubator.Person", "incubator.Membership", "incubator.Meeting", "incubator.Evidence",
    "cases.Call", "cases.Case", "cases.CensusImport", "curricula.Cohort", "reports.Report", "incubator.Post",
)  # fmt: skip


def _counts():
    return {label: apps.get_model(label).objects.count() for label in COUNTED}


@pytest.mark.parametrize("who", WRITERS)
def test_8_nothing_is_created_in_an_incubator_out_of_reach(world, visitor, who):
    foreign = world[FOREIGN]
    data = FILLED | {
        "incubator": foreign.place.pk, "incubadora": foreign.place.pk, "place": f"incubator:{foreign.place.pk}",
        "agreement": foreign.agreement.pk, "curriculum": foreign["curriculum"].pk, "period": "2021-05",
        "kind": "outreach", "opens_on": "01-06-2021", "closes_on": "30-06-2021", "seats": "3",
        "starts_on": "14-06-2021", "role": "evaluator",
        "email": "nueva@ejemplo.cl", "full_name": "Nueva Persona", "act": "Decreto", "case_source": "office",
        "modules-TOTAL_FORMS": "1", "modules-INITIAL_FORMS": "0", "modules-0-name": "Uno", "modules-0-hours": "2",
        "conducted_by": foreign["officer"].pk,
    }  # fmt: skip
    before, wrong = _counts(), []
    for address in every_address().values():
        if address.kind or outcome(world, who, address, foreign) != Outcome.OPEN:
            continue
        path = reverse(address.name) if not address.parts else address.path(foreign)
        found = _kept(
            visitor, who, f"{path}?incubator={foreign.place.pk}&incubadora={foreign.place.pk}", data, _foreign_rows
        )
        if found != _foreign_rows():
            wrong.append(f"{address.name}: {found}")
    assert not wrong, "\n".join(wrong)
    assert _counts() == before


def _foreign_rows():
    from incubator.models import Incubator

    place = Incubator.objects.get(commune_id="05502")
    return {
        (label, apps.get_model(label).objects.filter(incubator=place).count())
        for label in COUNTED
        if any(field.name == "incubator" for field in apps.get_model(label)._meta.fields)
    }


def test_8_a_group_takes_in_no_person_of_another_municipality(world, visitor):
    near = world[NEAR]
    for name in (SISTER, FOREIGN):
        path = reverse("member_add", args=[near["group"].pk, world[name]["person"].pk])
        assert visitor.visit("officer_disability", path, "POST", FILLED).status == 404
    from incubator.services import organizations

    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        organizations.join(by=near["officer"], organization=near["group"], person=world[FOREIGN]["person"], since=TODAY)


def test_8_a_report_is_prepared_only_where_one_prepares(world, visitor):
    data = {"incubator": world.c.pk, "agreement": world.other_agreement.pk, "period": "2021-05"}
    for who in ("officer_disability", "advisor", "coordinator"):
        assert visitor.visit(who, reverse("report_compose"), "POST", data).status == 404
    assert not Report.objects.filter(incubator=world.c, period=date(2021, 5, 1)).exists()


def test_8_a_file_uploaded_elsewhere_is_not_taken_up_by_its_id(world):
    """The hidden ids of files kept with a form come back from the browser: only one's own, of the same incubator."""
    from django.http import QueryDict

    from incubator.meeting_forms import received

    data = QueryDict(mutable=True)
    data.setlist("kept", [str(pk) for pk in Evidence.objects.values_list("pk", flat=True)])
    for file in received(world[NEAR]["officer"], world.a, data):
        assert file.uploaded_by == world[NEAR]["officer"]
        assert file.incubator == world.a
    assert not received(world.users["advisor"], world.a, data)


def test_8_a_meeting_takes_no_file_of_another_incubator(world):
    near = world[NEAR]
    with pytest.raises((Refused, PermissionDenied)), transaction.atomic():
        meetings.correct(
            by=near["officer"], meeting=near["meeting"], reason="x", evidence=[world[FOREIGN]["document"]],
            topic="Otro tema",
        )  # fmt: skip
    assert CensusImport.objects.count() == len(CORNERS)
