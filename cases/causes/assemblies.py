"""What a cooperative's meetings wait for: notices to send, minutes to close, the yearly junta before 30 June."""

from datetime import date, timedelta

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Value
from django.urls import reverse
from django.utils.html import format_html

from cases.assemblies.life import AssemblyKind, AssemblyState
from cases.causes.desk import each, group_link
from cases.enums import LegalEventKind
from cases.law import meetings, yearly
from cases.models import Assembly, Case, LegalEvent, RegularizationFile
from cases.regularization.life import RegularState
from incubator import causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.enums import LegalStatus
from incubator.templatetags.minga import dmy

#: A notice is told from this many days before its last day, and burns from these; the yearly junta, from these.
SOON, BURNS, YEARLY = 14, 3, 60


def _meetings(asked):
    """The meetings of the open cases whose legal life the user may see."""
    return Assembly.objects.visible_to(asked.user).filter(case__in=Case.objects.open().order_by().values("pk"))


@causes.listed("assembly_notice", "Citación a una junta", tones=("urgent", "waits"))
def assembly_notice(asked):
    """A junta that was prepared, and nobody was called: the last day to send the notices (R12)."""
    ahead = asked.on - meetings.notice_window(meeting_on=asked.on)["individual_until"]
    rows = _meetings(asked).juntas().filter(state=AssemblyState.PLANNED, meets_on__gte=asked.on)
    last = ExpressionWrapper(F("meets_on") - ahead, output_field=DateField())
    burns, shows = asked.on + ahead + timedelta(days=BURNS), asked.on + ahead + timedelta(days=SOON)
    shared = {"about": "case__", "subject": "pk", "due": last, "is_legal": True}
    yield Listing(rows.filter(meets_on__lte=burns), _notice, "urgent", **shared)
    yield Listing(rows.filter(meets_on__gt=burns, meets_on__lte=shows), _notice, "waits", **shared)


def _notice(asked, rows):
    for row, case in each(asked, rows):
        late = row.due_on < asked.on
        words = "El plazo para <b>citar a la junta</b> de {} pasó el "
        words = words if late else "<b>Cite a la junta</b> de {} a más tardar el "
        said = "Cítela para otro día." if late else "Por correo postal o al correo electrónico registrado (art. 23)."
        yield _task(row, case, f"{words}{dmy(row.due_on)}.", said, "Citar")


@causes.listed("assembly_minutes", "Acta de una junta por cerrar", tones=("waits",))
def assembly_minutes(asked):
    """The day of a meeting passed, and its minutes are not closed."""
    rows = _meetings(asked).open().filter(meets_on__lt=asked.on)
    yield Listing(rows, _minutes, "waits", about="case__", subject="pk", due="meets_on")


def _minutes(asked, rows):
    for row, case in each(asked, rows):
        words = f"La reunión del {dmy(row.due_on)} de {{}} <b>no tiene su acta cerrada</b>."
        yield _task(row, case, words, "Anote lo que falta y ciérrela, o anote que no se hizo.", "Ver la reunión")


@causes.listed("assembly_yearly", "Junta ordinaria del año", tones=("urgent", "waits"))
def assembly_yearly(asked):
    """A cooperative without its ordinary junta this year (R15). The watched ones have it among their yearly duties."""
    due = yearly.meeting(year=asked.on.year, on=asked.on, held_on=None).figures["due_on"]
    if asked.on < due - timedelta(days=YEARLY):
        return
    year = asked.on.year
    held = Assembly.objects.filter(
        case__organization=OuterRef("organization"), kind=AssemblyKind.ORDINARY, state=AssemblyState.HELD,
        meets_on__year=year,
    )  # fmt: skip
    born = LegalEvent.objects.filter(case=OuterRef("pk"), kind=LegalEventKind.DEED, happened_on__gte=date(year, 1, 1))
    watched = RegularizationFile.objects.filter(case=OuterRef("pk"), state=RegularState.WATCHED)
    rows = Case.objects.visible_to(asked.user, Permission.VIEW_LEGAL).accompanied()
    rows = rows.filter(~Exists(held), ~Exists(born), ~Exists(watched), organization__legal_status=LegalStatus.VALID)
    tone = "urgent" if asked.on > due - timedelta(days=SOON + BURNS) else "waits"
    yield Listing(rows, _yearly, tone, due=Value(due, output_field=DateField()))


def _yearly(asked, rows):
    for row, case in each(asked, rows):
        late = "Venció" if row.due_on < asked.on else "Vence"
        words = f"{late} el {dmy(row.due_on)} la <b>junta ordinaria</b> de {{}}."
        yield Task(
            key=row.key,
            sentence=format_html(words, group_link(case)),
            detail="Una al año, hasta el 30 de junio: balance, excedentes y elecciones (arts. 6 f y 23).",
            url=reverse("book_meetings", args=[case.organization_id]),
            action="Ver las juntas",
            about=f"de {case.organization.name}",
            code=case.code,
            needs=Permission.VIEW_LEGAL,
        )


def _task(row, case, words, detail, action):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)),
        detail=detail,
        url=reverse("assembly_detail", args=[case.organization_id, row.subject]),
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
        needs=Permission.VIEW_LEGAL,
    )
