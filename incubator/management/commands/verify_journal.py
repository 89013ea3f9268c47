"""`manage.py verify_journal`: whether anything that only grows was altered. Leaves with an error when it was."""

from django.core.management.base import BaseCommand, CommandError

from incubator import chain


class Command(BaseCommand):
    """Reads only; runs as the application."""

    help = "Comprueba que ninguna anotación encadenada cambió. Termina con error si alguna cambió."

    def handle(self, *args: object, **options: object) -> None:
        """Say the verdict, and which rows."""
        verdict = chain.verify()
        self.stdout.write(verdict.sentence)
        if verdict.pending:
            self.stdout.write(f"{verdict.pending} sin encadenar todavía: entran al próximo bloque.")
        for one in verdict.altered:
            self.stdout.write(f"  bloque {one.block} · {one.source} · {', '.join(map(str, one.rows))}")
        if not verdict.is_sound:
            raise CommandError("Hay anotaciones alteradas. Guarde este resultado y avise a la contraparte.")
