"""The pages of sessions through the web: the form keeps everything, the refusals are sentences, the reach holds."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.models import Session, SessionCase
from incubator.enums import Role, SupportKind
from incubator.models import Draft, Evidence, Meeting, MeetingVersion, SupportNeed
from incubator.services import meetings, sensitive
from tests.factories import agreement, case_in, group_with, incubator, user_with
from tests.factories.cases import coordinator_of, officer_of
from tests.sessions.pages import filled, log_url, picture
from tests.sessions.stories import logged
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db


def test_a_session_is_logged_from_the_phone_and_answers_with_a_receipt(client, officer, case):
    answer = client.get(log_url(case))
    assert "Marcar a todas como presentes" in answer.content.decode()
    answer = client.post(log_url(case), filled(officer, case, photo=picture()), follow=True)
    text = answer.content.decode()
    assert "Quedó registrada la sesión R-0001" in text
    assert "de 15:00 a 17:00 (2,0 horas), 3 de 3 integrantes" in text
    session = Session.objects.get()
    assert session.topics == ["costs", "sales"]
    assert session.meeting.evidence.get().original_name == "lista.png"
    served = client.get(reverse("session_file", args=[session.pk, session.meeting.evidence.get().pk]))
    assert served["Content-Type"] == "image/png"


def test_errors_keep_everything_typed_and_the_uploaded_photo(client, officer, case):
    sent = filled(officer, case, ends_at="14:00", photo=picture(), **{"commitments-TOTAL_FORMS": "1"})
    sent |= {"commitments-0-what": "Cotizar", "commitments-0-who": "Rosa", "commitments-0-due_on": "31-02-2021"}
    text = client.post(log_url(case), sent).content.decode()
    assert "La hora de término debe ser posterior a la de inicio." in text
    assert 'value="Cotizar"' in text
    assert 'value="31-02-2021"' in text
    assert text.count("checked") >= 4
    kept = Evidence.objects.get()
    assert f'name="kept" value="{kept.pk}"' in text
    assert "lista.png" in text
    assert not Meeting.objects.exists()
    client.post(log_url(case), filled(officer, case, kept=[str(kept.pk)]))
    assert list(Meeting.objects.get().evidence.all()) == [kept]


def test_a_file_that_is_not_a_picture_or_document_is_refused_with_a_sentence(client, officer, case):
    bad = SimpleUploadedFile("lista.png", b"MZ not a picture", "image/png")
    answer = client.post(log_url(case), filled(officer, case, photo=bad))
    assert 'id="id_photo_error"' in answer.content.decode()
    assert not Meeting.objects.exists()
    assert not Evidence.objects.exists()


def test_nobody_attaches_a_file_that_somebody_else_uploaded(client, officer, case):
    other = user_with(Role.OFFICER_DEVELOPMENT, at=case.incubator)
    client.force_login(other)
    client.post(log_url(case), filled(other, case, ends_at="14:00", photo=picture()))
    client.force_login(officer)
    client.post(log_url(case), filled(officer, case, kept=[str(Evidence.objects.get().pk)]))
    assert not Meeting.objects.get().evidence.exists()


def test_every_member_is_asked_and_the_missing_ones_are_named(client, officer, case):
    members = [row.person for row in case.organization.members_on(date(2021, 6, 8))]
    text = client.post(log_url(case), filled(officer, case, **{f"mark_{members[1].pk}": None})).content.decode()
    assert f"{members[1].name}: Marque cómo participó." in text
    assert not Meeting.objects.exists()


def test_marking_everyone_works_without_script(client, officer, case):
    sent = filled(officer, topic="", all_present="1")
    text = client.post(log_url(case), sent).content.decode()
    assert len(re.findall(r'value="present"[^>]*checked', text)) == 3
    assert "Falta corregir" not in text
    assert not Meeting.objects.exists()


def test_one_row_more_comes_without_script_and_judges_nothing(client, officer, case):
    sent = filled(officer, case, topic="", add_row="commitments")
    text = client.post(log_url(case), sent).content.decode()
    assert 'name="commitments-0-what"' in text
    assert "Falta corregir" not in text


def test_the_members_follow_the_date(client, officer, case):
    late = case.organization.members_on(date(2021, 6, 8)).first()
    from tests.factories import member

    newcomer = member(of=case.organization, since=date(2021, 6, 10)).person
    text = client.post(log_url(case), filled(officer, case, day=date(2021, 6, 8), other_day="1")).content.decode()
    assert late.person.name in text
    assert f"mark_{newcomer.pk}" not in text
    text = client.post(log_url(case), filled(officer, case, held_on="2021-06-11", other_day="1")).content.decode()
    assert f"mark_{newcomer.pk}" in text


def test_a_draft_keeps_everything_and_is_taken_up_again_from_mi_dia(client, officer, case):
    sent = filled(officer, case, mark="remote", held_on="ayer", topic="", draft="1", photo=picture())
    answer = client.post(log_url(case), sent, follow=True)
    text = answer.content.decode()
    assert "Borrador guardado a las 18:00" in text
    assert 'value="ayer"' in text
    assert "lista.png" in text
    assert len(re.findall(r'value="remote"[^>]*checked', text)) >= 3
    assert "Falta corregir" not in text
    day = client.get(reverse("my_day")).content.decode()
    assert "borrador" in day
    assert f"borrador={Draft.objects.get().pk}" in day
    client.post(log_url(case), filled(officer, case))
    assert not Draft.objects.exists()


def test_the_page_saves_its_own_draft_as_it_is_typed(client, officer, case):
    address = log_url(case) + "?auto=1"
    answer = client.post(address, filled(officer, case, topic="A medias"))
    assert answer.json()["message"].startswith("Borrador guardado a las 18:00")
    client.post(address, filled(officer, case, topic="A medias y más"))
    assert meetings.fields_of(Draft.objects.get())["topic"] == ["A medias y más"]
    client.post(reverse("draft_discard", args=[Draft.objects.get().pk]))
    assert not Draft.objects.exists()


def test_a_joint_workshop_is_chosen_logged_and_its_part_voided(client, officer, case):
    other = case_in(members=2)
    answer = client.get(reverse("session_new"), {"caso": [case.pk, other.pk]})
    assert answer.url in (log_url(case, other), log_url(other, case))
    sent = filled(officer, case, other, **{f"minutes_{other.pk}": "60"})
    client.post(log_url(case, other), sent)
    session = Session.objects.get()
    part = session.parts.get(case=other)
    assert part.minutes == 60
    address = f"{reverse('session_void', args=[session.pk])}?parte={part.pk}"
    assert "Anular la parte de" in client.get(address).content.decode()
    assert "este dato" in client.post(address, {"reason": ""}).content.decode()
    client.post(address, {"reason": "No vinieron."})
    assert [row.case for row in SessionCase.objects.valid()] == [case]


def test_supports_per_person_are_logged_by_whoever_may_and_asked_ones_are_offered(client, officer, case):
    who = case.organization.members_on(date(2021, 6, 8)).first().person
    sensitive.set_needs(by=officer, person=who, on=date(2021, 6, 1), needs={SupportKind.TRANSPORT: ""})
    text = client.get(log_url(case)).content.decode()
    assert re.search(r'<option value="transport" selected', text)
    sent = filled(
        officer, case, **{"given-TOTAL_FORMS": "1", "given-0-person": str(who.pk), "given-0-kind": "transport"}
    )
    client.post(log_url(case), sent)
    assert Meeting.objects.get().supports.get().given == 1
    with sensitive.allowed_in():
        assert SupportNeed.objects.count() == 1
    university = user_with(Role.UNIVERSITY_COORDINATOR, at=agreement())
    client.force_login(university)
    assert "Apoyos por persona" not in client.get(log_url(case)).content.decode()


def test_the_services_refusals_come_back_on_the_form(client, officer, case):
    logged(case)
    text = client.post(log_url(case), filled(officer, case)).content.decode()
    assert "ya tiene una sesión ese día a esa hora (R-0001)" in text
    text = client.post(log_url(case), filled(officer, case, held_on="2021-06-16")).content.decode()
    assert "La fecha no puede ser posterior a hoy." in text


def test_a_correction_through_the_page_keeps_the_former_version(client, officer, case):
    session = logged(case)
    address = reverse("session_correct", args=[session.pk])
    text = client.get(address).content.decode()
    assert 'value="Costos y precio"' in text
    sent = filled(officer, case, topic="Roles", seen="0", **{"why-reason": "Tema equivocado."})
    text = client.post(address, sent, follow=True).content.decode()
    assert "Quedó corregida la sesión R-0001" in text
    assert "Tema, antes:" in text
    assert MeetingVersion.objects.get().reason == "Tema equivocado."
    text = client.post(
        address, filled(officer, case, topic="Otro", seen="0", **{"why-reason": "Más."})
    ).content.decode()
    assert "Otra persona corrigió esta reunión" in text
    text = client.post(address, filled(officer, case, topic="Otro", seen="1", **{"why-reason": ""})).content.decode()
    assert "Escriba por qué se corrige." in text


def test_hours_are_validated_from_the_list_of_the_coordinator(client, officer, case):
    one = logged(case)
    coordinator = coordinator_of(case.incubator)
    client.force_login(coordinator)
    address = reverse("hours_to_validate")
    assert f'value="{one.pk}-120"' in client.get(address).content.decode()
    text = client.post(reverse("hours_validate"), {"meeting": f"{one.pk}-90"}, follow=True).content.decode()
    assert "cambiaron mientras tanto" in text
    text = client.post(reverse("hours_validate"), {"meeting": f"{one.pk}-120"}, follow=True).content.decode()
    assert "Quedaron validadas las horas de 1 reunión." in text
    assert "No hay horas por validar" in text
    again = client.post(reverse("hours_validate"), {"meeting": f"{one.pk}-120"}, follow=True).content.decode()
    assert "ya no esperan validación" in again
    assert "no eligió" in client.post(reverse("hours_validate"), {}, follow=True).content.decode().lower()


def test_a_contact_takes_one_tap(client, officer, case):
    address = reverse("contact_log", args=[case.organization_id])
    client.get(address)
    text = client.post(
        address, {"channel": "phone", "made_on": "2021-06-15", "note": "", "reached": "no"}, follow=True
    ).content.decode()
    assert "no respondió" in text
    assert case.organization.contacts.get().reached is False


def test_the_attendance_sheet_prints_the_members_of_the_day(client, officer, case):
    answer = client.get(reverse("session_sheet", args=[case.organization_id]), {"fecha": "2021-06-22"})
    assert answer["Content-Type"] == "application/pdf"
    is_for_everybody(answer.content, "print/attendance_sheet.html")


def test_pages_cost_the_same_whatever_the_rows(client, django_assert_max_num_queries):
    place = incubator()
    by = officer_of(place)
    big = case_in(group=group_with(30, at=place))
    for day in range(1, 9):
        session = logged(big, held_on=date(2021, 6, day))
    client.force_login(by)
    budgets = [
        (reverse("session_list"), 12),
        (reverse("group_sessions", args=[big.organization_id]), 20),
        (reverse("group_training", args=[big.organization_id]), 20),
        (reverse("session_detail", args=[session.pk]), 20),
        (log_url(big), 22),  # who is one person twice and who may be photographed: read for all at once
        (reverse("session_new"), 12),
    ]
    client.get(reverse("session_list"))
    for address, budget in budgets:
        with django_assert_max_num_queries(budget):
            answer = client.get(address)
        assert answer.status_code == 200
        assert len(answer.content) < 80_000, (address, len(answer.content))
    client.force_login(coordinator_of(place))
    client.get(reverse("session_list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("hours_to_validate"))


def test_the_coordinators_day_says_that_hours_wait_and_the_list_marks_them_all(client, officer, case):
    session = logged(case)
    assert "valide sus horas" not in client.get(reverse("my_day")).content.decode()
    client.force_login(coordinator_of(case.incubator))
    assert "1 reunión espera" in client.get(reverse("my_day")).content.decode()
    text = client.get(reverse("hours_to_validate"), {"todas": "1"}).content.decode()
    assert f'value="{session.pk}-120" checked' in text


def test_voiding_twice_or_correcting_from_an_old_tab_tells_it_is_already_void(client, officer, case):
    session = logged(case, by=officer)
    void = reverse("session_void", args=[session.pk])
    client.post(void, {"reason": "Se anotó dos veces."})
    for address in (void, reverse("session_correct", args=[session.pk])):
        answer = client.post(address, {"reason": "Otra vez."}, follow=True)
        assert answer.redirect_chain[-1][0] == reverse("session_detail", args=[session.pk])
        assert "ya estaba anulada" in answer.content.decode()
    assert Meeting.objects.get().void_reason == "Se anotó dos veces."
