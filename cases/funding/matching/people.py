"""The members of many groups on a day: how many, of which sex, born when, and the digest of who they are."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.funding.eligibility.facts import Sensitive, Share
from incubator import same_person
from incubator.enums import MembershipRole, RegisteredSex
from incubator.models import Membership
from incubator.services import sensitive_shares


@dataclass(frozen=True)
class People:
    """Who belongs to a group on a day: each person once, by her surviving record."""

    ids: tuple[int, ...] = ()
    women: Share = field(default_factory=Share)
    born: tuple[date | None, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when somebody comes in or leaves, and with nothing else."""
        return hashlib.sha256(",".join(map(str, self.ids)).encode()).hexdigest()

    def ages(self, on: date) -> dict[str, int | date | None]:
        """The youngest and the oldest, when the birthday of everybody is written."""
        if not self.born or None in self.born:
            return {}
        first, last = min(self.born), max(self.born)
        return {
            "oldest_born_on": first,
            "oldest_member_age": _age(first, on),
            "youngest_born_on": last,
            "youngest_member_age": _age(last, on),
        }


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def members_of(organization_ids: Iterable[int], on: date) -> dict[int, People]:
    """The members of each organization that has any. One query."""
    rows = Membership.objects.in_force(on).filter(
        organization_id__in=list(organization_ids), role=MembershipRole.MEMBER
    )
    rows = rows.order_by().annotate(one=same_person.surviving())
    found: dict[int, dict[int, tuple]] = defaultdict(dict)
    said = ("person__registered_sex", "person__birth_date", "person__same_as__registered_sex")
    for group, one, sex, born, sex_of_survivor, born_of_survivor, moved in rows.values_list(
        "organization_id", "one", *said, "person__same_as__birth_date", "person__same_as_id"
    ):
        found[group][one] = (sex_of_survivor, born_of_survivor) if moved else (sex, born)
    return {group: _people(held) for group, held in found.items()}


def _people(held: Mapping[int, tuple]) -> People:
    ids = tuple(sorted(held))
    sexes = [held[pk][0] for pk in ids]
    women = sum(sex == RegisteredSex.FEMALE for sex in sexes)
    unstated = sum(sex in ("", RegisteredSex.UNKNOWN) for sex in sexes)
    return People(ids, Share(women, len(ids) - women - unstated, unstated), tuple(held[pk][1] for pk in ids))


def sensitive_of(people: People, on: date) -> Sensitive:
    """Counts of what the members declare or certify: an aggregate, for whoever may read it.

    The bracket of the social registry is written nowhere of a person, only in the office's answers: nobody stated it.
    """
    told = sensitive_shares.shares(people.ids, on=on)
    return Sensitive(
        **{name: Share(*counts) for name, counts in told.items()},
        brackets_unstated=len(people.ids),
    )
