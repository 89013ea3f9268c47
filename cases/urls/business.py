"""The business of a group: tab, canvas, plan, sales, confirmations; and the page where the group answers."""

from cases.enums import MarketKind
from cases.views.business import canvas, confirmations, market, plans, summary
from cases.views.measurements import certify
from incubator.access import Permission
from incubator.doors import Door, guarded_path
from incubator.slugs import spoken

spoken("trade", MarketKind)

P = Permission
_GROUP = "grupos/<int:pk>"
_PLAN = f"{_GROUP}/plan/<int:plan>"
_DRAFT = f"{_GROUP}/plan/<int:unfinished>"
_READ_PLAN = (P.VIEW_LEGAL, P.RECORD_FACTS, P.APPROVE_PLANS)

urlpatterns = [
    guarded_path(f"{_GROUP}/negocio/", summary.summary, name="group_business", needs=P.VIEW_LEGAL),
    guarded_path(f"{_GROUP}/lienzo/", canvas.edit, name="canvas_edit", needs=P.RECORD_FACTS),
    guarded_path(f"{_GROUP}/lienzo/versiones/", canvas.versions, name="canvas_versions", needs=P.VIEW_LEGAL),
    guarded_path(f"{_GROUP}/plan/empezar/", plans.start, name="plan_start", needs=P.RECORD_FACTS),
    guarded_path(f"{_PLAN}/", plans.detail, name="plan_detail", needs=_READ_PLAN),
    guarded_path(f"{_DRAFT}/editar/", plans.edit, name="plan_edit", needs=P.RECORD_FACTS),
    guarded_path(f"{_DRAFT}/presentar/", plans.present, name="plan_present", needs=P.RECORD_FACTS),
    guarded_path(f"{_DRAFT}/borrar/", plans.discard, name="plan_discard", needs=P.RECORD_FACTS),
    guarded_path(f"{_PLAN}/pdf/", plans.pdf, name="plan_pdf", needs=_READ_PLAN),
    guarded_path(
        f"{_GROUP}/indicadores/<int:measurement>/certificar/",
        certify,
        name="measurement_certify",
        needs=P.CERTIFY_INDICATORS,
    ),
    guarded_path(f"{_GROUP}/ventas/", market.listing, name="market_list", needs=P.VIEW_LEGAL),
    guarded_path(f"{_GROUP}/ventas/<trade:trade>/nueva/", market.new, name="market_new", needs=P.RECORD_FACTS),
    guarded_path(f"{_GROUP}/ventas/<int:sale>/anular/", market.void, name="market_void", needs=P.RECORD_FACTS),
    guarded_path(f"{_GROUP}/confirmaciones/", confirmations.of_group, name="group_confirmations", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_GROUP}/confirmaciones/hoja/", confirmations.hand_over, name="confirmation_sheet", needs=P.RECORD_FACTS
    ),
    guarded_path(f"{_GROUP}/confirmaciones/pedir/", confirmations.ask, name="confirmation_ask", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_GROUP}/confirmaciones/<int:question>/retirar/",
        confirmations.withdraw,
        name="confirmation_withdraw",
        needs=P.RECORD_FACTS,
    ),
    guarded_path("confirmar/", confirmations.answer, name="group_confirm", needs=Door.PUBLIC),
]
