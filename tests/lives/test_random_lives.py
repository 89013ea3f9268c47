"""Random lives over every operation. `make soak` lives longer ones: LIVES and STEPS say how many, SEED repeats a run."""

import os

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, Phase, seed, settings, strategies
from hypothesis.stateful import run_state_machine_as_test

from tests.lives import engine, guided, world
from tests.lives.rules_accounts import Accounts
from tests.lives.rules_advisers import Advisers
from tests.lives.rules_after import After
from tests.lives.rules_answers import Answers
from tests.lives.rules_business import Business
from tests.lives.rules_census import Census
from tests.lives.rules_courses import Courses
from tests.lives.rules_evaluations import Evaluations
from tests.lives.rules_groups import Groups
from tests.lives.rules_people import People
from tests.lives.rules_plans import Plans
from tests.lives.rules_raw_sql import RawSql
from tests.lives.rules_records import Records
from tests.lives.rules_reports import Reports
from tests.lives.rules_sessions import Sessions
from tests.lives.rules_submissions import Submissions
from tests.lives.rules_tasks import Tasks

pytestmark = pytest.mark.django_db(transaction=True)

#: Rules that cannot be refused, and why.
NEVER_REFUSED = {
    "clock": "days pass for everybody",
    "walk_to": "it says that a case sets out; what refuses each step is counted under «prepare» and under its verb",
    "choose_mail": "one's own mail, which needs no right",
    "send_mail": "one's own day: it is sent, or there is nothing to send",
    "discard_draft": "of somebody else's draft nothing happens, and nothing is said",
    "read_as_adviser": "a name is shown or hidden, never refused: the rule itself says what was read too much",
    "erase_submissions": "a job of the night, which asks nobody",
    "find_notices": "a job of the night, which asks nobody",
}
#: Rules that cannot be accepted, and why.
NEVER_ACCEPTED = {"raw_sql": "every statement is one that the database refuses"}


class Lives(
    Evaluations, Submissions, Groups, Sessions, People, After, Accounts, Tasks, Business, Plans, Reports, Answers,
    Records, Census, Courses, Advisers, RawSql,
):  # fmt: skip
    """Every operation, in any order."""


class EveryRule:
    """Hypothesis leaves out some rules in each life, at random; here every rule may come at any moment."""

    def is_enabled(self, name):
        """Every one."""
        return True


@pytest.fixture
def _made_once(monkeypatch):
    """The world; paper costs too much to print at each seal and letter, and says nothing here."""
    monkeypatch.setattr("reports.documents.products", lambda report, annex_code: [])
    monkeypatch.setattr("cases.services.selection.letters.pdf_of", lambda writing: b"%PDF-1.7")
    monkeypatch.setattr(django_settings, "PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"])
    monkeypatch.setattr("hypothesis.stateful.FeatureStrategy", lambda **_: strategies.just(EveryRule()))
    world.build()
    engine.ACCEPTED.clear()
    engine.REFUSED.clear()
    engine.REACHED_FROM.clear()


def _live(lives, steps, **how):
    """Live so many lives; a failure tells the plainest one."""
    chosen = settings(
        max_examples=lives,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
        database=None,
        **how,
    )
    run_state_machine_as_test(Lives, settings=chosen)


def missing():
    """{name: how it was never answered} of each rule, and of each step that a rule takes on its way."""
    rules = {rule.function.__name__ for rule in Lives.setup_state().rules}
    names = {*engine.ACCEPTED, *engine.REFUSED, *rules}
    found = {name: "accepted" for name in names - {*NEVER_ACCEPTED} if not engine.ACCEPTED[name]}
    return found | {name: "refused" for name in names - {*NEVER_REFUSED} if not engine.REFUSED[name]}


def unanswered():
    """The rules that were never accepted, or never refused, in this run, in sentences."""
    return [f"«{name}» was never {how}" for name, how in sorted(missing().items())]


def _tell(lived, taken):
    """How much was lived, and what each rule was answered."""
    answered = {name: (engine.ACCEPTED[name], engine.REFUSED[name]) for name in (*engine.ACCEPTED, *engine.REFUSED)}
    print(f"{lived} guided lives of {taken} steps; {len(answered)} rules, (accepted, refused):")  # noqa: T201
    print(", ".join(f"{name} {yes}/{no}" for name, (yes, no) in sorted(answered.items())))  # noqa: T201


@pytest.mark.usefixtures("_made_once")
def test_random_lives_break_nothing_and_every_rule_is_accepted_and_refused():
    """A few free lives; then guided ones, until every rule has both answers."""
    _live(6, 30, derandomize=True)
    _tell(*guided.live(Lives, missing, lives=200, steps=30))
    assert unanswered() == []


@pytest.mark.skipif("LIVES" not in os.environ, reason="long lives run apart: make soak")
@pytest.mark.usefixtures("_made_once")
def test_many_long_lives_break_nothing():
    chosen = int(os.environ.get("SEED") or 0) or int.from_bytes(os.urandom(4))
    lives, steps = int(os.environ["LIVES"]), int(os.environ.get("STEPS") or 50)
    print(f"{lives} lives of {steps} steps; SEED={chosen} repeats them.")  # noqa: T201
    seed(chosen)(Lives)
    _live(lives, steps)
    print("After the free lives:", *unanswered(), sep="\n  ")  # noqa: T201
    _tell(*guided.live(Lives, missing, lives=200, steps=steps, seed=chosen))
    assert unanswered() == []
