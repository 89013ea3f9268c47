"""Two records of one person are read as one (docs/adr/0015). Whoever lists or counts people goes through here.

A merge moves no row: `Person.same_as` points from the record that is no longer used to the one that is, one step and
never more. In Python, `canonical` and `once`; in SQL, `surviving`, which stands for the person in counts and joins.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from incubator.enums import ATTENDED


def canonical(person_ids: Iterable[int]) -> dict[int, int]:
    """{id: id of the record she is read by}. One query; an id of nobody stands for itself."""
    ids = set(person_ids)
    rows = _people().filter(pk__in=ids, same_as__isnull=False) if ids else ()
    moved = dict(rows.order_by().values_list("pk", "same_as_id")) if ids else {}
    return {pk: moved.get(pk, pk) for pk in ids}


def records(person_ids: Iterable[int]) -> dict[int, list[int]]:
    """{surviving id: every record of hers, the surviving one first}. Two queries."""
    survivors = set(canonical(person_ids).values())
    found = {pk: [pk] for pk in survivors}
    others = _people().filter(same_as__in=survivors).order_by("pk").values_list("same_as_id", "pk") if survivors else ()
    for survivor, pk in others:
        found[survivor].append(pk)
    return found


def surviving(path: str = "person"):
    """The surviving id of a row's person, as SQL: for distinct counts, filters and joins."""
    return Coalesce(f"{path}__same_as_id", f"{path}_id")


def order(path: str = "person"):
    """The order of names, each person by the name of her surviving record."""
    return Coalesce(f"{path}__same_as__sort_key", f"{path}__sort_key"), surviving(path)


def first_rows(rows, counted):
    """`rows` without those that repeat a person within one organization: of `counted`, her oldest one stays."""
    mine = counted.order_by().annotate(same_one=surviving())
    older = Q(since__lt=OuterRef("since")) | Q(since=OuterRef("since"), pk__lt=OuterRef("pk"))
    before = mine.filter(older, organization=OuterRef("organization"), same_one=OuterRef("one_person"))
    return rows.annotate(one_person=surviving()).filter(~Exists(before))


def once(rows) -> list:
    """One row a person of rows with `person__same_as` selected: a row that says she came wins, then the first one.

    Each row gets `who`, the record by which she is read; the row itself stays of the record it was written on.
    """
    found = {}
    for row in rows:
        row.who = row.person.survivor
        held = found.get(row.who.pk)
        if held is None or (getattr(row, "mark", "") in ATTENDED and held.mark not in ATTENDED):
            found[row.who.pk] = row
    return list(found.values())


def marks_of(attendance) -> dict[int, str]:
    """{surviving id: mark} of some attendance; whoever came by one of her records came."""
    rows = attendance.order_by("pk").annotate(one_person=surviving()).values_list("one_person", "mark")
    found: dict[int, str] = {}
    for person_id, mark in rows:
        if person_id not in found or mark in ATTENDED:
            found[person_id] = mark
    return found


def rows_to_write(attendance, person_ids: Iterable[int]) -> dict[int, list[int]]:
    """{id as given: ids of the records whose row in this meeting to write}: the ones that have it, else the surviving.

    A mark changed after a merge stays on the record it was made on, so that an undo finds it there.
    """
    moved = canonical(person_ids)
    held = defaultdict(list)
    rows = attendance.order_by("pk").annotate(one_person=surviving()).filter(one_person__in=set(moved.values()))
    for survivor, record in rows.values_list("one_person", "person_id"):
        held[survivor].append(record)
    return {given: held[survivor] or [survivor] for given, survivor in moved.items()}


def unique_across(incubators):
    """How many different people these incubators hold: one RUN counts once wherever it is written (its keyed mark)."""
    people = _people().filter(incubator__in=incubators, annulled_at__isnull=True, same_as__isnull=True)
    marked = people.exclude(run_mark="")
    return marked.order_by().values("run_mark").distinct().count() + people.filter(run_mark="").count()


def _people():
    return apps.get_model("incubator", "Person").objects
