"""Money stays with who signed: what a transfer, a merge, a split and their reversal do to the applications."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.enums import Stage
from cases.funding.agency import reading
from cases.funding.life import FundEventKind, FundState, Leaving
from cases.funding.words import ApplicantKind, PlacementKind
from cases.models import FundApplication, FundPlacement
from cases.services import lineage
from cases.services.funding import placements
from incubator import calendars
from incubator.requirements import Refused
from tests.factories import case_in
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.funding.scene import a_call, an_application, fresh
from tests.funding.walked import event, walk
from tests.lineage import scene as joining
from tests.transfers import scene as transfers

pytestmark = pytest.mark.django_db

S, K = FundState, PlacementKind
SENT = date(2021, 3, 8)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(date(2021, 3, 15)):
        yield


@pytest.fixture
def case():
    transfers.two_places()
    return case_in(Stage.TRAINING, at=incubator("05501"), on=date(2021, 1, 4))


def _by_the_municipality(case, call):
    return an_application(
        case, call, on=SENT, title="Sede", applicant_kind=ApplicantKind.MUNICIPALITY, receiver_kind="applicant",
        receiver_person=None, signer=None, signer_name="Alcaldesa",
    )  # fmt: skip


def _call(case, key="fondo-2021"):
    return a_call(case.incubator, key=key, in_force_from=date(2021, 1, 4))


def _three(case):
    """A draft under review, one that the group filed, one that the municipality filed for it."""
    draft = walk(an_application(case, _call(case), on=SENT), S.REVIEW, SENT)
    own = walk(an_application(case, _call(case, "otro"), on=SENT), S.SUBMITTED, SENT)
    city = walk(_by_the_municipality(case, _call(case, "sede")), S.AWARDED, SENT)
    return draft, own, city


def _keeper():
    return officer_of(incubator("05501"))


def test_a_transfer_takes_the_drafts_to_be_judged_again_and_leaves_what_the_municipality_signed(case):
    draft, own, city = _three(case)
    transfers.accepted(transfers.asked(case), keepers={city.pk: _keeper()})
    draft, own, city = fresh(draft), fresh(own), fresh(city)
    assert (draft.state, draft.stays_with, own.stays_with) == (S.DRAFT, None, None)
    assert (city.stays_with, city.keeper, city.state) == (incubator("05501"), _keeper(), S.AWARDED)
    kinds = dict(FundPlacement.objects.values_list("application", "kind"))
    assert kinds == {draft.pk: K.INHERITED, own.pk: K.WENT, city.pk: K.STAYED}


def test_what_stayed_is_seen_by_its_keeper_alone_and_the_rest_by_the_receiver_alone(case):
    draft, own, city = _three(case)
    transfers.accepted(transfers.asked(case), keepers={city.pk: _keeper()})
    with calendars.travel(transfers.TAKEN):
        here, there = officer_of(incubator("05502")), coordinator_of(incubator("05501"))
        assert set(FundApplication.objects.visible_to(here)) == {draft, own}
        assert set(FundApplication.objects.visible_to(_keeper())) == {city}
        assert set(FundApplication.objects.visible_to(there)) == set()


def test_a_transfer_is_refused_until_somebody_keeps_what_stays(case):
    _, _, city = _three(case)
    transfer = transfers.asked(case)
    with pytest.raises(Refused, match="quién queda a cargo de cada postulación"):
        transfers.accepted(transfer)
    with pytest.raises(Refused, match="quién queda a cargo de cada postulación"):
        transfers.accepted(transfer, keepers={city.pk: officer_of(incubator("05502"))})


def test_an_ended_application_of_the_municipality_goes_with_its_case_unless_money_is_due(case):
    ended = walk(_by_the_municipality(case, _call(case)), S.NOT_AWARDED, SENT)
    owing = walk(_by_the_municipality(case, _call(case, "sede")), S.CLOSED, SENT)
    event(owing, FundEventKind.REFUND_DUE, SENT, amount=120_000, due_on=date(2021, 5, 1))
    transfers.accepted(transfers.asked(case), keepers={owing.pk: _keeper()})
    assert (fresh(ended).stays_with, fresh(owing).stays_with) == (None, incubator("05501"))


def test_the_agency_is_told_once_with_how_and_an_inherited_draft_is_seen(case):
    draft, own, city = _three(case)
    transfers.accepted(transfers.asked(case), keepers={city.pk: _keeper()})
    with calendars.travel(transfers.TAKEN):
        by, on = officer_of(incubator("05502")), transfers.TAKEN
        went, came = fresh(own).placements.get(), fresh(draft).placements.get()
        with pytest.raises(Refused, match="Diga cómo se avisó"):
            placements.settle(by=by, placement=went, on=on)
        with pytest.raises(PermissionDenied):
            placements.settle(by=_keeper(), placement=went, on=on, note="Por carta")
        assert placements.settle(by=by, placement=went, on=on, note="Por carta").settled_by == by
        assert placements.settle(by=by, placement=came, on=on).settled_on == on
        with pytest.raises(Refused, match="Ya se anotó"):
            placements.settle(by=by, placement=went, on=on, note="Por carta")


def test_the_coordinator_who_cannot_open_what_stayed_names_another_keeper_who_can(case):
    _, _, city = _three(case)
    transfers.accepted(transfers.asked(case), keepers={city.pk: _keeper()})
    with calendars.travel(transfers.TAKEN):
        boss = coordinator_of(incubator("05501"))
        assert list(placements.keepers_to_name(boss)) == [city]
        with pytest.raises(PermissionDenied):
            placements.name_keeper(by=_keeper(), application=fresh(city), on=transfers.TAKEN, keeper=boss)
        placements.name_keeper(by=boss, application=fresh(city), on=transfers.TAKEN, keeper=boss)
        assert set(FundApplication.objects.visible_to(boss)) == {city}
        assert set(FundApplication.objects.visible_to(_keeper())) == set()


def test_no_sql_changes_who_answers_without_its_row(case):
    city = walk(_by_the_municipality(case, _call(case)), S.AWARDED, SENT)
    with pytest.raises(IntegrityError), transaction.atomic():
        FundApplication.objects.filter(pk=city.pk).update(keeper=_keeper(), stays_with=incubator("05501"))


# ------------------------------------------------------------------------------------------------- merge and split


@pytest.fixture
def june():
    with calendars.travel(joining.TODAY):
        yield


def test_a_merge_withdraws_the_drafts_of_the_one_that_closes_and_its_reversal_brings_them_back(june):
    survivor, absorbed = joining.two_groups()
    draft = walk(an_application(absorbed, a_call(joining.place()), on=date(2021, 6, 1)), S.REVIEW, date(2021, 6, 1))
    operation = joining.merged(survivor, absorbed)
    assert (fresh(draft).state, fresh(draft).changes.last().reason) == (S.WITHDRAWN, "El grupo se unió a otro")
    fact = draft.events.get()
    assert (fact.kind, fact.details) == (FundEventKind.WITHDRAWAL, {"why": Leaving.MERGED})
    assert draft.changes.last().event == fact
    lineage.ask_to_revert(by=joining.boss(), operation=operation, on=joining.TODAY, reason="No resultó.")
    lineage.revert(by=joining.deputy(), operation=operation, on=joining.TODAY)
    assert fresh(draft).state == S.REVIEW
    assert draft.events.get(kind=FundEventKind.CORRECTION).about == fact
    assert reading.Facts(fresh(draft)).live == []


def test_only_one_of_the_two_may_have_money_under_way_and_it_keeps_its_number(june):
    survivor, absorbed = joining.two_groups()
    call, other = a_call(joining.place()), a_call(joining.place(), key="otro")
    sent = walk(an_application(absorbed, call, on=date(2021, 6, 1)), S.SUBMITTED, date(2021, 6, 1))
    number, package = sent.number, sent.packages.get().sha256
    joining.merged(survivor, absorbed)
    assert (fresh(sent).state, fresh(sent).number, fresh(sent).case_id) == (S.SUBMITTED, number, absorbed.pk)
    assert sent.packages.get().sha256 == package
    third = case_in(Stage.TRAINING, name="Tercer grupo")
    walk(an_application(third, other, on=date(2021, 6, 1)), S.SUBMITTED, date(2021, 6, 1))
    with pytest.raises(Refused, match="solo uno de los dos"):
        joining.merged(survivor, third)


def test_a_group_with_money_under_way_is_not_divided(june):
    case = case_in(Stage.TRAINING, members=6)
    walk(an_application(case, a_call(joining.place()), on=date(2021, 6, 1)), S.SUBMITTED, date(2021, 6, 1))
    with pytest.raises(Refused, match="no se divide"):
        joining.split(case, ["Uno", "Dos"])


def test_a_merge_is_not_undone_once_the_successor_filed(june):
    survivor, absorbed = joining.two_groups()
    operation = joining.merged(survivor, absorbed)
    walk(an_application(survivor, a_call(joining.place()), on=joining.DAY), S.SUBMITTED, joining.DAY)
    with pytest.raises(Refused, match="Se envió una postulación"):
        lineage.ask_to_revert(by=joining.boss(), operation=operation, on=joining.TODAY, reason="No resultó.")
