"""What is done with reports: keyword-only, `by` first. One subject a file."""

from reports.services.answers import accept, deliver, hand_over_annex, may_read_annex, observe, read_annex, withdraw
from reports.services.drafts import ask_seal, compose, correct, write_narrative
from reports.services.sealing import seal

__all__ = [
    "accept",
    "ask_seal",
    "compose",
    "correct",
    "deliver",
    "hand_over_annex",
    "may_read_annex",
    "observe",
    "read_annex",
    "seal",
    "withdraw",
    "write_narrative",
]
