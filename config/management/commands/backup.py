"""`manage.py backup FILE`: database and files into one sealed and verified file. Runs as the owner."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import backup


class Command(BaseCommand):
    """Also `backup --new-key`, which prints a key and touches nothing."""

    help = "Guarda la base de datos y los archivos en un solo archivo cifrado y lo verifica."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The file to write, or the wish for a key."""
        parser.add_argument("file", nargs="?", type=Path, metavar="ARCHIVO", help="el respaldo que se escribirá")
        parser.add_argument("--new-key", action="store_true", help="crear una clave nueva, mostrarla y terminar")

    def handle(self, *args: object, **options: object) -> None:
        """Write it, or print a key."""
        if options["new_key"]:
            self.stdout.write(backup.new_key())
            self.stderr.write(
                f"Guarde esta clave fuera de este servidor y defínala en {backup.KEY_VARIABLE}. "
                "Sin ella ningún respaldo se puede abrir."
            )
            return
        if options["file"] is None:
            raise CommandError("Diga en qué archivo guardar el respaldo: manage.py backup ARCHIVO.")
        path = options["file"].absolute()
        try:
            manifest = backup.make(path)
        except backup.BackupError as error:
            raise CommandError(str(error)) from error
        weight = path.stat().st_size / 1024 / 1024
        self.stdout.write(
            f"Respaldo guardado y verificado en {path}: {manifest.summary}, "
            f"{str(round(weight, 1)).replace('.', ',')} MB."
        )
