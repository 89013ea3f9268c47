"""The chain takes what nobody took yet, and finds whatever was altered behind the application's back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from incubator import calendars, chain
from incubator.models import JournalEntry, Person
from tests import factories
from tests.history.conftest import entering, sql


def _world():
    """A case with its changes, people and journal."""
    return factories.case_in(at=factories.incubator(), members=2)


def _said(command):
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_a_block_takes_what_is_in_none_and_nothing_twice():
    _world()
    first = chain.extend(calendars.now())
    assert first == 1
    assert chain.extend(calendars.now()) == 0
    rows = chain.head().rows
    factories.person(at=factories.incubator())
    assert chain.extend(calendars.now()) == 2
    assert chain.head().rows == 1
    verdict = chain.verify()
    assert verdict.is_sound
    assert (verdict.intact, verdict.pending) == (rows + 1, 0)


@pytest.mark.django_db
def test_each_block_holds_the_one_before():
    _world()
    chain.extend(calendars.now())
    before = chain.head()
    factories.person(at=factories.incubator())
    chain.extend(calendars.now())
    assert chain.head().previous == before.digest
    assert len(chain.head().digest) == 64


@pytest.mark.django_db
def test_two_rows_that_say_the_same_have_different_digests():
    """A salt of its own, so that nobody guesses a value from its digest."""
    _world()
    chain.extend(calendars.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        sql("select salt from incubator_chainentry")


@pytest.mark.django_db
def test_rows_of_a_block_may_be_older_than_the_last_block():
    """A transaction that began before the block and ends after it is taken by the next one: ids come in any order."""
    _world()
    chain.extend(calendars.now())
    (lowest,) = sql("select min(id) from incubator_journalentry")[0]
    entry = JournalEntry.objects.first()
    entry.pk = lowest - 1
    JournalEntry.objects.bulk_create([entry])
    assert chain.extend(calendars.now()) == 2
    assert chain.verify().pending == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("public.incubator_journalentry", "update incubator_journalentry set verb = 'nothing' where id = {id}"),
        ("public.incubator_journalentry", "update incubator_journalentry set recorded_at = now() where id = {id}"),
        ("public.cases_stagechange", "update cases_stagechange set reason = 'otro' where id = {id}"),
        ("public.incubator_journalentry", "delete from incubator_journalentry where id = {id}"),
    ],
)
def test_what_the_owner_alters_is_found(table, statement):
    _world()
    chain.extend(calendars.now())
    with entering("owner") as owner:
        (row,) = owner.execute(f"select max(id) from {table}").fetchone()
        owner.execute(statement.format(id=row))
    verdict = chain.verify()
    assert [(one.block, one.source, one.rows) for one in verdict.altered] == [(1, table, (row,))]
    assert verdict.sentence.endswith("· 1 alterada")
    with pytest.raises(CommandError, match="alteradas"):
        _said("verify_journal")


@pytest.mark.django_db(transaction=True)
def test_history_altered_with_its_trigger_asleep_is_found_too():
    _world()
    chain.extend(calendars.now())
    person = Person.objects.first()
    with entering("owner") as owner:
        owner.execute("alter table incubator_person_history disable trigger user")
        owner.execute("update incubator_person_history set phone = 'otro' where pgh_obj_id = %s", [person.pk])
        owner.execute("alter table incubator_person_history enable trigger user")
    assert [one.source for one in chain.verify().altered] == ["public.incubator_person_history"]


@pytest.mark.django_db(transaction=True)
def test_a_digest_made_again_breaks_the_block():
    _world()
    chain.extend(calendars.now())
    with entering("owner") as owner:
        (first,) = owner.execute("select min(id) from incubator_chainentry").fetchone()
        owner.execute("update incubator_chainentry set digest = repeat('0', 64) where id = %s", [first])
    assert ("chain", (1,)) in [(one.source, one.rows) for one in chain.verify().altered]


@pytest.mark.django_db(transaction=True)
def test_a_column_more_alters_nothing():
    _world()
    chain.extend(calendars.now())
    with entering("owner") as owner:
        owner.execute("alter table incubator_journalentry add column later text default 'x'")
    assert chain.verify().is_sound


@pytest.mark.django_db
def test_the_commands_say_what_they_did():
    _world()
    assert "Bloque 1" in _said("chain")
    assert "No hay anotaciones nuevas" in _said("chain")
    assert "0 alteradas" in _said("verify_journal")
    assert "Cadena de la bitácora" in _said("nightly")
