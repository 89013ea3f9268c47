"""The journey's entry of the menu."""

from incubator import navigation
from incubator.access import Permission

navigation.add("groups", navigation.Entry("Grupos", "group", "group_list", (Permission.VIEW_GROUPS,), order=20))
navigation.add("census", navigation.Entry("Catastro", "census", "census_list", (Permission.IMPORT_CENSUS,), order=30))
