"""The entries of reports in the menu."""

from incubator import navigation
from incubator.access import Permission

navigation.add(
    "reports",
    navigation.Entry(
        "Informes",
        "file",
        "report_list",
        (Permission.VIEW_REPORTS, Permission.PREPARE_REPORTS, Permission.VIEW_DELIVERED),
        order=60,
    ),
)
# Those who reach assigned groups alone have no dashboard: the rights named here are of whole incubators.
navigation.add(
    "dashboard",
    navigation.Entry("Tablero", "chart", "dashboard", (Permission.VIEW_REPORTS, Permission.VIEW_JOURNAL), order=58),
)
