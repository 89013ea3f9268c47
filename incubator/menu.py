"""The kernel's own entry of the menu."""

from incubator import calendars, causes, navigation
from incubator.access import Permission


def _urgent(user):
    return causes.urgent(user, calendars.today())


navigation.add("my_day", navigation.Entry("Mi día", "home", "my_day", order=10, badge=_urgent))
navigation.add(
    "repeated",
    navigation.Entry("Personas repetidas", "person", "duplicate_list", (Permission.WRITE_PEOPLE,), order=45),
)
navigation.add("team", navigation.Entry("Equipo", "person", "team", (Permission.APPOINT,), order=90))
navigation.add("readings", navigation.Entry("Lecturas", "lock", "readings", (Permission.VIEW_READINGS,), order=70))
navigation.add(
    "consent_texts",
    navigation.Entry("Autorizaciones", "check", "consent_texts", (Permission.READ_CONSENT_TEXTS,), order=85),
)
navigation.add("help", navigation.Entry("Ayuda", "help", "help", order=90))
