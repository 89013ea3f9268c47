"""A cooperative with its seats ended, two years without a meeting and a debt, from its diagnosis until it lapses again."""

from datetime import date, timedelta

import pytest

from cases.enums import ItemStatus, Verb
from cases.models import Case, ItemEntry
from cases.regularization import duties, reading
from cases.regularization.life import FilingState, RegularState
from cases.services import advancement, books
from cases.services import regularization as service
from incubator.enums import LegalStatus
from incubator.models import Organization
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.regularization.scene import (
    APPROVED,
    DAY,
    FILED,
    PLANNED,
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
    step,
    today,
)

pytestmark = pytest.mark.django_db
S, F = RegularState, FilingState
SEATS, VACANCY = ("bodies.seats", None), ("bodies.vacancy", None)
YEARS = (("meetings.yearly", 2019), ("meetings.yearly", 2020))
DEBT = ("tax.debt", None)


def _settle_vacancy(case, on):
    officer, _ = people(case)
    with today(on):
        proof = evidence(officer, case.incubator)
        point = item(case, *VACANCY)
        service.update_item(by=officer, item=point, on=on, status=ItemStatus.MEETS, evidence=proof, note="Respondió")


def _renew(case, key, on, **more):
    officer, _ = people(case)
    with today(on):
        proof = evidence(officer, case.incubator)
        service.update_item(by=officer, item=item(case, *key), on=on, status=ItemStatus.MEETS, evidence=proof, **more)


def test_from_the_diagnosis_to_its_yearly_duties_and_back():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case, lacking=(SEATS, *YEARS, DEBT))
    with today(DAY), pytest.raises(Refused, match="quién cita y quién admite"):
        service.present(by=officer, file=file_of(case), on=DAY)
    _settle_vacancy(case, DAY)
    with today(DAY), pytest.raises(Refused, match="4 puntos de riesgo alto sin plan"):
        service.present(by=officer, file=file_of(case), on=DAY)
    planned(case, SEATS, *YEARS, DEBT)
    approved(case)
    assert state(case) == S.PLAN_APPROVED

    first = filed(case, *SEATS, "daes", (F.FILED, FILED))
    assert state(case) == S.IN_PROGRESS
    for key, year in YEARS:
        filed(case, key, year, "daes", (F.FILED, FILED))
    with today(FILED), pytest.raises(Refused, match="escriba su monto"):
        service.open_filing(by=officer, item=item(case, *DEBT), on=FILED, authority="treasury")
    debt = filed(case, *DEBT, "treasury", (F.FILED, FILED), amount=1_850_000)
    assert state(case) == S.FILED

    step(first, F.OBSERVED, date(2021, 7, 1), note="Falta la nómina de asistentes")
    assert state(case) == S.OBSERVED
    step(first, F.FILED, date(2021, 7, 5), note="Se acompaña la nómina")
    assert state(case) == S.FILED
    step(first, F.MET, date(2021, 7, 20))
    for key, year in YEARS:
        step(item(case, key, year).filings.get(), F.MET, date(2021, 7, 20))
    assert state(case) == S.FILED
    step(debt, F.MET, date(2021, 7, 22), agreement="12 cuotas de $ 154.167 desde agosto")
    assert state(case) == S.REGULARIZED
    told = ItemEntry.objects.filter(item=item(case, *DEBT)).order_by("pk").last()
    assert told.text.startswith("Convenio de pago ante Tesorería: 12 cuotas")

    _renew(case, SEATS, date(2021, 7, 23), valid_until=date(2023, 7, 20))
    with today(date(2021, 7, 26)) as on:
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
    assert state(case) == S.WATCHED
    _does_a_duty(case, officer)

    lapsed_on = date(2023, 7, 21)
    with today(date(2023, 7, 20)) as on, pytest.raises(Refused):
        advancement.advance(by=officer, case=case, verb=Verb.REREGULARIZE, on=on)
    with today(lapsed_on):
        advancement.advance(by=officer, case=case, verb=Verb.REREGULARIZE, on=lapsed_on)
    assert (Case.objects.get(pk=case.pk).stage, state(case)) == ("regularization", S.DIAGNOSIS)


def _does_a_duty(case, officer):
    with today(date(2022, 1, 28)) as on:
        years = dict(duties.calendar(case, file_of(case), on))
        assert {one.key for one in years[2022] if one.due_on} >= {"meeting", "patent.january", "tax.income"}
        assert "meeting" not in {one.key for one in years[2021]}  # the day was before it was watched
        proof = evidence(officer, case.incubator)
        service.do_duty(by=officer, case=case, on=on, key="patent.january", year=2022, evidence=proof)
        with pytest.raises(Refused, match="no está entre los de esta"):
            service.do_duty(by=officer, case=case, on=on, key="meeting", year=2019, evidence=proof)
        rows = dict(duties.calendar(case, file_of(case), on))[2022]
    assert [one.status(on) for one in rows if one.key == "patent.january"] == ["Hecho"]


def test_who_wrote_a_line_of_the_plan_does_not_approve_it():
    case = cooperative()
    _, coordinator = people(case)
    begun(case)
    found(case, lacking=(DEBT,))
    with today(DAY):
        service.write_plan(
            by=coordinator, item=item(case, *DEBT), on=DAY, plan="Convenio", responsible="Contadora",
            due_on=date(2021, 8, 31),
        )  # fmt: skip
    planned(case)
    with today(APPROVED), pytest.raises(Refused, match="otra persona"):
        service.approve(by=coordinator, file=file_of(case), on=APPROVED)
    assert state(case) == S.PLAN


def test_below_the_minimum_it_heads_the_plan_and_past_the_term_the_law_dissolves_it():
    case = cooperative()
    officer, coordinator = people(case)
    fell = date(2020, 12, 20)
    begun(case, members=4, fell_on=fell)
    found(case, lacking=(DEBT,))
    point = item(case, "members.minimum")
    assert (point.status, point.due_on) == (ItemStatus.DOES_NOT, date(2021, 6, 20))
    assert reading.items_of(file_of(case))[0] == point
    with today(DAY):  # it may act before anybody approved the plan, and nothing else may
        service.tell_progress(by=officer, item=point, on=DAY, text="Se invitó a dos personas")
        with pytest.raises(Refused, match="todavía no se aprueba"):
            service.tell_progress(by=officer, item=item(case, *DEBT), on=DAY, text="Se fue a Tesorería")
        with pytest.raises(Refused, match="todavía no la disuelve"):
            service.dissolve(by=coordinator, file=file_of(case), on=DAY)
    late = date(2021, 6, 21)
    with today(late):
        with pytest.raises(Refused, match="La ley la disolvió"):
            service.present(by=officer, file=file_of(case), on=late)
        proof = evidence(coordinator, case.incubator)
        for act, more in ((service.give_up, {"evidence": proof}), (service.withdraw, {})):
            with pytest.raises(Refused, match="La ley la disolvió"):
                act(by=coordinator, file=file_of(case), on=late, reason="No alcanza", **more)
        service.dissolve(by=coordinator, file=file_of(case), on=late)
    file = file_of(case)
    assert (file.state, file.closed_on, file.publish_by) == (S.DISSOLVED, late, date(2021, 6, 20) + timedelta(days=60))
    assert Organization.objects.get(pk=case.organization_id).legal_status == LegalStatus.DISSOLVED
    _liquidates(case, officer, late)


def _liquidates(case, officer, on):
    with today(on):
        proof = evidence(officer, case.incubator)
        for key in duties.TO_LIQUIDATE:
            service.do_duty(by=officer, case=case, on=on, key=key, year=2021, evidence=proof)
    assert Organization.objects.get(pk=case.organization_id).legal_status == LegalStatus.IN_LIQUIDATION


def test_recovered_in_time_it_goes_on():
    case = cooperative()
    officer, _ = people(case)
    begun(case, members=4, fell_on=date(2021, 5, 20))
    with today(PLANNED) as on:
        proof = evidence(officer, case.incubator)
        with pytest.raises(Refused, match="desde qué día"):
            service.count_members(by=officer, file=file_of(case), on=on, members=4, evidence=proof)
        service.count_members(by=officer, file=file_of(case), on=on, members=6, evidence=proof)
    point = item(case, "members.minimum")
    assert (point.status, point.due_on) == (ItemStatus.MEETS, None)


def test_what_turns_up_after_everything_was_filed_takes_it_back_to_the_work():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case, lacking=(DEBT,))
    planned(case, DEBT)
    approved(case)
    filed(case, *DEBT, "treasury", (F.FILED, FILED), amount=90_000)
    assert state(case) == S.FILED
    with today(FILED):
        service.add_item(by=officer, file=file_of(case), on=FILED, name="Multa de 2018", risk="high")
    assert state(case) == S.IN_PROGRESS


def test_found_in_order_there_is_nothing_to_plan():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case)
    with today(DAY) as on:
        with pytest.raises(Refused, match="no hace falta un plan"):
            service.present(by=officer, file=file_of(case), on=on)
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
    assert state(case) == S.WATCHED


def test_a_plan_under_way_does_not_finish_by_the_back_door():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case, lacking=(DEBT,))
    planned(case, DEBT)
    _renew(case, DEBT, PLANNED)
    with today(PLANNED) as on, pytest.raises(Refused, match="Está en «Plan por aprobar»"):
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)


def test_correcting_the_step_of_the_case_takes_its_regularization_with_it():
    case = cooperative()
    officer, coordinator = people(case)
    begun(case)
    found(case)
    with today(DAY) as on:
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
        advancement.advance(by=coordinator, case=case, verb=Verb.CORRECT, on=on, data={"reason": "Faltaba un papel"})
    assert (Case.objects.get(pk=case.pk).stage, state(case)) == ("regularization", S.REGULARIZED)
    with today(DAY) as on:
        service.lapse(by=officer, file=file_of(case), on=on, reason="Faltaba el balance")
    assert state(case) == S.DIAGNOSIS


def test_a_return_to_the_diagnosis_is_corrected_until_something_follows_it():
    case = cooperative()
    officer, coordinator = people(case)
    begun(case)
    found(case)
    with today(DAY) as on:
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
        debt = item(case, *DEBT)
        service.update_item(by=officer, item=debt, on=on, status=ItemStatus.DOES_NOT)
        wrong = {"reason": "Se anotó en otra cooperativa"}
        advancement.advance(by=officer, case=case, verb=Verb.REREGULARIZE, on=on)
        advancement.advance(by=coordinator, case=case, verb=Verb.CORRECT, on=on, data=wrong)
        assert (Case.objects.get(pk=case.pk).stage, state(case)) == ("operation", S.WATCHED)
        advancement.advance(by=officer, case=case, verb=Verb.REREGULARIZE, on=on)
    planned(case, DEBT, on=DAY + timedelta(days=1))
    with today(DAY + timedelta(days=1)) as on, pytest.raises(Refused, match="ya siguió"):
        advancement.advance(by=coordinator, case=case, verb=Verb.CORRECT, on=on, data=wrong)


def test_seats_of_the_register_say_more_than_the_list():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case)
    people_ = [row.person for row in case.organization.members_on(DAY)]
    with today(DAY) as on:
        for body, person, alternate in (("sole_manager", people_[0], False), ("inspector", people_[1], False)):
            books.take_seat(
                by=officer, case=case, person=person, body=body, office="head", since=on, until=date(2022, 6, 1),
                alternate=alternate,
            )  # fmt: skip
        with pytest.raises(Refused, match="Faltan los órganos vigentes"):
            advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
        books.take_seat(
            by=officer, case=case, person=people_[2], body="inspector", office="head", since=on,
            until=date(2022, 6, 1), alternate=True,
        )  # fmt: skip
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
    with today(date(2022, 6, 1)) as on:
        advancement.advance(by=officer, case=case, verb=Verb.REREGULARIZE, on=on)
    assert state(case) == S.DIAGNOSIS
