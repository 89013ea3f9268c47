"""Make the plan of an import: match what the sheet says with what the incubator holds. Nothing is written here."""

from datetime import date

from cases.census.records import CensusReading, GroupRow, Layout, PersonRow
from cases.enums import BEFORE_ADMISSION
from cases.services.census import lineage, sentences, values
from cases.services.census.differences import Differences
from cases.services.census.matching import Known, group_key, read_known, since_of
from cases.services.census.plans import Fate, GroupPlan, PersonPlan, Place, Plan
from incubator import access
from incubator.access import Permission
from incubator.models import Organization, Person
from incubator.services import sensitive


def plan_of(*, by, incubator, reading: CensusReading, on: date, taken=frozenset()) -> Plan:
    """What loading the reading on that day would do. `taken` are keys of conflicts settled for the sheet."""
    access.require(by, Permission.IMPORT_CENSUS, incubator)
    known = read_known(incubator, reading)
    plan = Plan(reading)
    differences = Differences(plan, set(taken))
    planner = _Planner(incubator, known, plan, differences, on)
    planner.plan()
    if access.allows(by, Permission.WRITE_SENSITIVE, incubator):
        _plan_sensitive(by, plan, differences)
    differences.tell_reading()
    return plan


class _Planner:
    """One walk over the groups of the reading, then over its people."""

    def __init__(self, incubator, known: Known, plan: Plan, differences: Differences, on: date) -> None:
        self._incubator, self._known, self._plan, self._differences, self._on = incubator, known, plan, differences, on
        self._wide = plan.reading.layout is Layout.WIDE
        self._groups: dict[str, GroupPlan] = {}
        self._by_run: dict[str, PersonPlan | None] = {}
        self._placed: set[tuple[int, int]] = set()

    def plan(self) -> None:
        """Groups first; then people by RUN and those without, and RUNs that nobody had last: none is taken twice."""
        for said in self._plan.reading.groups:
            self._groups[said.name] = self._group(said)
        self._plan.groups = list(self._groups.values())
        people = self._plan.reading.people
        held = {id(row) for row in people if row.run and self._known.person_with(row.run)}
        for row in people:
            if id(row) in held:
                self._known.claimed.add(self._known.person_with(row.run).pk)
        self._add([row for row in people if id(row) in held or not row.run])
        self._add([row for row in people if row.run and id(row) not in held])
        self._plan.people.sort(key=lambda person: person.said.row)
        for group in self._plan.groups:
            group.places.sort(key=lambda place: place.row)

    def _add(self, rows: list[PersonRow]) -> None:
        for row in rows:
            group = self._groups[row.group]
            person = self._by_run[row.run] if row.run in self._by_run else self._person(group, row)
            if row.run:
                self._by_run[row.run] = person
            if person is not None:
                self._place(group, person, row)

    # ------------------------------------------------------------ groups

    def _group(self, said: GroupRow) -> GroupPlan:
        record = self._known.groups.get(group_key(said.name))
        on = said.recorded_on or self._on
        plan = GroupPlan(said, record or Organization(incubator=self._incubator), _fate(record), on)
        went = self._known.went.get(record.pk) if record else None
        if went:
            lineage.settle(plan, went, self._known, self._differences)
            plan.case = went.survivor or self._newest_case(record)
            return plan
        said_values, misfits = values.fitted({"name": said.name, **values.group_values(said, wide=self._wide)})
        plan.case = self._case(plan)
        if plan.fate is Fate.HELD:
            said_values.pop("name")
            self._differences.of_group(plan, said_values, may_be_formal=_may_be_formal(plan))
        else:
            plan.changes = said_values
        self._differences.misfits(said.row, misfits, said.name, group=plan)
        return plan

    def _newest_case(self, record):
        return next(case for case in reversed(self._known.cases[record.pk]) if case.annulled_at is None)

    def _case(self, plan: GroupPlan):
        """The open case of a group, the closed one it stays with, or one to bring back; None when one must be born."""
        cases = self._known.cases[plan.record.pk] if plan.record.pk else []
        current = [case for case in cases if case.annulled_at is None]
        if current:
            case = next((case for case in current if case.is_open), current[-1])
            if not case.is_open:
                self._differences.tell(
                    plan.said.row, "closed_group", sentences.CLOSED_GROUP, plan.said.name, group=plan
                )
            return case
        plan.revives_case = bool(cases)
        return cases[-1] if cases else None

    # ------------------------------------------------------------ people

    def _person(self, group: GroupPlan, row: PersonRow) -> PersonPlan | None:
        record = self._known.person_with(row.run)
        if record is not None and not self._known.is_named(record, row.name):
            column = self._plan.reading.columns.get("rut", "RUN")
            sentence = sentences.OTHER_NAME
            self._differences.tell(row.row, "other_name", sentence, row.name, column=column, run=row.run, value=row.run)
            return None
        record = record or self._known.namesake(group.record if group.record.pk else None, row)
        record = record or self._known.namesake(group.origin, row)
        if record is not None:
            self._known.claimed.add(record.pk)
        plan = PersonPlan(row, record or Person(incubator=self._incubator), _fate(record), group.on)
        said, misfits = values.fitted(values.person_values(row))
        if plan.fate is Fate.HELD:
            self._differences.of_person(plan, group, said)
        else:
            plan.changes = said
        self._plan.people.append(plan)
        self._differences.misfits(row.row, misfits, row.name, group=group, person=plan)
        return plan

    def _place(self, group: GroupPlan, person: PersonPlan, row: PersonRow) -> None:
        if (group.record.pk, id(person)) in self._placed:  # two names of the sheet are one group now
            return
        if group.record.pk:
            self._placed.add((group.record.pk, id(person)))
        if group.went and not group.went.moves(group.said.recorded_on):
            lineage.place(group, person, row.row, self._known, self._differences)
            return
        since = since_of(group.said.recorded_on, self._on)
        memberships = self._known.of(group.record, person.record)
        current = [row for row in memberships if row.annulled_at is None]
        last = (current or memberships or [None])[-1]
        fate = Fate.HELD if current else Fate.REVIVED if memberships else Fate.NEW
        place = Place(row.row, person, fate, last, since)
        if current and last.until is not None and last.until <= self._on:
            self._differences.left(group, place)
        if self._wide and not group.went:
            self._represent(group, place)
        group.places.append(place)
        person.places.append(place)

    def _represent(self, group: GroupPlan, place: Place) -> None:
        terms = self._known.terms[group.record.pk] if group.record.pk else []
        standing = [term for term in terms if term.holds(self._on)]
        if not standing:
            place.represents = place.fate is not Fate.HELD or place.membership.until is None
        elif standing[-1].membership.who.pk != place.person.record.pk:
            self._differences.other_representative(group, place)


def _fate(record) -> Fate:
    if record is None:
        return Fate.NEW
    return Fate.HELD if record.annulled_at is None else Fate.REVIVED


def _may_be_formal(plan: GroupPlan) -> bool:
    """A group that was already admitted becomes a cooperative by its deeds, not by a sheet."""
    return plan.case is None or plan.case.stage in BEFORE_ADMISSION


def _plan_sensitive(by, plan: Plan, differences: Differences) -> None:
    """What the sheet declares, for an importer who may write it; the facts held are read once, and logged."""
    said = {id(person): values.sensitive_values(person.said) for person in plan.people}
    held = [person.record for person in plan.people if person.record.pk and said[id(person)]]
    facts = sensitive.read(by, held, "census_import") if held else {}
    for person in plan.people:
        if said[id(person)]:
            known = facts.get(person.record.pk)
            differences.of_declared(person, known, said[id(person)])
