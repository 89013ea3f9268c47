"""What waits for one person: a plan to approve, her own evaluation sheet."""

from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import desk_of, group_link
from cases.enums import Stage
from cases.models import BusinessPlan, Evaluation
from incubator import causes
from incubator.access import Permission, allows
from incubator.causes import Task
from incubator.templatetags.minga import dmy


@causes.cause("plan_waits")
def _plan_waits(asked):
    """A business plan waits for whoever may approve it and did not write it."""
    desk = desk_of(asked)
    plans = BusinessPlan.objects.filter(case_id__in=desk.by_id, approved_on__isnull=True)
    for plan in plans.exclude(author=asked.user).exclude(recorded_by=asked.user).order_by("pk"):
        case = desk.by_id[plan.case_id]
        if case.stage != Stage.BUSINESS or not allows(asked.user, Permission.APPROVE_PLANS, case):
            continue
        yield Task(
            key=f"plan_waits:{plan.pk}",
            sentence=format_html("El <b>plan de negocio</b> de {} espera su aprobación.", group_link(case)),
            detail=f"Versión {plan.version}, presentada el {dmy(plan.happened_on)}",
            url=reverse("fact_plan", args=[case.organization_id]),
            action="Revisar",
            about=f"el plan de {case.organization.name}",
            tone="info",
        )


@causes.cause("own_sheet")
def _own_sheet(asked):
    """Whoever declared that she has no conflict of interest still owes her sheet."""
    desk = desk_of(asked)
    rows = Evaluation.objects.filter(case_id__in=desk.by_id, evaluator=asked.user, completed_on__isnull=True)
    for row in rows.order_by("pk"):
        case = desk.by_id[row.case_id]
        yield Task(
            key=f"own_sheet:{row.pk}",
            sentence=format_html("Falta completar <b>su pauta de evaluación</b> de {}.", group_link(case)),
            detail=f"La abrió el {dmy(row.happened_on)}",
            url=reverse("fact_evaluation", args=[case.organization_id]),
            action="Completar",
            about=f"la pauta de {case.organization.name}",
            tone="info",
            responsible_ids=frozenset({asked.user.pk}),
        )
