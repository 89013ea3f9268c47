"""The package of an application: approving it, its files, the copying sheet and its reserved documents."""

from cases.services.funding.packages import MAKERS
from cases.views.funding.package import files, hand_overs, page
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission

_ROOM = "fondos/postulaciones/<int:fund>/paquete/"
_ONE = f"{_ROOM}<int:package>/"

urlpatterns = [
    guarded_path(_ROOM, page.package_room, name="application_package", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ROOM}aprobar/", page.approve, name="application_approve", needs=P.APPROVE_FUNDS),
    guarded_path(f"{_ROOM}comprobar/", files.verify, name="package_verify", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}hacer-archivos/", page.make_files, name="package_make_files", needs=MAKERS),
    guarded_path(f"{_ONE}archivos/<int:package_file>/", files.one_file, name="package_file", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}zip/", files.zipped, name="package_zip", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}copiar/", files.copying_sheet, name="package_sheet", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}copiar/texto/", files.sheet_text, name="package_text", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}diferencias/", files.compared, name="package_differences", needs=P.VIEW_FUNDS),
    guarded_path(f"{_ONE}reservados/", hand_overs.hand_over, name="package_hand_over", needs=P.HAND_OVER_FUND_PAPERS),
    guarded_path(
        f"{_ONE}reservados/<int:fund_hand_over>/zip/",
        hand_overs.take,
        name="fund_hand_over_zip",
        needs=P.HAND_OVER_FUND_PAPERS,
    ),
]
