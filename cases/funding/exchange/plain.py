"""A plain list of funds, as people keep it: each row that names a fund gives a call whose bases are unfinished."""

import re

from django.utils.text import slugify

from cases.census.cells import cell_of, text_of
from cases.funding.bases.shapes import Bases, Closing, Dates, Money, Wall
from cases.funding.exchange import cells, headings
from cases.funding.exchange.calls import Fault, Read, TravellingCall
from cases.funding.words import Channel

#: What a heading may say, folded, in the order in which it is looked for.
_HEADINGS = {
    "agency": ("institucion", "organismo", "servicio", "quien financia", "financista", "agencia", "entidad"),
    "programme": ("programa", "fondo", "nombre del fondo", "concurso", "nombre", "instrumento"),
    "line": ("linea", "modalidad"),
    "year": ("ano", "periodo"),
    "opens": ("abre", "apertura", "inicio", "fecha de inicio", "fecha apertura"),
    "closes": ("cierre", "cierra", "fecha de cierre", "fecha cierre", "plazo", "vence", "hasta"),
    "amount": ("monto", "monto maximo", "maximo", "monto por proyecto", "financia"),
    "url": ("enlace", "link", "url", "pagina", "sitio", "direccion"),
    "summary": ("descripcion", "resumen", "que financia", "objetivo", "observaciones"),
}
_YEAR = re.compile(r"\b20\d\d\b")


def read(sheets) -> Read:
    """The calls of every sheet that has a column with the name of the fund."""
    calls: dict[str, TravellingCall] = {}
    faults: list[Fault] = []
    for sheet in sheets:
        found = headings.found(sheet.rows, _HEADINGS, _is_enough)
        if found is None:
            said = "no se encontró una columna con el nombre del fondo: ponga «Programa» en la primera fila."
            faults.append(Fault(sheet.name or "", 0, "", "", said))
            continue
        first, places = found
        for number, row in enumerate(sheet.rows[first + 1 :], first + 2):
            call = _call(row, places, (sheet.name or "", number), faults)
            if call is not None and call.key in calls:
                faults.append(
                    Fault(sheet.name or "", number, "", call.programme, "está dos veces: se leyó la primera.")
                )
            elif call is not None:
                calls[call.key] = call
    return Read(tuple(calls.values()), tuple(faults))


def _is_enough(places):
    """The name of the fund, and something else of it."""
    return "programme" in places and len(places) > 1


def _call(row, places, place, faults):
    said = {name: cell_of(row, at) for name, at in places.items()}
    programme = text_of(said.get("programme")).strip()
    if not programme:
        return None
    year = _year(said.get("year"), said.get("closes"))
    if year is None:
        faults.append(Fault(*place, "Año", text_of(said.get("year")).strip(), "escriba de qué año es el llamado."))
        return None
    agency, line = text_of(said.get("agency")).strip() or "Por revisar", text_of(said.get("line")).strip()
    return TravellingCall(
        key=slugify(f"{agency}-{programme}-{line}-{year}")[:80].strip("-"),
        agency=agency,
        programme=programme,
        line=line,
        year=year,
        url=text_of(said.get("url")).strip() if text_of(said.get("url")).strip().startswith("http") else "",
        bases=_bases(said, place, faults),
        is_plain=True,
    )


def _bases(said, place, faults) -> Bases:
    opens = _taken(said.get("opens"), cells.day, (*place, "Abre"), faults)
    amount = _taken(said.get("amount"), cells.whole, (*place, "Monto"), faults)
    closes = _taken(said.get("closes"), cells.hour, (*place, "Cierre"), faults)
    closings = (Closing("cierre", Channel.ONLINE, Wall(closes)),) if closes else ()
    return Bases(
        summary=text_of(said.get("summary")).strip(),
        dates=Dates(opens_on=opens),
        money=Money(maximum=amount),
        closings=closings,
    )


def _taken(value, read, place, faults):
    """A value read, or nothing and a fault."""
    if text_of(value).strip() == "":
        return None
    try:
        return read(value)
    except cells.BadCellError as wrong:
        faults.append(Fault(*place, text_of(value).strip()[:80], f"{wrong} Lo demás de la fila se leyó."))
        return None


def _year(*values):
    """The first year that these cells say, alone or within a day."""
    found = (_YEAR.search(text_of(value)) for value in values)
    return next((int(one.group()) for one in found if one), None)
