"""`manage.py migrate`, which cannot forget what goes with it: schema and extensions before, cache and rights after."""

from django.core.management import call_command
from django.core.management.commands.migrate import Command as Migrate
from django.db import connection

from config import lockdown

#: Migrated first where there is nothing yet: each of their many steps redraws every model that already knows a user,
#: so the fewer of ours there are, the sooner they end (a third of the whole time).
_FIRST = ("wagtailcore", "wagtaildocs", "wagtailimages")


class Command(Migrate):
    """Django's own, between preparation and lockdown."""

    def handle(self, *args, **options) -> None:
        """Prepare, migrate, create the cache's table, lock down."""
        writes = not (options["plan"] or options["check_unapplied"])
        if writes:
            lockdown.execute(connection, lockdown.prepare_statements())
        if writes and not options["app_label"] and not connection.introspection.table_names():
            for app in _FIRST:
                super().handle(*args, **{**options, "app_label": app})
        super().handle(*args, **options)
        if writes:
            call_command("createcachetable", verbosity=options["verbosity"])
            call_command("lockdown", verbosity=options["verbosity"])
