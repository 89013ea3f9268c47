"""`manage.py stop_database`: stop the embedded server; the next command starts it again."""

from django.core.management.base import BaseCommand

from config import database


class Command(BaseCommand):
    """Does nothing to a server named by DATABASE_URL, which is somebody else's."""

    help = "Detiene el PostgreSQL de Minga. La próxima orden lo vuelve a iniciar."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        """End its sessions and wait for it to close."""
        database.cluster().stop()
