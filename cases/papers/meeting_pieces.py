"""Pieces of the minutes of a junta and of a board: votes with what was asked, elections, dissent, who signs."""

from collections.abc import Callable

from cases.papers import said
from cases.papers.facts import REPRESENTED, Agreement, Facts
from incubator.paper.records import Block, Bullets, Grid, Letters, Paragraph, Signatures, Signer

Drawn = tuple[tuple[Block, ...], list[str]]


def _resolutions(facts: Facts) -> Drawn:
    """Each agreement with its votes over those present or represented, and what the law or the statutes ask."""
    found = facts.meeting.agreements
    if not found:
        return (), ["Falta qué se acordó en la junta."]
    missing = [f"Faltan los votos de «{one.matter}»." for one in found if None in (one.yes, one.no, one.abstained)]
    missing += [f"Falta qué se acordó en «{one.matter}»." for one in found if not one.text.strip()]
    lines = Letters(tuple(Paragraph((_said(one),)) for one in found))
    rows = tuple(
        (f"{one.matter} (letra {one.letter})" if one.letter else one.matter, str(one.yes), str(one.no),
         str(one.abstained), str(one.required or ""), _result(one))
        for one in found
    )  # fmt: skip
    heads = ("Materia", "A favor", "En contra", "Abstenciones", "Se piden", "Resultado")
    votes = Grid("Votos de cada materia", heads, rows, (30, 10, 14, 18, 13, 15))
    return (lines, votes), missing


def _said(one: Agreement) -> str:
    return f"{one.matter}: {one.text.strip().rstrip('.')}."


def _result(one: Agreement) -> str:
    return "" if one.passed is None else "Se acuerda" if one.passed else "No se acuerda"


def _elected(facts: Facts) -> Drawn:
    rows = tuple((one.body, one.office, one.name, said.identity(one.national_id)) for one in facts.meeting.elected)
    missing = [f"Falta la cédula de {one.name}." for one in facts.meeting.elected if not one.national_id]
    return (Grid("Personas elegidas", ("Órgano", "Cargo", "Nombre", "Cédula"), rows, (30, 20, 30, 20)),), missing


def _listed(items: tuple[str, ...]) -> Drawn:
    return (Bullets(tuple(Paragraph((item,)) for item in items)),), []


def _present(facts: Facts) -> Drawn:
    """Who came, in a short list: the long one is the annex that everybody signs."""
    people = facts.meeting.attendees
    if not people:
        return (), ["Falta quiénes asisten a la junta."]
    return _listed(
        tuple(f"{one.name}, con poder a {one.proxy}" if one.present_as == REPRESENTED else one.name for one in people)
    )


def _minutes_sign(facts: Facts) -> Drawn:
    meeting = facts.meeting
    missing = [] if meeting.president else ["Falta quién presidió la junta."]
    missing += [] if meeting.secretary else ["Falta quién escribió el acta."]
    chairs = (Signer(meeting.president, "Preside la junta"), Signer(meeting.secretary, "Escribe el acta"))
    return (Signatures((*chairs, *(Signer(name, "Integrante") for name in meeting.signers))),), missing


def _board_signs(facts: Facts) -> Drawn:
    """Everybody who was there, and a line for who cannot sign with the reason beside."""
    people = facts.meeting.attendees
    if not people:
        return (), ["Falta quiénes asisten a la sesión."]
    why = dict(line.split(": ", 1) for line in facts.meeting.not_signing)
    rows = tuple(
        (one.name, said.identity(one.national_id), f"No firma: {why[one.name]}" if one.name in why else "")
        for one in people
    )
    return (Grid("Firman quienes asistieron", ("Nombre", "Cédula", "Firma"), rows, (35, 20, 45), tall=True),), []


MEETING_PIECES: dict[str, Callable[[Facts], Drawn]] = {
    "resolutions": _resolutions,
    "elected": _elected,
    "present": _present,
    "dissenters": lambda f: _listed(f.meeting.dissenters),
    "reservations": lambda f: _listed(f.meeting.reservations),
    "not_signing": lambda f: _listed(f.meeting.not_signing),
    "minutes_sign": _minutes_sign,
    "board_signs": _board_signs,
}
