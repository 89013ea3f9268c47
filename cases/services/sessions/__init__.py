"""Sessions of accompaniment: one meeting, one part per group. The advisor's hours count once, each group's apart.

A session of a month already sealed is not refused: the next report prints it among its adjustments.
"""

from cases.services.sessions.checks import members_on
from cases.services.sessions.corrections import Parts, correct, may_mend_part, may_void, void, void_part
from cases.services.sessions.planned import log_planned
from cases.services.sessions.reading import former_versions, listed, parts_of, with_attendance, within_reach
from cases.services.sessions.writing import log

__all__ = [
    "Parts",
    "correct",
    "former_versions",
    "listed",
    "log",
    "log_planned",
    "may_mend_part",
    "may_void",
    "members_on",
    "parts_of",
    "void",
    "void_part",
    "with_attendance",
    "within_reach",
]
