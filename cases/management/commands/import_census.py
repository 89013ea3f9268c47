"""`manage.py import_census FILE --incubator CUT`: load a census workbook, or say what it would change."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from cases.census.reading import UnusableWorkbook
from cases.census.records import RowWarning
from cases.census.summary import to_json
from cases.services.census import apply, understand
from cases.services.census.planning import plan_of
from incubator import calendars
from incubator.models import Incubator
from incubator.requirements import Refused
from incubator.services import accounts

SOME_REFUSED, UNUSABLE = 3, 2
_ORDER = ("created", "updated", "unchanged")


class Command(BaseCommand):
    """Exit 0 all in, 3 some rows refused, 2 unusable and nothing written."""

    help = "Carga una planilla de catastro (xlsx, xls, ods, csv o tsv) en una incubadora."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, where it goes, and how to answer."""
        parser.add_argument("file", metavar="ARCHIVO", help="La planilla.")
        parser.add_argument("--incubator", required=True, metavar="CUT", help="Código de la comuna, por ejemplo 05501.")
        parser.add_argument("--dry-run", action="store_true", help="Dice qué pasaría, sin anotar nada.")
        parser.add_argument("--json", metavar="RUTA", help="Deja el resumen en un archivo; «-» lo escribe en pantalla.")
        parser.add_argument("--detail", action="store_true", help="Agrega al resumen lo leído, fila por fila.")
        parser.add_argument("--by", metavar="CORREO", help="Con los derechos de quién se carga.")

    def handle(self, *args: object, **options: object) -> None:
        """Load and answer; whatever keeps the file out is one sentence on stderr."""
        try:
            code = self._import(options)
        except UnusableWorkbook as error:
            self._stop(error.sentence)
        except Refused as error:
            self._stop(str(error))
        except PermissionDenied as error:
            self._stop(f"{error} No se anotó nada.")
        if code:
            sys.exit(code)

    @transaction.atomic
    def _import(self, options) -> int:
        """All or nothing: a summary that cannot be written, or a rehearsal, leaves the incubator as it was."""
        path = _file_of(options["file"])
        incubator = _incubator_of(options["incubator"])
        on, now = calendars.today(), calendars.now()
        by = accounts.acting(email=options["by"], incubator=incubator, on=on)
        understood = understand.understand(by=by, incubator=incubator, source=path, filename=path.name, on=on)
        if options["dry_run"]:
            batch, plan = None, plan_of(by=by, incubator=incubator, reading=understood.reading, on=on)
            transaction.set_rollback(True)
        else:
            batch, plan = apply.load(by=by, incubator=incubator, understood=understood, on=on, now=now)
        self._answer(plan, batch, options)
        return SOME_REFUSED if plan.rejected else 0

    def _answer(self, plan, batch, options) -> None:
        if options["json"]:
            text = json.dumps(summary_of(plan, detail=options["detail"]), ensure_ascii=False, indent=1)
            _write(self.stdout, options["json"], text)
        if options["json"] != "-" and options["verbosity"]:
            self._tell(plan, batch, options)

    def _tell(self, plan, batch, options) -> None:
        """The result in plain sentences; rows are told by number, never by what they hold."""
        if options["dry_run"]:
            self.stdout.write("Ensayo: no se anotó nada.")
        elif batch is None:
            self.stdout.write("Esta planilla ya estaba cargada: no cambia nada.")
        for label, counts in (("Grupos", plan.group_counts), ("Personas", plan.people_counts)):
            created, updated, unchanged = (counts[name] for name in _ORDER)
            self.stdout.write(f"{label}: {created} nuevos, {updated} actualizados, {unchanged} sin cambios.")
        self.stdout.write(f"Filas no cargadas: {len(plan.rejected)}. Avisos: {len(plan.notices)}.")
        for item in plan.rejected:
            self.stdout.write(f"  Fila {item.row}: {item.reason}")

    def _stop(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(UNUSABLE)


def summary_of(plan, *, detail=False) -> dict:
    """The JSON of docs/reference/census-json.md for a plan, written or not."""
    warnings = tuple(RowWarning(item.row, item.reason, item.detail, item.sentence) for item in plan.notices)
    reading = replace(plan.reading, rejected=tuple(plan.rejected), warnings=warnings)
    return to_json(reading, groups=plan.group_counts, people=plan.people_counts, detail=detail)


def _file_of(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise Refused(f"No hay un archivo en {name}. Revise la ruta e inténtelo de nuevo.")
    if not os.access(path, os.R_OK):
        raise Refused(f"No se puede leer {name}. Revise sus permisos e inténtelo de nuevo.")
    return path


def _incubator_of(code: str) -> Incubator:
    found = Incubator.objects.filter(commune_id=code.strip().zfill(5)).select_related("commune").first()
    if found is None:
        known = ", ".join(Incubator.objects.order_by("commune_id").values_list("commune_id", flat=True))
        raise Refused(f"No hay una incubadora en la comuna {code}. Las que hay: {known or 'ninguna todavía'}.")
    return found


def _write(stdout, path: str, text: str) -> None:
    if path == "-":
        stdout.write(text)
        return
    try:
        Path(path).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Refused(f"No se pudo escribir el resumen en {path}. Elija una carpeta que exista.") from error
