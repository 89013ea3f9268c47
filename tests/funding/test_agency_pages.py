"""The room «Lo que dice el fondo»: what may be recorded, by whom, and what a refusal leaves on the page."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from cases.enums import Stage
from cases.funding.bases.shapes import Criterion
from cases.funding.life import FundEventKind, FundState
from cases.services.funding import news
from cases.views.funding.agency.recording import SERVICES
from cases.views.funding.agency.slugs import KINDS, SLUGS
from incubator import calendars
from incubator.enums import Role
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import ACT, again, people, told, walked

pytestmark = pytest.mark.django_db
S, K = FundState, FundEventKind
NOON = datetime(2021, 9, 10, 12, tzinfo=walking.SANTIAGO)
CRITERIA = (Criterion("idea", "La idea", 60, 7, 4),)


@pytest.fixture
def draft(place):
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return scene.an_application(case, scene.a_call(place, bases=scene.some_bases(criteria=CRITERIA)))


def _room(enter, user, application):
    with calendars.travel(NOON):
        return enter(user).get(reverse("application_agency", args=[application.pk]))


def _fact(application, kind):
    return reverse("application_fact", args=[application.pk, SLUGS[kind]])


def test_each_kind_has_its_address_and_its_service():
    own = {K.ADMISSION, K.REJECTION, K.WAITLIST, K.REFUSAL}
    assert set(KINDS.values()) == set(K) - {K.CORRECTION} == set(SERVICES) | own


def test_the_room_offers_only_what_fits_where_it_stands(draft, enter):
    one = walked(draft, S.SUBMITTED)
    officer, coordinator = people(one)
    page = _room(enter, officer, one).text
    for kind in K:
        fits = kind in (K.ADMISSION, K.OBSERVATION, K.SCORE, K.REJECTION, K.WAITLIST, K.REFUSAL, K.AWARD, K.WITHDRAWAL)
        assert kind == K.CORRECTION or (_fact(one, kind) in page) == fits, kind
    told(one, news.resolve, kind=K.REFUSAL, **ACT)
    assert _fact(one, K.APPEAL) not in _room(enter, officer, one).text
    assert _fact(one, K.APPEAL) in _room(enter, coordinator, one).text


def test_it_says_what_waits_and_until_when_and_shows_the_points(draft, enter):
    one = walked(draft, S.ADMISSIBLE)
    told(one, news.score, scores={"idea": 3.5}, total=50)
    said = {"notified_on": date(2021, 9, 6), "items": ["Firmar el anexo"], "days": 5}
    told(one, news.observe, **said, **ACT)
    page = _room(enter, people(one)[0], one).text
    for words in (
        "Responder la observación",
        "13-09-2021",
        "Firmar el anexo",
        "5 días hábiles",
        "3,5",
        "Bajo el mínimo",
    ):
        assert words in page, words


def test_a_refusal_keeps_what_was_typed(draft, enter):
    one = walked(draft, S.SUBMITTED)
    data = {
        "on": "06-09-2021",
        "unit": "uf",
        "quantity": "168,5",
        "note": "Nos dieron 168,5 UF",
        "unit_value": "29.709,83",
    }
    with calendars.travel(NOON):
        page = enter(people(one)[0]).post(_fact(one, K.AWARD), data).text
    assert "Escriba el acto" in page
    assert "Nos dieron 168,5 UF" in page
    assert again(one).state == S.SUBMITTED


def test_what_does_not_fit_says_so_and_what_is_no_fact_is_not_there(draft, enter):
    one = walked(draft, S.SUBMITTED)
    with calendars.travel(NOON):
        client = enter(people(one)[0])
        assert "no se anota «Convenio firmado»" in client.get(_fact(one, K.AGREEMENT)).text
        assert client.get(_fact(one, K.AWARD).replace("adjudicacion", "otra-cosa")).status_code == 404


def test_the_coordination_corrects_from_the_page_and_both_stay_in_sight(draft, enter):
    one = walked(draft, S.ADMISSIBLE)
    officer, coordinator = people(one)
    correct = reverse("application_correct", args=[one.pk])
    assert correct not in _room(enter, officer, one).text
    assert correct in _room(enter, coordinator, one).text
    with calendars.travel(NOON):
        page = enter(coordinator).post(correct, {"reason": "Era de otro grupo"}, follow=True).text
    assert again(one).state == S.SUBMITTED
    assert "Era un error: Era de otro grupo" in page
    assert "Corregido" in page


def test_the_adviser_reads_and_records_no_news(draft, enter):
    one = walked(draft, S.SUBMITTED)
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[one.case.organization])
    page = _room(enter, adviser, one)
    assert page.status_code == 200
    assert _fact(one, K.AWARD) not in page.text
    with calendars.travel(NOON):
        assert enter(adviser).get(_fact(one, K.AWARD)).status_code == 403
        assert enter(adviser).get(reverse("application_filing", args=[one.pk])).status_code == 403


def test_the_room_takes_the_same_queries_whatever_the_facts(draft, enter, django_assert_max_num_queries):
    one = walked(draft, S.ADMISSIBLE)
    officer, counts = people(one)[0], []
    for more in (1, 12):
        for number in range(more):
            told(one, news.score, scores={"idea": 5}, note=f"Acta {number}")
        with django_assert_max_num_queries(70) as asked:
            _room(enter, officer, one)
        counts.append(len(asked))
    assert counts[1] <= counts[0]
