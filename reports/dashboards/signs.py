"""What calls for attention in the open groups of an incubator, and how long they are in their stage: in one query."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import DateField, Exists, F, Func, IntegerField, OuterRef, Q
from django.db.models.functions import Coalesce

from cases import clocks, minimums, reading
from cases.enums import ACCOMPANIED, OperationState, Stage
from cases.models import Case
from incubator.enums import ATTENDED, LegalStatus
from incubator.parameters import Parameters
from reports.dashboards import standing

#: What calls for attention → its words, in the order shown.
FLAGS = {
    "no_contact": "Sin contacto por más días que los del convenio",
    "low_attendance": "Baja asistencia a las últimas cuatro sesiones",
    "below_minimum": "Menos integrantes que el mínimo del programa",
    "below_legal_minimum": "Menos integrantes que el mínimo legal",
    "paused": "En pausa",
    "overdue": "Plazo legal vencido",
}
#: How many groups a list names before it only counts the others.
NAMED = 10
_LAST = 4
_TOLD = ("pk", *standing.TOLD, "name_key", "share", "recovery_over", *(name for name in FLAGS if name not in
         ("low_attendance", "overdue")))  # fmt: skip

#: The cases of which fewer than the agreed share came to their last sessions, if they had so many. Sessions seen
#: through its lineage are among them, with the marks of the group that attended them; a person counts once.
_WEAK = f"""
, parts as (
    select told.pk as case_id, share, told.pk as of_case, groups.organization_id, null::date as until
    from told join cases_case groups on groups.id = told.pk where stage_name = any(%s)
    union all
    select told.pk, share, line.from_case_id, groups.organization_id, line."on"
    from told
    join cases_lineage line on line.to_case_id = told.pk
    join cases_operation done on done.id = line.operation_id and done.state = %s
    join cases_case groups on groups.id = line.from_case_id
    where stage_name = any(%s)
), held as (
    select parts.case_id, part.session_id, meeting.held_on, row_number() over (
               partition by parts.case_id, parts.of_case order by meeting.held_on desc, part.id desc) as place
    from parts
    join cases_sessioncase part on part.case_id = parts.of_case and part.voided_at is null
    join incubator_meeting meeting on meeting.id = part.session_id and meeting.voided_at is null
    where parts.until is null or meeting.held_on < parts.until
), recent as (
    select case_id, session_id, row_number() over (partition by case_id order by held_on desc, session_id desc) as place
    from (select distinct case_id, session_id, held_on from held where place <= {_LAST}) seen
), weak as (
    select recent.case_id
    from recent
    join parts on parts.case_id = recent.case_id
    left join incubator_attendance mark
        on mark.meeting_id = recent.session_id and mark.organization_id = parts.organization_id
    left join incubator_person person on person.id = mark.person_id
    where recent.place <= {_LAST}
    group by recent.case_id, parts.share
    having count(distinct recent.session_id) = {_LAST}
       and count(distinct (mark.meeting_id, mark.organization_id, coalesce(person.same_as_id, person.id)))
               filter (where mark.mark = any(%s)) * 100
           < count(distinct (mark.meeting_id, mark.organization_id, coalesce(person.same_as_id, person.id)))
               filter (where mark.id is not null) * parts.share
), signed as (
    select told.*, pk in (select case_id from weak) as low_attendance, clock_over or recovery_over as overdue from told
), counted as (
    select *, {" + ".join(f"{name}::int" for name in FLAGS)} as signs from signed
)
"""  # noqa: S608 - our own columns
_READ = f"""
select (select json_build_array(count(*) filter (where signs > 0),
                                {", ".join(f"count(*) filter (where {name})" for name in FLAGS)}) from counted),
       (select json_agg(json_build_array(pk, {", ".join(FLAGS)})) from (
           select * from counted where signs > 0 order by signs desc, name_key, pk limit {NAMED}) named),
       (select json_agg(pk) from (
           select pk from counted where stage_name <> %s order by since, name_key, pk limit {NAMED}) longest),
       (select json_object_agg(stage_name, ages) from (
           select stage_name, json_build_array({standing.AGES}) as ages from counted group by stage_name) stages)
"""  # noqa: S608


@dataclass(frozen=True)
class Signs:
    """How many groups show each sign, and how many any; those that show most, and those longest in their stage."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FLAGS, 0))
    flagged: int = 0
    named: list[tuple[Case, list[str]]] = field(default_factory=list)
    longest: list[Case] = field(default_factory=list)
    ageing: dict[Stage, standing.Ageing] = field(default_factory=dict)


def read(cases, on: date, rules: Mapping[int, Parameters]) -> Signs:
    """The signs of the open ones of these cases. Two queries."""
    stages = [stage.value for stage in ACCOMPANIED]
    attended = [mark.value for mark in ATTENDED]
    values = [stages, OperationState.EXECUTED.value, stages, attended, Stage.CENSUS.value, *standing.aged(on)]
    ((counted, named, longest, ages),) = standing.rows_of(_told(cases, on, rules), _TOLD, _READ, values, _WEAK) or [
        (None,) * 4
    ]
    if counted is None:
        return Signs()
    flagged, *counts = _loaded(counted)
    named, longest, ages = _loaded(named) or [], _loaded(longest) or [], _loaded(ages) or {}
    wanted = {pk for pk, *_ in named} | set(longest)
    found = Case.objects.filter(pk__in=wanted).with_last_change().select_related("organization").in_bulk()
    return Signs(
        counts=dict(zip(FLAGS, counts, strict=True)),
        flagged=flagged,
        named=[(found[pk], [name for name, is_so in zip(FLAGS, signs, strict=True) if is_so]) for pk, *signs in named],
        longest=[found[pk] for pk in longest],
        ageing={Stage(stage): standing.ageing(*values) for stage, values in ages.items()},
    )


def _told(cases, on, rules):
    """The open cases as what is asked of each (_TOLD)."""
    law = minimums.below_law(Case.objects.filter(pk=OuterRef("pk")), on)
    share = reading.by_incubator({pk: one.attendance_flag_share for pk, one in rules.items()}, 0, IntegerField())
    found = standing.told(reading.with_facts(cases.open(), on), on)
    return (
        found.order_by()
        .annotate(
            name_key=F("organization__sort_key"),
            share=share,
            recovery_over=Exists(_recovery_is_over(law, on)),
            no_contact=reading.out_of_touch(on, rules),
            below_minimum=reading.below_programme(rules),
            below_legal_minimum=minimums.lacks_by_law(on),
            paused=Q(paused_until__isnull=False),
        )
        .values_list(*_TOLD)
    )


def _recovery_is_over(below, on):
    """The constituted cooperatives below their legal minimum that let their six months go by."""
    until = _Months(Coalesce("dropped_on", "fell_on"), output_field=DateField())
    return (
        below.filter(organization__legal_status=LegalStatus.VALID).annotate(recover_by=until).filter(recover_by__lt=on)
    )


class _Months(Func):
    """The same number of the sixth month, or its last day: clocks.recovery_deadline as SQL."""

    template = f"((%(expressions)s) + interval '{clocks.RECOVERY_MONTHS} months')::date"


def _loaded(value):
    return json.loads(value) if isinstance(value, str) else value
