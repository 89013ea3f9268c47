"""`manage.py database_roles`: what the administrator of an external server runs once."""

from django.core.management.base import BaseCommand

from config import roles


class Command(BaseCommand):
    """Prints; changes nothing."""

    help = "Muestra las órdenes SQL que el administrador de un servidor externo ejecuta una vez."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        """One statement a line, with «…» where a password goes."""
        for statement in roles.statements():
            self.stdout.write(f"{statement};")
