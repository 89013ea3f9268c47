"""The tab «Libros» of a cooperative: its members and shares, how they moved, its seats, and what is downloaded."""

from cases.views.books.acts import entries, lapse, refund, transfer, update_value
from cases.views.books.certificates import cancel, issue
from cases.views.books.exports import paper, seats_paper, workbook
from cases.views.books.opening import open_book
from cases.views.books.pages import member, members, movements, overview, seats
from cases.views.books.rows import void_movement
from cases.views.books.seat_acts import accept_seat, end_seat, new_seat, void_seat

__all__ = [
    "accept_seat",
    "cancel",
    "end_seat",
    "entries",
    "issue",
    "lapse",
    "member",
    "members",
    "movements",
    "new_seat",
    "open_book",
    "overview",
    "paper",
    "refund",
    "seats",
    "seats_paper",
    "transfer",
    "update_value",
    "void_movement",
    "void_seat",
    "workbook",
]
