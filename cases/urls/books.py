"""The books of a cooperative: shares, certificates, seats, and their downloads."""

from cases.views import books
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/libros/"
_SEATS = f"{_ROOT}cargos/"

urlpatterns = [
    guarded_path(_ROOT, books.overview, name="group_books", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}abrir/", books.open_book, name="book_open", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}integrantes/", books.members, name="book_members", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}integrantes/<int:member>/", books.member, name="book_member", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}cuotas/", books.movements, name="book_movements", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}cuotas/anotar/", books.entries, name="book_entries", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}cuotas/traspaso/", books.transfer, name="book_transfer", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}cuotas/devolucion/", books.refund, name="book_refund", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}cuotas/baja/", books.lapse, name="book_lapse", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}cuotas/reajuste/", books.update_value, name="book_value", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_ROOT}cuotas/<int:movement>/anular/", books.void_movement, name="book_movement_void", needs=P.RECORD_FACTS
    ),
    guarded_path(f"{_ROOT}titulos/emitir/", books.issue, name="book_certificate_new", needs=P.RECORD_FACTS),
    guarded_path(
        f"{_ROOT}titulos/<int:certificate>/anular/", books.cancel, name="book_certificate_cancel", needs=P.RECORD_FACTS
    ),
    guarded_path(_SEATS, books.seats, name="book_seats", needs=P.VIEW_LEGAL),
    guarded_path(f"{_SEATS}nuevo/", books.new_seat, name="seat_new", needs=P.RECORD_FACTS),
    guarded_path(f"{_SEATS}<int:seat>/aceptar/", books.accept_seat, name="seat_accept", needs=P.RECORD_FACTS),
    guarded_path(f"{_SEATS}<int:seat>/terminar/", books.end_seat, name="seat_end", needs=P.RECORD_FACTS),
    guarded_path(f"{_SEATS}<int:seat>/anular/", books.void_seat, name="seat_void", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}descargar/", books.workbook, name="book_workbook", needs=P.EXPORT),
    guarded_path(f"{_ROOT}descargar/integrantes/", books.paper, name="book_members_paper", needs=P.EXPORT),
    guarded_path(f"{_ROOT}descargar/cargos/", books.seats_paper, name="book_seats_paper", needs=P.EXPORT),
]
