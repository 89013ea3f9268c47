"""The room «Fundadores y estatutos» by role: who writes, who reads, who finds nothing, and what a page says."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.formalization.life import LegalEventKind
from cases.models import FoundingProject, FoundingSeat, MemberRecord
from incubator import calendars
from incubator.enums import Role
from incubator.models import Person
from tests import factories
from tests.factories.cases import case_in
from tests.factories.people import group_with, officer_of, user_with
from tests.founding.scene import ON, crowd_of, decide, describe, group_of, people_of, share_out, whole
from tests.legal.scene import act

pytestmark = pytest.mark.django_db
STEPS = ("founding_founders", "founding_name", "founding_object", "founding_capital", "founding_bodies", "founding_options")  # fmt: skip


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(ON):
        yield


@pytest.fixture
def case():
    """A group of six in formalization."""
    return group_of()


def _url(case, name, *more):
    return reverse(name, args=[case.organization_id, *more])


def _in(client, user):
    client.force_login(user)
    return client


def _text(answer):
    return " ".join(answer.content.decode().split())


def test_the_officer_and_the_advisor_of_the_case_open_every_step(client, case):
    adviser = user_with(Role.ADVISOR, at=case.incubator, groups=[case.organization])
    for user in (officer_of(case.incubator), adviser):
        _in(client, user)
        for name in ("founding_project", *STEPS):
            assert client.get(_url(case, name)).status_code == 200, name
        assert client.get(_url(case, "founding_founder", people_of(case)[0].pk)).status_code == 200


def test_an_outsider_finds_nothing_and_who_only_reads_does_not_write(client, case):
    outsider = user_with(Role.OFFICER_DISABILITY, at=factories.incubator("13101"))
    reader = user_with(Role.CERTIFYING_OFFICER, at=case.incubator)
    for name in ("founding_project", *STEPS):
        assert _in(client, outsider).get(_url(case, name)).status_code == 404, name
    page = _in(client, reader).get(_url(case, "founding_project"))
    assert page.status_code == 200
    assert "Completar" not in _text(page)
    assert [_in(client, reader).get(_url(case, name)).status_code for name in STEPS] == [403] * 6


def test_who_reads_no_names_reads_none_in_the_overview(client, case):
    decide(case)
    person = people_of(case)[0]
    text = _text(_in(client, user_with(Role.CERTIFYING_OFFICER, at=case.incubator)).get(_url(case, "founding_project")))
    assert person.name not in text
    assert "Pan de Todas" in text


def test_the_overview_says_what_each_step_lacks_letter_by_letter_with_its_article(client, case):
    _in(client, officer_of(case.incubator))
    text = _text(client.get(_url(case, "founding_project")))
    assert "Falta el nombre de la cooperativa." in text
    assert "6 integrantes ≥ 5" in text
    assert "Letra c" in text
    assert "Ley General de Cooperativas, art. 6, letra c" in text
    assert "#regla-clauses-c" in text
    whole(case)
    text = _text(client.get(_url(case, "founding_project")))
    assert "Sí: están todos los datos" in text
    assert "Falta el nombre" not in text


def test_a_group_without_a_file_is_told_when_it_opens(client):
    case = case_in("business")
    _in(client, officer_of(case.incubator))
    assert "Todavía no hay un expediente legal" in _text(client.get(_url(case, "founding_project")))
    assert client.get(_url(case, "founding_capital")).status_code == 404


def test_a_founder_is_described_and_what_was_typed_is_kept_on_errors(client, case):
    person = people_of(case)[0]
    _in(client, officer_of(case.incubator))
    url = _url(case, "founding_founder", person.pk)
    said = {"founds": "yes", "occupation": "panadera", "signature": "own", "contribution": "goods", "goods_value": "x"}
    page = client.post(url, said)
    assert 'value="panadera"' in _text(page)
    assert not MemberRecord.objects.exists()
    said |= {"goods": "Horno", "goods_value": "400.000", "guardian": "yes", "civil_status": "single"}
    assert client.post(url, said).status_code == 302
    record = MemberRecord.objects.get()
    assert (record.goods_value, record.guardian) == (400_000, "yes")
    assert "Hable antes con la notaría" in _text(client.get(url))
    listed = _text(client.get(_url(case, "founding_founders")))
    assert "Hable con la notaría antes de firmar" in listed
    assert "interdicción" not in listed
    assert "ruego" not in listed
    assert "notaría" not in _text(client.get(_url(case, "founding_project")))


def test_a_minor_is_told_in_a_sentence(client, case):
    person = people_of(case)[0]
    Person.objects.filter(pk=person.pk).update(birth_date=date(2005, 1, 1))
    said = {"founds": "yes", "signature": "own", "contribution": "money"}
    page = _in(client, officer_of(case.incubator)).post(_url(case, "founding_founder", person.pk), said)
    assert "se piden 18" in _text(page)


def test_somebody_of_another_group_has_no_page_here(client, case):
    stranger = group_with(1, at=case.incubator).members_on(ON).first().person
    _in(client, officer_of(case.incubator))
    assert client.get(_url(case, "founding_founder", stranger.pk)).status_code == 404


def test_equal_holdings_are_proposed_without_saving_and_then_saved(client, case):
    _in(client, officer_of(case.incubator))
    url, people = _url(case, "founding_capital"), people_of(case)
    page = client.post(url, {"equal": "1", "shares": "600", "share_value": "5.000", "payment_months": "12"})
    text = _text(page)
    assert "600 cuotas, 100 para cada persona" in text
    assert not FoundingProject.objects.exists()
    said = {"shares": "600", "share_value": "5.000", "payment_months": "12"}
    said |= {f"{what}-{person.pk}": "100" for what in ("taken", "paid") for person in people}
    assert client.post(url, said).status_code == 302
    assert FoundingProject.objects.get().share_value == 5000
    text = _text(client.get(url))
    assert "tope 20 %" in text
    assert "16,66 %" in text


def test_with_five_only_equal_parts(client):
    case = group_of(5)
    page = _in(client, officer_of(case.incubator)).get(_url(case, "founding_capital"))
    assert "solo valen cinco partes iguales" in _text(page)


def test_over_the_cap_it_is_refused_with_the_sums_and_keeps_what_was_typed(client, case):
    _in(client, officer_of(case.incubator))
    people = people_of(case)
    said = {"shares": "600", "share_value": "5000", "payment_months": "12", f"taken-{people[0].pk}": "200"}
    said |= {f"taken-{person.pk}": "80" for person in people[1:]}
    text = _text(client.post(_url(case, "founding_capital"), said))
    assert "200 de 600" in text
    assert 'value="200"' in text


def test_a_name_is_compared_with_those_one_may_see_and_with_no_others(client, case):
    group_with(1, at=case.incubator, name="Cooperativa Pan de Todos")
    group_with(1, at=factories.incubator("13101"), name="Cooperativa Pan de Tolas")
    decide(case, name="Cooperativa Pan de Todas")
    text = _text(_in(client, officer_of(case.incubator)).get(_url(case, "founding_name")))
    assert "Pan de Todos" in text
    assert "Pan de Tolas" not in text
    assert "quien decide es el DAES" in text


def test_a_name_without_its_nature_is_refused_and_kept(client, case):
    page = _in(client, officer_of(case.incubator)).post(_url(case, "founding_name"), {"name": "Pan de Todas"})
    assert page.status_code == 200
    assert "agregue «Cooperativa»" in _text(page)
    assert 'value="Pan de Todas"' in _text(page)


def test_the_object_begins_with_the_activity_chosen_and_says_what_the_commune_fixes(client, case):
    _in(client, officer_of(case.incubator))
    url = _url(case, "founding_object")
    text = _text(client.get(url))
    assert "561000" in text
    assert "La comuna fija el Conservador" in text
    said = {"purposes": "Vender pan\n\nAtender eventos", "address": "Prat 1", "commune": "05501", "lasts": "years"}
    assert "Escriba cuántos años" in _text(client.post(url, said))
    assert client.post(url, said | {"duration_years": "20"}).status_code == 302
    project = FoundingProject.objects.get()
    assert (project.purposes, project.duration_years) == (["Vender pan", "Atender eventos"], 20)


def test_bodies_and_first_seats_are_saved_and_the_gender_mirror_is_an_indicator(client, case):
    _in(client, officer_of(case.incubator))
    people = people_of(case)
    said = {"direction": "board", "direction_seats": "3", "watch": "inspector", "years": "2"}
    said |= {"seats-TOTAL_FORMS": "3", "seats-INITIAL_FORMS": "0"}
    for row, person in enumerate(people[:2]):
        said |= {f"seats-{row}-person": person.pk, f"seats-{row}-body": "board", f"seats-{row}-office": "member"}
    url = _url(case, "founding_bodies")
    assert client.post(url, said | {"add_row": "seats"}).status_code == 200
    assert not FoundingSeat.objects.exists()
    assert client.post(url, said).status_code == 302
    assert FoundingSeat.objects.count() == 2
    text = _text(client.get(url))
    assert "Espejo de género" in text
    assert "hombre" in text


def test_the_options_keep_the_proposals_and_say_who_presents(client, case):
    _in(client, officer_of(case.incubator))
    said = {"second_call_percent": "30", "second_call_least": "3", "accounts_days": "15", "meeting_from": "abril"}
    said |= {"meeting_to": "junio", "agent": "", "agent_name": "Ana Rojas", "agent_run": "12345678-0"}
    url = _url(case, "founding_options")
    assert "dígito verificador" in _text(client.post(url, said))
    assert client.post(url, said | {"agent_run": "12.345.678-5"}).status_code == 302
    assert FoundingProject.objects.get().agent_run == "12345678-5"


def test_with_a_deed_the_pages_send_back_to_the_overview_with_the_reason(client, case):
    whole(case)
    act(case, LegalEventKind.DEED, date(2021, 6, 15))
    _in(client, officer_of(case.incubator))
    answer = client.get(_url(case, "founding_capital"), follow=True)
    assert answer.redirect_chain[0][0] == _url(case, "founding_project")
    assert "ya tiene escritura" in _text(answer)


def test_the_queries_of_each_page_do_not_grow_with_the_founders(client):
    counts = {}
    for members in (6, 60):
        case = crowd_of(members)
        _in(client, officer_of(case.incubator)).get(_url(case, "founding_project"))
        for name in ("founding_project", *STEPS):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(_url(case, name)).status_code == 200
            counts.setdefault(name, []).append(len(asked))
    assert all(few == many for few, many in counts.values()), counts


def test_shares_are_shown_to_who_reads_legal_data(client, case):
    for person in people_of(case):
        describe(case, person)
    share_out(case)
    text = _text(_in(client, officer_of(case.incubator)).get(_url(case, "founding_project")))
    assert "600 cuotas de $ 5.000 = $ 3.000.000" in text
