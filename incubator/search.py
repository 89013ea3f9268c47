"""What can be found: rooms add searchers in a module `searchers.py`. Only what the user may see is found or counted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Count, Window

from incubator import country, words
from incubator.models import User
from incubator.registries import Registry
from incubator.text import fold

#: How many of each kind a page shows.
LIMIT = 20
#: With fewer than these found as typed, what is written alike is shown too.
FEW = 3
LONGEST = 100


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
    hits: list[Hit] = field(default_factory=list)


@dataclass(frozen=True)
class Searcher:
    """A kind of thing: its name in plural, what finds it as it was typed, and what finds it written another way."""

    label: str
    icon: str
    find: Callable[[User, str, int], Found]
    alike: Callable[[User, str, int], Found] | None = None


_searchers: Registry[Searcher] = Registry("searchers")
add = _searchers.add
has_words = words.has_parts


def find(user, text) -> list[dict]:
    """What each searcher found, the empty ones left out; what is only alike goes last, and says so."""
    text = words.typed(text, LONGEST)
    if len(fold(text)) < 2:
        return []
    results = [(searcher, searcher.find(user, text, LIMIT), False) for searcher in _searchers]
    if sum(found.count for _, found, _ in results) < FEW and not country.parse_run(text):
        with words.alike():
            results += [(one, one.alike(user, text, LIMIT), True) for one in _searchers if one.alike]
    return [
        {
            "label": searcher.label,
            "icon": searcher.icon,
            "count": found.count,
            "hits": found.hits,
            "alike": alike,
        }
        for searcher, found, alike in results
        if found.count
    ]


def counted(rows, limit, hit) -> Found:
    """How many rows there are and the first ones as hits, in one query."""
    first = list(rows.annotate(found_in_all=Window(Count("*")))[:limit])
    return Found(first[0].found_in_all if first else 0, [hit(row) for row in first])
