"""The books of a cooperative as one workbook, as they were on a day: a sheet a book, and what each column means."""

from cases.books import rows as book_rows
from cases.books import seats as seat_rows
from cases.models import Assembly, ShareMovement
from incubator.country import format_run
from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEMBERS = (
    Column("Número", "integer", definition="Número en el registro de integrantes"),
    Column("Nombre"),
    Column("RUN", "run"),
    Column("Ingreso", "date"),
    Column("Salida", "date", definition="Último día como integrante"),
    Column("Causa de la salida"),
)
_SHARES = (
    Column("Número", "integer"),
    Column("Nombre"),
    Column("Cuotas suscritas", "integer"),
    Column("Cuotas pagadas", "integer"),
    Column("Capital suscrito", "integer", definition="En pesos, con reajustes"),
    Column("Capital pagado", "integer", definition="En pesos, con reajustes"),
    Column("Devuelto", "integer", definition="Pesos devueltos a quien dejó la cooperativa"),
    Column("Tope del 20 %", definition="La cuenta del artículo 17, con lo suscrito y con lo pagado"),
)
_MOVES = (
    Column("Fecha", "date"),
    Column("Movimiento"),
    Column("Integrante"),
    Column("A quién", definition="Solo en los traspasos"),
    Column("Cuotas", "integer"),
    Column("Monto", "integer", definition="Pesos; en negativo lo que una anulación deja sin efecto"),
    Column("Valor de la cuota", "integer", definition="Pesos que valía una cuota después del movimiento"),
    Column("Acuerdo o documento"),
    Column("Anula", "integer", definition="Línea del libro que este movimiento deja sin efecto"),
    Column("Línea", "integer", definition="Número interno de la línea del libro"),
)
_SEATS = (
    Column("Órgano"),
    Column("Cargo"),
    Column("Suplente"),
    Column("Nombre"),
    Column("Desde", "date"),
    Column("Último día", "date"),
    Column("Aceptó el", "date"),
    Column("Por qué terminó antes"),
    Column("Estaba en el cargo", definition="El día que se descarga"),
)
_JUNTAS = (
    Column("Día", "date"),
    Column("Qué reunión es"),
    Column("Cómo está"),
    Column("Lugar"),
    Column("Acta cerrada el", "date"),
)


def workbook(case, *, by, day, on) -> bytes:
    """The books as they were on `day`; downloaded by a person on `on`."""
    register = book_rows.register(by, case, day)
    about = [
        ("Cooperativa", case.organization.name),
        ("Libros al", day),
        ("Descargado por", by.full_name),
        ("Fecha", on),
        ("Integrantes", len(register.members)),
        ("Capital suscrito, en pesos", register.totals.subscribed),
        ("Capital pagado, en pesos", register.totals.capital),
    ]
    sheets = [
        Sheet("Integrantes", _MEMBERS, [_member(row) for row in register.rows]),
        Sheet("Cuotas", _SHARES, [_share(row) for row in register.rows]),
        Sheet("Movimientos", _MOVES, _moves(register)),
        Sheet("Cargos", _SEATS, _seats(by, case, day)),
        Sheet("Juntas", _JUNTAS, _juntas(by, case, day)),
    ]
    return write_workbook(title="Libros de la cooperativa", about=about, sheets=sheets)


def _member(row):
    run = format_run(row.run) if row.run else ""
    return (row.number, row.name, run, row.joined_on, row.last_day, row.leave_reason)


def _share(row):
    held = row.balance
    said = row.cap.arithmetic if row.cap else ""
    return (row.number, row.name, held.shares, held.paid, held.subscribed, held.capital, held.refunded, said)


def _moves(register):
    names = {row.person_id: row.name for row in register.rows}
    return [_move(row, names) for row in register.movements]


def _move(row: ShareMovement, names):
    sign = -1 if row.voids_id else 1
    kind = f"Anulación de {row.get_kind_display().lower()}" if row.voids_id else row.get_kind_display()
    return (
        row.happened_on,
        kind,
        names.get(row.holder, ""),
        names.get(row.other, ""),
        sign * row.shares,
        sign * row.amount,
        row.unit_value,
        row.agreement or row.void_reason,
        row.voids_id,
        row.pk,
    )


def _seats(by, case, day):
    held = seat_rows.seats(by, case, day)
    here = {seat.pk for seat in held.now}
    return [
        (
            seat.get_body_display(),
            seat.get_office_display(),
            "Sí" if seat.alternate else "",
            seat.shown,
            seat.since,
            seat.last_day,
            seat.accepted_on,
            seat.get_end_reason_display(),
            "Sí" if seat.pk in here else "",
        )
        for seat in [*held.now, *held.past]
        if seat.voided_at is None
    ]


def _juntas(by, case, day):
    rows = Assembly.objects.visible_to(by).filter(case__organization_id=case.organization_id, meets_on__lte=day)
    return [
        (row.meets_on, row.get_kind_display(), row.get_state_display(), row.place, row.closed_on)
        for row in rows.order_by("meets_on", "pk")
    ]
