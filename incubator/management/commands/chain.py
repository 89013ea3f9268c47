"""`manage.py chain`: one block more for the chain of the journal. Repeating it without news changes nothing."""

from django.core.management.base import BaseCommand

from incubator import calendars, chain


class Command(BaseCommand):
    """Runs as the application, every night (`nightly` includes it)."""

    help = "Encadena las anotaciones nuevas de la bitácora y de la historia de los datos."

    def handle(self, *args: object, **options: object) -> None:
        """Take what is in no block yet, and say what the head is."""
        number = chain.extend(calendars.now())
        if not number:
            self.stdout.write("No hay anotaciones nuevas que encadenar.")
        if head := chain.head():
            self.stdout.write(f"Bloque {head.number} · {head.rows} anotaciones · {head.digest}")
