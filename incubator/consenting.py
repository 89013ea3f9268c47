"""What each person answered last, purpose by purpose. A person written down twice answers once (Person.same_as).

Of the records of one person the latest dated answer holds; on the same day, a withdrawal. Below the models: they ask.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Q

from incubator import same_person


@dataclass(frozen=True)
class Answer:
    """Whether she authorises, since which day, and the row that says so."""

    given: bool
    on: date
    consent_id: int


def answers(person_ids: Iterable[int], on: date, purposes: Iterable[str] = ()) -> dict[tuple[int, str], Answer]:
    """{(person_id, purpose): Answer} as of a day; whoever was never asked is absent. Two queries."""
    same = same_person.canonical(person_ids)
    wanted = set(same.values())
    rows = apps.get_model("incubator", "Consent").objects.filter(
        Q(person_id__in=wanted) | Q(person__same_as_id__in=wanted), happened_on__lte=on
    )
    rows = rows.filter(purpose__in=list(purposes)) if purposes else rows
    latest: dict[tuple[int, int, str], Answer] = {}
    for row in rows.annotate(survivor=same_person.surviving()).order_by("happened_on", "pk"):
        latest[row.survivor, row.person_id, row.purpose] = Answer(row.given, row.happened_on, row.pk)
    held: dict[tuple[int, str], Answer] = {}
    for (survivor, _, purpose), answer in latest.items():
        held[survivor, purpose] = _stronger(held.get((survivor, purpose)), answer)
    mine: dict[int, dict[str, Answer]] = {}
    for (survivor, purpose), answer in held.items():
        mine.setdefault(survivor, {})[purpose] = answer
    return {(who, purpose): one for who, survivor in same.items() for purpose, one in mine.get(survivor, {}).items()}


def allowing(person_ids: Iterable[int], purpose: str, on: date) -> set[int]:
    """Those of these people whose authorisation for a purpose is in force on a day."""
    return {person_id for (person_id, _), answer in answers(person_ids, on, [purpose]).items() if answer.given}


def _stronger(one: Answer | None, other: Answer) -> Answer:
    if one is None or other.on > one.on:
        return other
    if other.on < one.on:
        return one
    return one if not one.given else other
