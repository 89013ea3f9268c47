"""A life: one transaction rolled back at its end, one savepoint a step, and everything that must hold asked after each.

A refusal (Refused, ValidationError, PermissionDenied) is a normal outcome and must leave every table as it was; any
other exception is a fault. The message of a failure tells the life in sentences.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from hypothesis.stateful import RuleBasedStateMachine

from cases.models import Case
from incubator import calendars
from incubator.requirements import Refused
from tests.lives import world
from tests.lives.invariants import ALWAYS, AROUND, AT_THE_END
from tests.lives.invariants.reading import rows

REFUSALS = (Refused, ValidationError, PermissionDenied)
#: What each rule was answered, over every life of the run; and from which rules each of those names is reached.
ACCEPTED, REFUSED = Counter(), Counter()
REACHED_FROM: dict[str, set[str]] = {}


class Broken(AssertionError):
    """Something that must hold does not, or a step ended in a fault."""


@dataclass
class Step:
    """What the invariants may ask of a step: who moves, until which day facts were lived, and how it ended."""

    name: str
    operation: object = None
    transfer: object = None
    sealed: object = None
    lived_until: date | None = None
    moves_figures: bool = False
    composite: bool = False
    accepted: bool = False


class Engine(RuleBasedStateMachine):
    """One life. Rules call `attempt`; everything of the database is asked for again at each step."""

    #: The rule that runs, where whoever runs it says so (tests.lives.guided).
    rule = None

    def __init__(self):
        super().__init__()
        self._life = transaction.atomic()
        self._life.__enter__()
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read")
        self.now = world.MORNING
        calendars.set_clock(self.now)
        self.story = []
        self._seen, self._seen_on = {}, None

    def teardown(self):
        """What is asked at the end; then nothing of this life is left."""
        try:
            if self.story and not connection.needs_rollback:
                self._refuse_broken([(name, check()) for name, check in AT_THE_END.items()])
        finally:
            transaction.set_rollback(True)
            self._life.__exit__(None, None, None)
            calendars.set_clock(None)

    @property
    def today(self):
        """The day of this life."""
        return self.now.date()

    def pass_days(self, days):
        """The clock goes on."""
        self.now += timedelta(days=days)
        calendars.set_clock(self.now)

    def attempt(self, name, sentence, do, **about):
        """Try something once. Returns what it gave (True for nothing), or None when it was refused."""
        self.now += timedelta(minutes=1)
        calendars.set_clock(self.now)
        step = Step(name, **about)
        if self.rule is not None:
            REACHED_FROM.setdefault(name, set()).add(self.rule)
        memories = {label: around.before(step) for label, around in AROUND.items()}
        savepoint = transaction.savepoint()
        waiting, written = len(connection.run_on_commit), writes()
        try:
            result = do()
        except REFUSALS as refusal:
            self._tell(sentence, f"refused: {_first(refusal)}")
            REFUSED[name] += 1
            self._take_back(savepoint, None if step.composite else written)
            return None
        except Exception as fault:
            self._tell(sentence, f"FAULT {type(fault).__name__}: {fault}")
            raise Broken(self._in_words()) from fault
        self._tell(sentence, "done")
        step.accepted = True
        step.sealed = result if name == "seal_report" else None
        self._saved(waiting)
        ACCEPTED[name] += 1
        found = self._always()
        found += [(label, around.broken(memories[label], step)) for label, around in AROUND.items()]
        self._refuse_broken(found)
        transaction.savepoint_commit(savepoint)
        return True if result is None else result

    def act(self, name, sentence, service, moves_figures=False, /, **given):
        """Try one service with what it is given."""
        return self.attempt(name, sentence, lambda: service(**given), moves_figures=moves_figures)

    def fresh(self, case):
        """The case as it stands."""
        return Case.objects.select_related("organization__incubator", "incubator").get(pk=case.pk)

    def by(self, who, incubator):
        """The user who acts under that name."""
        return world.actor(who, incubator)

    def _take_back(self, savepoint, written):
        """What was refused left every table as it was: as it looks once the step is rolled back.

        Of several services called in one step (`written` is None) the first ones may have written.
        """
        if written is None:
            transaction.savepoint_rollback(savepoint)
            return
        now = writes()
        touched = [table for table, count in now.items() if count != written.get(table)]
        left = looks_of(touched)
        transaction.savepoint_rollback(savepoint)
        changed = [was[0] for was, still in zip(looks_of(touched), left, strict=True) if was != still]
        self._refuse_broken([("refusal", [f"{table} was changed by what was refused" for table in changed])])

    def _always(self):
        """Whatever rests on a table that was written since it was last asked; everything on a new day."""
        now = writes()
        written = {table for table, count in now.items() if count != self._seen.get(table)}
        new_day = self._seen_on != self.today
        self._seen, self._seen_on = now, self.today
        return [(label, check()) for label, (check, tables) in ALWAYS.items() if new_day or written & tables]

    def _saved(self, waiting):
        """As if it had been committed: deferred rules are asked, and what waits for the commit is done."""
        try:
            connection.check_constraints()
            for _, callback, _ in connection.run_on_commit[waiting:]:
                callback()
            del connection.run_on_commit[waiting:]
        except Exception as fault:
            raise Broken(self._in_words()) from fault

    def _tell(self, sentence, outcome):
        self.story.append(f"{self.now:%d-%m-%Y %H:%M}  {sentence}: {outcome}")

    def _refuse_broken(self, found):
        broken = [f"{label}: {sentence}" for label, sentences in found for sentence in sentences]
        if broken:
            raise Broken("\n".join([*broken, self._in_words()]))

    def _in_words(self):
        return "\n".join(["The life:", *(f"  {number}. {line}" for number, line in enumerate(self.story, 1))])


def pick(rows, which):
    """One of some rows, by a number that stands for it; None of none."""
    found = list(rows)
    return found[which % len(found)] if found else None


_WRITTEN = (
    "select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables where schemaname = 'public' "
    "and n_tup_ins + n_tup_upd + n_tup_del > 0 order by 1"
)


def writes():
    """How many rows were written so far in each table, those of what was rolled back included."""
    return dict(rows(_WRITTEN))


def looks_of(tables):
    """How some tables look: their rows and their newest version of a row."""
    one = "select '{0}', count(*), coalesce(max(xmin::text::bigint), 0) from public.{0}"
    return rows(" union all ".join(one.format(table) for table in tables)) if tables else []


def _first(refusal):
    sentences = getattr(refusal, "sentences", None) or getattr(refusal, "messages", None) or [str(refusal)]
    return sentences[0]
