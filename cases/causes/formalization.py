"""What a legal file waits for beside the terms of its deed: a cure, the lawyer's draft, the SII, the DAES."""

from datetime import timedelta

from django.db.models import Case as WhenCase
from django.db.models import DateField, Exists, ExpressionWrapper, F, Func, Min, OuterRef, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html

from cases import clocks
from cases.causes.desk import each, group_link
from cases.enums import Stage
from cases.formalization.cure_life import CureState
from cases.formalization.life import BEFORE_DEED, LegalEventKind, LegalState
from cases.models import Case, Cure, LegalEvent, LegalFile, ObservationPoint
from incubator import calendars, causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy

K = LegalEventKind
#: Days to answer the DAES when its letter does not say (clocks, observation.answer), and days of notice of the SII.
ANSWER_DAYS, NOTICE, URGENT = 30, 30, 7


def _files(asked, *states):
    """The open files in some states, of cases in formalization that the user may see."""
    cases = Case.objects.visible_to(asked.user).filter(stage=Stage.FORMALIZATION)
    return LegalFile.objects.filter(case__in=cases, closed_on__isnull=True, state__in=states)


def _act(kind):
    return LegalEvent.objects.filter(file=OuterRef("pk"), kind=kind)


@causes.listed("legal_cure", "Saneamiento legal pendiente", tones=("urgent",))
def legal_cure(asked):
    """A cure runs: somebody must agree it, or enter and publish its deed within its own sixty days, the day due."""
    cases = Case.objects.visible_to(asked.user).filter(annulled_at__isnull=True)
    deeds = LegalEvent.objects.filter(cure=OuterRef("pk"), kind=K.CURE_DEED).order_by("-happened_on")
    began = Subquery(deeds.values("happened_on")[:1], output_field=DateField())
    deeded = WhenCase(When(state=CureState.DEEDED, then=began), output_field=DateField())
    ends = ExpressionWrapper(F("cure_on") + timedelta(days=clocks.REGISTRATION_DAYS), output_field=DateField())
    rows = Cure.objects.running().filter(case__in=cases).annotate(cure_on=deeded)
    yield Listing(rows, _cure, "urgent", about="case__", due=ends, is_legal=True)


def _cure(asked, rows):
    for row, case in each(asked, rows):
        if row.due_on is None:
            term = _HOW
        elif row.due_on < asked.on:
            term = f"El plazo venció el {dmy(row.due_on)}: haga otra escritura que sanee."
        else:
            term = f"Inscriba y publique la escritura que sanea hasta el {dmy(row.due_on)}."
        page = reverse("legal_cure", args=[case.organization_id, row.subject])
        yield _task(row, case, "Una escritura de {} tiene un vicio que <b>se puede sanear</b>.", term, "Ver cómo", page)


_HOW = "Se sanea con otra escritura, inscrita y publicada dentro de 60 días (Ley 19.499). Pida ayuda legal."


@causes.listed("legal_draft", "Minuta de abogada o abogado", tones=("info",))
def legal_draft(asked):
    """Before the deed: it needs a draft signed by a lawyer, from the first day of the file."""
    rows = _files(asked, *BEFORE_DEED).filter(~Exists(_act(K.LAWYER_DRAFT)))
    yield Listing(rows, _draft, "info", about="case__", subject="case_id")


def _draft(asked, rows):
    for row, case in each(asked, rows):
        words = "La escritura de {} necesita una <b>minuta firmada por abogada o abogado</b>."
        said = "Búsquela desde ahora y anótela cuando esté (Código Orgánico de Tribunales, art. 413)."
        yield _task(row, case, words, said, "Ver el expediente")


@causes.listed("tax_start", "Inicio de actividades en el SII", tones=("urgent", "waits"))
def tax_start(asked):
    """The activity began and the SII was not told: two months after the month in which it began (CT, art. 68).

    What would be told on a day without work is told the working day before.
    """
    told_today = calendars.next_business_day(asked.on + timedelta(days=1)) - timedelta(days=1)
    cases = Case.objects.visible_to(asked.user).filter(stage=Stage.FORMALIZATION)
    began = LegalEvent.objects.filter(case__in=cases, kind=K.ACTIVITY, file__closed_on__isnull=True)
    told = LegalEvent.objects.filter(file=OuterRef("file"), kind=K.TAX_START)
    rows = began.filter(~Exists(told)).annotate(
        tax_ends=Func(F("happened_on"), template=_MONTHS, output_field=DateField())
    )
    shared = {"about": "case__", "subject": "case_id", "due": "tax_ends", "is_legal": True}
    burns = told_today + timedelta(days=URGENT)
    yield Listing(rows.filter(tax_ends__lte=burns), _tax_start, "urgent", **shared)
    waits = rows.filter(tax_ends__gt=burns, tax_ends__lte=told_today + timedelta(days=NOTICE))
    yield Listing(waits, _tax_start, "waits", **shared)


#: The last day of the second month after the one in which it began: in SQL what cases.law.clocks.tax_start says.
_MONTHS = "(date_trunc('month', %(expressions)s) + interval '3 months' - interval '1 day')::date"


def _tax_start(asked, rows):
    for row, case in each(asked, rows):
        late = row.due_on < asked.on
        words = (
            "{} ya trabaja y <b>no ha dado aviso al SII</b>."
            if late
            else "{} debe <b>iniciar actividades en el SII</b>."
        )
        when = f"{'Venció' if late else 'Vence'} el {dmy(row.due_on)}"
        said = f"{when}: dos meses después del mes en que empezó (Código Tributario, art. 68)."
        yield _task(row, case, words, said, "Ver trámite")


@causes.listed("legal_observed", "Observaciones del DAES", tones=("waits",))
def legal_observed(asked):
    """The DAES asked for something, and nobody recorded an answer: due when its letter says, else in thirty days."""
    points = ObservationPoint.objects.filter(event__file=OuterRef("pk"), event__taken_back=False, answer=None)
    first = points.order_by().values("event__file").annotate(first=Min("due_on")).values("first")
    said = _act(K.DAES_OBSERVATION).order_by("-pk").values("happened_on")[:1]
    rows = _files(asked, LegalState.OBSERVED).annotate(asked_on=Subquery(said, output_field=DateField()))
    term = ExpressionWrapper(F("asked_on") + timedelta(days=ANSWER_DAYS), output_field=DateField())
    due = Coalesce(Subquery(first, output_field=DateField()), term, output_field=DateField())
    yield Listing(rows, _observed, "waits", about="case__", subject="case_id", due=due)


def _observed(asked, rows):
    for row, case in each(asked, rows):
        said = f"No deshacen la constitución. Respóndalas hasta el {dmy(row.due_on)} (verifique el plazo en el oficio)."
        yield _task(row, case, "El DAES <b>hizo observaciones</b> a {}.", said, "Responder")


def _task(row, case, words, detail, action, page=""):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)),
        detail=detail,
        url=page or reverse("group_formalization", args=[case.organization_id]),
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
        needs=Permission.VIEW_LEGAL,
    )
