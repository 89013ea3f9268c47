"""Each [[piece]] of a base text: the tables, lists and lines to sign that facts draw, and what each lacks."""

from collections.abc import Callable, Iterable

from cases.papers import said
from cases.papers.facts import ON_REQUEST, REPRESENTED, Agreement, Facts, Member, Reform
from cases.papers.meeting_pieces import MEETING_PIECES
from incubator.paper.records import Block, Bullets, Grid, Letters, Paragraph, Signatures, Signer

#: What a piece gives: its blocks, and the sentences of what is missing.
Drawn = tuple[tuple[Block, ...], list[str]]
#: What art. 6 asks of each founder, as «Falta … de Rosa Pérez» says it.
_FOUNDER = {"occupation": "la ocupación", "address": "el domicilio", "national_id": "la cédula"}
_SHARES = {"shares_subscribed": "cuántas cuotas suscribe", "shares_paid": "cuántas cuotas paga"}
_EMPTY = "—"  # a cell that nothing should fill


def _lines(items: Iterable[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((item,)) for item in items)


def _list_of(shape: type, items: tuple[str, ...], missing: str) -> Drawn:
    return ((shape(_lines(items)),), []) if items else ((), [f"Falta {missing}."])


def _objects(facts: Facts) -> Drawn:
    return _sentences(facts.objects, "el objeto de la cooperativa")


def _sentences(items: tuple[str, ...], missing: str) -> Drawn:
    return _list_of(Letters, tuple(item.rstrip(".") + "." for item in items), missing)


def _agenda(facts: Facts) -> Drawn:
    return _list_of(Letters, facts.meeting.agenda, "la tabla de la junta")


def _supports(facts: Facts) -> Drawn:
    return _list_of(Bullets, facts.meeting.supports, "qué apoyos se ofrecen")


def _goods(facts: Facts) -> Drawn:
    rows = tuple((one.contributor, one.description, said.pesos(one.value)) for one in facts.goods)
    return (Grid("Aportes que no son dinero", ("Quién aporta", "Qué aporta", "Valor"), rows, (35, 45, 20)),), []


def lacks(member: Member, asked: dict[str, str]) -> list[str]:
    """«Falta el domicilio de Rosa Pérez.» for each fact of one person that nobody recorded."""
    found = [f"Falta {label} de {member.name}." for key, label in asked.items() if getattr(member, key) in ("", None)]
    if member.signature == ON_REQUEST and not member.signs_for:
        found.append(f"Falta quién firma a ruego de {member.name}.")
    return found


def _founders(facts: Facts) -> Drawn:
    if not facts.members:
        return (), ["Falta la lista de personas fundadoras."]
    missing = [sentence for one in facts.members for sentence in lacks(one, {**_FOUNDER, **_SHARES})]
    rows = tuple((one.name, said.identity(one.national_id), one.occupation, one.address) for one in facts.members)
    people = Grid(
        "Personas fundadoras", ("Nombre", "Cédula", "Profesión u ocupación", "Domicilio"), rows, (30, 20, 20, 30)
    )
    shares = tuple(
        (
            one.name,
            said.in_words(one.shares_subscribed),
            said.in_words(one.shares_paid),
            said.pesos((one.shares_paid or 0) * (facts.share_value or 0)),
            one.contribution,
        )
        for one in facts.members
    )
    heads = ("Nombre", "Cuotas que suscribe", "Cuotas que paga", "Valor pagado", "Aporte")
    return (people, Grid("Cuotas de cada persona fundadora", heads, shares, (30, 20, 20, 15, 15))), missing


def _founders_sign(facts: Facts) -> Drawn:
    rows = tuple((one.name, said.identity(one.national_id), _hand(one)) for one in facts.members)
    heads = ("Nombre", "Cédula", "Firma o huella")
    return (Grid("Firman todas las personas fundadoras", heads, rows, (35, 20, 45), tall=True),), []


def _hand(member: Member) -> str:
    return f"A ruego firma {member.signs_for}. Huella:" if member.signature == ON_REQUEST else ""


def _appearers(facts: Facts) -> Drawn:
    """Who appears in a deed, with what art. 405 of the COT asks of each."""
    if not facts.members:
        return (), ["Falta quiénes comparecen."]
    asked = {"nationality": "la nacionalidad", "civil_status": "el estado civil", **_FOUNDER}
    missing = [sentence for one in facts.members for sentence in lacks(one, asked)]
    rows = tuple(
        (
            one.name,
            said.identity(one.national_id),
            f"{one.nationality}, {one.civil_status}",
            one.occupation,
            one.address,
        )
        for one in facts.members
    )
    heads = ("Nombre", "Cédula", "Nacionalidad y estado civil", "Ocupación", "Domicilio")
    return (Grid("Personas que comparecen", heads, rows, (25, 20, 15, 15, 25)),), missing


def _members_sign(facts: Facts) -> Drawn:
    rows = tuple((one.name, said.identity(one.national_id), _hand(one)) for one in facts.members)
    heads = ("Nombre", "Cédula", "Firma o huella")
    return (Grid("Firman todas las personas que comparecen", heads, rows, (35, 20, 45), tall=True),), []


def _first_seats(facts: Facts) -> Drawn:
    if not facts.bodies.first:
        return (), ["Falta quiénes ocupan los primeros cargos."]
    missing = [f"Falta la cédula de {one.name}." for one in facts.bodies.first if not one.national_id]
    rows = tuple((one.body, one.office, one.name, said.identity(one.national_id)) for one in facts.bodies.first)
    return (Grid("Primeros cargos", ("Órgano", "Cargo", "Nombre", "Cédula"), rows, (30, 15, 35, 20)),), missing


def _agreements(facts: Facts) -> Drawn:
    found = facts.meeting.agreements
    if not found:
        return (), ["Falta qué se acordó en la junta."]
    missing = [f"Faltan los votos de «{one.matter}»." for one in found if None in (one.yes, one.no, one.abstained)]
    lines = Letters(_lines(_voted(one) for one in found))
    rows = tuple((one.matter, str(one.yes), str(one.no), str(one.abstained)) for one in found)
    votes = Grid("Votos de cada materia", ("Materia", "A favor", "En contra", "Abstenciones"), rows, (45, 15, 20, 20))
    return (lines, votes), missing


def _voted(one: Agreement) -> str:
    """«Estatutos: se aprueban. Votos a favor, seis (6); en contra, cero (0); abstenciones, una (1).»"""
    yes, no, abstained = (said.in_words(count) for count in (one.yes, one.no, one.abstained))
    return f"{one.matter}: {one.text} Votos a favor, {yes}; en contra, {no}; abstenciones, {abstained}."


def _roll(facts: Facts) -> Drawn:
    people = facts.meeting.attendees
    if not people:
        return (), ["Falta quiénes asisten a la junta."]
    missing = [f"Falta la cédula de {one.name}." for one in people if not one.national_id]
    missing += [
        f"Falta quién representa a {one.name}." for one in people if one.present_as == REPRESENTED and not one.proxy
    ]
    rows = tuple(
        (
            one.name,
            said.identity(one.national_id),
            f"Representa {one.proxy}" if one.present_as == REPRESENTED else "Presente",
            f"{one.arrived_at:%H:%M}" if one.arrived_at else "",
            f"{one.left_at:%H:%M}" if one.left_at else "",
            "",
        )
        for one in people
    )
    heads = ("Nombre", "Cédula", "Cómo asiste", "Llega", "Sale", "Firma o huella")
    return (Grid("Personas que asisten", heads, rows, (25, 20, 15, 10, 10, 20), tall=True),), missing


def _book(facts: Facts) -> Drawn:
    if not facts.members:
        return (), ["Falta la lista de integrantes."]
    asked = {"number": "el número de registro", "national_id": "la cédula", "birth_date": "la fecha de nacimiento"}
    asked |= {"nationality": "la nacionalidad", "occupation": "la ocupación", "address": "el domicilio"}
    asked |= {"joined_on": "la fecha de ingreso"}
    missing = [sentence for one in facts.members for sentence in lacks(one, {**asked, **_SHARES})]
    people = tuple(
        (str(one.number), one.name, said.identity(one.national_id), said.short_day(one.birth_date), one.nationality,
         one.occupation)
        for one in facts.members
    )  # fmt: skip
    heads = ("N.°", "Nombre", "Cédula", "Nacimiento", "Nacionalidad", "Ocupación")
    moves = tuple(
        (str(one.number), one.address, said.short_day(one.joined_on),
         f"{said.short_day(one.left_on)} {one.exit_cause}".strip() or _EMPTY, str(one.shares_subscribed),
         str(one.shares_paid))
        for one in facts.members
    )  # fmt: skip
    second = ("N.°", "Domicilio", "Ingreso", "Salida y causa", "Cuotas suscritas", "Cuotas pagadas")
    return (
        Grid("Integrantes", heads, people, (5, 25, 20, 15, 20, 15)),
        Grid("Domicilio, ingreso, salida y cuotas", second, moves, (5, 35, 15, 15, 15, 15)),
    ), missing


def _seats(facts: Facts) -> Drawn:
    if not facts.seats:
        return (), ["Falta quiénes tienen los cargos."]
    missing = [f"Falta desde cuándo tiene su cargo {one.name}." for one in facts.seats if one.since is None]
    rows = tuple(
        (one.name, one.body, one.office, said.short_day(one.since), said.short_day(one.until) or _EMPTY)
        for one in facts.seats
    )
    heads = ("Nombre", "Órgano o poder", "Cargo", "Desde", "Hasta")
    return (Grid("Cargos y personas apoderadas", heads, rows, (25, 20, 15, 20, 20)),), missing


def _statutes_deeds(facts: Facts) -> Drawn:
    """The deed of the constitution and those that changed the statutes, each with its notary."""
    deeds = (Reform(what="Constitución", **_deed_of(facts)), *facts.reforms)
    missing = [f"Falta la fecha de la escritura de «{one.what}»." for one in deeds if one.on is None]
    missing += [f"Falta el notario de la escritura de «{one.what}»." for one in deeds if not one.notary_name]
    rows = tuple((one.what, said.short_day(one.on), one.notary_name, one.notary_domicile or _EMPTY) for one in deeds)
    heads = ("Qué", "Fecha de la escritura", "Notaría", "Domicilio")
    return (Grid("Escrituras de los estatutos", heads, rows, (25, 20, 30, 25)),), missing


def _deed_of(facts: Facts) -> dict[str, object]:
    deed = facts.deed
    return {"on": deed.on, "notary_name": deed.notary_name, "notary_domicile": deed.notary_domicile}


def _signs(label: str, *signers: tuple[str, str]) -> Drawn:
    missing = [] if all(name for name, _ in signers) else [f"Falta {label}."]
    return (Signatures(tuple(Signer(name, role) for name, role in signers)),), missing


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _committee_signs(facts: Facts) -> Drawn:
    people = facts.meeting.committee
    if not people:
        return (), ["Falta quiénes forman el comité organizador."]
    return _signs("un nombre del comité organizador", *((name, "Comité organizador") for name in people))


PIECES: dict[str, Callable[[Facts], Drawn]] = {
    **MEETING_PIECES,
    "objects": _objects,
    "agenda": _agenda,
    "supports": _supports,
    "goods": _goods,
    "founders": _founders,
    "founders_sign": _founders_sign,
    "appearers": _appearers,
    "members_sign": _members_sign,
    "first_seats": _first_seats,
    "agreements": _agreements,
    "roll": _roll,
    "book": _book,
    "seats": _seats,
    "statutes_deeds": _statutes_deeds,
    "reform_items": lambda f: _sentences(f.reform_items, "qué cambia la reforma"),
    "defects": lambda f: _sentences(f.defects, "qué defectos se corrigen"),
    "corrections": lambda f: _sentences(f.corrections, "cómo se corrige cada defecto"),
    "cure_notary_signs": lambda f: _signs("el notario de la escritura que sanea", (f.cure_notary_name, "Notaría")),
    "committee_signs": _committee_signs,
    "convener_signs": lambda f: _signs("quién cita a la junta", (_capital(f.meeting.convener), "Cita a la junta")),
    "officers_sign": lambda f: _signs(
        "quién presidió o quién escribió el acta",
        (f.meeting.president, "Preside la junta"),
        (f.meeting.secretary, "Escribe el acta"),
    ),
    "agent_signs": lambda f: _signs("quién presenta los documentos", (f.agent.name, "Presenta los documentos")),
    "notary_signs": lambda f: _signs("el nombre del notario", (f.deed.notary_name, "Notaría")),
    "certificate_signs": lambda f: _signs(
        "quién preside o quién tiene la gerencia",
        (f.certificate.president, "Presidencia"),
        (f.certificate.manager, "Gerencia"),
    ),
    "grantor_signs": lambda f: _signs("quién da el poder", (f.proxy.grantor, "Da el poder")),
    "manager_signs": lambda f: _signs("quién tiene la gerencia", (f.certificate.manager, "Gerencia")),
}
#: Where people write what each piece draws, as placeholders.TOPICS.
TOPICS = {
    **dict.fromkeys(("objects", "goods"), "project"),
    **dict.fromkeys(("founders", "founders_sign", "book", "appearers", "members_sign"), "founders"),
    **dict.fromkeys(("first_seats", "seats", "manager_signs", "certificate_signs"), "seats"),
    **dict.fromkeys(("agent_signs",), "project"),
    **dict.fromkeys(("notary_signs", "statutes_deeds"), "filing"),
    **dict.fromkeys(("grantor_signs",), "person"),
    **dict.fromkeys(("reform_items", "defects", "corrections", "cure_notary_signs"), "cure"),
}
