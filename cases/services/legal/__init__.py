"""The legal file: what moves it, which rules it keeps, and who reviews its acts (docs/adr/0020, 0026).

facts.record_legal_act records an act and moves its file · open_again(by, case, on) → LegalFile
adopt_pack(by, file, on, code) → LegalFile · review(by, event, on, note) → LegalReview
open_cure(by, case, act, on, defects) → Cure · facts.record_cure_act moves it
read_document(by, event, on, items, …) → ActContent · take_back(by, event, on, reason) → ActTakenBack
add_points, answer_points: what the DAES asked for, and what was answered
"""

from cases.services.legal.contents import add_points, answer_points, read_document
from cases.services.legal.cures import open_cure
from cases.services.legal.files import adopt_pack, open_again
from cases.services.legal.reviews import review
from cases.services.legal.taking_back import take_back

__all__ = [
    "add_points",
    "adopt_pack",
    "answer_points",
    "open_again",
    "open_cure",
    "read_document",
    "review",
    "take_back",
]
