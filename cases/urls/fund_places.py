"""Every application within reach, and who answers for those that left their case."""

from cases.views.funding.places import keepers, listing
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission

urlpatterns = [
    guarded_path("fondos/postulaciones/", listing.listing, name="fund_applications", needs=P.VIEW_FUNDS),
    guarded_path("fondos/postulaciones/planilla/", listing.export, name="fund_applications_export", needs=P.EXPORT),
    guarded_path("fondos/a-cargo/", keepers.kept, name="fund_kept", needs=P.DECIDE),
    guarded_path("fondos/a-cargo/<int:kept>/", keepers.keeper, name="fund_keeper", needs=P.DECIDE),
    guarded_path(
        "fondos/postulaciones/<int:fund>/aviso/",
        keepers.settle,
        name="fund_settle",
        needs=(P.WRITE_FUNDS, P.FILE_FUNDS),
    ),
]
