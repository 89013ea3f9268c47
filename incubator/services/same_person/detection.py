"""Which records of one municipality may be one person. Nobody of another incubator is ever looked at."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import Q

from incubator.likeness import WORTH_A_LOOK, Likeness, Signs, compare
from incubator.models import Person, PersonDistinction, PersonMerge
from incubator.services.same_person.distinctions import fingerprint
from incubator.text import fold

#: Names at least this alike are candidates by themselves; with another sign in common, from the second.
_ALIKE, _FAINTLY_ALIKE = 0.5, 0.3
#: How many likely persons a form shows.
_SHOWN = 5

# Each line uses an index: the trigrams of the name, or an equality within the incubator.
_CANDIDATES = """
with alive as materialized (
  select id, incubator_id, name_folded, run, other_document, birth_date, phone, email,
         upper(regexp_replace(other_document, '[^0-9kK]', '', 'g')) as document
    from incubator_person where incubator_id = any(%(places)s) and annulled_at is null and same_as_id is null
), found as (
  select one.id as first, two.id as second
    from incubator_person one join incubator_person two
      on two.incubator_id = one.incubator_id and two.id > one.id and two.name_folded %% one.name_folded
   where one.incubator_id = any(%(places)s) and one.annulled_at is null and two.annulled_at is null
     and one.same_as_id is null and two.same_as_id is null
  union
  select one.id, two.id from alive one join alive two
      on two.incubator_id = one.incubator_id and two.id > one.id and two.birth_date = one.birth_date
   where similarity(one.name_folded, two.name_folded) >= %(faintly)s
  union
  select one.id, two.id from alive one join alive two
      on two.incubator_id = one.incubator_id and two.id > one.id and two.phone = one.phone
   where one.phone <> '' and similarity(one.name_folded, two.name_folded) >= %(faintly)s
  union
  select one.id, two.id from alive one join alive two
      on two.incubator_id = one.incubator_id and two.id > one.id and two.email = one.email
   where one.email <> '' and similarity(one.name_folded, two.name_folded) >= %(faintly)s
  union
  select least(one.id, two.id), greatest(one.id, two.id) from alive one join alive two
      on two.incubator_id = one.incubator_id and two.id <> one.id and two.document = replace(one.run, '-', '')
   where one.run <> ''
  union
  select one.id, two.id from alive one join alive two
      on two.incubator_id = one.incubator_id and two.id > one.id and two.document = one.document
   where length(one.document) >= 6
)
select found.first, found.second, similarity(one.name_folded, two.name_folded)
  from found join incubator_person one on one.id = found.first join incubator_person two on two.id = found.second
"""


@dataclass(frozen=True)
class Pair:
    """Two records of one incubator that may be one person."""

    first: Person
    second: Person
    likeness: Likeness
    proposal: PersonMerge | None = None


def pairs(incubator_ids: Iterable[int]) -> list[Pair]:
    """Every pair worth a look, the strongest first; not those said to be distinct until something changes.

    Four queries, whatever the number of people.
    """
    found = _candidates(sorted(incubator_ids))
    ids = {pk for first, second, _ in found for pk in (first, second)}
    people = Person.objects.select_related("commune", "incubator").in_bulk(ids)
    distinct = _said_distinct(ids)
    proposals = {
        frozenset((row.kept_id, row.redirected_id)): row
        for row in PersonMerge.objects.waiting().filter(kept__in=ids, redirected__in=ids).select_related("proposed_by")
    }
    shown = []
    for first_id, second_id, names in found:
        first, second = people[first_id], people[second_id]
        likeness = compare(signs_of(first), signs_of(second), names)
        proposal = proposals.get(frozenset((first_id, second_id)))
        settled = distinct.get((first_id, second_id)) == fingerprint(first, second)
        if proposal or (likeness.points >= WORTH_A_LOOK and not settled):
            shown.append(Pair(first, second, likeness, proposal))
    return sorted(shown, key=lambda pair: (-pair.likeness.points, pair.first.sort_key, pair.first.pk, pair.second.pk))


def likely(incubator, *, name, run="", **known) -> list[tuple[Person, Likeness]]:
    """Who of the incubator may already be the person being written, the strongest first, as she is read."""
    folded = fold(name)
    if not folded:
        return []
    shared = Q(likeness__gte=_ALIKE)
    for field in ("birth_date", "phone", "email"):
        if known.get(field):
            shared |= Q(**{field: known[field]}, likeness__gte=_FAINTLY_ALIKE)
    rows = Person.objects.current().filter(incubator=incubator)
    rows = rows.annotate(likeness=TrigramSimilarity("name_folded", folded)).filter(shared)
    signs = Signs(run=run, **known)
    found: dict[int, tuple[Person, Likeness]] = {}
    for person in rows.select_related("commune", "same_as__commune").order_by("pk"):
        likeness = compare(signs_of(person), signs, person.likeness)
        held = found.get(person.survivor.pk)
        worth = likeness.points >= WORTH_A_LOOK and not likeness.blocked
        if worth and (held is None or held[1].points < likeness.points):
            found[person.survivor.pk] = (person.survivor, likeness)
    return sorted(found.values(), key=lambda one: (-one[1].points, one[0].pk))[:_SHOWN]


def signs_of(person) -> Signs:
    """What is compared of a record."""
    return Signs(
        run=person.run,
        other_document=person.other_document,
        birth_date=person.birth_date,
        commune=person.commune_id,
        phone=person.phone,
        email=person.email.casefold(),
    )


@transaction.atomic
def _candidates(places):
    with connection.cursor() as cursor:
        cursor.execute("select set_config('pg_trgm.similarity_threshold', %s, true)", [str(_ALIKE)])
        cursor.execute(_CANDIDATES, {"places": places, "faintly": _FAINTLY_ALIKE})
        return cursor.fetchall()


def _said_distinct(ids):
    rows = PersonDistinction.objects.filter(first__in=ids, second__in=ids).order_by("pk")
    return {(row.first_id, row.second_id): row.seen for row in rows}
