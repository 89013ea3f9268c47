"""The one door to sensitive facts (T3). Each call takes on the database role that may see them, and gives it back.

A reading names its purpose and is logged with the persons read. Aggregates are not readings.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Q

from incubator import access, cipher, frozen, journal, same_person
from incubator.access import Permission
from incubator.enums import Declared, RndStatus
from incubator.models import Person, ReadingLog, SensitiveProfile, SupportGiven, SupportNeed

#: What may be written of a person here.
FIELDS = (
    "disability",
    "disability_on",
    "main_origin",
    "other_origins",
    "degree",
    "certificate",
    "rnd_status",
    "rnd_expires_on",
    "carer",
    "gender",
)


@dataclass(frozen=True)
class Facts:
    """What one person declared or a certificate says, as of now; the certificate is in clear."""

    disability: str = Declared.NOT_STATED
    disability_on: date | None = None
    main_origin: str = ""
    other_origins: tuple[str, ...] = ()
    degree: str = ""
    certificate: str = ""
    rnd_status: str = RndStatus.NOT_STATED
    rnd_expires_on: date | None = None
    carer: str = Declared.NOT_STATED
    gender: str = ""
    provenance: dict | None = None


@contextmanager
def allowed_in():
    """Be minga_sensitive for the length of a block. RESET ROLE, not COMMIT: the role outlives a savepoint."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set local role minga_sensitive")
        yield
        with connection.cursor() as cursor:
            cursor.execute("reset role")


@transaction.atomic
def read(by, people: Iterable[Person], purpose: str) -> dict[int, Facts]:
    """The sensitive facts of these people, by person id. The reading is logged; purpose is a short code."""
    people = list(people)
    _require(by, people, Permission.VIEW_SENSITIVE)
    _log(by, people, purpose)
    with allowed_in():
        rows = {row.person_id: row for row in SensitiveProfile.objects.filter(person_id__in=[p.pk for p in people])}
    return {person.pk: _facts(rows.get(person.pk)) for person in people}


@transaction.atomic
def write(*, by, person, on, source="hand", **facts):
    """Write some facts of a person, with their source and day. Returns the names that changed."""
    access.require(by, Permission.WRITE_SENSITIVE, person.incubator)
    frozen.refuse(person, source, on)
    unknown = set(facts) - set(FIELDS)
    if unknown:
        raise TypeError(f"not sensitive facts: {', '.join(sorted(unknown))}")
    with allowed_in():
        row = SensitiveProfile.objects.filter(person_id=person.pk).first() or SensitiveProfile(person=person)
        before = _facts(row)
        changed = [name for name, value in facts.items() if _plain(getattr(before, name)) != _plain(value)]
        for name in changed:
            setattr(row, name, cipher.encrypt(facts[name]) if name == "certificate" else facts[name])
            row.provenance[name] = {"source": source, "on": on.isoformat()}
        if changed:
            row.clean_fields(exclude=["person"])
            row.save()
    if changed:
        journal.record(by, "sensitive_written", on, subject=person, incubator=person.incubator, source=source)
    return changed


@transaction.atomic
def needs(by, people: Iterable[Person], purpose: str, *, on: date) -> dict[int, list[SupportNeed]]:
    """The supports each person asks for on a day. Logged as a reading."""
    people = list(people)
    _require(by, people, Permission.VIEW_SUPPORTS)
    _log(by, people, purpose)
    found: dict[int, list[SupportNeed]] = {person.pk: [] for person in people}
    with allowed_in():
        for need in _needs_on(found, on):
            found[need.person_id].append(need)
    return found


@transaction.atomic
def set_needs(*, by, person, on, needs: dict[str, str]):
    """From that day the person asks for these supports ({kind: note}); the ones no longer asked for end."""
    access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    access.require(by, Permission.VIEW_SUPPORTS, person.incubator)
    frozen.refuse(person, "hand", on)
    with allowed_in():
        held = {need.kind: need for need in _needs_on([person.pk], on)}
        SupportNeed.objects.filter(pk__in=[n.pk for kind, n in held.items() if kind not in needs]).update(until=on)
        for kind, note in needs.items():
            if kind not in held:
                SupportNeed.objects.create(person=person, kind=kind, note=note, since=on)
            elif held[kind].note != note:
                SupportNeed.objects.filter(pk=held[kind].pk).update(note=note)
    journal.record(by, "needs_written", on, subject=person, incubator=person.incubator)


@transaction.atomic
def give_supports(*, by, meeting, given: dict[int, list[str]], on):
    """The supports each person received at a meeting; what was said before of the people named is replaced.

    `given` names every person whose supports the caller means to write, with an empty list for none.
    """
    people = list(Person.objects.filter(pk__in=given))
    holds_groups = any(access.allows(by, Permission.LOG_MEETINGS, group) for group in meeting.organizations.all())
    if not holds_groups and not access.allows_at(by, meeting.incubator, Permission.LOG_MEETINGS, Permission.TEACH):
        access.require(by, Permission.LOG_MEETINGS, meeting)
    _require(by, people, Permission.VIEW_SUPPORTS)
    with allowed_in():
        SupportGiven.objects.filter(meeting_id=meeting.pk, person_id__in=given).delete()
        SupportGiven.objects.bulk_create(
            SupportGiven(person_id=person_id, meeting_id=meeting.pk, kind=kind)
            for person_id, kinds in given.items()
            for kind in dict.fromkeys(kinds)
        )
    if given:
        journal.record(by, "supports_given", on, subject=meeting, incubator=meeting.incubator)


@transaction.atomic
def crosses(person_ids: Iterable[int]) -> Counter[tuple[str, str, str]]:
    """How many people by (registered sex, declared disability, carer): an aggregate, for reports alone."""
    records = same_person.records(person_ids)
    ids, every = set(records), [pk for mine in records.values() for pk in mine]
    with allowed_in():
        rows = {row.person_id: row for row in SensitiveProfile.objects.filter(person_id__in=every)}
        said = {pk: _newest(rows, mine) for pk, mine in records.items() if any(one in rows for one in mine)}
    unknown = (Declared.NOT_STATED.value, Declared.NOT_STATED.value)
    sexes = Person.objects.filter(pk__in=ids).values_list("pk", "registered_sex")
    return Counter((sex, *said.get(person_id, unknown)) for person_id, sex in sexes)


@transaction.atomic
def needs_in_total(person_ids: Iterable[int], *, on: date) -> Counter[str]:
    """How many of these people ask for each support on a day: an aggregate."""
    read_as = {record: pk for pk, mine in same_person.records(person_ids).items() for record in mine}
    with allowed_in():
        return Counter(kind for _, kind in {(read_as[n.person_id], n.kind) for n in _needs_on(read_as, on)})


def _newest(rows, records):
    """What one person declares, by any of her records: the newest dated answer that states something."""
    return tuple(
        max(
            (_stated(rows[pk], name) for pk in records if pk in rows),
            key=lambda said: (said[1] != Declared.NOT_STATED, said[0]),
        )[1]
        for name in ("disability", "carer")
    )


def _stated(row, name):
    """(day, answer) of one field of a profile."""
    day = (row.provenance.get(name) or {}).get("on", "")
    if not day and name == "disability" and row.disability_on:
        day = row.disability_on.isoformat()
    return day, getattr(row, name)


def _needs_on(person_ids, on):
    in_force = Q(until__isnull=True) | Q(until__gt=on)
    return list(SupportNeed.objects.filter(in_force, person_id__in=list(person_ids), since__lte=on))


def _require(by, people, permission):
    scope = access.scope_of(by, permission)
    outside = {p.pk for p in people if not scope.covers(p)}
    if outside and Person.objects.visible_to(by, permission).filter(pk__in=outside).count() != len(outside):
        access.require(by, permission, next(p for p in people if p.pk in outside))


def _log(by, people, purpose):
    for incubator_id in {person.incubator_id for person in people}:
        persons = [person.pk for person in people if person.incubator_id == incubator_id]
        ReadingLog.objects.create(by=by, incubator_id=incubator_id, purpose=purpose, persons=persons)


def _plain(value):
    return tuple(value) if isinstance(value, list) else value


def _facts(row) -> Facts:
    if row is None:
        return Facts()
    return Facts(
        **{name: _plain(getattr(row, name)) for name in FIELDS if name != "certificate"},
        certificate=cipher.decrypt(row.certificate),
        provenance=row.provenance,
    )
