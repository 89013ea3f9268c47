"""The books of a cooperative: shares, certificates and seats, each a dated fact (docs/adr/0024).

open_book(by, case, on, share_value, entries: [Entry], evidence, verified) → ShareBook
subscribe · pay(by, case, on, lines: [Line], agreement, evidence) → [ShareMovement]
transfer · lapse · refund · update_value · void_movement · issue_certificate · cancel_certificate
take_seat(by, case, person, body, office, since, until, elected_in, …) → Seat · accept_seat · end_seat · void_seat
"""

from cases.services.books.certificates import cancel_certificate, issue_certificate
from cases.services.books.moving import Line, lapse, pay, subscribe, transfer, update_value, void_movement
from cases.services.books.opening import Entry, open_book
from cases.services.books.refunds import refund
from cases.services.books.seats import accept_seat, end_seat, take_seat, void_seat

__all__ = [
    "Entry",
    "Line",
    "accept_seat",
    "cancel_certificate",
    "end_seat",
    "issue_certificate",
    "lapse",
    "open_book",
    "pay",
    "refund",
    "subscribe",
    "take_seat",
    "transfer",
    "update_value",
    "void_movement",
    "void_seat",
]
