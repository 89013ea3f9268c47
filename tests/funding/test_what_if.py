"""«¿Y si…?» answers what the evaluation answers once the change is really made through the services."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import MarketKind, Stage
from cases.funding import matching
from cases.funding.bases.shapes import AskedDocument, Condition
from cases.funding.eligibility import changes, distance, judge
from cases.funding.eligibility.changes import Change
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.matching import days
from cases.funding.matching.trees import leaves
from cases.funding.vault.access import tier_of
from cases.funding.words import DocumentKind, DocumentOf
from cases.services.business import market
from cases.services.funding import reserved, vault
from incubator import calendars
from incubator.enums import Declared, Role
from incubator.services import organizations, sensitive
from tests import factories
from tests.funding.scene import a_call, some_bases

ON = date(2021, 6, 1)
WOMEN = Condition("women", "women_share", parameters={"percent": 60})
MEMBERS = Condition("members", "members", parameters={"minimum": 5})
DISABILITY = Condition("disability", "disability_share", parameters={"percent": 50})
SALES = Condition("sales", "sales", parameters={"minimum": 100_000})
LETTER = AskedDocument("letter", DocumentKind.SUPPORT_LETTER, "Carta de apoyo", valid_days=90)
BASES = some_bases(conditions=(WOMEN, MEMBERS, DISABILITY, SALES), documents=(LETTER,))


@pytest.fixture(autouse=True)
def june(settings):
    settings.MINGA_TODAY = "2021-06-01"


@pytest.fixture
def case(place):
    made = factories.case_in(Stage.CENSUS, at=place, members=4)
    for number, row in enumerate(made.organization.members_on(ON)):
        type(row.person).objects.filter(pk=row.person_id).update(registered_sex="FFMM"[number])
    return made


@pytest.fixture
def call(place):
    return a_call(place, bases=BASES)


def read(case, user, live=True):
    return matching.facts_of([case], ON, user, live=live)[case.pk]


def judged(facts):
    when = days.days_for(BASES, facts.region, calendars.now())
    answer = judge.judge(BASES, facts, when)
    told = {one.key: (one.outcome, one.evidence, one.remedy, one.on, one.by, one.need) for one in leaves(answer)}
    return told, distance.of(answer), answer


def same(tried, really):
    assert judged(tried)[0] == judged(really)[0]
    assert judged(tried)[1] == judged(really)[1]
    assert judged(tried)[1].sentence == judged(really)[1].sentence


@pytest.mark.parametrize("sees", [True, False])
def test_two_women_really_come_in(case, call, place, officer, sees):
    reader = officer if sees else factories.user_with(Role.OFFICER_DEVELOPMENT, at=place)
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=ON)
    before = read(case, reader)
    tried = changes.apply(before, [Change("add_members", {"people": 2, "women": "yes"})])
    for _ in range(2):
        organizations.join(
            by=officer, organization=case.organization, person=factories.person(at=place, registered_sex="F"), since=ON
        )
    same(tried, read(case, reader))
    assert judged(tried)[0]["women"][0] == Outcome.MEETS
    assert judged(tried)[0] != judged(before)[0]


def test_a_woman_who_declares_disability_really_comes_in(case, officer, place):
    before = read(case, officer)
    tried = changes.apply(before, [Change("add_members", {"people": 1, "women": "yes", "disability": "yes"})])
    person = factories.person(at=place, registered_sex="F")
    organizations.join(by=officer, organization=case.organization, person=person, since=ON)
    sensitive.write(by=officer, person=person, on=ON, disability=Declared.YES, disability_on=ON)
    same(tried, read(case, officer))


def test_somebody_really_leaves(case, officer):
    before = read(case, officer)
    tried = changes.apply(before, [Change("remove_members", {"people": 1, "women": "no"})])
    row = next(row for row in case.organization.members_on(ON) if row.person.registered_sex == "M")
    organizations.leave(by=officer, membership=row, until=ON, reason="own_decision")
    same(tried, read(case, officer))


def _letter(officer, case):
    """The file, kept under the tier of that kind of document."""
    kept = factories.evidence(officer, case.incubator)
    kept.tier = tier_of(DocumentKind.SUPPORT_LETTER, DocumentOf.GROUP)
    kept.save(update_fields=["tier"])
    return kept


def test_a_document_is_really_kept_and_the_group_really_sells(case, officer):
    asked = [
        Change(
            "put_document", {"document": "support_letter", "of": "group", "issued_on": ON, "name": "Carta de apoyo"}
        ),
        Change("reach_sales", {"sales": 150_000}),
    ]
    tried = changes.apply(read(case, officer), asked)
    vault.keep(
        by=officer, case=case, on=ON, kind=DocumentKind.SUPPORT_LETTER, happened_on=ON, subject=DocumentOf.GROUP,
        evidence=_letter(officer, case),
    )  # fmt: skip
    market.record(
        by=officer, case=case, kind=MarketKind.SALE, on=ON, counterpart="Feria", description="Pan", amount=150_000
    )
    same(tried, read(case, officer))


def test_without_the_right_what_touches_members_leaves_the_reserved_to_verify(case, call, place, officer, enter):
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=ON)
    url = reverse("fund_what_if", args=[case.organization_id, call.pk])
    client = enter(factories.user_with(Role.OFFICER_DEVELOPMENT, at=place))
    said = client.post(url, {"in_women": "1"}).content.decode()
    assert "lo reservado queda por confirmar" in said
    assert "que lo declaran" in said
    assert "declaran discapacidad" not in said.lower().replace("que lo declaran", "")


def test_several_changes_at_once_are_shown_beside_and_nothing_is_written(case, call, officer, enter):
    from incubator.models import JournalEntry, Membership

    url, before = reverse("fund_what_if", args=[case.organization_id, call.pk]), JournalEntry.objects.count()
    members = Membership.objects.count()
    said = enter(officer).post(
        url, {"in_women": "2", "documents": ["letter"], "sales": "150000", "closes_on": "2021-09-30"}
    )
    text = said.content.decode()
    assert "Se suman personas" in text
    assert "Se consigue o se renueva un documento" in text
    assert "Cambia" in text
    assert (JournalEntry.objects.count(), Membership.objects.count()) == (before, members)


def test_what_the_group_does_not_allow_is_said(case, call, officer, enter):
    url = reverse("fund_what_if", args=[case.organization_id, call.pk])
    client = enter(officer)
    assert "Cambie al menos una cosa" in client.post(url, {}).content.decode()
    assert "integrantes" in client.post(url, {"out_women": "30"}).content.decode()
