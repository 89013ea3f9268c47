"""Write a plan: each group inside its own savepoint, its people together, and one by one when together they fail."""

import logging

from django.db import transaction

from cases.enums import CaseSource, RowOutcome
from cases.models import CensusImport, CensusRow
from cases.services import advancement
from cases.services.census import sentences
from cases.services.census.plans import Fate, GroupPlan, PersonPlan, Place, Plan
from cases.services.census.values import SOURCE, plain
from incubator import journal
from incubator.enums import LegalStatus, MembershipRole, OrganizationKind
from incubator.models import Membership, Person
from incubator.services import organizations, sheet_facts

log = logging.getLogger(__name__)

#: What a person's or a group's row may write, as bulk updates name it.
_PERSON_FIELDS = (
    "given_names", "surname_1", "surname_2", "name_folded", "sort_key", "run", "other_document", "registered_sex",
    "birth_date", "phone", "email", "commune", "sector", "notes", "provenance", "annulled_at", "run_mark",
)  # fmt: skip


class Writer:
    """Writes one plan as one import. `on` is the day of import; values carry the day of their sheet."""

    def __init__(self, *, by, batch: CensusImport, plan: Plan, on) -> None:
        self._by, self._batch, self._plan, self._on = by, batch, plan, on
        self._source = f"{SOURCE}{batch.pk}"

    def write(self) -> None:
        """Every group; one that fails does not stop the others."""
        for group in self._plan.groups:
            try:
                with transaction.atomic():
                    self._group(group)
            except Exception as error:
                self._fail(group.said.row, error)
                group.failed = True
                for place in group.places:
                    self._refuse(place)
            else:
                self._places_of(group)

    def _places_of(self, group: GroupPlan) -> None:
        try:
            with transaction.atomic():
                self._places(group, group.places)
        except Exception:
            for place in group.places:
                self._forget(place.person)
                try:
                    with transaction.atomic():
                        self._places(group, [place])
                except Exception as error:
                    self._forget(place.person)
                    self._fail(place.row, error)
                    place.failed = True
                else:
                    place.person.is_written = True
        else:
            for place in group.places:
                place.person.is_written = True

    # ------------------------------------------------------------ groups

    def _group(self, group: GroupPlan) -> None:
        before = _snapshot(group.record, group.changes) if group.fate is Fate.HELD else {}
        opens = group.opens_case
        if group.changes or group.fate is not Fate.HELD:
            self._save_group(group)
        if opens:
            self._open_case(group)
        after = _said(group.changes) | ({"case": "revived" if group.revives_case else "created"} if opens else {})
        CensusRow.objects.create(
            batch=self._batch,
            row=group.said.row,
            outcome=group.outcome if not opens or group.fate is not Fate.HELD else RowOutcome.UPDATED,
            organization=group.record,
            case=group.case,
            before=before,
            after=after | _origin(group.fate),
        )
        joined = sum(1 for place in group.places if place.fate is not Fate.HELD)
        if group.changes or opens or joined:
            data = {"batch": self._batch.pk, "people": len(group.places), "joined": joined}
            journal.record(self._by, "census_loaded", self._on, subject=group.record, organization=group.record, **data)

    def _save_group(self, group: GroupPlan) -> None:
        record, changes = group.record, group.changes
        for name, value in changes.items():
            setattr(record, name, value)
        if changes.get("kind") == OrganizationKind.COOPERATIVE and record.legal_status == LegalStatus.DE_FACTO:
            record.legal_status = LegalStatus.VALID
        record.annulled_at = None
        record.mark_source([_key(name) for name in changes], source=self._source, on=group.on)
        record.index_name()
        record.save()

    def _open_case(self, group: GroupPlan) -> None:
        if group.revives_case:
            group.case.annulled_at = None
            group.case.save(update_fields=["annulled_at"])
            return
        group.case = advancement.open_case(
            by=self._by,
            organization=group.record,
            incubator=self._batch.incubator,
            on=self._on,
            source=CaseSource.CENSUS_FILE,
        )

    # ------------------------------------------------------------ people

    def _places(self, group: GroupPlan, places: list[Place]) -> None:
        people = [place.person for place in places if not place.person.is_written]
        before = {id(person): _snapshot(person.record, person.changes) for person in people}
        self._save_people(people)
        self._join(group, places)
        if self._batch.with_sensitive:
            self._declare([person for person in people if person.sensitive])
        CensusRow.objects.bulk_create(self._row(group, place, before) for place in places)

    def _save_people(self, people: list[PersonPlan]) -> None:
        for person in people:
            record = person.record
            for name, value in person.changes.items():
                setattr(record, name, value)
            if person.changes:
                record.mark_source([_key(name) for name in person.changes], source=self._source, on=person.on)
                record.index_name()
            if person.fate is Fate.REVIVED:
                record.annulled_at = None
        Person.objects.bulk_create([p.record for p in people if p.fate is Fate.NEW])
        mended = [p.record for p in people if p.fate is Fate.REVIVED or (p.fate is Fate.HELD and p.changes)]
        Person.objects.bulk_update(mended, _PERSON_FIELDS, batch_size=200)

    def _join(self, group: GroupPlan, places: list[Place]) -> None:
        """New memberships together; those of an undone import come back; then who represents the group."""
        made = [place for place in places if place.fate is Fate.NEW]
        for place in made:
            place.membership = Membership(
                organization=group.record, person=place.person.record, since=place.since, role=MembershipRole.MEMBER
            )
        Membership.objects.bulk_create([place.membership for place in made])
        for place in places:
            if place.fate is Fate.REVIVED:
                held = place.membership
                held.annulled_at, held.since, held.until = None, place.since, None
                held.leave_reason = held.leave_note = ""
                held.save()
            if place.represents:
                terms = group.record.representations.exclude(until=None).values_list("until", flat=True)
                since = max([place.since, place.membership.since, *terms])
                organizations.represent(by=self._by, membership=place.membership, since=since)

    def _declare(self, people: list[PersonPlan]) -> None:
        if people:
            facts = {person.record.pk: person.sensitive for person in people}
            dated = {person.record.pk: person.on for person in people}
            place = self._batch.incubator
            sheet_facts.load(by=self._by, incubator=place, on=self._on, source=self._source, facts=facts, dated=dated)

    def _row(self, group: GroupPlan, place: Place, before: dict[int, dict]) -> CensusRow:
        person = place.person
        is_first = id(person) in before
        joined = {} if place.fate is Fate.HELD else {"joined": place.fate.value}
        after = joined | ({"represents": True} if place.represents else {})
        if is_first:
            after |= _said(person.changes) | ({"sensitive": True} if person.sensitive else {}) | _origin(person.fate)
        is_new = is_first and person.fate is not Fate.HELD
        return CensusRow(
            batch=self._batch,
            row=place.row,
            outcome=RowOutcome.CREATED if is_new else RowOutcome.UPDATED if after else RowOutcome.UNCHANGED,
            organization=group.record,
            person=person.record,
            membership=place.membership,
            before=before[id(person)] if is_first and person.fate is Fate.HELD else {},
            after=after,
        )

    # ------------------------------------------------------------ what could not be written

    def _fail(self, row: int, error: Exception) -> None:
        """The row is refused; the log says where and what kind of error, never a value."""
        log.error("import %s, row %s: %s", self._batch.pk, row, type(error).__name__)
        self._plan.failures.append(sentences.failure(row))

    def _refuse(self, place: Place) -> None:
        place.failed = True
        if all(item.row != place.row for item in self._plan.failures):
            self._plan.failures.append(sentences.failure(place.row))

    def _forget(self, person: PersonPlan) -> None:
        """A person whose savepoint was rolled back is as before: new again, or as the database has her."""
        if person.is_written:
            return
        if person.fate is Fate.NEW:
            person.record.pk, person.record._state.adding = None, True
        else:
            person.record.refresh_from_db()


def write_notices(batch: CensusImport, plan: Plan) -> None:
    """The refused rows and the warnings, with their sentences; conflicts keep the key of their choice."""
    pending = {(clash.row, clash.sentence): clash for clash in plan.conflicts}
    rows = [
        CensusRow(
            batch=batch, row=item.row, outcome=RowOutcome.REFUSED, reason=item.reason,
            column=_text(item.column, 200), value=_text(item.value, 300), sentence=_text(item.sentence),
        )
        for item in plan.rejected
    ]  # fmt: skip
    for notice in plan.notices:
        clash = pending.get((notice.row, notice.sentence))
        person = notice.person.record if notice.person and notice.person.record.pk else None
        group = notice.group.record if notice.group and notice.group.record.pk else None
        after = {"sensitive": True} if notice.is_sensitive else {}
        if clash:
            after |= {"choice": clash.key, "held": clash.held_words, "said": clash.said_words}
        rows.append(
            CensusRow(
                batch=batch, row=notice.row, outcome=RowOutcome.WARNED, reason=notice.reason,
                column=_text(notice.column, 200), value=_text(notice.value, 300), sentence=_text(notice.sentence),
                organization=group, person=person, after=after,
            )
        )  # fmt: skip
    CensusRow.objects.bulk_create(rows)


def _text(words: str | None, limit: int | None = None) -> str:
    """A text the database can hold: a sheet may carry the null character, a column has a length."""
    return (words or "").replace("\0", "")[:limit]


def _key(name: str) -> str:
    """The name a field has in the provenance of its record."""
    return name.removesuffix("_id")


def _snapshot(record, changes) -> dict:
    """The values about to change and where each came from."""
    if not changes:
        return {}
    kept = {name: plain(getattr(record, name)) for name in changes}
    if "kind" in changes:
        kept["legal_status"] = record.legal_status
    return {"values": kept, "provenance": {_key(name): record.provenance.get(_key(name)) for name in changes}}


def _said(changes) -> dict:
    return {"values": {name: plain(value) for name, value in changes.items()}} if changes else {}


def _origin(fate: Fate) -> dict:
    return {} if fate is Fate.HELD else {"record": fate.value}
