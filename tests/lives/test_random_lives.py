"""Random lives over every operation. `make soak` lives longer ones: LIVES and STEPS say how many, SEED repeats a run."""

import os

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, Phase, seed, settings, strategies
from hypothesis.stateful import run_state_machine_as_test

from tests.lives import engine, world
from tests.lives.rules_business import Business
from tests.lives.rules_groups import Groups
from tests.lives.rules_lineage import Lineages
from tests.lives.rules_moves import Transfers
from tests.lives.rules_people import People
from tests.lives.rules_posts import Posts
from tests.lives.rules_raw_sql import RawSql
from tests.lives.rules_reports import Reports
from tests.lives.rules_sessions import Sessions
from tests.lives.rules_stages import Stages

pytestmark = pytest.mark.django_db(transaction=True)

#: Rules that cannot be refused, and why.
NEVER_REFUSED = {
    "clock": "days pass for everybody",
    "walk_to": "it says that a case sets out; what refuses each step is counted under «prepare» and under its verb",
}
#: Rules that cannot be accepted, and why.
NEVER_ACCEPTED = {"raw_sql": "every statement is one that the database refuses"}

#: Of more than eighty rules, how many a short run has seen accepted at least (half as many refused): twenty lives are too
#: few for every one. The long run asks that every rule was accepted and refused.
FEWEST = 40


class Lives(Stages, Groups, Sessions, People, Transfers, Lineages, Posts, Business, Reports, RawSql):
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


def unanswered():
    """The rules that were never accepted, or never refused, in this run."""
    names = {*engine.ACCEPTED, *engine.REFUSED, *(name for name in dir(Lives) if name.startswith("fire_"))}
    never = {
        "accepted": [name for name in names - {*NEVER_ACCEPTED} if not engine.ACCEPTED[name]],
        "refused": [name for name in names - {*NEVER_REFUSED} if not engine.REFUSED[name]],
    }
    return [f"«{name}» was never {how}" for how, found in never.items() for name in sorted(found)]


@pytest.mark.usefixtures("_made_once")
def test_twenty_random_lives_break_nothing():
    _live(20, 30, derandomize=True)
    assert len(+engine.ACCEPTED) >= FEWEST, sorted(engine.ACCEPTED)
    assert len(+engine.REFUSED) >= FEWEST // 2, sorted(engine.REFUSED)


@pytest.mark.skipif("LIVES" not in os.environ, reason="long lives run apart: make soak")
@pytest.mark.usefixtures("_made_once")
def test_many_long_lives_break_nothing():
    chosen = int(os.environ.get("SEED") or 0) or int.from_bytes(os.urandom(4))
    lives, steps = int(os.environ["LIVES"]), int(os.environ.get("STEPS") or 50)
    print(f"{lives} lives of {steps} steps; SEED={chosen} repeats them.")  # noqa: T201
    seed(chosen)(Lives)
    _live(lives, steps)
    assert unanswered() == []
