"""Training's entry of the menu."""

from incubator import navigation
from incubator.access import Permission

navigation.add(
    "training",
    navigation.Entry("Formación", "book", "cohort_list", (Permission.VIEW_GROUPS, Permission.TEACH), order=40),
)
