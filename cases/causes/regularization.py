"""What a regularization waits for: its plan, what is late or observed, what lapses, and the duties of each year."""

from datetime import timedelta

from django.db.models import Case as Either
from django.db.models import DateField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Least
from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import each, group_link
from cases.enums import ItemStatus
from cases.models import Case, DutyDone, Filing, ItemEntry, RegularizationChange, RegularizationFile, RegularizationItem
from cases.regularization import duties
from cases.regularization.life import (
    BEFORE_APPROVAL,
    UNDER_WAY,
    EntryKind,
    FilingState,
    RegularState,
    RegularVerb,
)
from incubator import causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy

S = RegularState
#: A point is told from this many days before its day; it burns from these.
SOON, BURNS = 30, 7
_WORKED = (*BEFORE_APPROVAL, S.PLAN_APPROVED, *UNDER_WAY)
_HELD = (S.REGULARIZED, S.WATCHED)


def _files(asked, *states, permission=Permission.VIEW_GROUPS):
    """The open files in some states, of the open cases that the user may see."""
    cases = Case.objects.visible_to(asked.user, permission).open()
    return RegularizationFile.objects.filter(case__in=cases.order_by().values("pk"), state__in=states)


@causes.listed("regular_plan", "Plan de saneamiento por aprobar", tones=("info",))
def regular_plan(asked):
    """A plan waits for whoever may approve it and wrote none of it."""
    rows = _files(asked, S.PLAN, permission=Permission.APPROVE_PLANS)
    wrote = ItemEntry.objects.filter(item__file=OuterRef("pk"), kind=EntryKind.PLAN, by=asked.user)
    presented = RegularizationChange.objects.filter(file=OuterRef("pk"), verb=RegularVerb.PLAN, by=asked.user)
    rows = rows.filter(~Exists(wrote), ~Exists(presented))
    yield Listing(rows, _plan, "info", about="case__", subject="case_id", whose=Q())


def _plan(asked, rows):
    for row, case in each(asked, rows):
        words, said = "El <b>plan de saneamiento</b> de {} espera su aprobación.", "No lo aprueba quien lo escribió."
        yield _task(row, case, words, said, "Revisar", "regular_plan")


@causes.listed("regular_due", "Punto del saneamiento por hacer", tones=("urgent", "waits"))
def regular_due(asked):
    """What the plan said would be done by a day, and does not meet yet."""
    undone = (ItemStatus.UNKNOWN, ItemStatus.DOES_NOT)
    rows = RegularizationItem.objects.filter(file__in=_files(asked, *_WORKED).values("pk"), status__in=undone)
    burns, shows = asked.on + timedelta(days=BURNS), asked.on + timedelta(days=SOON)
    shared = {"about": "file__case__", "due": "due_on"}
    yield Listing(rows.filter(due_on__lte=burns), _due, "urgent", **shared)
    yield Listing(rows.filter(due_on__gt=burns, due_on__lte=shows), _due, "waits", **shared)


def _due(asked, rows):
    for row, case in each(asked, rows):
        late = "Venció" if row.due_on < asked.on else "Vence"
        words = f"{late} el {dmy(row.due_on)} un <b>punto del saneamiento</b> de {{}}."
        yield _item_task(row, case, words, "Está en el plan y todavía no cumple.", "Ver el punto")


@causes.listed("regular_observed", "Observación de una autoridad", tones=("urgent",))
def regular_observed(asked):
    """An authority asked for something, and nobody recorded an answer."""
    files = _files(asked, *_WORKED, *_HELD)
    rows = RegularizationItem.objects.filter(
        Exists(Filing.objects.filter(item=OuterRef("pk"), state=FilingState.OBSERVED)), file__in=files.values("pk")
    )
    yield Listing(rows, _observed, "urgent", about="file__case__")


def _observed(asked, rows):
    for row, case in each(asked, rows):
        words = "Una autoridad <b>hizo observaciones</b> en el saneamiento de {}."
        yield _item_task(row, case, words, "Respóndalas y anote la respuesta con su documento.", "Responder")


@causes.listed("regular_lapses", "Algo del saneamiento vence", tones=("urgent", "waits"))
def regular_lapses(asked):
    """What holds until a day, told 90, 60 and 30 days before; past it the cooperative goes back to its diagnosis."""
    rows = RegularizationItem.objects.filter(
        file__in=_files(asked, *_HELD).values("pk"), status=ItemStatus.MEETS, valid_until__isnull=False
    )
    burns, shows = (asked.on + timedelta(days=days) for days in (duties.NOTICES[-1], duties.NOTICES[0]))
    shared = {"about": "file__case__", "due": "valid_until"}
    yield Listing(rows.filter(valid_until__lte=burns), _lapses, "urgent", **shared)
    yield Listing(rows.filter(valid_until__gt=burns, valid_until__lte=shows), _lapses, "waits", **shared)


def _lapses(asked, rows):
    for row, case in each(asked, rows):
        past = row.due_on < asked.on
        words = "Algo del saneamiento de {} <b>venció el " if past else "Algo del saneamiento de {} <b>vence el "
        said = "Renuévelo, o vuelva a saneamiento." if past else "Renuévelo antes de ese día."
        yield _item_task(row, case, f"{words}{dmy(row.due_on)}</b>.", said, "Ver el punto")


@causes.listed("regular_duty", "Deber anual de una cooperativa", tones=("urgent", "waits"))
def regular_duty(asked):
    """The next duty of the year that was not done, of a cooperative that is watched."""
    terms = duties.dated(asked.on - timedelta(days=365), asked.on + timedelta(days=duties.NOTICES[0]))
    if len(terms) > 1:
        watch = RegularizationChange.objects.filter(
            file=OuterRef("pk"), verb__in=(RegularVerb.WATCH.value, RegularVerb.UNLAPSE.value)
        )
        began = Subquery(watch.order_by("-number").values("effective_on")[:1], output_field=DateField())
        rows = _files(asked, S.WATCHED).annotate(began_on=began)
        rows = rows.annotate(next_on=Least(*(_undone(*term) for term in terms))).filter(next_on__isnull=False)
        burns = asked.on + timedelta(days=duties.NOTICES[-1])
        shared = {"about": "case__", "subject": "case_id", "due": "next_on"}
        yield Listing(rows.filter(next_on__lte=burns), _duty, "urgent", **shared)
        yield Listing(rows.filter(next_on__gt=burns), _duty, "waits", **shared)


def _undone(key, year, day):
    done = DutyDone.objects.filter(case=OuterRef("case"), key=key, year=year)
    asked = When(~Exists(done), began_on__lte=day, then=Value(day))
    return Either(asked, default=Value(None), output_field=DateField())


def _duty(asked, rows):
    for row, case in each(asked, rows):
        late = "Venció" if row.due_on < asked.on else "Vence"
        words = f"{late} el {dmy(row.due_on)} un <b>deber anual</b> de {{}}."
        yield _task(row, case, words, "Hágalo y anótelo con su documento.", "Ver los deberes", "regular_duties")


@causes.listed("regular_dissolved", "Disolución por publicar y anotar", tones=("urgent",))
def regular_dissolved(asked):
    """A dissolved cooperative that did not publish or note it yet (art. 13)."""
    cases = Case.objects.visible_to(asked.user).open().order_by().values("pk")
    rows = RegularizationFile.objects.filter(case__in=cases, state=S.DISSOLVED)
    done = DutyDone.objects.filter(case=OuterRef("case"))
    lacks = Q(*((~Exists(done.filter(key=key))) for key in duties.TO_LIQUIDATE), _connector=Q.OR)
    yield Listing(
        rows.filter(lacks, publish_by__isnull=False), _dissolved, "urgent", about="case__", subject="case_id",
        due=F("publish_by"), is_legal=True,
    )  # fmt: skip


def _dissolved(asked, rows):
    for row, case in each(asked, rows):
        words = f"Publique y anote la <b>disolución</b> de {{}} hasta el {dmy(row.due_on)}."
        yield _task(row, case, words, "En el Diario Oficial y en el Conservador (art. 13).", "Ver", "regular_duties")


def _item_task(row, case, words, detail, action):
    url = reverse("item_status", args=[case.organization_id, row.subject])
    return _told(row, case, words, detail, action, url)


def _task(row, case, words, detail, action, page):
    return _told(row, case, words, detail, action, reverse(page, args=[case.organization_id]))


def _told(row, case, words, detail, action, url):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)),
        detail=detail,
        url=url,
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
        due_on=row.due_on,
        needs=Permission.VIEW_LEGAL,
    )
