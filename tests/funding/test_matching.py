"""What is read of a group into Facts, in so many queries, and who is beside whom."""

from datetime import date

import pytest

from cases.enums import MarketKind, Stage
from cases.funding import matching
from cases.funding.bases.shapes import Condition
from cases.funding.eligibility.facts import Share
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.matching import legal, past
from cases.lineage import Former
from cases.models import MarketRecord, Responsibility, VerifiedCondition
from config.many_calls import judged, many_calls
from incubator import calendars
from tests import factories
from tests.funding.scene import a_call, an_application, some_bases

ON = date(2021, 6, 1)
DISABILITY = Condition("disability", "disability_share", parameters={"percent": 50})
WOMEN = Condition("women", "women_share", parameters={"percent": 50})


@pytest.fixture(autouse=True)
def june(settings):
    settings.MINGA_TODAY = "2021-06-01"


@pytest.fixture
def case(place):
    return factories.case_in(Stage.TRAINING, at=place)


def facts_of(case, user, on=None):
    return matching.facts_of([case], on or calendars.today(), user)[case.pk]


def test_a_group_of_which_little_is_written_says_so_and_no_more(case, officer):
    facts = facts_of(case, officer)
    assert facts.stage == Stage.TRAINING
    assert facts.members == 5
    assert facts.women.total == 5
    assert (facts.is_cooperative, facts.is_valid) == (False, False)
    assert (facts.sales, facts.activity, facts.constituted_on) == (None, "", None)
    assert (facts.pending_accounts, facts.awards, facts.awards_elsewhere) == (0, (), False)
    assert facts.sensitive is None


def test_women_are_counted_by_the_registered_sex_and_who_did_not_say_apart(case, officer):
    people = [row.person for row in case.organization.members_on(calendars.today())]
    for person, sex in zip(people, ("F", "F", "M", "D", ""), strict=True):
        type(person).objects.filter(pk=person.pk).update(registered_sex=sex)
    assert facts_of(case, officer).women == Share(2, 1, 2)


def test_ages_are_read_when_the_birthday_of_everybody_is_written(case, officer):
    on = calendars.today()
    people = [row.person for row in case.organization.members_on(on)]
    for number, person in enumerate(people):
        type(person).objects.filter(pk=person.pk).update(birth_date=date(1980 + number, 1, 1))
    facts = facts_of(case, officer)
    assert (facts.oldest_born_on, facts.youngest_born_on) == (date(1980, 1, 1), date(1984, 1, 1))
    assert facts.youngest_member_age == on.year - 1984
    type(people[2]).objects.filter(pk=people[2].pk).update(birth_date=None)
    assert facts_of(case, officer).youngest_born_on is None


def test_sales_are_those_of_twelve_months_and_nothing_when_nobody_wrote_any(case, officer):
    on = calendars.today()
    for day, amount in ((date(on.year - 1, on.month, 1), 900), (on, 300), (on, 200)):
        _sold(case, officer, day, amount)
    assert facts_of(case, officer).sales == 500 + (
        900 if date(on.year - 1, on.month, 1) > on.replace(year=on.year - 1) else 0
    )


def _sold(case, by, day, amount):
    MarketRecord.objects.create(
        case=case,
        happened_on=day,
        recorded_by=by,
        kind=MarketKind.SALE,
        counterpart="Feria",
        description="Pan",
        amount=amount,
    )


def test_a_cooperative_registered_in_time_exists_since_its_deed(place, officer):
    case = factories.case_in(Stage.OPERATION, at=place)
    facts = facts_of(case, officer)
    acts = dict(case.legalevents.values_list("kind", "happened_on"))
    assert facts.is_valid
    assert facts.is_cooperative
    assert facts.constituted_on == facts.deeded_on == acts["deed"]
    assert facts.valid_from == max(acts["registry_entry"], acts["publication"])


def test_with_its_deed_alone_the_legal_clock_says_until_when_it_may_be_registered():
    said = legal.standing("informal_group", "in_constitution", {"deed": date(2021, 5, 1)})
    assert said["expected_entry"] == date(2021, 6, 30)
    assert (said["is_cooperative"], said["is_valid"], said["deeded_on"]) == (False, False, date(2021, 5, 1))


def test_of_a_cooperative_of_which_nobody_wrote_how_it_stands_it_is_not_known():
    assert legal.standing("cooperative", "de_facto", {})["is_valid"] is None
    assert legal.standing("cooperative", "dissolved", {})["is_valid"] is False


def test_many_groups_and_one_are_read_with_the_same_queries(place, officer, django_assert_num_queries):
    on, cases = calendars.today(), [factories.case_in(Stage.CENSUS, at=place, members=3) for _ in range(4)]
    matching.facts_of(cases[:1], on, officer)
    with django_assert_num_queries(7):
        matching.facts_of(cases[:1], on, officer)
    with django_assert_num_queries(7):
        matching.facts_of(cases, on, officer)


def test_groups_stand_by_their_distance_and_what_is_reserved_waits_for_everybody(place, officer, coordinator):
    far = factories.case_in(Stage.CENSUS, at=place, members=3)
    near = factories.case_in(Stage.CENSUS, at=place, members=3)
    for row in near.organization.members_on(calendars.today()):
        type(row.person).objects.filter(pk=row.person_id).update(registered_sex="F")
    for row in far.organization.members_on(calendars.today()):
        type(row.person).objects.filter(pk=row.person_id).update(registered_sex="M")
    call = a_call(place, bases=some_bases(conditions=(WOMEN, DISABILITY)))
    for reader in (officer, coordinator):
        found = matching.matches_of_call(call, date(2021, 6, 1), reader)
        assert [match.case for match in found] == [near, far]
        assert [match.distance.confirm for match in found] == [1, 1]
        assert found[0].answer.outcome == Outcome.TO_VERIFY
        assert found[1].distance.people == 3


def test_an_application_says_who_applies_and_what_was_verified_counts_in_its_call_alone(case, officer, place):
    call = a_call(place)
    application = an_application(case, call)
    facts = matching.facts_of([case], calendars.today(), officer, applicant=application)[case.pk]
    assert (facts.applicant, facts.receiver) == ("group", "member")
    assert facts.applications == {call.key: 1}


def test_what_was_verified_in_an_application_counts_in_its_call_alone(case, officer, place):
    debts = Condition("debts", "debts", parameters={"registers": ["treasury"]})
    bases = some_bases(conditions=(debts,))
    call, other = a_call(place, bases=bases), a_call(place, key="otro", bases=bases)
    application = an_application(case, call)
    VerifiedCondition.objects.create(
        application=application, key="debts", meets=True, text="Certificado", seen_on=ON, by=officer
    )
    found = {match.call: _of(match, "debts") for match in matching.matches_of_group(case, ON, officer)}
    assert found == {call: Outcome.MEETS, other: Outcome.TO_VERIFY}


def _of(match, key):
    return next(one.outcome for one in match.answer.children if one.key == key)


def test_of_a_group_that_lived_elsewhere_nothing_is_looked_at_there(case, officer, place):
    before = Responsibility.objects.get(case=case)
    Responsibility.objects.filter(pk=before.pk).update(incubator=factories.incubator("05101"))
    facts = facts_of(case, officer)
    assert facts.awards_elsewhere
    assert facts.pending_accounts is None


def test_an_award_counts_and_its_accounts_are_pending_until_they_close(case, officer, place):
    rows = [_row(case, state, date(2021, 5, day)) for day, state in enumerate(("execution", "closed", "renounced"), 1)]
    held = {"pk": case.pk, "organization_id": case.organization_id, "incubator_id": place.pk}
    before = past.of_case(held, (), {case.organization_id: rows}, ON)
    assert [(award.on.day, award.is_pending) for award in before.awards] == [(1, True), (2, False)]
    assert before.pending == 1
    elsewhere = past.of_case({**held, "incubator_id": -1}, (), {case.organization_id: rows}, ON)
    assert elsewhere.awards == []


def test_of_a_group_that_joined_it_only_what_it_won_before_that_day(case, place):
    former = Former(case.pk, case.organization_id, "Otro grupo", "merge", date(2021, 5, 2))
    rows = [_row(case, "closed", date(2021, 5, day)) for day in (1, 2)]
    held = {"pk": -1, "organization_id": -1, "incubator_id": place.pk}
    assert [award.on.day for award in past.of_case(held, (former,), {case.organization_id: rows}, ON).awards] == [1]


def _row(case, state, day):
    return {
        "case_id": case.pk, "place": case.incubator_id, "stays_with_id": None, "state": state, "won_on": day, "call_id": 1,
        "call_key": "fondo", "agency": 1, "programme": "Fondo", "applicant_kind": "group", "verified": [],
    }  # fmt: skip


def test_fifty_calls_are_judged_for_any_number_of_groups_with_the_same_queries(place, officer, coordinator):
    factories.case_in(Stage.CENSUS, at=place, members=3)
    calls = many_calls(place, officer, coordinator, ON)
    _, _, _ = judged(calls, officer)
    few, queries, _ = judged(calls, officer)
    for _ in range(3):
        factories.case_in(Stage.CENSUS, at=place, members=3)
    many, then, _ = judged(calls, officer)
    assert (few, many) == (50, 200)
    assert queries == then <= 10
