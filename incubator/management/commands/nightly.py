"""`manage.py nightly`: what is done once a day, one work after the other. One that fails does not stop the others."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from incubator import calendars, nightly


class Command(BaseCommand):
    """Runs as the application; docs/production.md says how to start it every night."""

    help = "Hace los trabajos de la noche: resúmenes, avisos y el bloque de la cadena."

    def handle(self, *args: object, **options: object) -> None:
        """Run each work in a transaction of its own and say how it went."""
        failed = []
        for work in nightly.works():
            try:
                with transaction.atomic():
                    said = work.do(calendars.today(), calendars.now())
            except Exception as error:
                failed.append(work.title)
                said = f"no terminó ({type(error).__name__})"
            self.stdout.write(f"{work.title}: {said}.")
        if failed:
            raise CommandError(f"No terminaron: {', '.join(failed)}. Revise el registro y repita «manage.py nightly».")
