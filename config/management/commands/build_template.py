"""`manage.py build_template`: everything a fresh database holds, in one process; the suite clones the result."""

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Runs as the owner."""

    requires_system_checks = []  # `make check` runs them; here they would load every page for nothing
    help = "Deja una base vacía lista para usar: tablas, permisos y datos de referencia."

    def handle(self, *args, **options) -> None:
        """Migrate (with cache table and lockdown), then the reference data."""
        call_command("migrate", verbosity=0, interactive=False)
        if "load_reference" in get_commands():
            call_command("load_reference", verbosity=0)
