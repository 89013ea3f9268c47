"""Receive a census workbook: read it, keep a copy that holds no diagnosis, and learn what its columns mean."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path, PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from cases.census.headers import Hints
from cases.census.reading import UnusableWorkbook, read_census
from cases.census.records import CensusReading, WhyIgnored
from cases.census.vocabulary import OTHER
from cases.enums import ImportState
from cases.models import CensusImport, ColumnMeaning
from cases.services.census.copies import redacted
from incubator import access, files, journal, territory
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.files.storage import tidy_name
from incubator.requirements import Refused
from incubator.services import evidence
from incubator.text import fold
from incubator.workbooks.reading import MAX_BYTES

#: An import may be undone for so many days, and its file is kept for some more.
UNDO_DAYS = 30
KEPT_AFTER_UNDO = 90
#: A file read and never loaded is kept for this long.
UNREAD_DAYS = 30

GONE = "El archivo de esta carga ya se borró, porque se cumplió su plazo. Súbalo de nuevo."


@dataclass(frozen=True)
class Understood:
    """A workbook read for an importer: the reading, and the copy that may be kept of it."""

    reading: CensusReading
    file_name: str
    sha256: str
    copy: bytes
    with_sensitive: bool


def understand(*, by, incubator, source: Path | bytes, filename: str, on) -> Understood:
    """Read a workbook for whoever imports it. Raises UnusableWorkbook with a sentence. Writes nothing."""
    access.require(by, Permission.IMPORT_CENSUS, incubator)
    data = source if isinstance(source, bytes) else _bytes_of(source)
    reading, hints = _read(by, incubator, data, filename, on)
    digest = hashlib.sha256(data).hexdigest()
    copy = redacted(data, filename, reading, hints)
    return Understood(reading, files_name(filename), digest, copy, hints.may_read_disability)


@transaction.atomic
def receive(*, by, incubator, understood: Understood, on, now) -> CensusImport:
    """Keep the copy of a workbook that was read, not loaded yet."""
    access.require(by, Permission.IMPORT_CENSUS, incubator)
    kept = evidence.keep(
        by=by,
        upload=ContentFile(understood.copy, name=f"{PurePath(understood.file_name).stem}.xlsx"),
        incubator=incubator,
        on=on,
        kind=EvidenceKind.CENSUS,
        tier=Tier.SENSITIVE,
        description="Planilla de catastro",
    )
    kept.expires_on = on + timedelta(days=UNREAD_DAYS)
    kept.save(update_fields=["expires_on"])
    batch = CensusImport.objects.create(
        incubator=incubator,
        file=kept,
        file_name=understood.file_name,
        sha256=understood.sha256,
        with_sensitive=understood.with_sensitive,
        recorded_on=_newest_day(understood.reading),
        summary=_about(understood.reading),
        uploaded_by=by,
        uploaded_at=now,
    )
    journal.record(by, "census_received", on, subject=batch, incubator=incubator)
    return batch


def reread(*, by, batch: CensusImport, on) -> CensusReading:
    """The reading of the copy kept, with the officer's corrections. Raises Refused when it is gone."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    data = kept_bytes(batch)
    reading, _ = _read(by, batch.incubator, data, "catastro.xlsx", on, batch)
    return replace(reading, sheet=batch.summary["sheet"])


def hints_of(by, incubator, batch: CensusImport | None = None) -> Hints:
    """What is known beside the file: corrections, what was learnt, and whether this user may load disability."""
    synonyms = ColumnMeaning.objects.filter(incubator=incubator).values_list("header_folded", "field")
    may_read = access.allows(by, Permission.WRITE_SENSITIVE, incubator) and (batch is None or batch.with_sensitive)
    learnt = {header: name or OTHER for header, name in synonyms}
    return Hints(dict(batch.columns) if batch else {}, learnt, may_read)


def kept_bytes(batch: CensusImport) -> bytes:
    """The copy kept of an import; raises Refused when its time is over."""
    if batch.file is None or not files.is_stored(batch.file.sha256):
        raise Refused(GONE)
    return files.read(batch.file.sha256)


@transaction.atomic
def teach(*, by, batch: CensusImport, meanings: Mapping[str, str], on, now):
    """The officer says what some headers mean (header → field, empty: not read); the incubator remembers."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    batch = CensusImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state != ImportState.READ:
        raise Refused("Esta planilla ya se cargó: sus columnas no se pueden cambiar. Deshágala y súbala de nuevo.")
    named = [name for name in meanings.values() if name]
    if len(named) != len(set(named)):
        raise Refused("Dos columnas quedaron con el mismo significado. Deje una y marque la otra como «No cargar».")
    columns = {name: header for name, header in batch.columns.items() if header not in meanings}
    batch.columns = columns | {name: header for header, name in meanings.items() if name}
    batch.save(update_fields=["columns"])
    for header, name in meanings.items():
        learnt = {"field": name, "taught_by": by, "taught_at": now}
        key = fold(header)[:200]
        ColumnMeaning.objects.update_or_create(incubator=batch.incubator, header_folded=key, defaults=learnt)
    try:
        reread(by=by, batch=batch, on=on)
    except UnusableWorkbook as error:  # with these meanings nothing is left to read: nothing is learnt either
        raise Refused(f"Con esos cambios la planilla no se puede leer. {error.sentence}") from error
    journal.record(by, "census_columns_taught", on, subject=batch, incubator=batch.incubator, columns=len(meanings))
    return batch


@transaction.atomic
def discard(*, by, batch: CensusImport, on):
    """Forget a workbook that was read and will not be loaded; its copy goes with the next cleaning."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    batch = CensusImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state != ImportState.READ:
        raise Refused("Esta planilla ya se cargó: no se descarta, se deshace.")
    batch.file.expires_on = on
    batch.file.save(update_fields=["expires_on"])
    journal.record(by, "census_discarded", on, subject=batch, incubator=batch.incubator)
    batch.delete()


def files_name(filename: str) -> str:
    """The file's own name as it is shown and kept."""
    return tidy_name(filename)


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, unless it is larger than any workbook: then the reader says so without reading it."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _read(by, incubator, data, filename, on, batch=None):
    hints = hints_of(by, incubator, batch)
    reading = read_census(
        data,
        filename,
        resolve_commune=territory.resolve,
        today=on,
        columns=hints.corrections,
        synonyms=hints.synonyms,
        may_read_disability=hints.may_read_disability,
    )
    return reading, hints


def _newest_day(reading):
    days = [group.recorded_on for group in reading.groups if group.recorded_on]
    return max(days, default=None)


def _about(reading: CensusReading) -> dict:
    """What the list and the result say of the file, without any value of it."""
    set_apart = [
        {"header": item.header, "why": item.why.value} for item in reading.ignored if item.why is not WhyIgnored.UNKNOWN
    ]
    return {
        "sheet": reading.sheet,
        "header_row": reading.header_row,
        "layout": reading.layout.value,
        "columns": dict(reading.columns),
        "rows_read": reading.rows_read,
        "set_apart": set_apart,
    }
