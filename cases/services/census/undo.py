"""Undo an import: what it made is annulled, what it changed is as before, and what somebody used since stays."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction

from cases.enums import ImportState, RowOutcome
from cases.models import CensusImport, CensusRow
from cases.services.census.understand import UNDO_DAYS
from cases.services.census.untouched import touched_since
from cases.services.census.values import FIELD_WORDS, SOURCE, plain, restored
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.enums import LegalStatus
from incubator.models import Incubator, Membership
from incubator.requirements import Refused
from incubator.services import sheet_facts

USED = "Fila {row}: se conserva, porque después se anotó asistencia, un curso u otro hecho con estos datos."
EDITED = "Fila {row}: se conserva, porque sus datos se corrigieron después de la carga."
VALUE_EDITED = "Fila {row}: no se devolvió el valor de antes de «{what}», porque se cambió después de la carga."
HAS_MEMBERS = "Fila {row}: el grupo se conserva, porque quedan integrantes o hechos anotados después."
MOVED = "Fila {row}: el grupo se conserva, porque después se trasladó a otra incubadora."
SENSITIVE_EDITED = "Fila {row}: los datos de discapacidad se conservan, porque se cambiaron después de la carga."


@dataclass
class Undone:
    """What an undo did: rows given back, and why each of the others stays."""

    reverted: int = 0
    kept: list[tuple[int, str]] = field(default_factory=list)


def may_be_undone(batch: CensusImport, on) -> bool:
    """Whether an import is still within its days."""
    if batch.state != ImportState.APPLIED:
        return False
    return on <= last_day(batch)


def last_day(batch: CensusImport):
    """The last day an import can be undone."""
    return calendars.local_day(batch.applied_at) + timedelta(days=UNDO_DAYS)


@transaction.atomic
def undo(*, by, batch: CensusImport, on, now) -> Undone:
    """Give back everything nobody touched since. Importing the file again brings the annulled back."""
    access.require(by, Permission.IMPORT_CENSUS, batch.incubator)
    incubator = Incubator.objects.select_for_update(of=("self",)).get(pk=batch.incubator_id)
    batch = CensusImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state != ImportState.APPLIED:
        raise Refused("Esta planilla no está cargada: no hay nada que deshacer.")
    if not may_be_undone(batch, on):
        raise Refused(f"Solo se puede deshacer dentro de {UNDO_DAYS} días. Corrija los datos en cada ficha.")
    if batch.with_sensitive and not access.allows(by, Permission.WRITE_SENSITIVE, incubator):
        raise Refused("Esta planilla cargó datos de discapacidad: deshágala con alguien que pueda anotarlos.")
    done = _Undo(by, batch, incubator, on, now).run()
    batch.state, batch.undone_by, batch.undone_at = ImportState.UNDONE, by, now
    kept = [{"row": row, "sentence": sentence} for row, sentence in sorted(done.kept)]
    batch.summary = batch.summary | {"undone": done.reverted, "kept": kept}
    batch.save()
    journal.record(by, "census_undone", on, subject=batch, incubator=incubator, kept=len(kept))
    return done


class _Undo:
    """One undo: memberships first, then people, then groups, so that each sees what is left of the ones before."""

    def __init__(self, by, batch, incubator, on, now) -> None:
        self._by, self._batch, self._incubator, self._on, self._now = by, batch, incubator, on, now
        self._source = f"{SOURCE}{batch.pk}"
        self._done = Undone()
        self._sensitive: dict[int, CensusRow] = {}

    def run(self) -> Undone:
        rows = list(
            CensusRow.objects.filter(batch=self._batch, outcome__in=(RowOutcome.CREATED, RowOutcome.UPDATED))
            .select_related("person", "organization", "case", "membership")
            .order_by("-pk")
        )
        self._touched = touched_since(rows)
        people = {row.person_id for row in rows if row.person_id and row.after.get("record")}
        if self._batch.with_sensitive:
            of = {"by": self._by, "incubator": self._incubator, "source": self._source}
            self._touched.people |= sheet_facts.written_since(**of, people=people)
        persons = [row for row in rows if row.person_id]
        for row in persons:
            self._person_row(row)
        for row in rows:
            if row.person_id is None:
                self._group_row(row)
        self._take_back()
        return self._done

    # ------------------------------------------------------------ people

    def _person_row(self, row: CensusRow) -> None:
        """A membership made, and a person made or mended, in one row."""
        membership, person = row.membership, row.person
        if row.after.get("joined"):
            if self._is_used(row):
                return self._keep(row, USED)
            if row.after.get("record") and (reason := self._why_person_stays(row)):
                return self._keep(row, reason)
            if row.after.get("represents"):
                self._end_representation(membership)
            membership.annulled_at = self._now
            membership.save(update_fields=["annulled_at"])
        if row.after.get("record"):
            person.annulled_at = self._now
            person.save(update_fields=["annulled_at"])
        elif row.after.get("values"):
            self._give_back(person, row)
        if row.after.get("represents") and not row.after.get("joined"):
            self._end_representation(membership)
        if row.after.get("sensitive"):
            self._sensitive[row.person_id] = row
        self._revert(row)
        return None

    def _is_used(self, row) -> bool:
        membership = row.membership
        pair = (row.person_id, row.organization_id)
        left = membership.until is not None or membership.annulled_at is not None
        return left or pair in self._touched.pairs or membership.pk in self._touched.speaking

    def _why_person_stays(self, row) -> str:
        """Why a person the import made cannot be annulled, or nothing."""
        person = row.person
        others = Membership.objects.filter(person=person, annulled_at__isnull=True).exclude(pk=row.membership_id)
        if person.pk in self._touched.people or others.exists():
            return USED
        return EDITED if self._is_edited(person) else ""

    def _end_representation(self, membership) -> None:
        """An empty range holds on no day: it leaves its place to another."""
        for term in membership.representations.filter(until__isnull=True):
            term.until = term.since
            term.save(update_fields=["until"])

    def _take_back(self) -> None:
        if not (self._batch.with_sensitive and self._sensitive):
            return
        of = {"by": self._by, "incubator": self._incubator, "source": self._source, "on": self._on}
        given = sheet_facts.take_back(**of, people=set(self._sensitive))
        for pk, row in self._sensitive.items():
            if pk not in given:
                self._done.kept.append((row.row, SENSITIVE_EDITED.format(row=row.row)))

    # ------------------------------------------------------------ groups

    def _group_row(self, row: CensusRow) -> None:
        group, case = row.organization, row.case
        if group.incubator_id != self._batch.incubator_id:
            return self._keep(row, MOVED)
        opened = bool(row.after.get("case"))
        case_stays = opened and (case.pk in self._touched.cases)
        if row.after.get("record"):
            members = Membership.objects.filter(organization=group, annulled_at__isnull=True)
            if case_stays or group.pk in self._touched.groups or members.exists():
                return self._keep(row, HAS_MEMBERS)
            if self._is_edited(group):
                return self._keep(row, EDITED)
            group.annulled_at = self._now
            group.save(update_fields=["annulled_at"])
        elif row.after.get("values"):
            self._give_back(group, row)
        if case_stays:
            self._done.kept.append((row.row, HAS_MEMBERS.format(row=row.row)))
        elif opened:
            case.annulled_at = self._now
            case.save(update_fields=["annulled_at"])
        journal.record(self._by, "census_undone", self._on, subject=group, organization=group, batch=self._batch.pk)
        self._revert(row)
        return None

    # ------------------------------------------------------------ values

    def _give_back(self, record, row: CensusRow) -> None:
        """Each value that is still the sheet's returns to the former one, with its former source and day."""
        record.refresh_from_db()
        before, after = row.before, row.after["values"]
        for name, value in after.items():
            key = name.removesuffix("_id")
            origin = record.provenance.get(key, {})
            if plain(getattr(record, name)) != value or origin.get("source") != self._source:
                self._done.kept.append((row.row, VALUE_EDITED.format(row=row.row, what=FIELD_WORDS[name])))
                continue
            setattr(record, name, restored(name, before["values"][name]))
            former = before["provenance"][key]
            record.provenance.pop(key)
            if former:
                record.provenance[key] = former
            if name == "kind" and record.legal_status == LegalStatus.VALID:
                record.legal_status = before["values"]["legal_status"]
        record.index_name()
        record.save()

    def _is_edited(self, record) -> bool:
        return any(entry["source"] != self._source for entry in record.provenance.values())

    def _keep(self, row: CensusRow, sentence: str) -> None:
        self._done.kept.append((row.row, sentence.format(row=row.row)))

    def _revert(self, row: CensusRow) -> None:
        row.undone = True
        row.save(update_fields=["undone"])
        self._done.reverted += 1
