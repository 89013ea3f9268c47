"""The journey's entry of the menu."""

from incubator import navigation
from incubator.access import Permission

_WITH_GROUPS = ("/personas/", "/convocatorias/", "/cambios/", "/traslados/", "/trasladados/")
navigation.add(
    "groups",
    navigation.Entry("Grupos", "group", "group_list", (Permission.VIEW_GROUPS,), order=20, holds=_WITH_GROUPS),
)
navigation.add("plans", navigation.Entry("Agenda", "calendar", "agenda", (Permission.VIEW_GROUPS,), order=25))
navigation.add("journal", navigation.Entry("Bitácora", "list", "journal", (Permission.VIEW_JOURNAL,), order=80))
navigation.add(
    "evaluations", navigation.Entry("Evaluaciones", "scales", "evaluation_list", (Permission.EVALUATE,), order=55)
)
navigation.add("census", navigation.Entry("Catastro", "census", "census_list", (Permission.IMPORT_CENSUS,), order=30))
navigation.add(
    "base_texts", navigation.Entry("Textos base", "scales", "base_texts", (Permission.VALIDATE_LEGAL,), order=58)
)
navigation.add("funds", navigation.Entry("Fondos", "funds", "fund_list", (Permission.VIEW_FUNDS,), order=43))
