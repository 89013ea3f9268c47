"""The pages of an application through the doors people use: opened in two steps, written, chosen, reviewed, confirmed."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.form import reading as forms_reading
from cases.funding.life import FundState
from cases.models import FundApplication
from cases.services.funding import answers, news, reviews
from incubator import calendars
from incubator.enums import Role
from tests import factories
from tests.funding import scene

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def one(place):
    return scene.an_application(factories.case_in(Stage.BUSINESS, at=place), scene.a_call(place))


def _url(name, one, *more):
    return reverse(name, args=[one.pk, *more])


def _said(answer):
    return " ".join(answer.content.decode().split())


def _post(page, **changes):
    """What the form of a page would post: its own hidden marks and what is typed."""
    seen = {f"s-{box.asked.key}": box.seen for box in page.context["boxes"]}
    kept = {box.name: box.text for box in page.context["boxes"]}
    return {"page": page.context["page_mark"], **seen, **kept, **changes}


def test_it_is_opened_in_two_short_steps(place, officer, enter):
    case, call = factories.case_in(Stage.BUSINESS, at=place), scene.a_call(place)
    address, client = reverse("fund_apply", args=[case.organization_id, call.pk]), enter(officer)
    first = _said(client.get(address))
    assert "quién <b>recibe el dinero</b> no son siempre lo mismo" in first
    assert "?quien=group" in first
    second = client.get(f"{address}?quien=group")
    assert "quién firma y quién recibe el dinero" in _said(second)
    who = case.organization.members_on(DAY)[0].person
    said = {"title": "Taller", "signer": who.pk, "receiver_kind": "member", "receiver_person": who.pk}
    answer = client.post(f"{address}?quien=group", said)
    made = FundApplication.objects.get(case=case)
    assert answer.headers["Location"] == _url("application_summary", made)
    assert (made.title, made.signer, made.receiver_person) == ("Taller", who, who)


def test_what_is_wrong_in_the_wizard_is_said_at_its_field_and_nothing_is_lost(place, officer, enter):
    case, call = factories.case_in(Stage.BUSINESS, at=place), scene.a_call(place)
    address = reverse("fund_apply", args=[case.organization_id, call.pk])
    answer = enter(officer).post(f"{address}?quien=sponsor", {"title": "Mi taller", "receiver_kind": "applicant",
        "applicant_name": "Fundación", "applicant_rut": "65.000.000-1", "signer_name": "Luz"})  # fmt: skip
    assert "dígito verificador" in _said(answer)
    assert "Mi taller" in _said(answer)
    assert not FundApplication.objects.exists()


def test_the_kinds_that_the_bases_do_not_take_say_why(place, officer, enter):
    call = scene.a_call(place, bases=scene.some_bases(applicants=("cooperative",)))
    case = factories.case_in(Stage.BUSINESS, at=place)
    page = _said(enter(officer).get(reverse("fund_apply", args=[case.organization_id, call.pk])))
    assert "no reciben a «grupo sin personalidad jurídica»" in page
    assert "?quien=group" not in page


def test_the_lead_says_call_state_and_closing_with_its_days(one, officer, enter):
    page = _said(enter(officer).get(_url("application_summary", one)))
    assert "Fondo de ejemplo · 2021 · Borrador · Cierra el 12-08-2021 a las 14:00, quedan 58 días" in page


def test_a_section_is_written_and_its_count_is_said_after_saving(one, officer, enter):
    client, address = enter(officer), _url("application_section", one, "project")
    page = client.get(address)
    assert "Traído del caso" in _said(page)
    long = "palabra " * 22
    answer = client.post(address, _post(page, **{"v-why": long, "v-months": "6", "v-line": "Trabajo"}), follow=True)
    assert "Guardado a las" in _said(answer)
    assert "22 de 20 palabras. Sobran 2 palabras." in _said(answer)
    assert forms_reading.values(one)["months"] == 6


def test_saving_by_itself_answers_in_json(one, officer, enter):
    client, address = enter(officer), _url("application_section", one, "project")
    page = client.get(address)
    answer = client.post(f"{address}?auto=1", _post(page, **{"v-why": "Falta trabajo."}))
    assert answer.json()["message"].startswith("Guardado a las")
    answer = client.post(f"{address}?auto=1", _post(page, **{"v-why": "Falta trabajo aquí."}))
    assert answer.json()["message"].startswith("Guardado a las")
    assert forms_reading.values(one)["why"] == "Falta trabajo aquí."


def test_tables_frames_months_and_people_are_written_without_script(one, officer, enter):
    client, address = enter(officer), _url("application_section", one, "plan")
    said = {"s-partners": "0", "s-frame": "0", "s-activities": "0", "s-people": "1"} | {
        "page": "a", "n-partners": "2", "v-partners-0-0": "Junta de vecinos", "v-partners-0-1": "Sede",
        "n-frame": "2", "v-frame-0-level": "purpose", "v-frame-0-text": "Vender más",
        "v-frame-1-level": "goal", "v-frame-1-text": "Vivir mejor",
        "n-activities": "1", "v-activities-0-name": "Coser", "v-activities-0-m1": "1", "v-activities-0-m3": "1",
        "v-people-women": "4", "v-people-men": "1", "v-people-other": "",
    }  # fmt: skip
    client.post(address, said)
    values = forms_reading.values(one)
    assert values["partners"] == [["Junta de vecinos", "Sede"]]
    assert [row["level"] for row in values["frame"]] == ["goal", "purpose"]
    assert values["activities"] == [{"name": "Coser", "months": [1, 3]}]
    assert values["people"] == {"women": 4, "men": 1, "other": None}
    again = _said(client.get(address))
    assert 'name="v-activities-0-m3" value="1" aria-label="Actividad 1, mes 3" checked' in again


def test_two_people_at_once_lose_nothing_and_one_joins_what_they_wrote(one, officer, coordinator, client, enter):
    address = _url("application_section", one, "project")
    mine = enter(officer).get(address)
    client.post(address, _post(mine, **{"v-why": "Uno."}))
    theirs = enter(coordinator).get(address)
    client.post(address, _post(theirs, **{"v-why": "Uno y dos."}))
    enter(officer)
    answer = client.post(address, _post(mine, **{"v-why": "Uno y tres."}), follow=True)
    assert "lo suyo quedó guardado al lado" in _said(answer)
    assert "Hay dos versiones" in _said(answer)
    page = client.get(_url("application_choose", one, "why"))
    assert "Uno y dos.\n\nUno y tres." in page.content.decode()
    said = {"upto": page.context["upto"], "page": page.context["page_mark"]}
    joined = said | {"pick": "join", "joined": "Uno, dos y tres."}
    answer = client.post(_url("application_choose", one, "why"), joined, follow=True)
    assert "Uno, dos y tres." in _said(answer)
    assert "Hay dos versiones" not in _said(answer)
    history = _said(client.get(_url("application_field", one, "why")))
    assert "Quedó al lado" in history
    assert "<ins>Uno.</ins>" in history


def test_what_was_typed_over_something_no_longer_written_stays_on_the_page(one, officer, coordinator, enter):
    client, address = enter(officer), _url("application_section", one, "project")
    page = client.get(address)
    news.withdraw(by=coordinator, application=one, on=DAY, at=calendars.now(), note="Ya no.")
    answer = client.post(address, _post(page, **{"v-why": "Lo que estaba escribiendo."}))
    assert "lo escrito ya no cambia" in _said(answer)
    assert "Lo que estaba escribiendo." in _said(answer)


def test_the_representative_reads_and_does_not_write(one, enter):
    client = enter(factories.user_with(Role.REPRESENTATIVE, at=one.case.organization))
    address = _url("application_section", one, "project")
    assert client.get(_url("application_summary", one)).status_code == 200
    assert "<textarea" not in _said(client.get(address))
    assert client.post(address, {"page": "a"}).status_code == 403
    assert client.get(_url("application_fact", one, "desistimiento")).status_code == 403


def test_another_municipality_finds_nothing(one, enter):
    sister = factories.people.officer_of(factories.incubator("05601"))
    client = enter(sister)
    for name in ("application_summary", "application_form", "application_review", "application_confirm"):
        assert client.get(_url(name, one)).status_code == 404


def test_the_review_page_marks_sections_and_settles_comments(one, officer, coordinator, enter):
    said = {"values": {"why": "Falta trabajo."}, "seen": {}, "page": "a", "at": calendars.now()}
    answers.save(by=officer, application=one, **said)
    enter(officer).post(_url("application_send", one))
    client = enter(coordinator)
    row = client.get(_url("application_review", one)).context["rows"][0]
    prefix = row["form"].prefix
    said = {f"{prefix}-digest": row["standing"].digest, f"{prefix}-is_fine": "yes", f"{prefix}-note": ""}
    answer = client.post(_url("application_read", one, "project"), said, follow=True)
    assert "1 de 2 secciones están bien" in _said(answer)
    client.post(_url("application_comment", one), {"text": "¿Cuántas?", "key": "why"})
    comment = one.comments.get()
    answer = client.post(_url("application_settle", one, comment.pk), follow=True)
    assert "El comentario quedó resuelto." in _said(answer)
    client.post(_url("application_send_back", one), {"devolver-reason": "Falta el plan."})
    assert scene.fresh(one).state == FundState.DRAFT


def test_what_is_not_fine_says_what_to_change_and_keeps_what_was_typed(one, officer, coordinator, enter):
    said = {"values": {"why": "Falta trabajo."}, "seen": {}, "page": "a", "at": calendars.now()}
    answers.save(by=officer, application=one, **said)
    reviews.send(by=officer, application=one, on=DAY)
    client = enter(coordinator)
    row = client.get(_url("application_review", one)).context["rows"][0]
    prefix = row["form"].prefix
    said = {f"{prefix}-digest": row["standing"].digest, f"{prefix}-is_fine": "no", f"{prefix}-note": ""}
    assert "Escriba qué hay que cambiar." in _said(client.post(_url("application_read", one, "project"), said))


def test_new_bases_are_told_before_they_are_adopted(one, officer, enter):
    version = scene.a_version(one.call, scene.some_bases(sections=(scene.SECTIONS[1],)), in_force_from=DAY)
    client = enter(officer)
    assert "Hay bases nuevas" in _said(client.get(_url("application_summary", one)))
    page = _said(client.get(_url("application_adopt", one)))
    assert "Ya no se pregunta: queda aparte" in page
    answer = client.post(_url("application_adopt", one), follow=True)
    assert "Lo que ya no se pregunta" in _said(answer)
    assert scene.fresh(one).bases == version


def test_what_changed_between_two_days_is_shown_word_by_word(one, officer, enter):
    said = {"seen": {}, "page": "a"}
    answers.save(by=officer, application=one, values={"why": "Falta trabajo."}, at=calendars.now(), **said)
    with calendars.travel(date(2021, 6, 20)):
        answers.save(by=officer, application=one, values={"why": "Falta dinero."}, at=calendars.now(), **said)
        page = enter(officer).get(_url("application_between", one), {"since": "2021-06-15", "until": "2021-06-20"})
    assert "<del>trabajo.</del><ins>dinero.</ins>" in _said(page)


def test_the_rest_of_the_pages_open(one, officer, enter):
    client = enter(officer)
    for name in ("application_form", "application_people", "application_reopen",
                 "application_verify", "application_confirm", "application_adopt"):  # fmt: skip
        assert client.get(_url(name, one)).status_code == 200, name
    assert client.get(_url("application_choose", one, "why")).status_code == 200
    assert client.get(_url("application_field", one, "invented")).status_code == 404
    assert client.get(_url("application_section", one, "invented")).status_code == 404


def test_a_form_reads_the_same_however_many_answers_it_has(one, officer, enter, django_assert_max_num_queries):
    for number in range(12):
        said = {"values": {"why": f"Texto {number}."}, "seen": {}, "page": "a", "at": calendars.now()}
        answers.save(by=officer, application=one, **said)
    client = enter(officer)
    client.get(_url("application_form", one))
    with django_assert_max_num_queries(22):
        client.get(_url("application_form", one))
