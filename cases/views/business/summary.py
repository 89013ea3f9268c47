"""The tab «Negocio»: what the group does, its canvas, its plan, its indicators, what it sold and what it confirmed."""

from django.shortcuts import render

from cases.enums import CanvasBlock, MarketKind
from cases.models import MarketRecord
from cases.rules.business import latest_definition, legal_minimum
from cases.services.business import canvases, indicators, plans
from cases.views.frame import group_frame
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import door

#: Addresses the tab links to, for whoever may open them.
_DOORS = (
    "canvas_edit",
    "canvas_versions",
    "fact_business",
    "fact_plan",
    "fact_measurement",
    "market_list",
    "group_confirmations",
)


def summary(request, pk):
    """Everything about the business of a group on one page."""
    frame = group_frame(request, pk, "group_business")
    case, user = frame["case"], request.user
    definition = latest_definition(case, calendars.today())
    canvas = canvases.latest(case)
    plan = case.businessplans.filter(is_draft=False).select_related("author", "approved_by").first()
    draft = case.businessplans.filter(is_draft=True).first()
    context = {
        "definition": definition,
        "minimum": legal_minimum(definition.cooperative_type_id, calendars.today()) if definition else None,
        "canvas": canvas,
        "blocks": [(block.label, canvas.blocks[block]) for block in CanvasBlock if canvas.blocks.get(block)]
        if canvas
        else [],
        "plan": plan,
        "year": plans.projection_of(plan) if plan else None,
        "draft": draft,
        "moments": [(moment.label, row) for moment, row in indicators.compared(case)],
        "market": market_totals(case),
        "confirmations": list(case.groupconfirmations.all()[:5]),
        "may_write": case.is_open and allows(user, Permission.RECORD_FACTS, case),
        "pages": {name: door(user, name, case, case.organization_id) for name in _DOORS},
    }
    return render(request, "cases/business/summary.html", frame | context)


def market_totals(case):
    """[(kind in words, how many, pesos)] of what counts."""
    totals = MarketRecord.objects.valid().filter(case=case).totals()
    return [(kind.label, *totals[kind]) for kind in MarketKind if kind in totals]
