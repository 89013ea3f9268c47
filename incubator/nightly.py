"""What is done once a day, at night: each room adds its works in a module named `works.py`.

    from incubator import nightly
    nightly.add("digest", nightly.Work("Resumen del día", send, order=50))

`send(on, at)` does its work for that day and answers one sentence. A work may be repeated: what was done stays done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from incubator.registries import Registry


@dataclass(frozen=True)
class Work:
    """One work of the night: its Spanish name, the function of (on, at), and its place among the others."""

    title: str
    do: Callable[[date, datetime], str]
    order: int = 50


_works: Registry[Work] = Registry("works")
add = _works.add


def works() -> list[Work]:
    """Every work, in its order."""
    return sorted(_works, key=lambda work: (work.order, work.title))
