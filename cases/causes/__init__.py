"""What is due along the journey. Each cause asks the database for what is due: it never reads every open case."""

from cases.causes import (
    accompaniment,
    calls,
    decisions,
    formalization,
    lineage,
    members,
    milestones,
    planning,
    rests,
    selection,
    terms,
    transfers,
)

__all__ = [
    "accompaniment",
    "calls",
    "decisions",
    "formalization",
    "lineage",
    "members",
    "milestones",
    "planning",
    "rests",
    "selection",
    "terms",
    "transfers",
]
