"""Terms that run out: the legal clocks, a place in the waiting list."""

from datetime import timedelta

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Least
from django.urls import reverse
from django.utils.html import format_html

from cases import clocks, deadlines
from cases.call_life import CallState
from cases.causes.desk import each, group_link, open_cases, page_of, told
from cases.enums import LegalEventKind, Stage
from cases.models import Application, Call, LegalEvent
from incubator import calendars, causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy

#: A legal clock is due today from this many days before its end, and burns from these.
CLOCK_NOTICE, CLOCK_URGENT = 30, 7
#: What is said beside a term that passed.
_OVERDUE = " · pida ayuda legal de inmediato: hecho el acto, lo tardío se puede sanear (Ley 19.499)"
_KINDS = (LegalEventKind.REGISTRY_ENTRY, LegalEventKind.PUBLICATION)


@causes.listed("legal_clocks", "Plazo legal de la escritura", tones=("urgent", "waits"))
def legal_clocks(asked):
    """The sixty days from the deed (art. 7), until each act is recorded.

    What would be told on a day without work is told the working day before.
    """
    told_today = calendars.next_business_day(asked.on + timedelta(days=1)) - timedelta(days=1)
    burns = told_today - timedelta(days=clocks.REGISTRATION_DAYS - CLOCK_URGENT)
    shows = told_today - timedelta(days=clocks.REGISTRATION_DAYS - CLOCK_NOTICE)
    deeds = (
        LegalEvent.objects.visible_to(asked.user)
        .in_force()
        .filter(kind=LegalEventKind.DEED, case__stage=Stage.FORMALIZATION, case__annulled_at__isnull=True)
    )
    ends = ExpressionWrapper(F("happened_on") + timedelta(days=clocks.REGISTRATION_DAYS), DateField())
    for kind in _KINDS:
        done = LegalEvent.objects.filter(case=OuterRef("case"), kind=kind)
        running = deeds.filter(~Exists(done))
        shared = {"about": "case__", "subject": "case_id", "due": ends, "stem": f"clock:{kind.value}", "is_legal": True}
        yield Listing(running.filter(happened_on__lte=burns), _clock(kind), "urgent", **shared)
        waits = running.filter(happened_on__gt=burns, happened_on__lte=shows)
        yield Listing(waits, _clock(kind), "waits", **shared)


def _clock(kind):
    def tell(asked, rows):
        running = {clock.case.pk: clock for clock in _running(asked) if clock.kind == kind}
        for row in rows:
            if row.about in running:
                yield _clock_task(running[row.about], row.key)

    return tell


def _running(asked):
    """The clocks of the cases about to be told, with their three dates; read once for the listings of both acts."""
    kept = asked.kept.setdefault("clocks", {})
    if kept.get("of") != asked.wanted:
        kept["of"], kept["found"] = asked.wanted, deadlines.running(list(told(asked).values()), asked.on)
    return kept["found"]


def _clock_task(clock, key):
    title = clock.title[0].lower() + clock.title[1:]
    return Task(
        key=key,
        sentence=format_html("<b>{}</b> la {} de {}.", _when(clock.days), title, group_link(clock.case)),
        detail=f"60 días desde la escritura del {dmy(clock.deed_on)} · último día hábil "
        f"{dmy(clock.last_business_day)} · ingresar a más tardar el {dmy(clock.file_by)} · {deadlines.LAW}"
        f"{_OVERDUE if clock.days < 0 else ''}",
        url=reverse("group_formalization", args=[clock.case.organization_id]),
        action="Ver trámite",
        about=f"de {clock.case.organization.name}",
        code=clock.case.code,
        needs=Permission.VIEW_LEGAL,
    )


def _when(days):
    if days < 0:
        return f"Venció hace {-days} {'día' if days == -1 else 'días'}"
    return "Vence hoy" if days == 0 else "Vence mañana" if days == 1 else f"Vence en {days} días"


@causes.listed("waiting_expired", "Lista de espera vencida", tones=("waits",))
def waiting_expired(asked):
    """A place in the waiting list ran out: close it, or apply again. A person decides, never the machine."""
    newest = Application.objects.filter(case=OuterRef("pk")).order_by("-happened_on", "-pk")
    until = Subquery(newest.annotate(ends=_list_ends()).values("ends")[:1], output_field=DateField())
    rows = open_cases(asked).filter(stage=Stage.WAITING).annotate(waiting_until=until)
    yield Listing(rows.filter(waiting_until__lt=asked.on), _expired, "waits", due="waiting_until")


def _list_ends():
    """In SQL the rule of cases.rules.call_days.last_waiting_day, for a list that says no day of its own."""
    following = (
        Call.objects.public()
        .exclude(state=CallState.VOID)
        .filter(incubator=OuterRef("call__incubator"), opens_on__gt=OuterRef("call__closes_on"))
    )
    opens = Subquery(following.order_by("opens_on").values("opens_on")[:1], output_field=DateField())
    a_year = Cast(F("call__closes_on") + Value(timedelta(days=365)), DateField())
    return Coalesce("call__waiting_until", Least(opens, a_year), output_field=DateField())


def _expired(asked, rows):
    for row, case in each(asked, rows):
        yield Task(
            key=row.key,
            sentence=format_html(
                "El lugar de {} en la lista de espera <b>venció el {}</b>.", group_link(case), dmy(row.due_on)
            ),
            detail="Anote una nueva postulación o cierre el caso.",
            url=page_of(case),
            action="Decidir",
            about=f"sobre {case.organization.name}",
            code=case.code,
        )
