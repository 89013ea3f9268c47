"""A confirmation is the group's: one-use codes on paper, an exact text, few tries, and nobody of the team."""

import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from cases.confirmation_words import statement
from cases.models import ConfirmationCode, GroupConfirmation
from cases.services import facts
from cases.services.business import confirmations
from incubator import calendars
from incubator.requirements import Refused
from tests.business.conftest import DAY
from tests.support.papers import is_for_everybody

NOON = datetime(2021, 6, 15, 12, 0, tzinfo=ZoneInfo("America/Santiago"))
ADDRESS = "/confirmar/"


@pytest.fixture
def paper(case, officer):
    """The codes the officer handed over to a member."""
    who = case.organization.members_on(DAY).first().person
    return confirmations.hand_over(by=officer, case=case, on=DAY, received_by=who)[1]


@pytest.fixture
def asked(case, coordinator, paper):
    """The coordinator asks the group to confirm that it goes on by itself."""
    text, about = statement("graduation", case)
    return confirmations.ask(
        by=coordinator, case=case, subject="graduation", subject_id=about, statement=text, now=calendars.now()
    )


def _confirm(client, case, code, text):
    return client.post(ADDRESS, {"case": case.code, "code": code, "agreed": "on", "agreed_to": text})


def test_the_group_reads_the_exact_text_and_confirms_with_a_code(case, asked, paper, client):
    page = client.post(ADDRESS, {"case": case.code, "code": paper[0].lower()}).content.decode()
    assert asked.statement in page
    answer = _confirm(client, case, paper[0], asked.statement)
    assert "Quedó confirmado" in answer.content.decode()
    confirmed = GroupConfirmation.objects.get(case=case)
    assert (confirmed.channel, confirmed.statement) == ("code", asked.statement)
    assert confirmed.code.number == 1


def test_a_code_is_good_once(case, asked, paper, client, coordinator):
    _confirm(client, case, paper[0], asked.statement)
    text, _ = statement("graduation", case)
    confirmations.ask(by=coordinator, case=case, subject="graduation", statement=text, now=calendars.now())
    assert text not in client.post(ADDRESS, {"case": case.code, "code": paper[0]}).content.decode()
    assert text in client.post(ADDRESS, {"case": case.code, "code": paper[1]}).content.decode()


def test_unknown_case_and_wrong_code_are_answered_alike(case, asked, client):
    wrong = client.post(ADDRESS, {"case": case.code, "code": "AAAA-AAAA"}).content.decode()
    unknown = client.post(ADDRESS, {"case": "09999-999", "code": "AAAA-AAAA"}).content.decode()
    said = "Con ese número y ese código no hay nada que confirmar."
    assert said in wrong
    assert said in unknown


def test_after_five_tries_the_right_code_does_not_open_it(case, asked, paper, client):
    for _ in range(confirmations.TRIES):
        client.post(ADDRESS, {"case": case.code, "code": "AAAA-AAAA"})
    assert asked.statement not in client.post(ADDRESS, {"case": case.code, "code": paper[0]}).content.decode()


def test_after_72_hours_it_is_late(case, asked, paper, client):
    with calendars.travel(DAY + timedelta(days=4)):
        assert asked.statement not in client.post(ADDRESS, {"case": case.code, "code": paper[0]}).content.decode()


def test_the_text_is_the_one_that_was_asked(case, asked, paper, client):
    answer = _confirm(client, case, paper[0], asked.statement + " Y cede sus ventas.")
    assert "ya no sirve" in answer.content.decode()
    assert not GroupConfirmation.objects.exists()


def test_nobody_of_the_team_confirms_for_the_group(case, asked, paper, coordinator, enter):
    client = enter(coordinator)
    assert "Nadie del equipo puede confirmar por el grupo" in client.get(ADDRESS).content.decode()
    assert asked.statement not in _confirm(client, case, paper[0], asked.statement).content.decode()
    assert not GroupConfirmation.objects.exists()


def test_whoever_printed_the_sheet_does_not_ask(case, officer, paper):
    with pytest.raises(Refused, match="pídala otra persona"):
        confirmations.ask(by=officer, case=case, subject="graduation", statement="Texto", now=NOON)


def test_a_new_sheet_ends_the_former_one(case, officer, asked, paper, client):
    who = case.organization.members_on(DAY).first().person
    confirmations.hand_over(by=officer, case=case, on=DAY, received_by=who)
    assert asked.statement not in client.post(ADDRESS, {"case": case.code, "code": paper[0]}).content.decode()


def test_codes_are_not_kept_as_they_read_nor_logged(case, officer, enter, caplog):
    who = case.organization.members_on(DAY).first().person
    with caplog.at_level(logging.DEBUG):
        answer = enter(officer).post(
            reverse("confirmation_sheet", args=[case.organization_id]), {"hoja-received_by": who.pk, "hoja-on": DAY}
        )
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    is_for_everybody(answer.content, "print/codes.html")
    assert ConfirmationCode.objects.count() == confirmations.CODES
    assert all(len(code.digest) == 64 for code in ConfirmationCode.objects.all())


def test_the_plan_and_the_indicators_are_confirmed_in_their_own_words(case, officer):
    facts.measure(by=officer, case=case, on=DAY, moment="follow_up", monthly_income=350_000, jobs=4)
    text, about = statement("measurement", case)
    assert "$\xa0350.000 de ingreso del grupo al mes, 4 puestos de trabajo" in text
    assert about == case.measurements.get().pk
    assert statement("plan", case) is None


def test_the_pages_of_the_team(case, asked, coordinator, enter):
    page = enter(coordinator).get(reverse("group_confirmations", args=[case.organization_id])).content.decode()
    assert asked.statement in page
    assert "Quedan 10 códigos sin usar" in page
    withdrawn = enter(coordinator).post(reverse("confirmation_withdraw", args=[case.organization_id, asked.pk]))
    assert withdrawn.status_code == 302
