"""`manage.py restore FILE --force`: put a backup in place of what there is. Runs as the owner."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config import backup
from incubator import calendars, territory


class Command(BaseCommand):
    """Without --force it only reads the backup whole and says what it holds."""

    help = "Verifica un respaldo y, con --force, reemplaza con él la base de datos y los archivos."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The backup, and whether it is meant."""
        parser.add_argument("file", type=Path, metavar="ARCHIVO", help="el respaldo que se restaurará")
        parser.add_argument("--force", action="store_true", help="reemplazar de verdad lo que hay ahora")
        parser.add_argument(
            "--no-safety-copy", action="store_true", help="no respaldar antes lo que hay (cuando ya no sirve)"
        )

    def handle(self, *args: object, **options: object) -> None:
        """Verify, keep what there is, replace, and give the rights again."""
        path = options["file"].absolute()
        try:
            manifest = backup.verify(path)
            made_at = dt.datetime.fromisoformat(manifest.made_at)
            self.stdout.write(
                f"El respaldo está completo: hecho el {made_at:%d-%m-%Y a las %H:%M}, {manifest.summary}."
            )
            if not options["force"]:
                self.stdout.write("Nada se ha cambiado. Para reemplazar lo que hay ahora, repita con --force.")
                return
            if not options["no_safety_copy"]:
                kept = backup.make_safety_copy(Path(settings.VAR_DIR) / "backups")
                self.stdout.write(f"Lo que había quedó respaldado en {kept}.")
            backup.restore(path, manifest)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        self._give_rights()
        self.stdout.write("Restaurado y verificado.")
        self._say_what_is_left()

    def _give_rights(self) -> None:
        """Whatever rights the backup had, today's list decides; the redactions made since are made again."""
        territory.forget()
        calendars.forget()
        call_command("lockdown", stdout=self.stdout, stderr=self.stderr)
        if "retention" in get_commands():
            clean = {name: value for name, value in os.environ.items() if name != "MINGA_DB_ROLE"}
            done = subprocess.run([sys.executable, "manage.py", "retention"], cwd=settings.BASE_DIR, env=clean)
            if done.returncode != 0:
                raise CommandError(
                    "La base quedó restaurada, pero «manage.py retention» no terminó. Ejecútela otra vez."
                )

    def _say_what_is_left(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("El respaldo es de una versión anterior de Minga. Ejecute ahora «manage.py migrate».")
