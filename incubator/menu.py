"""The kernel's own entry of the menu."""

from incubator import navigation
from incubator.access import Permission

navigation.add("my_day", navigation.Entry("Mi día", "home", "my_day", order=10))
navigation.add("team", navigation.Entry("Equipo", "person", "team", (Permission.APPOINT,), order=90))
navigation.add("help", navigation.Entry("Ayuda", "help", "help", order=90))
