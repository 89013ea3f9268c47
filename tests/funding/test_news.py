"""What the agency says: observations with their term, points, the waiting list, appeals, and what was a mistake."""

from datetime import date, datetime, time

import pytest
from django.core.exceptions import PermissionDenied

from cases.enums import ConfirmationSubject, Stage
from cases.funding.agency import reading
from cases.funding.bases.shapes import Criterion
from cases.funding.life import FundEventKind, FundState
from cases.services.funding import awards, correcting, news
from incubator import calendars
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import ACT, SAID, again, confirmed, people, proof, told, walked

pytestmark = pytest.mark.django_db
S, K = FundState, FundEventKind
CRITERIA = (Criterion("idea", "La idea", 60, 7, 4), Criterion("team", "El equipo", 40))


@pytest.fixture
def draft(place):
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return scene.an_application(case, scene.a_call(place, bases=scene.some_bases(criteria=CRITERIA)))


def test_an_observation_has_its_term_in_business_days_from_the_notice_and_returns_where_it_was(draft):
    one = walked(draft, S.ADMISSIBLE)
    observed = told(
        one, news.observe, date(2021, 9, 14), notified_on=date(2021, 9, 14), items=["Firmar el anexo 2", " "], days=3,
        **ACT,
    )  # fmt: skip
    assert observed.due_on == date(2021, 9, 20), "the 17th was a holiday; 18 and 19, a weekend"
    assert observed.details == {"items": ["Firmar el anexo 2"], "days": 3}
    second = told(one, news.observe, date(2021, 9, 14), notified_on=date(2021, 9, 14), items=["La carta"], **ACT)
    assert again(one).state == S.OBSERVED
    late = told(one, news.answer, date(2021, 9, 22), about=observed)
    assert late.details == {"late": True}
    assert again(one).state == S.OBSERVED, "one is left"
    told(one, news.answer, date(2021, 9, 22), about=second)
    assert again(one).state == S.ADMISSIBLE
    with pytest.raises(Refused, match="no se anota"):
        told(one, news.answer, date(2021, 9, 23), about=second)


def test_points_belong_to_the_criteria_and_stay_within_them(draft):
    one = walked(draft, S.ADMISSIBLE)
    for scores, why in (({"idea": 7.5}, "entre 0 y 7"), ({"otro": 3}, "no está en las bases"), ({}, "al menos")):
        with pytest.raises(Refused, match=why):
            told(one, news.score, scores=scores)
    event = told(one, news.score, scores={"idea": 3.5, "team": None}, total=61)
    assert event.details == {"scores": {"idea": 3.5}, "total": 61.0}


def test_what_the_agency_says_has_its_act_and_days_that_fit(draft):
    one = walked(draft, S.SUBMITTED)
    early, later = date(2021, 8, 1), date(2021, 8, 30)
    for on, said, why in (
        (SAID, {}, "Escriba el acto"),
        (SAID, ACT | {"notified_on": later}, "La notificación"),
        (early, ACT, "va entre"),
    ):
        with pytest.raises(Refused, match=why), calendars.travel(SAID):
            news.resolve(by=people(one)[0], application=again(one), kind=K.ADMISSION, on=on, **said)
    with pytest.raises(PermissionDenied):
        stranger = factories.people.officer_of(factories.incubator("05601"))
        told(one, news.resolve, kind=K.ADMISSION, by=stranger, **ACT)


def test_an_appeal_needs_the_coordination_and_the_groups_own_word(draft):
    one = walked(draft, S.NOT_AWARDED)
    officer, coordinator = people(one)
    said = {"note": "El puntaje no suma", "evidence": proof(one)}
    with pytest.raises(PermissionDenied):
        told(one, awards.appeal, by=officer, confirmation=None, **said)
    other = confirmed(one, ConfirmationSubject.FUND_APPLICATION)
    for word in (None, other):
        with pytest.raises(Refused, match="Falta que el grupo lo confirme"):
            told(one, awards.appeal, by=coordinator, confirmation=word, **said)
    word = confirmed(one, ConfirmationSubject.FUND_APPEAL)
    asked = told(one, awards.appeal, by=coordinator, confirmation=word, **said)
    with pytest.raises(Refused, match="ya está anotada"):
        told(one, awards.appeal, by=coordinator, confirmation=word, **said)
    told(one, awards.decide_appeal, about=asked, **ACT)
    assert again(one).state == S.NOT_AWARDED
    with pytest.raises(Refused, match="Falta que el grupo lo confirme"):
        told(one, awards.appeal, by=coordinator, confirmation=word, **said)


@pytest.mark.parametrize("to", [S.ADMISSIBLE, S.WAITLISTED, S.AWARDED])
def test_an_upheld_appeal_goes_where_the_agency_says_and_a_correction_takes_its_consequences_too(draft, to):
    one = walked(draft, S.INADMISSIBLE)
    _, coordinator = people(one)
    word = confirmed(one, ConfirmationSubject.FUND_APPEAL)
    papers = {"note": "Contaron mal los días", "evidence": proof(one), "confirmation": word}
    asked = told(one, awards.appeal, by=coordinator, **papers)
    more = {S.WAITLISTED: {"place": 2}, S.AWARDED: {"amount": walking.GRANTED}}.get(to, {})
    told(one, awards.decide_appeal, about=asked, to=to, **more, **ACT)
    assert again(one).state == to
    assert reading.Facts(again(one)).sums().awarded == (5_000_000 if to == S.AWARDED else None)
    told(one, correcting.correct_step, by=coordinator, reason="Era de otra postulación")
    one = again(one)
    assert one.state == S.INADMISSIBLE
    facts = reading.Facts(one)
    assert facts.sums().awarded is None
    assert [row.kind for row in facts.live] == [K.REJECTION, K.APPEAL]
    assert reading.recordable(facts).count(K.APPEAL_RESULT) == 1, "the appeal waits again"


def test_what_was_built_on_a_step_blocks_its_correction(draft):
    one = walked(draft, S.ADMISSIBLE)
    _, coordinator = people(one)
    points = told(one, news.score, scores={"idea": 5})
    with pytest.raises(Refused, match="puntaje"):
        told(one, correcting.correct_step, by=coordinator, reason="No")
    admission = one.events.get(kind=K.ADMISSION)
    with pytest.raises(Refused, match="puntaje"):
        told(one, correcting.set_aside, by=coordinator, event=admission, reason="No")
    told(one, correcting.set_aside, by=coordinator, event=points, reason="Era de otro grupo")
    told(one, correcting.set_aside, by=coordinator, event=admission, reason="Era de otro grupo")
    assert again(one).state == S.SUBMITTED
    assert one.events.count() == 4, "nothing is rewritten"
    late = date(2021, 9, 30)
    told(one, news.resolve, kind=K.ADMISSION, **ACT)
    with pytest.raises(Refused, match="más de 7 días"):
        told(one, correcting.correct_step, late, by=coordinator, reason="Tarde")


def test_a_failure_of_the_agency_keeps_its_proof_and_moves_no_closing(draft):
    one = walked(draft, S.READY)
    on = date(2021, 8, 12)
    said = {"hour": time(13, 40), "told_on": on}
    with pytest.raises(Refused, match="Adjunte"):
        told(one, news.call_failed, on, **said)
    event = told(one, news.call_failed, on, evidence=proof(one, b"pantalla"), **said)
    assert event.details == {"hour": "13:40", "told_on": "2021-08-12"}
    at = datetime(2021, 8, 12, 14, 0, 1, tzinfo=walking.SANTIAGO)
    with pytest.raises(Refused, match="La falla del fondo ya está anotada"):
        walking.sent(one, at=at)
