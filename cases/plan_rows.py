"""Planned meetings as lists show them: with their groups within reach and how their supports stand."""

from incubator.models import Organization, PlannedMeeting
from incubator.services import planning


def with_supports(rows):
    """Planned meetings with all that a list shows of them."""
    return rows.select_related("conducted_by", "incubator").prefetch_related("supports", "organizations")


def shown(user, rows):
    """[{plan, groups, unbooked, asked}] of the rows of a list; groups within reach alone."""
    rows = list(rows)
    ids = {group.pk for row in rows for group in row.organizations.all()}
    seen = set(Organization.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    return [
        {
            "plan": row,
            "groups": [group for group in row.organizations.all() if group.pk in seen],
            "asked": sum(support.requested for support in row.supports.all()),
            "unbooked": len(planning.unbooked(row)),
        }
        for row in rows
    ]


def of_group(user, organization):
    """The planned meetings still to come of one group, as a list shows them."""
    rows = PlannedMeeting.objects.visible_to(user).pending().filter(organizations=organization)
    return shown(user, with_supports(rows))
