"""The panels of «Mi día» beside what is due: rooms add theirs in a module `panels.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from incubator.access import Permission, allows
from incubator.models import User
from incubator.navigation import address
from incubator.registries import Registry


@dataclass(frozen=True)
class Panel:
    """A piece of the page: where it stands, its template, and what it shows (None: nothing to show today)."""

    template: str
    build: Callable[[User, date], dict | None]
    place: str = "main"
    order: int = 50


@dataclass(frozen=True)
class Action:
    """The primary act of the page: its words, its address by name, and the right it needs."""

    label: str
    url_name: str
    needs: Permission


_panels: Registry[Panel] = Registry("panels")
add = _panels.add
_actions: Registry[Action] = Registry("panels")
offer = _actions.add


def action(user) -> dict | None:
    """The first act that this user may do and that has a page."""
    for offered in _actions:
        url = address(offered.url_name)
        if url and allows(user, offered.needs):
            return {"label": offered.label, "url": url}
    return None


def shown(user, on) -> dict[str, list[dict]]:
    """The panels of this user that day, by place, each with its template and what it shows."""
    places: dict[str, list[dict]] = {"main": [], "aside": []}
    for panel in sorted(_panels, key=lambda panel: panel.order):
        data = panel.build(user, on)
        if data is not None:
            places[panel.place].append({"template": panel.template, **data})
    return places
