"""The reports' entry of the menu."""

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
