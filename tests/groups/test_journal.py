"""The journal of a group reads in words: every verb written about a group has its own."""

import ast
from pathlib import Path

from django.urls import reverse

from cases import journal_words
from cases.enums import Verb
from curricula.enums import EnrollmentState
from incubator import calendars
from incubator.enums import Role
from incubator.models import JournalEntry
from incubator.services import accounts
from tests import factories

ROOT = Path(__file__).parent.parent.parent
#: Written with a verb made of its parts: each of them is asked for below.
MADE = {f"case_{verb}" for verb in Verb} | {f"enrollment_{state}" for state in EnrollmentState}


def verbs_of_groups():
    """Every verb given as a plain text to journal.record together with an organization (or with `**about`)."""
    for app in ("incubator", "curricula", "cases", "reports"):
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or ast.unparse(node.func) != "journal.record":
                    continue
                names = {word.arg for word in node.keywords}
                about_a_group = "organization" in names or (None in names and "incubator" not in names)
                if about_a_group and isinstance(node.args[1], ast.Constant):
                    yield node.args[1].value


def test_every_verb_about_a_group_has_words():
    verbs = set(verbs_of_groups())
    assert {"member_joined", "session_logged", "appointed", "post_ended"} <= verbs
    without = [
        verb for verb in sorted(verbs | MADE) if journal_words.said(JournalEntry(verb=verb)) == journal_words.PLAIN
    ]
    assert not without


def test_appointing_its_representative_reads_in_words(place, coordinator, enter):
    group = factories.case_in(members=2).organization
    post = accounts.appoint(
        by=coordinator, role=Role.REPRESENTATIVE, organization=group, since=calendars.today(), now=calendars.now(),
        email="rosa@ejemplo.cl", full_name="Rosa Soto", act="Acta 3",
    )  # fmt: skip
    page = enter(coordinator).get(reverse("group_journal", args=[group.pk])).content.decode()
    assert post.organization == group
    assert "Nombró a alguien en un cargo del grupo" in page
    assert journal_words.PLAIN not in page
