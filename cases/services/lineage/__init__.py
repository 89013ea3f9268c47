"""Whole groups that join or divide: proposed by one, done by another, undone within 30 days by two people again."""

from cases.services.lineage.deciding import decide, undecided
from cases.services.lineage.executing import execute
from cases.services.lineage.joint import attended_by_both, make_joint
from cases.services.lineage.proposing import findings_for, propose_merge, propose_split, withdraw
from cases.services.lineage.reverting import ask_to_revert, drop_the_ask, recorded_since, revert, revert_findings

__all__ = [
    "ask_to_revert",
    "attended_by_both",
    "decide",
    "drop_the_ask",
    "execute",
    "findings_for",
    "make_joint",
    "propose_merge",
    "propose_split",
    "recorded_since",
    "revert",
    "revert_findings",
    "undecided",
    "withdraw",
]
