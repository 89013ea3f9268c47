"""What no service does, tried by raw SQL as the application's role: the database itself refuses it, and the row says why.

The table covers what other tests lack: the guard of the stage and its way around it are in tests/cases/test_journey.py,
the lineage's in tests/lineage/test_guards.py, the history's in tests/history, rights of the role in tests/foundation.
"""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.forbidden_sql.statements import FORBIDDEN, LOOKING_AWAY

pytestmark = pytest.mark.django_db


def _tried(statement, before=""):
    """The error the database answers with, deferred rules included; None when it lets it pass."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if before:
                cursor.execute(before)
            cursor.execute(statement)
            connection.check_constraints()
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return refused.__cause__.sqlstate
    return None


#: Insufficient privilege, a broken rule of a table, an overlap, a repeated row: refusals, and no mistakes of ours.
REFUSALS = {"42501", "23514", "23P01", "23505"}


def test_every_forbidden_change_is_refused_by_the_database(scene):
    answers = {why: _tried(statement.format(**scene)) for why, statement in FORBIDDEN}
    assert {why: code for why, code in answers.items() if code not in REFUSALS} == {}


def test_asking_the_triggers_to_look_away_lets_nothing_pass(scene):
    hide = "set local pgtrigger.ignore = '{cases_case,cases_call,cases_transfer,cases_legalfile,cases_guard_step,cases_guard_call}'"
    answers = {why: _tried(statement.format(**scene), before=hide) for why, statement in LOOKING_AWAY}
    assert {why: code for why, code in answers.items() if code not in REFUSALS} == {}
