"""`manage.py lockdown`: give the application its rights, table by table. `migrate` ends with it."""

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from config import lockdown


class Command(BaseCommand):
    """Idempotent; runs as the owner."""

    help = "Da a la aplicación, tabla por tabla, solo los permisos que le corresponden."

    def handle(self, *args, **options) -> None:
        """Apply the list and name what it does not know."""
        with transaction.atomic():
            lockdown.execute(connection, lockdown.statements(connection))
        for table in lockdown.unclassified(connection):
            self.stderr.write(f"{table}: sin clase en config/table_rights.py, la aplicación no puede usarla.")
