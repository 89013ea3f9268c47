"""Opening an application: who applies, who signs, who receives; many at once; copied, given up, opened again."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.enums import Stage
from cases.funding.bases.shapes import FieldKind, FormField, Section
from cases.funding.form import reading as forms_reading
from cases.funding.life import FundEventKind, FundState, FundVerb, Leaving
from cases.funding.words import AnswerSource, ApplicantKind, ReceiverKind
from cases.services.funding import answers, applications, moves, news
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.funding import scene

pytestmark = pytest.mark.django_db
A, R = ApplicantKind, ReceiverKind
DAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def case(place):
    return factories.case_in(Stage.BUSINESS, at=place)


@pytest.fixture
def call(place):
    return scene.a_call(place)


def _member(case, place=0):
    return case.organization.members_on(DAY)[place].person


def test_five_neighbours_apply_one_signs_and_another_receives(case, call):
    one = scene.an_application(case, call, signer=_member(case, 0), receiver_person=_member(case, 1))
    assert (one.state, one.number, one.bases.number) == (FundState.DRAFT, 1, 1)
    assert one.signer != one.receiver_person
    assert one.applicant_person is None
    assert one.code == f"{case.code}-F1"


def test_a_group_without_legal_personality_does_not_receive_the_money_itself(case, call):
    with pytest.raises(Refused, match="no tiene RUT ni cuenta"):
        scene.an_application(case, call, receiver_kind=R.APPLICANT, receiver_person=None)


def test_a_member_who_applies_alone_signs_and_receives(case, call):
    who = _member(case, 2)
    one = scene.an_application(
        case, call, applicant_kind=A.MEMBER, applicant_person=who, receiver_kind=R.APPLICANT, receiver_person=None
    )
    assert (one.applicant_person, one.signer, one.receiver_person) == (who, who, None)


def test_the_municipality_applies_by_its_name_and_somebody_signs_for_it(case, call, place):
    said = {"applicant_kind": A.MUNICIPALITY, "receiver_kind": R.APPLICANT, "receiver_person": None, "signer": None}
    with pytest.raises(Refused, match="quién firma por la institución"):
        scene.an_application(case, call, **said)
    one = scene.an_application(case, call, signer_name="Ana Soto, alcaldesa", **said)
    assert one.applicant_name == place.municipality.name


def test_a_sponsor_says_its_name_and_its_rut(case, call):
    with pytest.raises(Refused) as refused:
        scene.an_application(case, call, applicant_kind=A.SPONSOR, receiver_kind=R.APPLICANT, signer_name="Luz Vera")
    assert {finding.field for finding in refused.value.findings} == {"applicant_name", "applicant_rut"}


def test_somebody_who_is_not_a_member_does_not_sign(case, call, place):
    with pytest.raises(Refused, match="no integra el grupo"):
        scene.an_application(case, call, signer=factories.person(place))


def test_the_bases_say_who_may_apply_and_others_are_told_why_not(case, place):
    only = scene.a_call(place, key="solo", bases=scene.some_bases(applicants=(A.COOPERATIVE,)))
    with pytest.raises(Refused, match="no reciben a «grupo sin personalidad jurídica»"):
        scene.an_application(case, only)


def test_a_case_has_many_applications_at_once_numbered_within_it(case, call, place):
    other = factories.case_in(Stage.BUSINESS, at=place)
    numbers = [scene.an_application(case, call).number, scene.an_application(case, call).number]
    assert numbers == [1, 2]
    assert scene.an_application(other, call).number == 1


def test_nobody_applies_to_what_is_withdrawn_closed_or_unchecked(case, call, place):
    unchecked = scene.a_call(place, key="sin", in_force_from=date(2021, 7, 1))
    with pytest.raises(Refused, match="no están comprobadas"):
        scene.an_application(case, unchecked)
    with calendars.travel(date(2021, 8, 13)), pytest.raises(Refused, match="cerró el 12-08-2021"):
        scene.an_application(case, call)
    call.withdrawn_on = DAY
    call.save(update_fields=["withdrawn_on"])
    with pytest.raises(Refused, match="se retiró"):
        scene.an_application(case, call)


def test_a_closed_case_does_not_apply(call, place):
    closed = factories.case_in(Stage.CLOSED, at=place)
    with pytest.raises(Refused, match="caso está cerrado"):
        scene.an_application(closed, call)


def test_only_who_writes_there_opens_one(case, call, coordinator, place):
    for role in (Role.REPRESENTATIVE, Role.AUDITOR, Role.UNIVERSITY_COORDINATOR):
        at = case.organization if role == Role.REPRESENTATIVE else scene.agreement_of(place)
        with pytest.raises(PermissionDenied):
            scene.an_application(case, call, by=factories.user_with(role, at=at))
    assert scene.an_application(case, call, by=coordinator).opened_by == coordinator


def test_what_the_case_holds_comes_marked_until_it_is_touched(case, call, officer):
    one = scene.an_application(case, call)
    kept = forms_reading.kept(one)
    assert kept["name"].value == case.organization.name
    assert kept["people"].value == {"women": 0, "men": 0, "other": 5}
    assert kept["name"].is_from_case
    said = {"values": {"name": "Otro nombre"}, "seen": {"name": 1}, "page": "a", "at": calendars.now()}
    answers.save(by=officer, application=one, **said)
    kept = forms_reading.kept(one)
    assert (kept["name"].value, kept["name"].is_from_case) == ("Otro nombre", False)
    assert kept["name"].rows[0].source == AnswerSource.CASE


def test_bank_data_are_never_brought(case, place):
    from cases.funding.form import prefill

    assert not {name for name in prefill.SOURCES if "bank" in name or "account" in name}
    asked = Section("s", "S", (FormField("k", "Cuenta", FieldKind.TEXT, prefill="bank_account"),))
    assert prefill.brought(case, scene.some_bases(sections=(asked,)), DAY) == {}


def test_answers_are_copied_from_another_application_of_the_group(case, call, officer, place):
    first = scene.an_application(case, call)
    said = {"values": {"why": "Falta trabajo.", "line": "Trabajo"}, "seen": {}, "page": "a", "at": calendars.now()}
    answers.save(by=officer, application=first, **said)
    sections = (replace(scene.SECTIONS[0], fields=scene.SECTIONS[0].fields[:2]),)
    other_call = scene.a_call(place, key="otro", bases=scene.some_bases(sections=sections))
    second = scene.an_application(case, other_call, copied_from=first)
    kept = forms_reading.kept(second)
    assert kept["why"].value == "Falta trabajo."
    assert kept["why"].current.source == AnswerSource.COPIED
    assert "line" not in kept
    stranger = factories.case_in(Stage.BUSINESS, at=place)
    with pytest.raises(Refused, match="mismo grupo"):
        scene.an_application(stranger, call, copied_from=first)


def test_who_is_who_may_be_said_anew(case, call, officer):
    one = scene.an_application(case, call)
    applications.describe(
        by=officer, application=one, on=DAY, title="Otro título", applicant_kind=A.MEMBER,
        applicant_person=_member(case, 3), receiver_kind=R.APPLICANT,
    )  # fmt: skip
    now = scene.fresh(one)
    assert (now.title, now.applicant_kind, now.receiver_person) == ("Otro título", A.MEMBER, None)


def test_a_draft_is_given_up_with_its_reason_and_is_no_longer_written(case, call, officer):
    one = scene.an_application(case, call)
    with pytest.raises(Refused, match="por qué"):
        news.withdraw(by=officer, application=one, on=DAY, at=calendars.now(), note=" ")
    fact = news.withdraw(by=officer, application=one, on=DAY, at=calendars.now(), note="El grupo decidió esperar.")
    assert (fact.kind, fact.details, fact.changes.get().to_state) == (
        FundEventKind.WITHDRAWAL, {"why": Leaving.DECIDED}, FundState.WITHDRAWN,
    )  # fmt: skip
    assert scene.fresh(one).state == FundState.WITHDRAWN
    assert scene.fresh(one).changes.get().reason == "El grupo decidió esperar."
    with pytest.raises(Refused, match="Desistida"):
        answers.save(by=officer, application=one, values={"why": "x"}, seen={}, page="a", at=calendars.now())
    assert scene.an_application(case, call, copied_from=one).copied_from == one


def test_only_what_is_ready_is_opened_again(case, call, officer):
    one = scene.an_application(case, call)
    with pytest.raises(Refused, match="lista para enviar"):
        applications.reopen(by=officer, application=one, on=DAY)
    moves.move(one, FundVerb.REVIEW, by=officer, on=DAY)
    with pytest.raises(Refused, match="lista para enviar"):
        applications.reopen(by=officer, application=scene.fresh(one), on=DAY)
