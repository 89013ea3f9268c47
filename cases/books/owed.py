"""Cooperatives that moved and owe shares to somebody who left after it: sums that plain SQL would split in two records.

For lists of many cases: a fixed number of queries, and one when none of them ever moved.
"""

from collections import defaultdict

from django.db.models.functions import Coalesce

from cases.books import shares
from cases.books.people import people_of_each
from cases.books.shares import NOTHING
from cases.models import ShareMovement
from cases.services.books.refunds import left_among
from incubator import same_person
from incubator.enums import MembershipRole
from incubator.models import Membership


def owing(cases, on) -> set[int]:
    """Ids of the groups of these cases that moved and still owe paid shares to who left by a day."""
    people = people_of_each(cases.order_by().values("organization"))
    if not people:
        return set()
    stays = defaultdict(list)
    rows = Membership.objects.filter(organization__in=people, annulled_at__isnull=True, role=MembershipRole.MEMBER)
    for row in rows.filter(since__lte=on).select_related("person__same_as").order_by("since", "pk"):
        stays[row.organization_id].append(row)
    moves = defaultdict(list)
    found = ShareMovement.objects.filter(book__organization__in=people, happened_on__lte=on).annotate(
        group=Coalesce("book__organization_id", 0),
        holder=same_person.surviving(),
        other=Coalesce("counterpart__same_as_id", "counterpart_id"),
    )
    for row in found.order_by("happened_on", "pk"):
        moves[row.group].append(shares.read_by(people[row.group], row))
    return {
        group
        for group, who in people.items()
        if _owes(shares.balances(moves[group]), left_among(stays[group], on, who))
    }


def _owes(held, left):
    return any(held.get(pk, NOTHING).paid for pk in left)
