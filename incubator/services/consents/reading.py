"""Read what people authorise: one by one, of a group, and how each of them was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from incubator import access, consenting
from incubator.access import Permission
from incubator.enums import SupportKind
from incubator.models import Consent, ConsentSupport, ReadingLog
from incubator.purposes import Purpose
from incubator.services.sensitive import allowed_in


@dataclass(frozen=True)
class Standing:
    """One purpose of one person: yes since a day, no since a day, or never asked."""

    purpose: str
    given: bool | None
    on: date | None = None

    @property
    def label(self):
        """What it is about."""
        return Purpose(self.purpose).label


def allows(person_ids: Iterable[int], purpose: str, on: date) -> set[int]:
    """Those of these people whose authorisation for a purpose is in force on a day."""
    return consenting.allowing(person_ids, purpose, on)


def standing_of(person_ids: Iterable[int], on: date) -> dict[int, list[Standing]]:
    """{person_id: every purpose in order}, for lists: two queries."""
    person_ids = list(person_ids)
    held = consenting.answers(person_ids, on)
    return {
        who: [
            Standing(purpose, answer.given if answer else None, answer.on if answer else None)
            for purpose in Purpose.values
            for answer in [held.get((who, purpose))]
        ]
        for who in person_ids
    }


def in_groups(memberships, on: date) -> list[dict]:
    """[{purpose, label, given, refused, unasked: people}] among the people of these memberships, purpose by purpose."""
    people = {row.person.survivor.pk: row.person.survivor for row in memberships}
    held = consenting.answers(people, on)
    found = []
    for purpose in Purpose:
        answered = {who: held[who, purpose].given for who in people if (who, purpose) in held}
        found.append(
            {
                "purpose": purpose.value,
                "label": purpose.label,
                "given": [person for who, person in people.items() if answered.get(who) is True],
                "refused": [person for who, person in people.items() if answered.get(who) is False],
                "unasked": [person for who, person in people.items() if who not in answered],
            }
        )
    return found


def history(person):
    """Everything she answered, in every record of hers, newest first."""
    survivor = person.same_as_id or person.pk
    rows = Consent.objects.filter(Q(person_id=survivor) | Q(person__same_as_id=survivor))
    return rows.select_related("text", "recorded_by", "evidence").order_by("-happened_on", "-pk")


@transaction.atomic
def supports_used(*, by, person, consents) -> dict[int, list[str]]:
    """{consent_id: labels of the supports used to ask her}: T3, so the reading is logged."""
    access.require(by, Permission.VIEW_SUPPORTS, person.incubator)
    ids = [row.pk for row in consents]
    ReadingLog.objects.create(by=by, incubator=person.incubator, purpose="consents", persons=[person.pk])
    found: dict[int, list[str]] = {}
    with allowed_in():
        for consent_id, kind in ConsentSupport.objects.filter(consent_id__in=ids).values_list("consent_id", "kind"):
            found.setdefault(consent_id, []).append(SupportKind(kind).label)
    return found
