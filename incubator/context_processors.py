"""What every page knows: the menu, the incubator's name, and that the clock is set."""

from incubator import calendars, navigation
from incubator.access import Permission, allows, posts_of, scope_of
from incubator.doors import REGISTRY
from incubator.models import Incubator


def house(request):
    """`nav`, `search_url`, `incubator_name` and `minga_today` for the shell; empty for a visitor."""
    today = calendars.today() if calendars.is_set() else None
    shell = {"nav": [], "search_url": "", "incubator_name": "", "minga_today": today}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return shell
    if posts_of(user):
        shell["nav"] = navigation.menu(user, request.path)
        shell["search_url"] = _search_url(user)
        shell["incubator_name"] = _incubator_name(user)
    return shell


def _search_url(user):
    """The address of the search, for whoever it opens to: a box that answers «no» is worse than none."""
    opens = any(allows(user, permission) for permission in REGISTRY["search"])
    return navigation.address("search") if opens else ""


def _incubator_name(user):
    """The name of the one incubator of this user; how many there are, when there are several."""
    ids = scope_of(user, Permission.VIEW_GROUPS).incubator_ids
    if len(ids) == 1:
        return Incubator.objects.values_list("name", flat=True).get(pk=next(iter(ids)))
    return f"{len(ids)} incubadoras" if ids else ""
