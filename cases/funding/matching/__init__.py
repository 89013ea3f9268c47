"""Who can apply to what, read from the database: the Facts of groups, and their distance to calls."""

from cases.funding.matching.matches import Match, matches_of_call, matches_of_group, pairs
from cases.funding.matching.reading import facts_of

__all__ = ["Match", "facts_of", "matches_of_call", "matches_of_group", "pairs"]
