"""The vault of a group, and the documents that the bases ask of an application."""

from cases.views.funding.vault import asked, group
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_VAULT = "grupos/<int:pk>/fondos/documentos/"
_DOCUMENT = f"{_VAULT}<int:vault_document>/"
_READERS = (P.WRITE_FUNDS, P.VIEW_FUND_PAPERS)

urlpatterns = [
    guarded_path(_VAULT, group.listing, name="group_vault", needs=_READERS),
    guarded_path(f"{_VAULT}nuevo/", group.new, name="vault_new", needs=P.WRITE_FUNDS),
    guarded_path(f"{_DOCUMENT}archivo/", group.file, name="vault_file", needs=_READERS),
    guarded_path(f"{_DOCUMENT}apartar/", group.set_aside, name="vault_set_aside", needs=P.WRITE_FUNDS),
    guarded_path(
        "fondos/postulaciones/<int:fund>/documentos/", asked.room, name="application_documents", needs=P.VIEW_FUNDS
    ),
]
