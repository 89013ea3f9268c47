"""The legal file: what moves it, which rules it keeps, and who reviews its acts (docs/adr/0020).

facts.record_legal_act records an act and moves its file · open_again(by, case, on) → LegalFile
adopt_pack(by, file, on, code) → LegalFile · review(by, event, on, note) → LegalReview
"""

from cases.services.legal.files import adopt_pack, open_again
from cases.services.legal.reviews import review

__all__ = ["adopt_pack", "open_again", "review"]
