"""What planned meetings ask for: supports nobody confirmed as the day comes, and meetings that nobody registered."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import by_rule
from incubator import causes
from incubator.access import Permission
from incubator.causes import Task
from incubator.models import PlannedMeeting
from incubator.templatetags.minga import dmy

#: A day shows the first ones; the agenda has them all.
_MOST = 50


@causes.cause("supports_to_book", "Apoyos por confirmar")
def supports_to_book(asked):
    """A support asked for is not confirmed some days before the meeting (a parameter of the agreement)."""
    soon = by_rule(asked, "support_days", lambda days: Q(planned_on__lte=asked.on + timedelta(days=days)))
    rows = _mine(asked).filter(soon, planned_on__gte=asked.on)
    rows = rows.filter(supports__booked_on__isnull=True, supports__requested__gt=0).distinct()
    for plan in rows.prefetch_related("supports", "organizations")[:_MOST]:
        waiting = sum(1 for row in plan.supports.all() if row.requested and row.booked_on is None)
        words = "1 apoyo sin confirmar" if waiting == 1 else f"{waiting} apoyos sin confirmar"
        yield _task(
            plan,
            "supports_to_book",
            format_html("La reunión del <b>{}</b> con {} tiene {}.", dmy(plan.planned_on), _with(plan), words),
            action="Confirmar apoyos",
            url=reverse("agenda_edit", args=[plan.pk]),
            tone="urgent" if plan.planned_on <= asked.on + timedelta(days=1) else "waits",
        )


@causes.cause("plan_past", "Reunión por registrar")
def plan_past(asked):
    """Its day passed, and it was neither registered nor suspended."""
    rows = _mine(asked).filter(planned_on__lt=asked.on)
    for plan in rows.prefetch_related("organizations")[:_MOST]:
        yield _task(
            plan,
            "plan_past",
            format_html("La reunión del <b>{}</b> con {} no está registrada.", dmy(plan.planned_on), _with(plan)),
            action="Registrar o suspender",
            url=reverse("agenda_detail", args=[plan.pk]),
            tone="waits",
        )


def _mine(asked):
    return PlannedMeeting.objects.visible_to(asked.user, Permission.LOG_MEETINGS).pending()


def _with(plan):
    groups = list(plan.organizations.all())
    return groups[0].name if len(groups) == 1 else f"{len(groups)} grupos"


def _task(plan, cause, sentence, **said):
    groups = list(plan.organizations.all())
    return Task(
        key=f"{cause}:{plan.pk}",
        sentence=sentence,
        about=f"de la reunión del {dmy(plan.planned_on)}",
        due_on=plan.planned_on,
        responsible_ids=frozenset({plan.conducted_by_id}),
        cause=cause,
        organization_id=groups[0].pk if len(groups) == 1 else None,
        incubator_id=plan.incubator_id,
        needs=Permission.LOG_MEETINGS,
        **said,
    )
