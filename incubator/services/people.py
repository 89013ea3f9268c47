"""Write who takes part: create and mend a person's record. Sensitive facts have their own service."""

from django.db import transaction

from incubator import access, frozen, journal
from incubator.access import Permission
from incubator.models import Person
from incubator.requirements import Refused

#: What this service may write; everything else of a person has another door.
FIELDS = (
    "given_names",
    "surname_1",
    "surname_2",
    "social_name",
    "run",
    "other_document",
    "registered_sex",
    "birth_date",
    "phone",
    "email",
    "commune",
    "sector",
    "notes",
)


@transaction.atomic
def create(*, by, incubator, on, source="hand", **fields):
    """A person of this incubator, with the source and day of each value given. Raises ValidationError."""
    access.require(by, Permission.WRITE_PEOPLE, incubator)
    person = Person(incubator=incubator, **_known(fields))
    _save(person, [name for name, value in fields.items() if value not in ("", None)], source, on)
    journal.record(by, "person_created", on, subject=person, incubator=incubator, source=source)
    return person


@transaction.atomic
def update(*, by, person, on, source="hand", **changes):
    """Mend a person's values; only what really changes takes the new source and day. Returns the names changed."""
    access.require(by, Permission.WRITE_PEOPLE, person.incubator)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.same_as_id is not None:
        raise Refused("Este registro está unido a otro de la misma persona: corrija los datos en su ficha.")
    frozen.refuse(person, source, on)
    changed = [name for name, value in _known(changes).items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, changes[name])
    if changed:
        _save(person, changed, source, on)
        journal.record(by, "person_updated", on, subject=person, incubator=person.incubator, source=source)
    return changed


def _known(fields):
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a person: {', '.join(sorted(unknown))}")
    return fields


def _save(person, names, source, on):
    person.mark_source(names, source=source, on=on)
    person.full_clean()
    person.save()
