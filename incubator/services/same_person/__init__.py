"""One person written down twice: find the records, say what they are, join them, and tell the other municipality."""

from incubator.services.same_person.detection import Pair, likely, pairs
from incubator.services.same_person.distinctions import say_distinct
from incubator.services.same_person.marks import mark_runs
from incubator.services.same_person.merging import decline, execute, propose, undo
from incubator.services.same_person.notices import find_notices, talk

__all__ = [
    "Pair",
    "decline",
    "execute",
    "find_notices",
    "likely",
    "mark_runs",
    "pairs",
    "propose",
    "say_distinct",
    "talk",
    "undo",
]
