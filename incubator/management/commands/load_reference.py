"""Load what Minga cannot work without: territory, holidays and what every room registers. Runs as the owner."""

from django.core.management.base import BaseCommand
from django.db import transaction

from incubator import reference


class Command(BaseCommand):
    """`manage.py load_reference`: writes the reference rows; running it again changes nothing."""

    help = "Carga el territorio, los feriados y las demás tablas de referencia. Repetirla no cambia nada."

    @transaction.atomic
    def handle(self, *args: object, **options: object) -> None:
        """Run every registered loader, all or none."""
        for name, loader in reference.registered().items():
            answer = loader()
            if options["verbosity"]:
                self.stdout.write(f"{name}: {answer}.")
