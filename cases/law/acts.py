"""Papers of the deed: what an extract must say, and what the Gazette charges (R18-R19)."""

from collections.abc import Collection
from datetime import date
from typing import cast

from cases.law.answers import Answer, Outcome, Reading
from cases.law.shapes import Document
from incubator.text import thousands

#: What each extract says: the name of the field → as a person reads it (DFL 5, arts. 7 and 8).
FOUNDING_EXTRACT = {
    "name": "Nombre de la cooperativa", "domicile": "Domicilio", "duration": "Duración", "object": "Objeto",
    "founders_count": "Número de fundadores", "capital_subscribed": "Capital suscrito",
    "capital_paid": "Capital pagado", "notary_name": "Nombre del notario",
    "notary_domicile": "Domicilio del notario", "deed_date": "Fecha de la escritura",
}  # fmt: skip
REFORM_EXTRACT = {
    "name": "Nombre de la cooperativa", "notary_name": "Nombre del notario",
    "notary_domicile": "Domicilio del notario", "deed_date": "Fecha de la escritura", "content": "Lo que cambia",
}  # fmt: skip


def extract(*, fields: Collection[str], on: date, reform: bool = False, authorised: bool = True) -> Answer:
    """R18 · Whether an extract says everything, authorised by the notary (DFL 5, arts. 7 and 8)."""
    read = Reading(on)
    document = cast(Document, read.rule("documents", "extract.reform" if reform else "extract.founding"))
    asked = REFORM_EXTRACT if reform else FOUNDING_EXTRACT
    missing = [label for key, label in asked.items() if key not in fields]
    said = f"{len(document.must) - len(missing)} de {len(document.must)} datos."
    remedy = f"Falta: {', '.join(missing)}." if missing else ""
    if not authorised:
        remedy = f"{remedy} Falta que el notario lo autorice.".strip()
    return read.answer("R18", Outcome.NOT_MET if remedy else Outcome.MET, said, remedy=remedy, missing=missing)


def publication_fee(*, subscribed_uf: int, paid_uf: int, on: date) -> Answer:
    """R19 · What the Official Gazette charges for one extract (Ley 20.494, art. 4; DFL 5, art. 8 bis)."""
    read = Reading(on)
    limit = read.value("money", "gazette.free")
    said = (
        f"Suscrito {thousands(subscribed_uf)} UF, pagado {thousands(paid_uf)} UF; es gratis bajo {thousands(limit)} UF."
    )
    if max(subscribed_uf, paid_uf) < limit and not read.opened:
        return read.answer("R19", Outcome.NOT_ASKED, said, utm=0)
    if min(subscribed_uf, paid_uf) < limit <= max(subscribed_uf, paid_uf):
        read.rule("money", "gazette.capital")
    return read.answer("R19", Outcome.WARNING, said, remedy="Cuente con pagar 1 UTM por extracto.", utm=1)
