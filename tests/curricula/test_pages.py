"""The pages of training: a course opened, people entered, lessons logged, approvals decided."""

from datetime import timedelta

import pytest
from django.urls import reverse

from curricula.enums import EnrollmentState
from curricula.models import Cohort, Curriculum, Enrollment, Lesson
from curricula.services import cohorts
from incubator.access import forget_posts
from incubator.enums import Role
from incubator.models import Draft, Meeting, Post
from tests.curricula.stories import START, cohort_of, lesson_on
from tests.factories import agreement, group_with, incubator, user_with
from tests.factories.cases import coordinator_of, officer_of
from tests.sessions.pages import picture

pytestmark = pytest.mark.django_db


def enter(client, user):
    client.force_login(user)
    return user


def lesson_data(by, cohort, day=START, mark="present", **changes):
    data = {
        "entry": "abc",
        "held_on": f"{day:%Y-%m-%d}",
        "starts_at": "10:00",
        "ends_at": "12:00",
        "modality": "in_person",
        "place": "Sede",
        "conducted_by": str(by.pk),
        "module": str(cohort.curriculum.modules.first().pk),
        "topic": "",
        "notes": "",
        "supports-TOTAL_FORMS": "0",
        "supports-INITIAL_FORMS": "0",
    }
    data |= {f"mark_{row.person_id}": mark for row in cohort.enrollments.all()}
    return {name: value for name, value in (data | changes).items() if value is not None}


def test_the_university_writes_a_malla_and_an_officer_opens_a_course_with_it(client):
    incubator()
    enter(client, user_with(Role.UNIVERSITY_COORDINATOR, at=agreement()))
    rows = {"modules-TOTAL_FORMS": "2", "modules-INITIAL_FORMS": "0", "modules-0-name": "Roles", "modules-0-hours": "4"}
    sent = {"agreement": agreement().pk, "name": "Malla 2021", "is_core": "on", **rows}
    more = client.post(reverse("curriculum_new"), sent | {"add_row": "modules"}).content.decode()
    assert 'name="modules-2-name"' in more
    assert 'value="Roles"' in more
    client.post(reverse("curriculum_new"), sent)
    assert [module.name for module in Curriculum.objects.get().modules.all()] == ["Roles"]
    enter(client, officer_of(incubator()))
    sent = {
        "incubator": incubator().pk,
        "curriculum": Curriculum.objects.get().pk,
        "name": "Curso",
        "starts_on": "2021-05-03",
        "ends_on": "2021-05-01",
    }
    assert "antes de empezar" in client.post(reverse("cohort_new"), sent).content.decode()
    text = client.post(reverse("cohort_new"), sent | {"ends_on": ""}, follow=True).content.decode()
    assert "Quedó abierto el curso Curso" in text


def test_members_of_a_group_enter_together_with_their_supports_planned(client):
    cohort, _ = cohort_of(members=0)
    group = group_with(3, at=cohort.incubator)
    by = enter(client, officer_of(cohort.incubator))
    address = reverse("cohort_enroll", args=[cohort.pk])
    assert group.name in client.get(address).content.decode()
    people = [str(row.person_id) for row in group.members_on(START)]
    sent = {"people": people, "state": "enrolled", "on": "2021-05-03", "supports_on": ""}
    text = client.post(f"{address}?grupo={group.pk}", sent).content.decode()
    assert "Anote para qué fecha quedan reservados los apoyos." in text
    assert not Enrollment.objects.exists()
    client.post(f"{address}?grupo={group.pk}", sent | {"supports_on": "2021-05-03"})
    assert Enrollment.objects.filter(organization=group, state=EnrollmentState.ENROLLED).count() == 3
    assert "Nadie más por inscribir" in client.get(f"{address}?grupo={group.pk}").content.decode()
    foreign = group_with(1, at=incubator("05101"))
    assert client.get(f"{address}?grupo={foreign.pk}").status_code == 404
    assert by


def test_a_lesson_is_logged_corrected_and_voided_through_its_pages(client):
    cohort, group = cohort_of(members=3)
    by = enter(client, officer_of(cohort.incubator))
    address = reverse("lesson_log", args=[cohort.pk])
    text = client.get(address).content.decode()
    assert group.members_on(START).first().person.name in text
    bad = client.post(address, lesson_data(by, cohort, ends_at="09:00")).content.decode()
    assert "hora de término debe ser posterior" in bad
    text = client.post(address, lesson_data(by, cohort), follow=True).content.decode()
    assert "Quedó registrada la clase R-0001 del 03-05-2021: Cooperativismo, 3 de 3 personas" in text
    lesson = Lesson.objects.get()
    fix = reverse("lesson_correct", args=[cohort.pk, lesson.pk])
    sent = lesson_data(by, cohort, mark="justified", seen="0", **{"why-reason": "Se equivocó la lista."})
    text = client.post(fix, sent, follow=True).content.decode()
    assert "Asistencia, antes:" in text
    assert "3 presente" in text
    client.post(reverse("lesson_void", args=[cohort.pk, lesson.pk]), {"reason": "No hubo clase."})
    assert not Meeting.objects.valid().exists()
    assert client.get(fix).status_code == 404


def test_the_draft_of_a_lesson_is_taken_up_again(client):
    cohort, _ = cohort_of(members=2)
    by = enter(client, officer_of(cohort.incubator))
    sent = lesson_data(by, cohort, mark="remote", place="Biblioteca", draft="1")
    text = client.post(reverse("lesson_log", args=[cohort.pk]), sent, follow=True).content.decode()
    assert 'value="Biblioteca"' in text
    assert f"borrador={Draft.objects.get().pk}" in client.get(reverse("my_day")).content.decode()


def test_approvals_are_decided_together_and_the_rest_one_by_one(client):
    cohort, _ = cohort_of(members=2)
    lesson_on(cohort, START)
    enter(client, officer_of(cohort.incubator))
    address = reverse("cohort_approve", args=[cohort.pk])
    assert client.get(address).content.decode().count("checked") == 2
    first, second = Enrollment.objects.order_by("pk")
    client.post(address, {"enrollment": [str(first.pk)]})
    first.refresh_from_db()
    assert first.state == EnrollmentState.APPROVED
    one = reverse("enrollment_change", args=[cohort.pk, second.pk])
    assert "Escriba el motivo." in client.post(one, {"to": "failed", "on": "2021-06-15"}).content.decode()
    client.post(one, {"to": "failed", "on": "2021-06-15", "reason": "No asistió más."})
    second.refresh_from_db()
    assert second.state == EnrollmentState.FAILED


def test_a_trainer_opens_her_course_and_nothing_else(client):
    cohort, _ = cohort_of(members=2)
    other, _ = cohort_of(members=2)
    officer = enter(client, officer_of(cohort.incubator))
    trainer = user_with(Role.TRAINER, at=cohort.incubator)
    post = Post.objects.get(user=trainer)
    client.post(reverse("cohort_trainer", args=[cohort.pk]), {"post": post.pk, "since": "2021-05-03"})
    forget_posts(trainer)
    assert list(cohorts.visible_to(trainer)) == [cohort]
    enter(client, trainer)
    assert client.get(reverse("cohort_detail", args=[cohort.pk])).status_code == 200
    assert client.get(reverse("lesson_log", args=[cohort.pk])).status_code == 200
    client.post(reverse("lesson_log", args=[cohort.pk]), lesson_data(trainer, cohort, photo=picture()))
    lesson = Lesson.objects.get()
    assert lesson.meeting.logged_by == trainer
    file = reverse("lesson_file", args=[cohort.pk, lesson.pk, lesson.meeting.evidence.get().pk])
    assert client.get(file)["Content-Type"] == "image/png"
    for name in ("cohort_detail", "lesson_log", "cohort_approve", "cohort_sheet"):
        assert client.get(reverse(name, args=[other.pk])).status_code == 404
    assert client.get(reverse("cohort_enroll", args=[cohort.pk])).status_code == 403
    assert client.get(reverse("lesson_detail", args=[other.pk, Lesson.objects.get().pk])).status_code == 404
    foreign = Enrollment.objects.filter(cohort=other).first()
    assert client.get(reverse("enrollment_change", args=[cohort.pk, foreign.pk])).status_code == 404
    assert officer


def test_the_sheet_of_a_lesson_prints(client):
    cohort, _ = cohort_of(members=2)
    enter(client, officer_of(cohort.incubator))
    assert client.get(reverse("cohort_sheet", args=[cohort.pk])).content.startswith(b"%PDF-")


def test_pages_cost_the_same_whatever_the_people(client, django_assert_max_num_queries):
    cohort, _ = cohort_of(members=20)
    for week in range(4):
        lesson = lesson_on(cohort, START + timedelta(weeks=week))
    Cohort.objects.create(incubator=cohort.incubator, curriculum=cohort.curriculum, name="Otro", starts_on=START)
    enter(client, coordinator_of(cohort.incubator))
    client.get(reverse("cohort_list"))
    budgets = [
        (reverse("cohort_list"), 12),
        (reverse("cohort_detail", args=[cohort.pk]), 20),
        (reverse("lesson_log", args=[cohort.pk]), 20),
        (reverse("lesson_detail", args=[cohort.pk, lesson.pk]), 20),
        (reverse("lesson_correct", args=[cohort.pk, lesson.pk]), 20),
        (reverse("cohort_approve", args=[cohort.pk]), 20),
        (reverse("enrollment_change", args=[cohort.pk, Enrollment.objects.first().pk]), 20),
    ]
    for address, budget in budgets:
        with django_assert_max_num_queries(budget):
            answer = client.get(address)
        assert answer.status_code == 200
        assert len(answer.content) < 80_000
