"""`manage.py demo --ensure`: build the demonstration if it is not there, and say which accounts it has."""

from django.core.management.base import BaseCommand

from config.demonstration import build, team


class Command(BaseCommand):
    """Builds the demonstration once and prints its accounts."""

    help = "Prepara la demostración si falta y muestra sus cuentas. Repetirla no cambia nada."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--ensure", action="store_true", help="prepararla si falta")

    def handle(self, *args, **options) -> None:
        if options["ensure"] and not build.is_built():
            self.stdout.write("Preparando la demostración, con personas inventadas. Toma unos minutos la primera vez.")
            folder = build.build(lambda sentence: self.stdout.write(f"  {sentence}"))
            self.stdout.write(f"El informe sellado de mayo quedó en {folder}.")
        self.stdout.write(f"\nCuentas de la demostración (clave de todas: {team.PASSWORD}):")
        for email, name, role in team.accounts_to_print():
            self.stdout.write(f"  {email:42} {name} · {role}")
