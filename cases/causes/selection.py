"""What waits of a selection: sheets, evaluators to name, an order to make, letters to issue and hand over, appeals."""

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html

from cases.call_life import CallState
from cases.causes.desk import each, group_link
from cases.enums import AppealOutcome, Stage
from cases.models import Appeal, Application, Call, Case, EvaluatorAssignment, Letter, StageChange
from cases.rules.selection import PENDING, pseudonym, sheets_of
from cases.services.selection.letters import OF_VERB
from cases.submission_words import SubmissionState
from incubator import calendars, causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy

#: Days before its end from which a sheet waits, and the business days to decide an appeal (Ley 19.880 art. 59).
SHEET_NOTICE, DAYS_TO_DECIDE = 3, 30
_DECIDING = (CallState.PUBLISHED, CallState.CLOSED, CallState.RANKED, CallState.RESOLVED)


@causes.cause("own_sheet", "Pauta de evaluación")
def own_sheet(asked):
    """What one was given to evaluate and has not filed, by its day. Without the group's name, as it is read."""
    rows = EvaluatorAssignment.objects.of(asked.user).filter(until__isnull=True, application__case__stage__in=PENDING)
    rows = rows.exclude(sheet__completed_on__isnull=False).select_related("application__call__incubator", "sheet")
    for row in rows.order_by("due_on", "pk"):
        left = (row.due_on - asked.on).days
        opened = getattr(row, "sheet", None) is not None
        name = pseudonym(row.application)
        yield Task(
            key=f"own_sheet:{row.pk}",
            sentence=format_html(
                "Falta <b>{}</b> de {}.", "completar su pauta" if opened else "su declaración y su pauta", name
            ),
            detail=f"{row.application.call.name} · hasta el {dmy(row.due_on)}",
            url=reverse("evaluation_detail", args=[row.pk]),
            action="Evaluar",
            tone="urgent" if left < 0 else "waits" if left <= SHEET_NOTICE else "info",
            about=f"{name} de {row.application.call.name}",
            due_on=row.due_on,
            responsible_ids=frozenset({asked.user.pk}),
            incubator_id=row.application.call.incubator_id,
        )


@causes.cause("evaluators_missing", "Falta quien evalúe")
def evaluators_missing(asked):
    """Of each call, the applications that nobody evaluates yet, or that need a third sheet; and the late sheets."""
    for call, rows in _deciding(asked).items():
        lacking = [one for one in rows if one.missing]
        third = sum(one.needs_third for one in lacking)
        late = sum(given.due_on < asked.on for one in rows for given in one.open)
        if lacking:
            count = len(lacking)
            words = "1 postulación" if count == 1 else f"{count} postulaciones"
            detail = f"En {third} difieren mucho las pautas y se pide una tercera" if third else ""
            yield _of_call(call, "evaluators_missing", f"Falta nombrar a quien evalúe {words}", detail, "Nombrar")
        if late:
            words = "1 pauta está atrasada" if late == 1 else f"{late} pautas están atrasadas"
            yield _of_call(call, "sheets_late", words, "Puede encargarlas a otra persona", "Ver")


@causes.cause("ready_to_rank", "Convocatoria lista para ordenar")
def ready_to_rank(asked):
    """Closed, nothing left to take in, and every sheet filed: its order may be made."""
    for call, rows in _deciding(asked).items():
        is_new = call.state == CallState.CLOSED or any(one.application.rank is None for one in rows)
        if call.state != CallState.PUBLISHED and is_new and not call.waiting and all(one.is_complete for one in rows):
            yield _of_call(
                call, "ready_to_rank", "Están todas las pautas: se puede fijar el orden", "", "Fijar el orden"
            )


def _of_call(call, key, words, detail, action):
    return Task(
        key=f"{key}:{call.pk}",
        sentence=format_html("<b>{}</b> en {}.", words, call.name),
        detail=detail,
        url=reverse("call_selection", args=[call.pk]),
        action=action,
        tone="waits",
        about=f"en {call.name}",
        needs=Permission.DECIDE,
        incubator_id=call.incubator_id,
    )


def _deciding(asked):
    """{call: sheets of each application that waits for an answer}, of the calls this user decides; read once."""
    if "deciding" not in asked.kept:
        calls = Call.objects.visible_to(asked.user, Permission.DECIDE).filter(state__in=_DECIDING)
        waiting = Count("submissions", filter=Q(submissions__state=SubmissionState.RECEIVED))
        kept = {call.pk: call for call in calls.select_related("incubator").annotate(waiting=waiting)}
        rows = Application.objects.filter(call__in=kept, case__stage__in=PENDING, case__annulled_at__isnull=True)
        rows = list(rows.select_related("call__incubator").order_by("pk")) if kept else []
        found = {}
        for one in sheets_of(rows, asked.on).values() if rows else ():
            found.setdefault(kept[one.application.call_id], []).append(one)
        asked.kept["deciding"] = found
    return asked.kept["deciding"]


@causes.listed("letters_due", "Carta por emitir", tones=("waits",))
def letters_due(asked):
    """A decision that no letter tells yet."""
    decided = Case.objects.visible_to(asked.user, Permission.DECIDE).filter(annulled_at__isnull=True)
    later = StageChange.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"))
    told = Letter.objects.filter(change=OuterRef("pk"))
    rows = StageChange.objects.filter(case__in=decided.values("pk"), verb__in=[str(verb) for verb in OF_VERB])
    rows = rows.filter(~Exists(later), ~Exists(told))
    yield Listing(rows, _due, "waits", about="case__", due="effective_on", whose=Q())


def _due(asked, rows):
    for row, case in each(asked, rows):
        yield _of_case(
            row,
            case,
            "Falta <b>la carta</b> que avisa la decisión a {}.",
            f"Se decidió el {dmy(row.due_on)}",
            "Emitirla",
        )


@causes.listed("letters_to_notify", "Carta por entregar", tones=("waits",))
def letters_to_notify(asked):
    """A letter was issued, and nobody said that the group has it: until then no term runs."""
    cases = Case.objects.visible_to(asked.user, Permission.RECORD_FACTS)
    rows = Letter.objects.filter(case__in=cases.values("pk"), notified_on__isnull=True)
    yield Listing(rows, _notify, "waits", about="case__", due="issued_on", whose=Q())


def _notify(asked, rows):
    for row, case in each(asked, rows):
        yield _of_case(
            row, case, "Falta anotar cuándo <b>recibió su carta</b> {}.", f"Emitida el {dmy(row.due_on)}", "Anotar"
        )


def _of_case(row, case, words, detail, action, page="case_letters"):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)),
        detail=detail,
        url=reverse(page, args=[case.organization_id]),
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
    )


@causes.listed("appeals_to_decide", "Apelación por decidir", tones=("waits",))
def appeals_to_decide(asked):
    """An appeal waits for its decision; or it was upheld, and the case has not gone back to selection."""
    cases = Case.objects.visible_to(asked.user, Permission.DECIDE)
    rows = Appeal.objects.filter(case__in=cases.values("pk"), outcome="")
    yield Listing(rows, _decide, "waits", about="case__", due="happened_on", whose=Q())


def _decide(asked, rows):
    appeals = Appeal.objects.filter(pk__in=[row.subject for row in rows])
    communes = {one.pk: one.case.incubator.commune for one in appeals.select_related("case__incubator__commune")}
    for row, case in each(asked, rows):
        region = communes[row.subject].region_code
        until = calendars.add_business_days(row.due_on, DAYS_TO_DECIDE, region)
        left = calendars.business_days_between(asked.on, until, region)
        words = f"quedan {left} días hábiles" if left >= 0 else f"venció el {dmy(until)}"
        yield _of_case(
            row,
            case,
            "La <b>apelación</b> de {} espera su decisión.",
            f"Llegó el {dmy(row.due_on)}: {words} para decidir (Ley 19.880, artículo 59)",
            "Decidir",
            "case_appeal",
        )


@causes.listed("appeal_upheld", "Apelación acogida", tones=("waits",))
def appeal_upheld(asked):
    """It was upheld: the case goes back to selection by a person's act."""
    cases = Case.objects.visible_to(asked.user, Permission.DECIDE).filter(stage=Stage.CLOSED)
    last = StageChange.objects.filter(case=OuterRef("case"), recorded_at__gt=OuterRef("recorded_at"))
    rows = Appeal.objects.filter(case__in=cases.values("pk"), outcome=AppealOutcome.UPHELD).filter(~Exists(last))
    yield Listing(rows, _upheld, "waits", about="case__", due="decided_on", whose=Q())


def _upheld(asked, rows):
    for row, case in each(asked, rows):
        yield _of_case(
            row,
            case,
            "Se acogió la apelación de {}: <b>vuelva el caso a Selección</b>.",
            f"Decidida el {dmy(row.due_on)}",
            "Acoger",
            "case_uphold_appeal",
        )
