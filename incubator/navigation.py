"""The menu of the house: each room adds its entry in a module `menu.py`; an entry shows when its page exists."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from incubator.access import Permission, allows
from incubator.doors import REGISTRY, Door
from incubator.registries import Registry


@dataclass(frozen=True)
class Entry:
    """A place of the menu; whoever holds one of `needs` sees it (none: who has a post).

    `badge` counts what waits; `holds` are the beginnings of other addresses that one reaches from it.
    """

    label: str
    icon: str
    url_name: str
    needs: tuple[Permission, ...] = ()
    order: int = 50
    badge: Callable[[object], int] | None = None
    holds: tuple[str, ...] = ()


_entries: Registry[Entry] = Registry("menu")
add = _entries.add


def address(url_name, *args):
    """The address of a page, or an empty text while nobody wrote it."""
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return ""


def door(user, url_name, about, *args):
    """The address of a page when this user may open it for that record: the same rights that guard it."""
    url, needs = address(url_name, *args), REGISTRY.get(url_name)
    if not url or needs is None:
        return ""
    wanted = (needs,) if isinstance(needs, str) else needs
    is_open = needs in (Door.PUBLIC, Door.SIGNED_IN)
    return url if is_open or any(allows(user, permission, about) for permission in wanted) else ""


def menu(user, path):
    """The entries this user may open, in order, and which one holds the page at `path`."""
    shown = []
    for entry in sorted(_entries, key=lambda entry: entry.order):
        url = address(entry.url_name)
        if url and (not entry.needs or any(allows(user, permission) for permission in entry.needs)):
            shown.append(
                {
                    "label": entry.label,
                    "icon": entry.icon,
                    "url": url,
                    "current": path.startswith((url, *entry.holds)),
                    "badge": (entry.badge(user) or "") if entry.badge else "",
                }
            )
    return shown
