"""Every record is followed, or only added to, or read only, or somebody said why not; every field has its tier."""

import pytest
from django.apps import apps
from django.db import connection
from pghistory.core import event_models

from config import lockdown, table_rights
from config.table_rights import Access
from incubator.models.past import TRACKED, hidden_of
from tests.history.decisions import NOT_FOLLOWED

OURS = ("incubator", "curricula", "cases", "reports")


def _records():
    past = set(event_models())
    return [model for app in OURS for model in apps.get_app_config(app).get_models() if model not in past]


def _access(model):
    table = model._meta.db_table
    lines = table_rights.SENSITIVE_TABLES if table.startswith("sensitive_") else table_rights.TABLES
    return table_rights.access_of(table, lines)


def test_somebody_decided_about_every_record():
    undecided = [
        model._meta.label_lower
        for model in _records()
        if model._meta.label_lower not in TRACKED
        and _access(model) not in (Access.APPEND, Access.READ)
        and model._meta.label_lower not in NOT_FOLLOWED
    ]
    assert undecided == []


def test_no_reason_is_left_over():
    known = {model._meta.label_lower for model in _records()}
    assert set(NOT_FOLLOWED) - known == set()
    assert set(NOT_FOLLOWED) & set(TRACKED) == set()


def test_every_field_that_is_kept_has_a_tier_or_is_hidden_on_purpose():
    wrong = {}
    for label, tracked in TRACKED.items():
        kept, said = set(tracked.fields), set(tracked.tiers) | hidden_of(label)
        if kept != said:
            wrong[label] = (sorted(kept - said), sorted(said - kept))
    assert wrong == {}


@pytest.mark.django_db
def test_tables_named_history_are_those_of_history_and_no_other():
    tables = lockdown.tables_in(connection, "public") + lockdown.tables_in(connection, "sensitive")
    named = {name for name in tables if name.endswith("_history")}
    assert named == {model._meta.db_table for model in event_models()}
    assert "cases_legalevent" not in named


@pytest.mark.django_db
def test_what_only_grows_is_in_the_chain():
    public, hidden = lockdown.tables_in(connection, "public"), lockdown.tables_in(connection, "sensitive")
    with connection.cursor() as cursor:
        cursor.execute("select prosrc from pg_proc where proname = 'chain_sources'")
        (sources,) = cursor.fetchone()
    wanted = set(lockdown.growing(public, hidden))
    assert {"public.incubator_journalentry", "public.cases_stagechange", "public.incubator_readinglog"} <= wanted
    assert [name for name in wanted if f"'{name}'" not in sources] == []
