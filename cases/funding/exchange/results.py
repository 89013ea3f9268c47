"""A published list of results (a workbook or CSV) as past awards: a row in a waiting list is no award."""

from cases.census.cells import cell_of, text_of
from cases.funding.exchange import cells, headings
from cases.funding.exchange.calls import Fault
from cases.funding.exchange.giving import Award, Awards, is_person
from incubator.text import fold
from incubator.workbooks.reading import read_workbook

#: What a heading may say, folded; those of the standard's own tables among them.
_HEADINGS = {
    "identifier": ("identifier", "id proyecto", "folio", "codigo", "id", "numero"),
    "title": ("title", "titulo", "proyecto", "nombre del proyecto", "iniciativa"),
    "funder": ("funding org name", "institucion", "quien financia", "servicio", "organismo"),
    "programme": ("grant programme title", "programa", "fondo", "concurso"),
    "recipient": ("recipient org name", "responsable", "organizacion", "beneficiario", "postulante", "entidad"),
    "amount": ("amount awarded", "monto asignado clp", "monto asignado", "monto adjudicado", "monto"),
    "awarded": ("award date", "fecha de adjudicacion", "fecha", "adjudicado el"),
    "year": ("anio", "ano"),
    "currency": ("currency", "moneda"),
    "status": ("estado", "resultado", "situacion"),
}
_AWARDED = ("seleccion", "seleccionado", "seleccionada", "adjudicado", "adjudicada", "ganador", "ganadora", "aprobado")
_AWARDED += ("aprobada", "beneficiado", "beneficiada", "financiado", "financiada", "awarded")
_NEEDS = ("title", "amount")


def read_results(data: bytes, filename: str, *, funder: str = "") -> Awards:
    """The awards of a list. Raises UnusableWorkbook when it is no workbook. `funder`: of a list that does not say."""
    found: dict[str, Award] = {}
    faults: list[Fault] = []
    others = 0
    for sheet in read_workbook(data, filename):
        heads = headings.found(sheet.rows, _HEADINGS, _is_enough)
        if heads is None:
            said = "no se encontraron las columnas «Título» y «Monto»: póngalas en la primera fila."
            faults.append(Fault(sheet.name or "", 0, "", "", said))
            continue
        first, places = heads
        for number, row in enumerate(sheet.rows[first + 1 :], first + 2):
            said = {name: cell_of(row, at) for name, at in places.items()}
            if not text_of(said["title"]).strip():
                continue
            if "status" in said and fold(text_of(said["status"])) not in _AWARDED:
                others += 1
                continue
            award = _award(said, (sheet.name or "", number), faults, funder)
            if award is not None:
                found.setdefault(award.identifier, award)
    return Awards(tuple(found.values()), others, tuple(faults))


def _is_enough(places):
    return all(name in places for name in _NEEDS)


def _award(said, place, faults, funder) -> Award | None:
    text = {name: text_of(value).strip() for name, value in said.items()}
    column, reading = "Monto", None
    try:
        reading = cells.whole(said["amount"])
        column = "Fecha o año"
        awarded = cells.day(said["awarded"]) if text.get("awarded") else None
        year = awarded.year if awarded else cells.whole(said.get("year", ""))
    except cells.BadCellError as wrong:
        value = text["amount"] if reading is None else text.get("awarded") or text.get("year", "")
        faults.append(Fault(*place, column, value[:80], f"{wrong} La fila no se leyó."))
        return None
    recipient = text.get("recipient", "")
    who = text.get("funder") or funder or text.get("programme", "")
    return Award(
        identifier=f"{who}:{text.get('identifier') or text['title']}"[:200],
        funder=who[:200],
        title=text["title"][:300],
        amount=reading,
        year=year,
        awarded_on=awarded,
        programme=text.get("programme", "")[:200],
        recipient="" if is_person(recipient) else recipient[:200],
        currency=(text.get("currency") or "CLP")[:3].upper(),
    )
