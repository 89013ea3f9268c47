"""Terms that run out: the legal clocks, a place in the waiting list, a pause."""

from datetime import timedelta

from django.urls import reverse
from django.utils.html import format_html

from cases import deadlines
from cases.causes.desk import desk_of, group_link, page_of
from cases.enums import Stage
from cases.models import Application, Pause
from incubator import causes
from incubator.access import Permission, allows
from incubator.causes import Task
from incubator.templatetags.minga import dmy

#: A pause is announced this many days before its end.
PAUSE_NOTICE = 7
#: A legal clock is due today from this many days before its end, and burns from these.
CLOCK_NOTICE, CLOCK_URGENT = 30, 7


@causes.cause("legal_clocks")
def _legal_clocks(asked):
    """The sixty days from the deed (art. 7)."""
    desk = desk_of(asked)
    for clock in deadlines.running(desk.cases, asked.on):
        if clock.days > CLOCK_NOTICE:
            continue
        yield Task(
            key=f"clock:{clock.kind}:{clock.case.pk}",
            sentence=format_html(
                "<b>{}</b> la {} de {}.", _when(clock.days), _lower(clock.title), group_link(clock.case)
            ),
            detail=f"60 días desde la escritura del {dmy(clock.deed_on)} · último día hábil "
            f"{dmy(clock.last_business_day)} · ingresar a más tardar el {dmy(clock.file_by)} · {deadlines.LAW}",
            url=reverse("fact_legal", args=[clock.case.organization_id]),
            action="Ver trámite",
            about=f"de {clock.case.organization.name}",
            tone="urgent" if clock.days <= CLOCK_URGENT else "waits",
            due_on=clock.due_on,
            responsible_ids=desk.responsible(clock.case),
        )


def _when(days):
    if days < 0:
        return f"Venció hace {-days} {'día' if days == -1 else 'días'}"
    return "Vence hoy" if days == 0 else "Vence mañana" if days == 1 else f"Vence en {days} días"


def _lower(title):
    return title[0].lower() + title[1:]


@causes.cause("waiting_expired")
def _waiting_expired(asked):
    """A place in the waiting list ran out: close it, or apply again. A person decides, never the machine."""
    desk = desk_of(asked)
    waiting = [case.pk for case in desk.cases if case.stage == Stage.WAITING]
    rows = Application.objects.filter(case_id__in=waiting).select_related("call").order_by("happened_on", "pk")
    newest = {row.case_id: row.call for row in rows}
    for pk, call in newest.items():
        if call.waiting_until is None or call.waiting_until >= asked.on:
            continue
        case = desk.by_id[pk]
        yield Task(
            key=f"waiting_expired:{pk}",
            sentence=format_html(
                "El lugar de {} en la lista de espera <b>venció el {}</b>.", group_link(case), dmy(call.waiting_until)
            ),
            detail="Anote una nueva postulación o cierre el caso.",
            url=page_of(case),
            action="Decidir",
            about=f"sobre {case.organization.name}",
            tone="waits",
            due_on=call.waiting_until,
            responsible_ids=desk.responsible(case),
        )


@causes.cause("pause_ends")
def _pause_ends(asked):
    """A pause is about to end, or should have."""
    desk = desk_of(asked)
    soon = asked.on + timedelta(days=PAUSE_NOTICE)
    for rest in Pause.objects.filter(case_id__in=desk.by_id, until__isnull=True, expected_on__lte=soon).order_by("pk"):
        case = desk.by_id[rest.case_id]
        late = rest.expected_on < asked.on
        yield Task(
            key=f"pause_ends:{rest.pk}",
            sentence=format_html(
                "La pausa de {} <b>{} el {}</b>.",
                group_link(case),
                "debía terminar" if late else "termina",
                dmy(rest.expected_on),
            ),
            url=reverse("case_resume", args=[case.organization_id]) if _decides(asked, case) else page_of(case),
            action="Terminar la pausa" if _decides(asked, case) else "Ver grupo",
            about=f"de {case.organization.name}",
            tone="waits" if late else "plain",
            due_on=rest.expected_on,
            responsible_ids=desk.responsible(case),
        )


def _decides(asked, case):
    return allows(asked.user, Permission.DECIDE, case)
