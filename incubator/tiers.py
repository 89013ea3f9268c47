"""Which right opens a stored file of each tier: asked at every door that serves one, and of every list of them."""

from collections.abc import Iterable

from incubator import masking
from incubator.access import Permission, allows, allows_at
from incubator.enums import Tier

OPENS = {
    Tier.PUBLIC: Permission.VIEW_GROUPS,
    Tier.PROGRAMME: Permission.VIEW_GROUPS,
    Tier.PERSONAL: Permission.VIEW_PEOPLE,
    Tier.SENSITIVE: Permission.VIEW_SENSITIVE,
    Tier.LEGAL: Permission.VIEW_LEGAL,
}


def opened(user, records: Iterable) -> list[Tier]:
    """The tiers whose files this user may open when they tell of all of these records."""
    records = list(records)
    found = [tier for tier, right in OPENS.items() if records and all(allows(user, right, one) for one in records)]
    return without_names(found) if masking.hides_anybody(user, _groups_of(records)) else found


def opened_at(user, incubator) -> list[Tier]:
    """The tiers whose files this user may open of something that lives in this incubator."""
    found = [tier for tier, right in OPENS.items() if allows_at(user, incubator, right)]
    return without_names(found) if masking.hides_at(user, incubator.pk) else found


def without_names(found: Iterable[Tier]) -> list[Tier]:
    """The tiers whose files name nobody: what is left while somebody in them is hidden from the user."""
    return [tier for tier in found if tier in (Tier.PUBLIC, Tier.PROGRAMME)]


def _groups_of(records):
    """The ids of the groups that these records tell of."""
    found = set()
    for record in records:
        if hasattr(record, "organization_id"):
            found.add(record.organization_id)
        elif hasattr(record, "organizations"):
            found.update(record.organizations.order_by().values_list("pk", flat=True))
    return found - {None}
