"""What a person authorises: given and taken back, purpose by purpose, and read on any day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from incubator.enums import Role, SupportKind
from incubator.models import Consent, ConsentSupport, ConsentText, JournalEntry, Person, ReadingLog
from incubator.purposes import ConsentChannel, Purpose, Said
from incubator.requirements import Refused
from incubator.services import consents
from tests import factories
from tests.consents.conftest import TODAY

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


def give(officer, person, purpose=Purpose.PHOTO, on=TODAY, **said):
    return consents.give(by=officer, person=person, purpose=purpose, on=on, channel=ConsentChannel.PAPER, **said)


def test_nobody_authorises_anything_until_she_is_asked(people):
    assert all(consents.allows([one.pk for one in people], purpose, TODAY) == set() for purpose in Purpose)


def test_it_holds_from_its_day_for_its_purpose_alone(officer, people):
    give(officer, people[0], on=YESTERDAY)
    ids = [one.pk for one in people]
    assert consents.allows(ids, Purpose.PHOTO, YESTERDAY) == {people[0].pk}
    assert consents.allows(ids, Purpose.PHOTO, YESTERDAY - timedelta(days=1)) == set()
    assert consents.allows(ids, Purpose.WHATSAPP, TODAY) == set()


def test_a_withdrawal_takes_effect_at_once_and_asks_no_reason(officer, people):
    give(officer, people[0])
    consents.withdraw(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY)
    assert consents.allows([people[0].pk], Purpose.PHOTO, TODAY) == set()
    assert [row.given for row in consents.history(people[0])] == [False, True]


def test_she_may_authorise_again_the_same_day(officer, people):
    give(officer, people[0])
    consents.withdraw(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY)
    give(officer, people[0])
    assert consents.allows([people[0].pk], Purpose.PHOTO, TODAY) == {people[0].pk}


def test_a_paper_of_before_the_withdrawal_does_not_undo_it(officer, people):
    consents.withdraw(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY)
    give(officer, people[0], on=YESTERDAY)
    assert consents.allows([people[0].pk], Purpose.PHOTO, TODAY) == set()
    assert consents.allows([people[0].pk], Purpose.PHOTO, YESTERDAY) == {people[0].pk}


def test_the_latest_answer_of_two_records_of_one_person_holds(officer, people):
    one, other = people[:2]
    give(officer, one, on=YESTERDAY)
    consents.withdraw(by=officer, person=other, purpose=Purpose.PHOTO, on=TODAY)
    Person.objects.filter(pk=other.pk).update(same_as=one)
    assert consents.allows([one.pk, other.pk], Purpose.PHOTO, TODAY) == set()
    assert consents.allows([one.pk, other.pk], Purpose.PHOTO, YESTERDAY) == {one.pk, other.pk}


def test_on_the_same_day_a_withdrawal_in_either_record_wins(officer, people):
    one, other = people[:2]
    consents.withdraw(by=officer, person=one, purpose=Purpose.PHOTO, on=TODAY)
    give(officer, other)
    Person.objects.filter(pk=other.pk).update(same_as=one)
    assert consents.allows([one.pk, other.pk], Purpose.PHOTO, TODAY) == set()


def test_a_copy_of_a_person_keeps_what_she_withdrew_and_is_asked_the_rest_again(officer, people):
    one, copy = people[:2]
    give(officer, one, Purpose.WHATSAPP)
    consents.withdraw(by=officer, person=one, purpose=Purpose.PHOTO, on=YESTERDAY)
    assert consents.carry_withdrawals(by=officer, origin=one, copy=copy, on=TODAY) == [Purpose.PHOTO]
    held = {row.purpose: row.given for row in consents.standing_of([copy.pk], TODAY)[copy.pk]}
    assert held[Purpose.PHOTO] is False
    assert held[Purpose.WHATSAPP] is None
    consents.carry_withdrawals(by=officer, origin=one, copy=copy, on=TODAY)
    assert consents.history(copy).count() == 1


def test_each_answer_keeps_the_text_that_was_read(officer, coordinator, people):
    before = give(officer, people[0], on=YESTERDAY)
    consents.write_text(
        by=coordinator, incubator=people[0].incubator, purpose=Purpose.PHOTO, text="Otro texto.", easy_text="Otro.",
        in_force_from=TODAY, on=TODAY,
    )  # fmt: skip
    after = give(officer, people[1])
    assert (before.text.version, after.text.version) == (1, 2)
    assert after.text.text == "Otro texto."
    assert consents.allows([people[0].pk], Purpose.PHOTO, TODAY) == {people[0].pk}


def test_another_incubators_text_is_not_read_here(officer, coordinator, people):
    elsewhere = factories.incubator("05101")
    there = factories.user_with(Role.COORDINATOR, at=elsewhere)
    text = consents.write_text(
        by=there, incubator=elsewhere, purpose=Purpose.PHOTO, text="El de allá.", easy_text="Allá.",
        in_force_from=TODAY, on=TODAY,
    )  # fmt: skip
    assert consents.in_force(people[0].incubator, Purpose.PHOTO, TODAY).incubator is None
    with pytest.raises(Refused, match="no regía"):
        give(officer, people[0], text=text)


def test_every_purpose_ships_with_its_text_and_its_easy_one():
    texts = ConsentText.objects.filter(incubator__isnull=True)
    assert {row.purpose for row in texts} == set(Purpose.values)
    assert all(row.text and len(row.easy_text.splitlines()) > 3 for row in texts)


def test_a_mark_or_a_spoken_answer_asks_for_a_witness_or_a_document(officer, people):
    for said in (Said.MARK, Said.SPOKEN):
        with pytest.raises(Refused, match="quién fue testigo"):
            give(officer, people[0], said=said)
    assert give(officer, people[0], said=Said.MARK, witness="Ana Soto").witness == "Ana Soto"
    paper = factories.evidence(officer, people[0].incubator)
    assert give(officer, people[1], said=Said.SPOKEN, evidence=paper).evidence == paper


def test_a_guardian_is_asked_only_below_fourteen(officer, people):
    Person.objects.filter(pk=people[0].pk).update(birth_date=date(2010, 6, 16))
    Person.objects.filter(pk=people[1].pk).update(birth_date=date(2007, 6, 15))
    with pytest.raises(Refused, match="menos de 14"):
        give(officer, people[0])
    assert give(officer, people[0], guardian="Marta Soto").guardian == "Marta Soto"
    assert give(officer, people[1]).guardian == ""


@pytest.mark.parametrize("act", ["give", "withdraw"])
def test_no_answer_is_of_a_day_to_come(officer, people, act):
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refused, match="posterior a hoy"):
        getattr(consents, act)(
            by=officer, person=people[0], purpose=Purpose.PHOTO, on=tomorrow, channel=ConsentChannel.PHONE
        )


def test_taking_back_twice_says_since_when(officer, people):
    consents.withdraw(by=officer, person=people[0], purpose=Purpose.PHOTO, on=YESTERDAY)
    with pytest.raises(Refused, match="14-06-2021"):
        consents.withdraw(by=officer, person=people[0], purpose=Purpose.PHOTO, on=TODAY)


def test_the_supports_used_to_ask_her_rest_with_sensitive_data(officer, people):
    row = give(officer, people[0], supports=[SupportKind.SIGN_LANGUAGE, SupportKind.EASY_READ])
    with pytest.raises(DatabaseError), transaction.atomic():
        list(ConsentSupport.objects.all())
    used = consents.supports_used(by=officer, person=people[0], consents=[row])
    assert used == {row.pk: ["Intérprete de Lengua de Señas Chilena", "Lectura fácil"]}
    assert ReadingLog.objects.filter(purpose="consents", persons=[people[0].pk]).count() == 1


def test_only_whoever_writes_people_there_writes_their_answers(advisor, people):
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05101"))
    for by in (advisor, stranger):
        with pytest.raises(PermissionDenied):
            give(by, people[0])
        with pytest.raises(PermissionDenied):
            consents.withdraw(by=by, person=people[0], purpose=Purpose.PHOTO, on=TODAY)


def test_the_application_can_neither_change_nor_delete_an_answer(officer, people):
    row = give(officer, people[0])
    for statement in ("update incubator_consent set given = false", "delete from incubator_consent"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{statement} where id = %s", [row.pk])
    assert Consent.objects.get(pk=row.pk).given


def test_the_journal_keeps_the_purpose_and_no_name(officer, people):
    give(officer, people[0], witness="Ana Soto")
    entry = JournalEntry.objects.get(verb="consent_given")
    assert entry.data == {"purpose": "photo"}
