"""Sessions and training in a real browser: on a phone, by keyboard, without script, and for whoever listens."""

import re
import time
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Session
from cases.services import sessions
from incubator.models import Draft, Meeting
from incubator.services import meetings
from tests.curricula.stories import START, cohort_of, lesson_on
from tests.factories import case_in, group_with
from tests.factories.cases import coordinator_of, officer_of
from tests.meetings.test_meetings import advice
from tests.sessions.stories import DAY, logged

pytestmark = pytest.mark.django_db(transaction=True)


def fill(page):
    """Day, hours and subject: what a session cannot go without."""
    page.fill("#id_held_on", f"{DAY:%Y-%m-%d}")
    page.fill("#id_starts_at", "15:00")
    page.fill("#id_ends_at", "17:00")
    page.fill("#id_topic", "Costos y precio de venta")


def test_thirty_people_are_logged_on_a_phone_in_well_under_ninety_seconds(phone, sign_in, axe, fits, picture):
    case = case_in(group=group_with(30, name="Cocina Ñuke Mapu"))
    sign_in(phone, officer_of(case.incubator))
    began = time.monotonic()
    phone.goto(reverse("session_log", args=[case.organization_id]))
    fits(phone)
    axe(phone)
    picture(phone, "sesion-movil")
    fill(phone)
    phone.click("text=Marcar a todas como presentes")
    assert phone.locator("input[value=present]:checked").count() == 30
    person = phone.locator("#integrantes-1 li").nth(4)
    person.locator("label", has_text="Justificó").click()
    phone.locator("label.choice", has_text="Costos y precio").click()
    phone.click("text=Agregar otro acuerdo")
    phone.fill("#id_commitments-1-what", "Cotizar envases")
    picture(phone, "sesion-movil-llena")
    phone.click("text=Registrar la sesión")
    phone.wait_for_selector("text=Quedó registrada la sesión R-0001")
    assert "29 de 30 integrantes" in phone.inner_text("main")
    assert time.monotonic() - began < 60
    fits(phone)
    axe(phone)
    picture(phone, "sesion-registrada-movil")


def test_the_session_form_is_walked_by_keyboard_alone(page, sign_in):
    case = case_in(members=3)
    sign_in(page, officer_of(case.incubator))
    page.goto(reverse("session_log", args=[case.organization_id]))
    fill(page)
    page.locator(".page-body a, .page-body input").first.focus()
    met = []
    for _ in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
        if met[-1:] == [name]:  # a date or an hour has a stop for each of its parts
            continue
        met.append(name)
        if name.startswith("mark_"):
            page.keyboard.press("Space")
        if name == "Registrar la sesión":
            break
    marks = [name for name in met if name.startswith("mark_")]
    assert len(marks) == 3, "one stop per person, whatever her marks"
    wanted = ["held_on", "starts_at", "ends_at", "place", "conducted_by", marks[0], "topic", "next_on", "photo"]
    assert [name for name in met if name in wanted] == wanted
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Quedó registrada la sesión")
    assert Meeting.objects.get().attendance.filter(mark="present").count() == 3


def test_without_script_everybody_is_marked_a_row_is_added_and_the_session_logged(open_page, sign_in, fits):
    case = case_in(members=4)
    phone = open_page(360, javascript=False)
    sign_in(phone, officer_of(case.incubator))
    phone.goto(reverse("session_log", args=[case.organization_id]))
    fill(phone)
    phone.click("button[name=all_present]")
    assert phone.locator("input[value=present]:checked").count() == 4
    assert phone.input_value("#id_topic") == "Costos y precio de venta"
    phone.click("text=Agregar otro acuerdo")
    phone.fill("#id_commitments-1-what", "Cotizar")
    fits(phone)
    phone.click("text=Guardar borrador")
    assert phone.input_value("#id_commitments-1-what") == "Cotizar"
    assert Draft.objects.count() == 1
    phone.click("text=Registrar la sesión")
    assert "4 de 4 integrantes" in phone.inner_text("main")
    assert not Draft.objects.exists()


def test_what_is_typed_is_saved_by_itself_and_comes_back(page, sign_in):
    case = case_in(members=2)
    sign_in(page, officer_of(case.incubator))
    page.goto(reverse("session_log", args=[case.organization_id]))
    page.fill("#id_topic", "A medias")
    page.wait_for_selector("text=Borrador guardado a las")
    page.goto(reverse("my_day"))
    page.click("text=Terminar")
    assert page.input_value("#id_topic") == "A medias"


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_meetings_and_training_fits_and_is_accessible(width, open_page, sign_in, axe, fits, picture):
    one, other = case_in(members=4), case_in(members=3)
    by = officer_of(one.incubator)
    session = logged(one, other, supports=[{"kind": "transport", "requested": 2, "given": 1}], topics=["costs"])
    sessions.correct(by=by, session=session, reason="Faltaba el lugar.", place="Sede social")
    gone = logged(one, held_on=DAY - timedelta(days=1))
    sessions.void(by=by, session=gone, reason="Se registró dos veces.")
    meetings.log_contact(by=by, organization=one.organization, made_on=DAY, channel="phone", reached=False)
    meeting = advice(by, one.incubator)
    cohort, group = cohort_of(members=4)
    lesson = lesson_on(cohort, START)
    row = cohort.enrollments.first()
    newcomers = group_with(2)
    page = open_page(width)
    sign_in(page, coordinator_of(one.incubator))
    organization, course = one.organization_id, cohort.pk
    addresses = {
        "sesiones": reverse("session_list"),
        "sesion-elegir": reverse("session_new"),
        "sesion-conjunta": f"{reverse('session_log', args=[organization])}?con={other.organization_id}",
        "sesion": reverse("session_detail", args=[session.pk]),
        "sesion-anulada": reverse("session_detail", args=[gone.pk]),
        "sesion-corregir": reverse("session_correct", args=[session.pk]),
        "sesion-anular": reverse("session_void", args=[session.pk]),
        "grupo-sesiones": reverse("group_sessions", args=[organization]),
        "grupo-formacion": reverse("group_training", args=[organization]),
        "contacto": reverse("contact_log", args=[organization]),
        "horas": reverse("hours_to_validate"),
        "reuniones": reverse("meeting_list"),
        "reunion-nueva": reverse("meeting_new"),
        "reunion": reverse("meeting_detail", args=[meeting.pk]),
        "cursos": reverse("cohort_list"),
        "curso-nuevo": reverse("cohort_new"),
        "curso": reverse("cohort_detail", args=[course]),
        "curso-inscribir": f"{reverse('cohort_enroll', args=[course])}?grupo={newcomers.pk}",
        "curso-persona": reverse("enrollment_change", args=[course, row.pk]),
        "curso-aprobar": reverse("cohort_approve", args=[course]),
        "curso-relatoria": reverse("cohort_trainer", args=[course]),
        "clase-nueva": reverse("lesson_log", args=[course]),
        "clase": reverse("lesson_detail", args=[course, lesson.pk]),
        "clase-corregir": reverse("lesson_correct", args=[course, lesson.pk]),
        "clase-anular": reverse("lesson_void", args=[course, lesson.pk]),
    }
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer.status == 200, address
        fits(page)
        axe(page)
        picture(page, f"{name}-{width}")
    assert group


def test_errors_take_the_focus_and_keep_what_was_typed(page, sign_in, axe, picture):
    case = case_in(members=3)
    sign_in(page, officer_of(case.incubator))
    page.goto(reverse("session_log", args=[case.organization_id]))
    fill(page)
    page.fill("#id_ends_at", "14:00")
    page.click("text=Marcar a todas como presentes")
    page.click("text=Registrar la sesión")
    page.wait_for_selector("text=Falta corregir esto")
    assert page.evaluate("document.activeElement.id") == "id_ends_at"
    assert page.locator("input[value=present]:checked").count() == 3
    assert re.search("hora de término", page.inner_text(".error-summary"))
    axe(page)
    picture(page, "sesion-error")
    assert not Session.objects.exists()
