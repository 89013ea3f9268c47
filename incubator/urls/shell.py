"""The first page, the search and the living page of components."""

from incubator.access import Permission
from incubator.doors import Door, guarded_path
from incubator.views import estilo, mi_dia, search

urlpatterns = [
    guarded_path("mi-dia/", mi_dia.my_day, name="my_day", needs=Door.SIGNED_IN),
    guarded_path("buscar/", search.find, name="search", needs=(Permission.VIEW_GROUPS, Permission.VIEW_PEOPLE)),
    guarded_path("estilo/", estilo.estilo, name="estilo", needs=Door.PUBLIC),
]
