"""The disability office answers a reserved condition; who may not read sensitive facts learns that and no more."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.enums import Stage
from cases.funding import matching
from cases.funding.bases.shapes import Condition
from cases.funding.eligibility import distance, judge
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.matching import matches
from cases.models import ReservedAnswer
from cases.services.funding import reserved
from incubator.enums import Declared, Role
from incubator.requirements import Refused
from incubator.services import organizations, sensitive
from tests import factories
from tests.funding.scene import a_call, some_bases

ON = date(2021, 6, 1)
DISABILITY = Condition("disability", "disability_share", parameters={"percent": 50})


@pytest.fixture(autouse=True)
def june(settings):
    settings.MINGA_TODAY = "2021-06-01"


@pytest.fixture
def call(place):
    return a_call(place, bases=some_bases(conditions=(DISABILITY,)))


@pytest.fixture
def case(place):
    return factories.case_in(Stage.CENSUS, at=place, members=4)


@pytest.fixture
def development(place):
    return factories.user_with(Role.OFFICER_DEVELOPMENT, at=place)


def outcome_for(case, call, user, *, live=False):
    facts = matching.facts_of([case], ON, user, live=live)[case.pk]
    answer = judge.judge(some_bases(conditions=(DISABILITY,)), facts, {}, call=matches.call_of(call))
    return next(one for one in answer.children if one.key == "disability")


def declare(officer, case, people, said=Declared.YES):
    for row in case.organization.members_on(ON)[:people]:
        sensitive.write(by=officer, person=row.person, on=ON, disability=said, disability_on=ON)


def test_nobody_answered_yet_so_it_waits(case, call, development):
    assert outcome_for(case, call, development).outcome == Outcome.TO_VERIFY


def test_the_answer_is_read_by_who_may_not_read_the_facts(case, call, officer, development):
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=ON)
    said = outcome_for(case, call, development)
    assert said.outcome == Outcome.MEETS
    assert "oficina de discapacidad" in said.evidence
    assert not any(letter.isdecimal() for letter in said.evidence.replace("01-06-2021", ""))


def test_it_is_stale_as_soon_as_somebody_comes_in(case, call, officer, development, place):
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=ON)
    organizations.join(by=officer, organization=case.organization, person=factories.person(at=place), since=ON)
    assert outcome_for(case, call, development).outcome == Outcome.TO_VERIFY
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=False, on=ON)
    assert outcome_for(case, call, development).outcome == Outcome.FAILS


def test_the_same_question_of_another_call_is_answered_already(case, call, officer, development, place):
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=ON)
    other = a_call(place, key="otro", bases=some_bases(conditions=(replace(DISABILITY, key="discapacidad"),)))
    found = matching.matches_of_group(case, ON, development)
    assert {match.call for match in found} == {call, other}
    facts = matching.facts_of([case], ON, development)[case.pk]
    assert len(facts.reserved) == 1


def test_whoever_may_read_sensitive_facts_sees_them_live_on_one_page_alone(
    case, call, officer, coordinator, development
):
    declare(officer, case, 2)
    for reader in (officer, coordinator):
        assert outcome_for(case, call, reader, live=True).outcome == Outcome.MEETS
        assert outcome_for(case, call, reader).outcome == Outcome.TO_VERIFY
    assert outcome_for(case, call, development, live=True).outcome == Outcome.TO_VERIFY


def test_in_a_list_it_waits_for_every_reader_answered_or_not(case, call, officer, development):
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=False, on=ON)
    for reader in (officer, development):
        (match,) = matching.matches_of_call(call, ON, reader)
        assert match.distance.confirm == distance.of(match.answer, open_reserved=True).confirm == 1
        assert "por confirmar" not in match.distance.sentence


def test_only_the_disability_office_answers(case, call, coordinator, development):
    for other in (coordinator, development):
        with pytest.raises(PermissionDenied):
            reserved.answer(by=other, case=case, call=call, key="disability", meets=True, on=ON)
    assert not ReservedAnswer.objects.exists()


def test_a_condition_that_is_not_reserved_is_no_matter_of_the_office(case, place, officer):
    call = a_call(
        place, key="mujeres", bases=some_bases(conditions=(Condition("w", "women_share", parameters={"percent": 50}),))
    )
    with pytest.raises(Refused, match="no tienen esa condición"):
        reserved.answer(by=officer, case=case, call=call, key="w", meets=True, on=ON)


def test_the_page_answers_and_who_lacks_the_right_does_not_open_it(case, call, officer, development, enter):
    url = reverse("fund_reserved", args=[case.organization_id, call.pk])
    declare(officer, case, 1)
    client = enter(officer)
    assert "1 persona con discapacidad de 4" in client.get(url).content.decode()
    client.post(url, {"key": "disability", "r-meets": "no", "r-on": "2021-06-01"})
    assert ReservedAnswer.objects.get().meets is False
    said = client.get(url).content.decode()
    assert "1 persona con discapacidad de 4" in said  # what the data say stands beside the answer
    assert "<b>no se cumple</b>" in said
    assert enter(development).get(url).status_code == 403


def test_the_page_of_a_pair_shows_who_may_not_read_the_facts_no_figure_of_them(case, call, officer, development, enter):
    declare(officer, case, 1)
    url = reverse("fund_eligibility", args=[case.organization_id, call.pk])
    assert "1 persona con discapacidad de 4" in enter(officer).get(url).content.decode()
    said = enter(development).get(url).content.decode()
    assert "Es un dato reservado" in said
    assert "de 4." not in said
