"""The answers of the disability office, and whether they still tell of the members of today."""

from collections.abc import Mapping
from datetime import date

from cases.funding.eligibility.facts import Reserved
from cases.funding.matching.people import People
from cases.models import ReservedAnswer


def answers_of(digests: Mapping[int, str], on: date) -> dict[int, dict[str, Reserved]]:
    """Of each case (id → digest of its members) the last answer to each condition. One query."""
    rows = ReservedAnswer.objects.filter(case_id__in=list(digests), happened_on__lte=on)
    found: dict[int, dict[str, Reserved]] = {pk: {} for pk in digests}
    for case, condition, meets, day, members in rows.order_by("happened_on", "pk").values_list(
        "case_id", "condition", "meets", "happened_on", "members"
    ):
        found[case][condition] = Reserved(meets, day, is_stale=members != digests[case])
    return found


def digest_of(people: People | None) -> str:
    """The digest of who the members are; of nobody, when there are none."""
    return (people or People()).digest
