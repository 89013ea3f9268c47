"""The stays of a group that comes back: who belonged to it before and is not in it today."""

from incubator.models import Membership, Organization


def former_members(group: Organization, on) -> list[Membership]:
    """The last membership of each person who left, with the groups where she is now (`now_in`). Three queries."""
    rows = group.memberships.filter(annulled_at__isnull=True, until__lte=on).select_related("person__same_as")
    here = {row.who.pk for row in group.memberships.in_force(on).select_related("person__same_as")}
    last: dict[int, Membership] = {}
    for row in rows.exclude(leave_reason__in=("mistake", "transferred")).order_by("since", "pk"):
        if row.who.pk not in here and row.who.annulled_at is None:
            last[row.who.pk] = row
    elsewhere: dict[int, list[str]] = {}
    others = Membership.objects.in_force(on).filter(person__in=list(last)).exclude(organization=group)
    for person, name in others.order_by("organization__sort_key").values_list("person_id", "organization__name"):
        elsewhere.setdefault(person, []).append(name)
    for pk, row in last.items():
        row.now_in = elsewhere.get(pk, [])
    return sorted(last.values(), key=lambda row: (row.who.sort_key, row.pk))
