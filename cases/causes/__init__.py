"""What is due along the journey. Each cause asks the database for what is due: it never reads every open case."""

from cases.causes import (
    accompaniment,
    assemblies,
    books,
    calls,
    decisions,
    formalization,
    lineage,
    members,
    milestones,
    planning,
    regularization,
    rests,
    selection,
    terms,
    transfers,
)

__all__ = [
    "accompaniment",
    "assemblies",
    "books",
    "calls",
    "decisions",
    "formalization",
    "lineage",
    "members",
    "milestones",
    "planning",
    "regularization",
    "rests",
    "selection",
    "terms",
    "transfers",
]
