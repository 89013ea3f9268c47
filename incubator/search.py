"""What can be found: rooms add searchers in a module `searchers.py`. Only what the user may see is found or counted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from django.db.models import Q

from incubator.models import User
from incubator.registries import Registry
from incubator.text import fold

#: How many of each kind a page shows.
LIMIT = 20


@dataclass(frozen=True)
class Hit:
    """One thing found: its name, a line about it and its page."""

    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Found:
    """How many there are and the first ones."""

    count: int
    hits: list[Hit]


@dataclass(frozen=True)
class Searcher:
    """A kind of thing: its name in plural and the function that finds it."""

    label: str
    icon: str
    find: Callable[[User, str, int], Found]


_searchers: Registry[Searcher] = Registry("searchers")
add = _searchers.add


def find(user, text) -> list[dict]:
    """What each searcher found, the empty ones left out."""
    if len(fold(text)) < 2:
        return []
    results = [(searcher, searcher.find(user, text, LIMIT)) for searcher in _searchers]
    return [
        {"label": searcher.label, "icon": searcher.icon, "count": found.count, "hits": found.hits}
        for searcher, found in results
        if found.count
    ]


def has_words(field, text) -> Q:
    """Every word of the text stands somewhere in a folded column: accents, case and order do not matter."""
    return reduce(Q.__and__, (Q(**{f"{field}__contains": word}) for word in fold(text).split()), Q())
