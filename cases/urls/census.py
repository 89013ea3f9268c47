"""The census: its imports, one by one, from the file to the result."""

from cases.views.census import listing, results, steps
from incubator.access import Permission
from incubator.doors import guarded_path

_IMPORT = Permission.IMPORT_CENSUS

urlpatterns = [
    guarded_path("catastro/", listing.listing, name="census_list", needs=_IMPORT),
    guarded_path("catastro/subir/", listing.upload, name="census_upload", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/", results.detail, name="census_detail", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/columnas/", steps.columns, name="census_columns", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/plan/", steps.plan, name="census_plan", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/descartar/", steps.discard, name="census_discard", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/deshacer/", results.undo, name="census_undo", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/diferencias/<int:row>/", results.settle, name="census_settle", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/corregir/", results.refused, name="census_refused", needs=_IMPORT),
    guarded_path("catastro/<int:pk>/archivo/", results.kept_file, name="census_file", needs=_IMPORT),
]
