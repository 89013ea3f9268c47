"""The internal review: what was read, what changed since, comments until settled, and the group's own yes."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.enums import ConfirmationSubject, Stage
from cases.funding.bases.shapes import Condition
from cases.funding.form import confirming, reviewing
from cases.funding.form import reading as forms_reading
from cases.funding.life import FundState
from cases.services import facts
from cases.services.business import confirmations
from cases.services.funding import answers, reviews, verifying
from incubator import calendars
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.factories.cases import evidence
from tests.funding import scene

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 15)


@pytest.fixture(autouse=True)
def _today():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def one(place, officer):
    debts = Condition("debts", "debts", parameters={"register": "tax"}, clause="Bases, 4.2")
    call = scene.a_call(place, bases=scene.some_bases(conditions=(debts,)))
    made = scene.an_application(factories.case_in(Stage.BUSINESS, at=place), call)
    _write(made, officer, "Falta trabajo.")
    return made


def _write(one, by, text, page="a"):
    said = {"values": {"why": text}, "seen": {}, "page": page, "at": calendars.now()}
    return answers.save(by=by, application=one, **said)


def _standing(one, key="project"):
    bases = scene.bases_of(one.bases)
    return next(row for row in reviewing.standings(one, bases) if row.section.key == key)


def _read(one, by, is_fine=True, note="", digest=None):
    digest = digest or _standing(one).digest
    said = {"section": "project", "is_fine": is_fine, "note": note, "digest": digest, "at": calendars.now()}
    return reviews.read_section(by=by, application=one, **said)


def test_it_goes_to_review_and_comes_back_with_what_must_change(one, officer, coordinator):
    reviews.send(by=officer, application=one, on=DAY)
    assert scene.fresh(one).state == FundState.REVIEW
    reviews.send_back(by=coordinator, application=one, on=DAY, reason="Falta el marco lógico.")
    assert scene.fresh(one).state == FundState.DRAFT
    assert one.changes.order_by("number").last().reason == "Falta el marco lógico."


def test_a_section_found_fine_is_opened_again_by_itself_when_it_changes(one, officer, coordinator):
    reviews.send(by=officer, application=one, on=DAY)
    _read(one, coordinator)
    assert _standing(one).is_fine
    _write(one, officer, "Falta trabajo y capacitación.")
    assert (_standing(one).is_fine, _standing(one).label) == (False, "Cambió después de revisada")
    assert len(reviewing.unread(one, scene.bases_of(one.bases))) == 2


def test_what_must_change_is_said_and_read_again_once_it_is_mended(one, officer, coordinator):
    reviews.send(by=officer, application=one, on=DAY)
    with pytest.raises(Refused, match="qué hay que cambiar"):
        _read(one, coordinator, is_fine=False)
    _read(one, coordinator, is_fine=False, note="Diga para cuántas personas.")
    assert _standing(one).label == "Hay que cambiarla"
    _write(one, officer, "Falta trabajo para cinco personas.")
    assert _standing(one).label == "Corregida: falta leerla de nuevo"


def test_what_changed_while_somebody_read_it_is_not_found_fine(one, officer, coordinator):
    reviews.send(by=officer, application=one, on=DAY)
    seen = _standing(one).digest
    _write(one, officer, "Otra cosa.")
    with pytest.raises(Refused, match="cambió mientras"):
        _read(one, coordinator, digest=seen)


def test_nobody_finds_fine_what_they_wrote(one, officer):
    reviews.send(by=officer, application=one, on=DAY)
    with pytest.raises(Refused, match="la da por buena otra persona"):
        _read(one, officer)


def test_a_section_is_read_only_in_review(one, coordinator):
    with pytest.raises(Refused, match="primero mande"):
        _read(one, coordinator)


def test_nothing_written_is_not_sent_to_review(place, officer):
    empty = scene.a_call(place, key="otro", bases=scene.some_bases(sections=(scene.no_prefill(),)))
    made = scene.an_application(factories.case_in(Stage.BUSINESS, at=place), empty)
    with pytest.raises(Refused, match="nada escrito"):
        reviews.send(by=officer, application=made, on=DAY)


def test_a_comment_stays_open_until_somebody_settles_it(one, officer, coordinator):
    row = reviews.comment(by=coordinator, application=one, text="¿Cuántas?", key="why", at=calendars.now())
    with pytest.raises(Refused, match="no tienen ese campo"):
        reviews.comment(by=coordinator, application=one, text="x", key="invented", at=calendars.now())
    reviews.settle(by=officer, application=one, comment=row, at=calendars.now())
    row.refresh_from_db()
    assert (row.settled_by, row.text) == (officer, "¿Cuántas?")
    with pytest.raises(Refused, match="ya está resuelto"):
        reviews.settle(by=officer, application=one, comment=row, at=calendars.now())


def test_the_group_reads_it_and_reviews_nothing(one):
    representative = factories.user_with(Role.REPRESENTATIVE, at=one.case.organization)
    with pytest.raises(PermissionDenied):
        reviews.comment(by=representative, application=one, text="x", at=calendars.now())


def test_a_condition_of_no_open_register_is_answered_in_writing(one, officer, coordinator):
    said = {"key": "debts", "text": "Certificado del SII sin deudas.", "seen_on": DAY, "at": calendars.now()}
    verifying.answer(by=officer, application=one, meets=True, **said)
    last = verifying.answer(by=coordinator, application=one, meets=False, **said)
    from cases.funding.form import conditions as conditions_reading

    (row,) = [row for row in conditions_reading.to_verify(one) if row.key == "debts"]
    assert row.last == last
    with pytest.raises(Refused, match="no tienen esa condición"):
        verifying.answer(by=officer, application=one, meets=True, **said | {"key": "invented"})
    with pytest.raises(Refused, match="posterior a hoy"):
        verifying.answer(by=officer, application=one, meets=True, **said | {"seen_on": date(2021, 7, 1)})


def test_the_group_confirms_exactly_what_is_written(one, officer, place):
    text = confirming.statement(one)
    assert "Recibe el dinero: una persona del grupo, por todas" in text
    assert one.signer.name not in text
    facts.confirm(
        by=officer, case=one.case, on=DAY, evidence=evidence(officer, place), subject_id=one.pk, statement=text,
        subject=ConfirmationSubject.FUND_APPLICATION,
    )  # fmt: skip
    assert confirming.confirmation_of(one).statement == text
    _write(one, officer, "Otra cosa.")
    assert confirming.confirmation_of(one) is None
    assert confirming.confirmations_of(one).count() == 1


def test_the_group_confirms_with_its_code(one, officer, coordinator):
    member = one.case.organization.members_on(DAY).first().person
    _, codes = confirmations.hand_over(by=officer, case=one.case, on=DAY, received_by=member)
    now, text = calendars.now(), confirming.statement(one)
    said = {"subject": ConfirmationSubject.FUND_APPLICATION, "subject_id": one.pk, "statement": text, "now": now}
    confirmations.ask(by=coordinator, case=one.case, **said)
    confirmations.confirm(by=officer, case_code=one.case.code, code=codes[0], statement=text, now=now)
    assert confirming.confirmation_of(one).code.number == 1


def test_who_receives_the_money_is_part_of_what_is_confirmed(one, officer):
    from cases.services.funding import applications

    before = confirming.digest_of(one)
    people = [row.person for row in one.case.organization.members_on(DAY)]
    applications.describe(
        by=officer, application=one, on=DAY, title=one.title, applicant_kind=one.applicant_kind,
        signer=people[0], receiver_kind="member", receiver_person=people[3],
    )  # fmt: skip
    assert confirming.digest_of(scene.fresh(one)) != before
    assert forms_reading.authors(one) == {officer.pk}
