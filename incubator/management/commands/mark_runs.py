"""Write the keyed mark of every RUN: once after the upgrade that brings it, and whenever the newest key changes."""

from django.core.management.base import BaseCommand

from incubator.services import same_person


class Command(BaseCommand):
    """`manage.py mark_runs`: the same work that the night does."""

    help = "Pone al día la marca con clave de cada RUN, con la que se reconoce una misma persona sin mostrarla."

    def handle(self, *args, **options):
        """Say how many changed."""
        self.stdout.write(f"Marcas de RUN puestas al día: {same_person.mark_runs()}.")
