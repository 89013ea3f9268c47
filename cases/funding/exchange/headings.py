"""Where the headings of a list stand, and which column is which, however people call them."""

from collections.abc import Callable, Mapping, Sequence

from cases.census.cells import text_of
from incubator.text import fold

_LOOKED_AT = 30  # rows in which the headings may stand


def found(rows, known: Mapping[str, Sequence[str]], fits: Callable[[dict[str, int]], bool]):
    """(row, name → place) of the first row whose headings, folded, are enough; None when no row has them."""
    for number, row in enumerate(rows[:_LOOKED_AT]):
        written = {fold(text_of(value)): place for place, value in reversed(list(enumerate(row)))}
        places = {
            name: next(written[said] for said in words if said in written)
            for name, words in known.items()
            if any(said in written for said in words)
        }
        if fits(places):
            return number, places
    return None
