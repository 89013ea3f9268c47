"""How open groups stand on a day: in which stage, since when, and what calls for attention."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from cases import clocks, minimums, reading
from cases.enums import ACCOMPANIED, LegalEventKind, Stage
from cases.models import Case, LegalEvent
from incubator.enums import LegalStatus
from incubator.parameters import Parameters

#: Days in one stage from which a group is said to be there long, and very long.
LONG, VERY_LONG = 90, 180
#: What calls for attention → its words, in the order shown.
FLAGS = {
    "no_contact": "Sin contacto por más días que los del convenio",
    "low_attendance": "Baja asistencia a las últimas cuatro sesiones",
    "below_minimum": "Menos integrantes que el mínimo del programa",
    "below_legal_minimum": "Menos integrantes que el mínimo legal",
    "paused": "En pausa",
    "overdue": "Plazo legal vencido",
}


def tally(cases) -> Counter[tuple[int, str]]:
    """(incubator, stage) → how many of these cases."""
    rows = cases.order_by().values_list("incubator_id", "stage").annotate(count=Count("pk"))
    return Counter({(incubator, stage): count for incubator, stage, count in rows})


def with_clock(cases):
    """Annotates deed_on, and whether both acts that its sixty days ask for are recorded."""
    acts = LegalEvent.objects.filter(case=OuterRef("pk"))
    deed = acts.filter(kind=LegalEventKind.DEED).order_by("-pk").values("happened_on")[:1]
    entered, published = (acts.filter(kind=one) for one in (LegalEventKind.REGISTRY_ENTRY, LegalEventKind.PUBLICATION))
    return cases.annotate(deed_on=Subquery(deed), acts_done=Q(Exists(entered) & Exists(published)))


def clock_is_over(case, on: date) -> bool:
    """Whether the sixty days from the deed ended and one of their acts is still missing."""
    runs = case.stage == Stage.FORMALIZATION and case.deed_on is not None and not case.acts_done
    return runs and clocks.registration_deadline(case.deed_on) < on


def flagged(cases: Iterable[Case], on: date, rules: Mapping[int, Parameters]) -> dict[int, list[str]]:
    """{case: its flags} of open cases read with their facts and their clock; cases without any are left out."""
    accompanied = [case for case in cases if case.stage in ACCOMPANIED]
    weak = reading.weak_attendance(accompanied)
    short = {row.pk: row for row in minimums.below_law(_same(cases), on).select_related("organization")}
    found: dict[int, list[str]] = defaultdict(list)
    for case in cases:
        ruled = rules[case.incubator_id]
        came, expected = weak.get(case.pk, (0, 0))
        signs = {
            "no_contact": reading.is_out_of_touch(case, on, ruled),
            "low_attendance": came * 100 < expected * ruled.attendance_flag_share,
            "below_minimum": case.stage in ACCOMPANIED and case.members_count < ruled.minimum_members,
            "below_legal_minimum": case.pk in short,
            "paused": bool(case.paused_until),
            "overdue": clock_is_over(case, on) or recovery_is_over(short.get(case.pk), on),
        }
        if any(signs.values()):
            found[case.pk] = [name for name, is_so in signs.items() if is_so]
    return dict(found)


def _same(cases):
    return Case.objects.filter(pk__in=[case.pk for case in cases])


def recovery_is_over(row, on: date) -> bool:
    """Whether a constituted cooperative below its legal minimum let its six months go by."""
    if row is None or row.organization.legal_status != LegalStatus.VALID:
        return False
    return clocks.recovery_deadline(row.dropped_on or row.fell_on) < on


@dataclass(frozen=True)
class Ageing:
    """Days in the present stage of some groups: how many, the median, and how many are long or very long there."""

    count: int
    median: float
    long: int
    very_long: int


def ageing(days: Iterable[int]) -> Ageing:
    """The days of some groups in one look; a group beyond the second limit is beyond the first as well."""
    days = list(days)
    return Ageing(
        count=len(days),
        median=median(days) if days else 0,
        long=sum(one > LONG for one in days),
        very_long=sum(one > VERY_LONG for one in days),
    )


def days_in_stage(case, on: date) -> int:
    """Days since it came to its stage."""
    return (on - (case.stage_on or case.opened_on)).days
