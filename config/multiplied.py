"""Many times the demonstration, inside a transaction that the caller rolls back: what `manage.py bench` measures on."""

from django.db import connection

from cases.models import Case, Session, SessionCase, StageChange
from incubator.models import Assignment, Attendance, Meeting, Membership, Organization, Person, Representation


def multiply(incubator, times):
    """Copy every group of an incubator with what is its own, until there are `times` as many."""
    originals = _Originals(incubator)
    for number in range(2, times + 1):
        _copy(originals, number)
    with connection.cursor() as cursor:
        cursor.execute("analyze")  # a database that grew by itself would know its sizes


class _Originals:
    """The rows to copy, read once."""

    def __init__(self, incubator):
        groups = Organization.objects.current().filter(incubator=incubator)
        cases = Case.objects.current().filter(incubator=incubator)
        meetings = Meeting.objects.filter(incubator=incubator).order_by("id")
        self.groups, self.cases, self.meetings = list(groups), list(cases), list(meetings)
        self.people = list(Person.objects.current().filter(incubator=incubator))
        self.memberships = list(Membership.objects.filter(organization__in=groups))
        self.terms = list(Representation.objects.filter(organization__in=groups))
        self.assignments = list(Assignment.objects.filter(organization__in=groups))
        self.changes = list(StageChange.objects.filter(case__in=cases).order_by("case_id", "number"))
        self.present = list(Meeting.organizations.through.objects.filter(meeting__in=meetings))
        self.sessions = list(Session.objects.filter(meeting__in=meetings))
        self.parts = list(SessionCase.objects.filter(session__in=self.sessions))
        self.attendance = list(Attendance.objects.filter(meeting__in=meetings))


def _copy(originals, number):
    groups = _again(originals.groups, lambda row: _renamed(row, number))
    people = _again(originals.people, lambda row: setattr(row, "run", ""))
    memberships = _again(originals.memberships, _moved(person_id=people, organization_id=groups))
    _again(originals.terms, _moved(membership_id=memberships, organization_id=groups))
    _again(originals.assignments, _moved(organization_id=groups))
    cases = _walked(originals, groups, number)
    shift = number * 100_000
    meetings = _again(originals.meetings, lambda row: setattr(row, "number", row.number + shift))
    _again(originals.present, _moved(meeting_id=meetings, organization_id=groups))
    copies = [Session(meeting_id=meetings[row.pk], topics=row.topics) for row in originals.sessions]
    Session.objects.bulk_create(copies)
    _again(originals.parts, _moved(session_id=meetings, case_id=cases))
    _again(originals.attendance, _moved(meeting_id=meetings, person_id=people, organization_id=groups))


def _again(rows, change):
    """Insert copies of the rows, each changed by a function; returns {old id: new id}."""
    model = type(rows[0]) if rows else None
    copies = []
    for row in rows:
        copy = model(**{field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields})
        copy.pk = None
        change(copy)
        copies.append(copy)
    made = model._default_manager.bulk_create(copies) if model else []
    return {old.pk: new.pk for old, new in zip(rows, made, strict=True)}


def _moved(**maps):
    """A change that points foreign keys to the copies."""

    def change(row):
        for name, ids in maps.items():
            setattr(row, name, ids.get(getattr(row, name), getattr(row, name)))

    return change


def _renamed(row, number):
    row.name = f"{row.name} {number}"
    row.index_name()


def _walked(originals, groups, number):
    """Cases born at CENSUS and walked again, row first and then stage: the database accepts no other way."""
    born = []
    for row in originals.cases:
        copy = Case(
            organization_id=groups[row.organization_id],
            incubator_id=row.incubator_id,
            number=row.number + number * 10_000,
            source=row.source,
            opened_on=row.opened_on,
        )
        born.append(copy)
    Case.objects.bulk_create(born)
    ids = {old.pk: new.pk for old, new in zip(originals.cases, born, strict=True)}
    with connection.cursor() as cursor:
        for change in originals.changes:
            _again([change], _moved(case_id=ids))
            if change.from_stage:
                cursor.execute("update cases_case set stage = %s where id = %s", [change.to_stage, ids[change.case_id]])
    return ids
