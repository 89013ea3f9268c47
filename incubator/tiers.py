"""Which right opens a stored file of each tier: asked at every door that serves one, and of every list of them."""

from collections.abc import Iterable

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
    return [tier for tier, right in OPENS.items() if records and all(allows(user, right, one) for one in records)]


def opened_at(user, incubator) -> list[Tier]:
    """The tiers whose files this user may open of something that lives in this incubator."""
    return [tier for tier, right in OPENS.items() if allows_at(user, incubator, right)]
