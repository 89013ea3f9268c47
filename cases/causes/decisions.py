"""What waits for a decision: a plan to approve."""

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import each, group_link
from cases.enums import Stage
from cases.models import BusinessPlan, Case
from incubator import causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy


@causes.listed("plan_waits", "Plan de negocio por aprobar", tones=("info",))
def plan_waits(asked):
    """A business plan waits for whoever may approve it and did not write it."""
    approved_by = Case.objects.visible_to(asked.user, Permission.APPROVE_PLANS).filter(stage=Stage.BUSINESS)
    rows = BusinessPlan.objects.filter(case__in=approved_by.values("pk"), approved_on__isnull=True, is_draft=False)
    mine = Q(author=asked.user) | Q(recorded_by=asked.user) | Q(pk__in=_written_by(asked.user))
    yield Listing(rows.exclude(mine), _plans, "info", about="case__", due="happened_on", whose=Q())


def _written_by(user):
    return BusinessPlan.authors.through.objects.filter(user=user).values("businessplan_id")


def _plans(asked, rows):
    versions = dict(BusinessPlan.objects.filter(pk__in=[row.subject for row in rows]).values_list("pk", "version"))
    for row, case in each(asked, rows):
        yield Task(
            key=row.key,
            sentence=format_html("El <b>plan de negocio</b> de {} espera su aprobación.", group_link(case)),
            detail=f"Versión {versions[row.subject]}, presentada el {dmy(row.due_on)}",
            url=reverse("fact_plan", args=[case.organization_id]),
            action="Revisar",
            about=f"el plan de {case.organization.name}",
            code=case.code,
        )
