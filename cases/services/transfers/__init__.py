"""Move a group to another municipality: request, answer, and what each side may do afterwards (docs/adr/0013).

request(by, case, on, to_incubator, reason, agreed_on, agreement, note) → Transfer
accept(by, transfer, on, takers, new_name) · reject(by, transfer, on, reason) · revoke(by, transfer, on, reason)
"""

from cases.services.transfers.accepting import accept
from cases.services.transfers.corrections import answer_correction, ask_correction
from cases.services.transfers.drafts import drafts_inherited, take_draft
from cases.services.transfers.requests import missing, reject, request, revoke

__all__ = [
    "accept",
    "answer_correction",
    "ask_correction",
    "drafts_inherited",
    "missing",
    "reject",
    "request",
    "revoke",
    "take_draft",
]
