"""Steps and transfers of some months, of one incubator or of several, in one query.

The rules are those of the monthly report (reports/figures/journeys.py): a step counts for the incubator that answered
for the case on its day (docs/adr/0013), and a correction takes itself and the step it undoes out of the count.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from cases.enums import Stage, Verb
from cases.models import Responsibility, StageChange
from incubator.calendars import Month
from reports.dashboards.standing import rows_of

#: What is counted of the steps, in the order lived: its name, and the verbs that make it.
KINDS: dict[str, tuple[str, tuple[Verb, ...]]] = {
    "new": ("Nuevos", (Verb.RECORD,)),
    "admitted": ("Admitidos", (Verb.ADMIT, Verb.ADMIT_FORMAL)),
    "graduated": ("Egresados", (Verb.GRADUATE,)),
    "closed": ("Cerrados", (Verb.CLOSE, Verb.DECLINE)),
    "reopened": ("Reabiertos", (Verb.REOPEN, Verb.UPHOLD_APPEAL, Verb.REVERT)),
}
_KIND_OF = {verb: kind for kind, (_, verbs) in KINDS.items() for verb in verbs}
#: Arrivals and departures by transfer, which are no steps.
ARRIVED, LEFT = "arrived", "left"
#: Everything counted, with its title, in the order shown.
TITLES = {kind: title for kind, (title, _) in KINDS.items()} | {ARRIVED: "Llegados", LEFT: "Trasladados"}


class Movements:
    """What moved: by kind, by month and by incubator, and how many groups came to and left each stage."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str, Month]] = Counter()
        self._entered: Counter[str] = Counter()
        self._went: Counter[str] = Counter()

    def add_steps(self, incubator: int, verb: str, source: str, target: str, month: Month, number: int):
        """Count some steps of one kind, of the incubator that answered that month."""
        self._entered[target] += number
        self._went[source] += number
        if kind := _KIND_OF.get(Verb(verb)):
            self._counts[incubator, kind, month] += number

    def add_passing(self, incubator: int, kind: str, month: Month, number: int):
        """Count some cases that came from another incubator, or went to one."""
        self._counts[incubator, kind, month] += number

    def count(self, kind: str, *, month: Month | None = None, incubator: int | None = None) -> int:
        """How many of a kind, in a month or in all, of an incubator or of all."""
        return sum(
            number
            for (place, what, when), number in self._counts.items()
            if what == kind and month in (None, when) and incubator in (None, place)
        )

    def entered(self, stage: Stage) -> int:
        """How many times a group came to the stage by a step."""
        return self._entered[stage.value]

    def went(self, stage: Stage) -> int:
        """How many times a group left the stage by a step."""
        return self._went[stage.value]


def read(incubators: Iterable, first: date, last: date) -> Movements:
    """What moved from one day to another, both included. One query, of the cases that moved alone."""
    found = Movements()
    for incubator, verb, source, target, month, number in _rows(incubators, first, last):
        if verb in (ARRIVED, LEFT):
            found.add_passing(incubator, verb, Month.of(month), number)
        else:
            found.add_steps(incubator, verb, source, target, Month.of(month), number)
    return found


#: A correction takes out the last step that stands, and itself: a step stands while the steps after it never become
#: fewer than they were with it. An empty stay counts nothing; the first one has what came before it.
_MOVED = f"""
, steps as (
    select case_id, number, verb, from_stage, to_stage, effective_on, sum(case when verb = %s then -1 else 1 end)
               over (partition by case_id order by number) as standing
    from cases_stagechange where case_id in (select case_id from told)
), stood as (
    select *, min(standing) over (partition by case_id order by number rows between 1 following and unbounded following)
               as fewest
    from steps
)
select incubator_id, verb::text, from_stage::text, to_stage::text, date_trunc('month', effective_on)::date, count(*)
from stood join told using (case_id)
where verb <> %s and coalesce(fewest >= standing, true) and effective_on between %s and %s
  and (told.until is null or told.until > told.since)
  and (transfer_id is null or effective_on >= told.since) and (told.until is null or effective_on < told.until)
group by 1, 2, 3, 4, 5
union all
select incubator_id, '{ARRIVED}', '', '', date_trunc('month', since)::date, count(*) from told
where transfer_id is not null and since between %s and %s and (until is null or until > since) group by 1, 5
union all
select incubator_id, '{LEFT}', '', '', date_trunc('month', until)::date, count(*) from told
where until between %s and %s and until > since group by 1, 5
"""  # noqa: S608 - our own columns


def _rows(incubators, first, last):
    """(incubator, verb, stage before, stage after, month, how many) of what moved in these days."""
    moved = StageChange.objects.filter(case=OuterRef("case"), effective_on__range=(first, last))
    passed = Q(since__range=(first, last), transfer__isnull=False) | Q(until__range=(first, last))
    stays = Responsibility.objects.filter(incubator__in=incubators, case__annulled_at__isnull=True)
    names = ("case_id", "incubator_id", "since", "until", "transfer_id")
    stays = stays.filter(passed | Exists(moved)).order_by().values_list(*names)
    return rows_of(stays, names, _MOVED, [Verb.CORRECT.value] * 2 + [first, last] * 3)
