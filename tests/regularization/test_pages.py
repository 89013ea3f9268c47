"""The pages of a regularization: what each says, who writes, who approves, and how few queries they ask."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import ItemStatus, Risk, Stage
from cases.models import Filing, RegistryStanding
from cases.regularization.life import FilingState, RegularState
from cases.services import regularization as service
from incubator.enums import Role
from tests.authorization.corners import upload
from tests.factories.cases import case_in
from tests.factories.people import user_with
from tests.regularization.scene import (
    DAY,
    approved,
    begun,
    cooperative,
    file_of,
    filed,
    found,
    item,
    people,
    planned,
    state,
    today,
)

pytestmark = pytest.mark.django_db
S, F = RegularState, FilingState
DEBT, SEATS = ("tax.debt", None), ("bodies.seats", None)


@pytest.fixture
def case(place):
    """A cooperative with its diagnosis: a debt is all that it lacks."""
    made = cooperative()
    begun(made)
    found(made, lacking=(DEBT,))
    return made


def _text(answer):
    return " ".join(answer.content.decode().split())


def _at(name, case, *more):
    return reverse(name, args=[case.organization_id, *more])


def test_the_tab_is_only_of_those_that_have_or_should_have_one(enter, officer, case):
    other = case_in(Stage.TRAINING)
    client = enter(officer)
    with today(DAY):
        assert ">Saneamiento<" in _text(client.get(_at("group_members", case)))
        assert "/saneamiento/" not in _text(client.get(_at("group_members", other)))
        assert "Todavía no hay un saneamiento" in _text(client.get(_at("group_regularization", other)))
        assert client.get(_at("regular_points", other)).status_code == 404


def test_from_an_empty_file_to_a_plan_that_somebody_else_approves(enter, officer, coordinator):
    case = cooperative()
    client = enter(officer)
    with today(DAY):
        assert "Armar la lista de lo que se revisa" in _text(client.get(_at("group_regularization", case)))
        said = {"cooperative_type": "trabajo", "years_from": "2019"}
        text = _text(client.post(_at("regular_begin", case), said, follow=True))
        assert "Contar los integrantes" in text
        counted = {"members": "4", "on": "01-06-2021"}
        assert "diga desde qué día" in _text(client.post(_at("regular_members", case), counted))
        counted |= {"members": "6", "document_file": upload()}
        assert "Integrantes: Cumple" in _text(client.post(_at("regular_members", case), counted, follow=True))
        found(case, lacking=(DEBT,))
        point = item(case, *DEBT)
        plan = {"plan-plan": "Firmar un convenio", "plan-responsible": "Contadora", "plan-due_on": "30-07-2021"}
        assert client.post(_at("item_plan", case, point.pk), plan).status_code == 302
        assert "Quedan" not in _text(client.get(_at("regular_plan", case)))
        client.post(_at("regular_present", case))
        assert state(case) == S.PLAN
        assert client.post(_at("regular_approve", case)).status_code == 403
        text = _text(enter(coordinator).get(_at("regular_plan", case)))
        assert "Firmar un convenio" in text
        assert "¿Aprobar el plan?" in text
        client.post(_at("regular_approve", case))
    assert state(case) == S.PLAN_APPROVED


def test_a_point_shows_its_debt_its_filings_and_never_says_cured(enter, officer, case):
    planned(case, DEBT)
    approved(case)
    client = enter(officer)
    point = item(case, *DEBT)
    with today(date(2021, 6, 21)):
        without = client.post(_at("filing_new", case, point.pk), {"ante-authority": "treasury"})
        assert "escriba su monto" in _text(without)
        client.post(_at("filing_new", case, point.pk), {"ante-authority": "treasury", "ante-amount": "1.850.000"})
        filing = Filing.objects.get(item=point)
        step = {"to": "filed", "on": "21-06-2021", "reference": "Folio 88"}
        assert "Adjunte el documento" in _text(client.post(_at("regular_filing", case, filing.pk), step))
        done = client.post(_at("regular_filing", case, filing.pk), step | {"document_file": upload()}, follow=True)
        text = _text(done)
        assert "$ 1.850.000" in text
        assert "Folio 88" in text
        assert "Un convenio de pago no la borra" in text
        assert state(case) == S.FILED
        assert "Todo presentado" in _text(client.get(_at("group_regularization", case)))


def test_without_seats_it_asks_who_calls_and_prints_the_letter(enter, officer):
    case = cooperative()
    begun(case)
    found(case, lacking=(SEATS,))
    client = enter(officer)
    with today(DAY):
        text = _text(client.get(_at("group_regularization", case)))
        assert "Quién cita a la junta: No se sabe" in text
        assert "Verifique:" in text
        letter = client.get(_at("regular_letter", case))
        assert letter["Content-Type"] == "application/pdf"


def test_in_force_and_filing_are_two_facts(enter, officer, case):
    client = enter(officer)
    page = _at("regular_registry", case)
    with today(DAY):
        client.post(page, {"said": "existence:3", "on": "01-06-2021", "reference": "Consulta 12"})
        text = _text(client.post(page, {"said": "situation:2", "on": "01-06-2021"}, follow=True))
        assert "El registro dice otra cosa" in text
        assert "Disuelta, al 01-06-2021" in text
        assert "Inactiva, al 01-06-2021" in text
        client.post(page, {"said": "existence:2", "on": "01-06-2021"})
        assert "El registro dice otra cosa" not in _text(client.get(page))
    assert RegistryStanding.objects.filter(case=case).count() == 3


def test_who_reads_writes_and_ends_it(enter, officer, coordinator, case):
    adviser = user_with(Role.LEGAL_ADVISER, at=case.incubator, groups=[case.organization])
    auditor = user_with(Role.AUDITOR, at=case.incubator)
    point = item(case, *DEBT)
    status = {"status": "does_not", "on": "01-06-2021"}
    with today(DAY):
        client = enter(auditor)
        assert "Anotar cómo está" not in _text(client.get(_at("item_status", case, point.pk)))
        assert client.post(_at("item_status", case, point.pk), status).status_code == 403
        assert client.get(_at("regular_begin", case)).status_code == 403
        client = enter(adviser)
        assert client.post(_at("item_status", case, point.pk), status).status_code == 302
        assert client.get(_at("regular_end", case)).status_code == 403
        client = enter(coordinator)
        ended = client.post(_at("regular_end", case), {"how": "withdraw", "on": "01-06-2021"})
        assert "Escriba el motivo" in _text(ended)
        said = {"how": "withdraw", "on": "01-06-2021", "reason": "No quieren seguir"}
        assert client.post(_at("regular_end", case), said).status_code == 302
        assert state(case) == S.WITHDRAWN
        assert "Abrir otro saneamiento" in _text(client.get(_at("group_regularization", case)))
        client.post(_at("regular_open", case))
    assert state(case) == S.DIAGNOSIS
    assert not file_of(case).items.exists()


def test_a_point_of_another_group_is_not_reached(enter, officer, case):
    other = cooperative()
    begun(other)
    client = enter(officer)
    with today(DAY):
        assert client.get(_at("item_status", case, item(other, *DEBT).pk)).status_code == 404
        debt = filed_for(other)
        assert client.get(_at("regular_filing", case, debt.pk)).status_code == 404


def filed_for(case):
    """A filing of another group, before its plan: of what cannot wait."""
    officer, _ = people(case)
    return service.open_filing(by=officer, item=item(case, "members.minimum"), on=DAY, authority="daes")


@pytest.mark.parametrize("name", ["group_regularization", "regular_points", "regular_plan"])
def test_the_pages_ask_the_same_however_many_points_there_are(
    enter, officer, case, name, django_assert_max_num_queries
):
    client = enter(officer)
    with today(DAY):
        client.get(_at(name, case))
        with django_assert_max_num_queries(50) as few:
            client.get(_at(name, case))
        file = file_of(case)
        for number in range(30):
            point = file.items.create(
                name=f"Papel {number}", risk=Risk.HIGH, status=ItemStatus.DOES_NOT, plan="Pedirlo"
            )
            point.filings.create(authority="sii", opened_on=DAY, opened_by=officer)
        with django_assert_max_num_queries(len(few)):
            client.get(_at(name, case))


def test_the_page_of_a_point_asks_the_same_however_much_was_filed(enter, officer, case, django_assert_max_num_queries):
    planned(case, DEBT)
    approved(case)
    filed(case, *DEBT, "treasury", (F.FILED, date(2021, 6, 21)), amount=10)
    client = enter(officer)
    page = _at("item_status", case, item(case, *DEBT).pk)
    with today(date(2021, 6, 22)):
        client.get(page)
        with django_assert_max_num_queries(50) as few:
            client.get(page)
        asked = len(few)
        for authority in ("sii", "cbr", "municipality"):
            filed(case, *DEBT, authority, (F.FILED, date(2021, 6, 22)), amount=10)
        client.get(page)  # the badge of the menu is counted once after each change
        with django_assert_max_num_queries(asked):
            client.get(page)
