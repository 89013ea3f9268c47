"""Addresses of reports, each with the right it needs."""

from incubator.access import Permission
from incubator.doors import Door, guarded_path
from incubator.slugs import spoken
from reports.enums import Product
from reports.views import acts, dashboards, detail, files, lists, verification

spoken("product", Product)

P = Permission
_READ = (P.VIEW_REPORTS, P.PREPARE_REPORTS, P.VIEW_DELIVERED)

urlpatterns = [
    guarded_path("tablero/", dashboards.entrance, name="dashboard", needs=P.VIEW_GROUPS),
    guarded_path("tablero/<int:pk>/", dashboards.of_an_incubator, name="incubator_dashboard", needs=P.VIEW_GROUPS),
    guarded_path(
        "tablero/<int:pk>/cifras/", dashboards.incubator_file, name="incubator_dashboard_file", needs=P.EXPORT
    ),
    guarded_path(
        "tablero/convenios/<int:agreement>/",
        dashboards.of_an_agreement,
        name="agreement_dashboard",
        needs=P.VIEW_GROUPS,
    ),
    guarded_path(
        "tablero/convenios/<int:agreement>/cifras/",
        dashboards.agreement_file,
        name="agreement_dashboard_file",
        needs=P.EXPORT,
    ),
    guarded_path("informes/", lists.report_list, name="report_list", needs=_READ),
    guarded_path("informes/preparar/", acts.report_compose, name="report_compose", needs=P.PREPARE_REPORTS),
    guarded_path("informes/<int:pk>/", detail.report_detail, name="report_detail", needs=_READ),
    guarded_path("informes/<int:pk>/anexos/<slug:table>/", detail.report_annex, name="report_annex", needs=_READ),
    guarded_path(
        "informes/<int:pk>/filas/<slug:table>/<slug:column>/", detail.report_rows, name="report_rows", needs=_READ
    ),
    guarded_path("informes/<int:pk>/relato/", acts.report_narrative, name="report_narrative", needs=P.PREPARE_REPORTS),
    guarded_path(
        "informes/<int:pk>/pedir-sello/", acts.report_ask_seal, name="report_ask_seal", needs=P.PREPARE_REPORTS
    ),
    guarded_path("informes/<int:pk>/sellar/", acts.report_seal, name="report_seal", needs=P.SEAL_REPORTS),
    guarded_path("informes/<int:pk>/retirar/", acts.report_withdraw, name="report_withdraw", needs=P.SEAL_REPORTS),
    guarded_path("informes/<int:pk>/entregar/", acts.report_deliver, name="report_deliver", needs=P.DELIVER_REPORTS),
    guarded_path("informes/<int:pk>/observar/", acts.report_observe, name="report_observe", needs=P.ANSWER_REPORTS),
    guarded_path("informes/<int:pk>/aceptar/", acts.report_accept, name="report_accept", needs=P.ANSWER_REPORTS),
    guarded_path("informes/<int:pk>/corregir/", acts.report_correct, name="report_correct", needs=P.PREPARE_REPORTS),
    guarded_path("informes/<int:pk>/anexo/", acts.report_hand_over, name="report_hand_over", needs=P.HAND_OVER_ANNEX),
    guarded_path("informes/<int:pk>/archivos/<product:product>/", files.report_file, name="report_file", needs=_READ),
    guarded_path("verificar/", verification.verify, name="verify", needs=Door.PUBLIC),
    guarded_path("verificar/<str:code>", verification.verify_code, name="verify_code", needs=Door.PUBLIC),
]
