"""Every column that says who did something is kept by the database, or says here why it may change."""

import re

import pytest
from django.apps import apps
from django.db import connection

from incubator.models import User

pytestmark = pytest.mark.django_db

OURS = ("incubator", "cases", "curricula", "reports", "cms")

#: Columns that a service does pass to somebody else, and what stands in their place.
MAY_CHANGE = {
    "cases_columnmeaning.taught_by_id": "a dictionary of headers: it names whoever explained the header last",
    "cases_fundapplication.keeper_id": "passed to another by a row of its own (cases_fundplacement), that a trigger asks "
    "for",
    "incubator_draft.owner_id": "a draft is taken over, and InheritedDraft keeps its author",
    "incubator_meeting.conducted_by_id": "a correction says who it was, keeps the former version and withdraws the "
    "validation; incubator_guard_validator refuses that whoever conducted validated",
    "incubator_plannedmeeting.conducted_by_id": "what is planned changes hands until it is held",
}
#: Kept from a moment on, by a trigger under a condition: what answers for them before it.
KEPT_LATER = {
    "reports_report.prepared_by_id": "in a draft, whoever asks for the seal becomes its preparer",
    "reports_report.seal_asked_by_id": "in a draft it is asked again after each change; to seal it, "
    "reports_guard_report compares it with the journal",
    "reports_report.sealed_by_id": "in a draft it is empty, by reports_guard_report",
}


def _columns():
    """Every column to a user of our own tables, former values aside."""
    for model in apps.get_models():
        if model._meta.app_label not in OURS or model._meta.db_table.endswith("_history"):
            continue
        for field in model._meta.local_fields:
            if field.is_relation and field.related_model is User:
                yield f"{model._meta.db_table}.{field.column}"


def _asked(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _kept():
    """What the triggers of incubator.guards.keep hold: {table.column: whether in every row}, as PostgreSQL has them."""
    rows = _asked(
        "select c.relname, pg_get_triggerdef(t.oid), t.tgargs from pg_trigger t "
        "join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid "
        "where p.proname = 'minga_keep' and t.tgenabled = 'O' and t.tgtype = 19"  # before update, for each row
    )
    found = {}
    for table, written, arguments in rows:
        plain = re.sub(r"::text|[()]", "", written)
        for column in filter(None, bytes(arguments).decode().split("\0")):
            assert f"old.{column} IS DISTINCT FROM new.{column}" in plain, f"{table}: {column} is named, not compared"
            always = f"old.{column} IS NOT NULL" in plain  # under a condition, even the empty ones stay
            found[f"{table}.{column}"] = found.get(f"{table}.{column}", False) or always
    return found


def _is_rewritten(column):
    """Whether the application may update it at all."""
    table, name = column.split(".")
    ((may,),) = _asked("select has_column_privilege('minga_app', %s, %s, 'UPDATE')", f"public.{table}", name)
    return may


def test_every_column_that_says_who_is_kept_or_says_why_it_may_change():
    kept = _kept()
    open_ones = {column for column in _columns() if _is_rewritten(column)}
    assert open_ones - set(kept) - set(MAY_CHANGE) == set()
    assert set(MAY_CHANGE) & set(kept) == set(), "it is kept: take its reason away"
    assert set(MAY_CHANGE) - open_ones == set(), "no such column, or nobody rewrites it"


def test_a_column_kept_only_in_some_rows_says_what_answers_for_it_before():
    later = {column for column, always in _kept().items() if not always}
    assert later & set(_columns()) == set(KEPT_LATER)
