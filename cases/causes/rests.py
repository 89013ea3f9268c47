"""Pauses: the days to ask the group how it is, and the day it said it would be back."""

from datetime import timedelta

from django.db.models import Case as When_
from django.db.models import DateField, Exists, F, OuterRef, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import each, group_link, page_of
from cases.models import Case, Pause
from incubator import causes
from incubator.access import Permission, allows
from incubator.causes import Listing, Task
from incubator.models import Contact
from incubator.navigation import address
from incubator.templatetags.minga import dmy

#: A pause is announced this many days before its end.
PAUSE_NOTICE = 7
#: And asked about after so many days.
PAUSE_REMINDERS = (90, 60, 30)


def _open(asked):
    """The pauses going on, of the cases this user may see."""
    return Pause.objects.filter(case__in=Case.objects.visible_to(asked.user).open().values("pk"), until__isnull=True)


@causes.listed("pause_ends", "Fin de una pausa", tones=("waits", "plain"))
def pause_ends(asked):
    """A pause is about to end, or should have."""
    soon = asked.on + timedelta(days=PAUSE_NOTICE)
    late, near = _open(asked).filter(expected_on__lt=asked.on), _open(asked).filter(
        expected_on__range=(asked.on, soon)
    )  # fmt: skip
    yield Listing(late, _ending, "waits", about="case__", due="expected_on")
    yield Listing(near, _ending, "plain", about="case__", due="expected_on")


def _ending(asked, rows):
    for row, case in each(asked, rows):
        decides = allows(asked.user, Permission.DECIDE, case)
        yield Task(
            key=row.key,
            sentence=format_html(
                "La pausa de {} <b>{} el {}</b>.",
                group_link(case),
                "debía terminar" if row.due_on < asked.on else "termina",
                dmy(row.due_on),
            ),
            url=reverse("case_resume", args=[case.organization_id]) if decides else page_of(case),
            action="Terminar la pausa" if decides else "Ver grupo",
            about=f"de {case.organization.name}",
            code=case.code,
        )


@causes.listed("pause_reminder", "Grupo en pausa", tones=("info",))
def pause_reminder(asked):
    """After 30, 60 and 90 days somebody asks the group how it is; a contact since that day is the answer."""
    marks = [
        When(since__lte=asked.on - timedelta(days=days), then=Cast(F("since") + timedelta(days=days), DateField()))
        for days in PAUSE_REMINDERS
    ]
    rows = _open(asked).filter(since__lte=asked.on - timedelta(days=min(PAUSE_REMINDERS)))
    rows = rows.annotate(asked_on=When_(*marks, output_field=DateField()))
    spoke = Contact.objects.filter(
        organization=OuterRef("case__organization"), reached=True, made_on__gte=OuterRef("asked_on")
    )
    yield Listing(rows.filter(~Exists(spoke)), _resting, "info", about="case__", due="asked_on")


def _resting(asked, rows):
    since = dict(Pause.objects.filter(pk__in=[row.subject for row in rows]).values_list("pk", "since"))
    for row, case in each(asked, rows):
        contact = address("contact_log", case.organization_id)
        yield Task(
            key=row.key,
            sentence=format_html(
                "{} lleva <b>{} días</b> en pausa: pregunte cómo está.",
                group_link(case),
                (asked.on - since[row.subject]).days,
            ),
            detail="Los plazos legales siguen corriendo. Al anotar el contacto, este aviso se va.",
            url=contact or page_of(case),
            action="Anotar contacto" if contact else "Ver grupo",
            about=f"con {case.organization.name}",
            code=case.code,
        )
