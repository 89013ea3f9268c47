"""What was used or edited since an import: what an undo must leave where it is, and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from cases.models import Case, CensusRow, Responsibility, StageChange
from incubator.models import JournalEntry, Membership, Organization, Person, Representation

#: Rows that the import itself writes, or that only tell what happened.
_OWN = {
    Person: {Membership, CensusRow},
    Organization: {Membership, Case, CensusRow, JournalEntry, Representation},
    Case: {StageChange, CensusRow, Responsibility},
}


@dataclass
class Touched:
    """Ids of what others rest on: people, groups, cases, memberships, and people with sensitive facts of elsewhere."""

    people: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    cases: set[int] = field(default_factory=set)
    pairs: set[tuple[int, int]] = field(default_factory=set)
    speaking: set[int] = field(default_factory=set)


def touched_since(rows: Iterable[CensusRow]) -> Touched:
    """Look at every kind of record that names the people, groups and cases of these rows: a query per kind."""
    rows = list(rows)
    people = {row.person_id for row in rows if row.person_id}
    groups = {row.organization_id for row in rows if row.organization_id}
    cases = {row.case_id for row in rows if row.case_id}
    moved = Case.objects.filter(pk__in=cases).annotate(steps=Count("changes")).filter(steps__gt=1)
    made = {row.membership_id for row in rows if row.after.get("represents")}
    memberships = {row.membership_id for row in rows if row.membership_id}
    spoke = Representation.objects.filter(membership__in=memberships - made)
    return Touched(
        people=_used(Person, people),
        groups=_used(Organization, groups),
        cases=_used(Case, cases) | set(moved.order_by().values_list("pk", flat=True)),
        pairs=_pairs(people),
        speaking=set(spoke.values_list("membership_id", flat=True)),
    )


def _relations(model):
    """Every relation that points to a model, hidden ones included, but the sensitive tables and its own rows."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            other = relation.related_model
            table = other._meta.db_table  # the history of a row is no use of it
            if other not in _OWN[model] and not table.startswith("sensitive_") and not table.endswith("_history"):
                yield other, relation.field.name


def _used(model, ids: Collection[int]) -> set[int]:
    found: set[int] = set()
    for other, name in _relations(model):
        rows = other._base_manager.filter(**{f"{name}__in": ids}).order_by()
        found |= set(rows.values_list(name, flat=True)) & set(ids)
    return found


def _pairs(people: Collection[int]) -> set[tuple[int, int]]:
    """(person, group) of every record that names both: attendance, enrollments."""
    found: set[tuple[int, int]] = set()
    for other, name in _relations(Person):
        if any(f.name == "organization" for f in other._meta.concrete_fields):
            rows = other._base_manager.filter(**{f"{name}__in": people}, organization__isnull=False).order_by()
            found |= set(rows.values_list(name, "organization"))
    return found
