"""The regularization of a cooperative: its points, its plan, its duties, and what the register says."""

from cases.views import regularization as views
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/saneamiento/"
_ITEM = f"{_ROOT}<int:item>/"

urlpatterns = [
    guarded_path(_ROOT, views.summary, name="group_regularization", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}puntos/", views.points, name="regular_points", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}puntos/anotar/", views.new_point, name="fact_items", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}lista/", views.begin, name="regular_begin", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}integrantes/", views.members, name="regular_members", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}plan/", views.plan, name="regular_plan", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}plan.pdf", views.plan_pdf, name="regular_plan_pdf", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}plan/presentar/", views.present, name="regular_present", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}plan/aprobar/", views.approve, name="regular_approve", needs=P.APPROVE_PLANS),
    guarded_path(f"{_ROOT}plan/revisar/", views.revise, name="regular_revise", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}carta-daes.pdf", views.letter, name="regular_letter", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}terminar/", views.end, name="regular_end", needs=P.DECIDE),
    guarded_path(f"{_ROOT}volver/", views.lapse, name="regular_lapse", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}abrir/", views.open_again, name="regular_open", needs=P.DECIDE),
    guarded_path(f"{_ROOT}deberes/", views.year_by_year, name="regular_duties", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}registro/", views.registry, name="regular_registry", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}presentaciones/<int:filing>/", views.filing, name="regular_filing", needs=P.RECORD_FACTS),
    guarded_path(_ITEM, views.item, name="item_status", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ITEM}plan/", views.item_plan, name="item_plan", needs=P.RECORD_FACTS),
    guarded_path(f"{_ITEM}avance/", views.progress, name="item_progress", needs=P.RECORD_FACTS),
    guarded_path(f"{_ITEM}presentacion/", views.new_filing, name="filing_new", needs=P.RECORD_FACTS),
]
