"""The list of groups and a group's own pages."""

from cases.views import group, group_filters, group_forms, groups, journal, records, reentry
from incubator import addresses
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
addresses.has_page("incubator.organization", "group_detail")

urlpatterns = [
    guarded_path("grupos/", groups.listing, name="group_list", needs=P.VIEW_GROUPS),
    guarded_path("grupos/planilla/", groups.export, name="group_export", needs=P.EXPORT),
    guarded_path("grupos/filtros/", group_filters.mine, name="group_filters", needs=P.VIEW_GROUPS),
    guarded_path("grupos/filtros/guardar/", group_filters.save, name="group_filter_save", needs=P.VIEW_GROUPS),
    guarded_path("grupos/nuevo/", group_forms.new, name="group_new", needs=P.WRITE_GROUPS),
    guarded_path("grupos/<int:pk>/", group.detail, name="group_detail", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/editar/", group_forms.edit, name="group_edit", needs=P.WRITE_GROUPS),
    guarded_path("grupos/<int:pk>/nuevo-caso/", reentry.reenter, name="case_reenter", needs=P.WRITE_GROUPS),
    guarded_path(
        "grupos/<int:pk>/integrantes/anteriores/", reentry.former_members, name="former_members", needs=P.WRITE_PEOPLE
    ),
    guarded_path("grupos/<int:pk>/bitacora/", journal.of_group, name="group_journal", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/cambios/", journal.changes_of_group, name="group_changes", needs=P.VIEW_GROUPS),
    guarded_path("grupos/<int:pk>/documentos/", records.documents, name="group_documents", needs=P.VIEW_PEOPLE),
    guarded_path(
        "grupos/<int:pk>/documentos/<int:document>/", records.document, name="group_document", needs=P.VIEW_PEOPLE
    ),
]
