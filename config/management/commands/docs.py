"""`manage.py docs [--check]`: write the reference pages from the code, or say which ones no longer match it."""

from django.core.management.base import BaseCommand, CommandError

from config import reference_docs


class Command(BaseCommand):
    """Writes docs/reference, or checks it."""

    help = "Escribe las páginas de referencia desde el código; con --check dice cuáles ya no coinciden."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--check", action="store_true", help="solo comparar; falla si alguna página no coincide")

    def handle(self, *args, **options) -> None:
        if not options["check"]:
            return reference_docs.write_all()
        stale = reference_docs.stale()
        if stale:
            raise CommandError(f"No coinciden con el código: {', '.join(stale)}. Escríbalas con: manage.py docs")
        return None
