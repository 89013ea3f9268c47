"""What a step leaves to be done by a day: the evaluation, the interview about supports, the follow-ups."""

from datetime import timedelta

from django.db.models import Case as When_
from django.db.models import DateField, Exists, F, OuterRef, Value, When
from django.db.models.functions import Cast
from django.utils.html import format_html

from cases.causes.desk import each, group_link, open_cases, page_of
from cases.enums import Moment, Stage
from cases.models import Case, Evaluation, Measurement, SupportDeclaration
from incubator import causes
from incubator.causes import Listing, Task
from incubator.navigation import address
from incubator.templatetags.minga import dmy

#: Days that a group waits for its evaluation, and for the interview about supports.
EVALUATION_DAYS, INTERVIEW_DAYS = 15, 10
#: Months after graduation, and the days that make them; announced and accepted this many days before.
FOLLOW_UPS = ((24, 730), (12, 365), (6, 183))
FOLLOW_UP_NOTICE = 30


def _after(column, days):
    """The day of a column, and some days more."""
    return Cast(F(column) + timedelta(days=days), DateField())


def _waiting(asked, stage, days):
    """The open cases that came to a stage so many days ago or more."""
    came = open_cases(asked).filter(stage=stage).with_last_change()
    return came.annotate(stage_ends=_after("stage_on", days))


@causes.listed("evaluation_due", "Evaluación de una postulación", tones=("waits",))
def evaluation_due(asked):
    """An application nobody evaluated in time."""
    done = Evaluation.objects.filter(case=OuterRef("pk"), completed_on__isnull=False)
    rows = _waiting(asked, Stage.CALL, EVALUATION_DAYS).filter(~Exists(done), stage_ends__lt=asked.on)
    yield Listing(rows, _unevaluated, "waits", due="stage_ends")


def _unevaluated(asked, rows):
    for row, case in each(asked, rows):
        page = address("fact_evaluation", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html("{} <b>espera su evaluación</b> desde el {}.", group_link(case), dmy(case.stage_on)),
            detail="Una persona que no tenga conflicto de interés completa la pauta.",
            url=page or page_of(case),
            action="Ver evaluación",
            about=f"de {case.organization.name}",
            code=case.code,
        )


@causes.listed("supports_interview", "Entrevista de apoyos", tones=("waits", "info"))
def supports_interview(asked):
    """A group under selection has not said which supports it needs, or that it needs none."""
    said = SupportDeclaration.objects.filter(case=OuterRef("pk"))
    rows = _waiting(asked, Stage.SELECTION, INTERVIEW_DAYS).filter(~Exists(said))
    yield Listing(rows.filter(stage_ends__lt=asked.on), _without_supports, "waits", due="stage_ends")
    yield Listing(rows.filter(stage_ends__gte=asked.on), _without_supports, "info", due="stage_ends")


def _without_supports(asked, rows):
    for row, case in each(asked, rows):
        page = address("fact_supports", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html("Falta la <b>entrevista de apoyos</b> con {}.", group_link(case)),
            detail=f"En selección desde el {dmy(case.stage_on)}. Sin ella no se puede admitir al grupo.",
            url=page or page_of(case),
            action="Anotar apoyos",
            about=f"de {case.organization.name}",
            code=case.code,
        )


@causes.listed("follow_up", "Seguimiento después del egreso", tones=("info",))
def follow_up(asked):
    """Six, twelve and twenty-four months after graduation somebody measures how the cooperative is."""
    soon = asked.on + timedelta(days=FOLLOW_UP_NOTICE)
    last = max(days for _, days in FOLLOW_UPS)
    rows = Case.objects.visible_to(asked.user).filter(stage=Stage.GRADUATED).with_last_change()
    rows = rows.filter(
        stage_on__lte=soon - timedelta(days=min(days for _, days in FOLLOW_UPS)),
        stage_on__gt=asked.on - timedelta(days=last + 183),
    )
    marks = [When(stage_on__lte=soon - timedelta(days=days), then=_after("stage_on", days)) for _, days in FOLLOW_UPS]
    rows = rows.annotate(mark_on=When_(*marks, default=Value(None), output_field=DateField()))
    rows = rows.annotate(counts_from=_after("mark_on", -FOLLOW_UP_NOTICE))
    done = Measurement.objects.filter(
        case=OuterRef("pk"), moment=Moment.FOLLOW_UP, happened_on__gte=OuterRef("counts_from")
    )
    yield Listing(rows.filter(~Exists(done)), _followed, "info", due="mark_on")


def _followed(asked, rows):
    for row, case in each(asked, rows):
        days = (row.due_on - case.stage_on).days
        months = next(months for months, after in FOLLOW_UPS if after <= days)
        page = address("fact_measurement", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html("Toca el <b>seguimiento a los {} meses</b> de {}.", months, group_link(case)),
            detail=f"Egresó el {dmy(case.stage_on)}. Anote sus indicadores con el momento «Seguimiento».",
            url=page or page_of(case),
            action="Anotar la medición",
            about=f"de {case.organization.name}",
            code=case.code,
        )
