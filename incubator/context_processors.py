"""What every page knows: the menu, the incubator's name, and that the clock is set."""

from incubator import calendars, navigation
from incubator.access import Permission, posts_of, scope_of
from incubator.models import Incubator


def house(request):
    """`nav`, `incubator_name` and `minga_today` for the shell; empty for a visitor."""
    shell = {"nav": [], "incubator_name": "", "minga_today": calendars.today() if calendars.is_set() else None}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return shell
    if posts_of(user):
        shell["nav"] = navigation.menu(user, request.path)
        shell["incubator_name"] = _incubator_name(user)
    return shell


def _incubator_name(user):
    """The name of the one incubator of this user; how many there are, when there are several."""
    ids = scope_of(user, Permission.VIEW_GROUPS).incubator_ids
    if len(ids) == 1:
        return Incubator.objects.values_list("name", flat=True).get(pk=next(iter(ids)))
    return f"{len(ids)} incubadoras" if ids else ""
