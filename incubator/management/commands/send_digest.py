"""`manage.py send_digest`: each person's day by e-mail. Repeating it the same day sends nothing twice."""

from django.core.management.base import BaseCommand

from incubator import calendars
from incubator.services import digests


class Command(BaseCommand):
    """Runs as the application, every night (`nightly` includes it)."""

    help = "Envía a cada persona el resumen de su día, si es hábil donde trabaja y no lo recibió ya."

    def handle(self, *args: object, **options: object) -> None:
        """Send what is owed for today and say how it went."""
        counts = digests.send_all(on=calendars.today(), now=calendars.now())
        self.stdout.write(f"Resumen del día: {digests.said(counts)}.")
