"""The country's territory: one resolver from what people write to a commune's CUT code."""

from incubator.territory.gazetteer import Gazetteer
from incubator.territory.sources import (
    forget,
    gazetteer,
    shipped_communes,
    shipped_gazetteer,
    shipped_rows,
    shipped_spellings,
)

__all__ = [
    "Gazetteer",
    "forget",
    "gazetteer",
    "resolve",
    "shipped_communes",
    "shipped_gazetteer",
    "shipped_rows",
    "shipped_spellings",
]


def resolve(text: object) -> str | None:
    """The CUT code of the commune that the text names, or None when it is not certain."""
    return gazetteer().resolve(text)
