"""Each {name} of a base text: what it is called in Spanish and how it reads in the facts; empty means missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from cases.law.answers import Reading
from cases.law.versions import packs
from cases.papers import said
from cases.papers.facts import Facts
from incubator.paper import spelled

Read = Callable[[Facts], str]


@dataclass(frozen=True)
class Placeholder:
    """`label` follows «Falta»: «el domicilio de la cooperativa»."""

    label: str
    read: Read


def _count(read: Callable[[Facts], int | None], one: str, many: str, *, feminine: bool = False) -> Read:
    def counted(facts: Facts) -> str:
        number = read(facts)
        return "" if number is None else spelled.counted(number, one, many, feminine=feminine)

    return counted


def _type_name(facts: Facts) -> str:
    names = packs()[-1].library.types
    return said.listed(tuple(names[kind].lower() for kind in facts.types if kind in names))


@cache
def _law_percent(on: date, types: tuple[str, ...], facet: str) -> int | None:
    return Reading(on).of_type(types[0], facet).value if types else None


def _percent(facet: str) -> Read:
    def read(facts: Facts) -> str:
        value = _law_percent(facts.on, facts.types, facet)
        return "" if value is None else spelled.percent(value)

    return read


def _subscribed(facts: Facts) -> int | None:
    return said.shares_of(facts, "subscribed")


def _paid(facts: Facts) -> int | None:
    return said.shares_of(facts, "paid")


def _capital(facts: Facts) -> str:
    return said.worth(facts, facts.shares)


def _money(read: Callable[[Facts], int | None]) -> Read:
    return lambda facts: "" if (amount := read(facts)) is None else spelled.money(amount)


_COOPERATIVE = {
    "name": Placeholder("el nombre de la cooperativa", lambda f: f.name),
    "trade_name": Placeholder("el nombre de fantasía", lambda f: f.trade_name),
    "type_name": Placeholder("el tipo de cooperativa", _type_name),
    "commune": Placeholder("la comuna del domicilio de la cooperativa", lambda f: f.commune),
    "address": Placeholder("la dirección de la sede de la cooperativa", lambda f: f.address),
    "duration": Placeholder("cuántos años dura la cooperativa", _count(lambda f: f.duration_years, "año", "años")),
    "duration_said": Placeholder(
        "cuánto dura la cooperativa",
        lambda f: spelled.counted(f.duration_years, "año", "años") if f.duration_years else "Indefinida",
    ),
    "object_said": Placeholder("el objeto de la cooperativa", lambda f: "; ".join(f.objects)),
    "shares": Placeholder(
        "en cuántas cuotas se divide el capital",
        _count(lambda f: f.shares, "cuota de participación", "cuotas de participación", feminine=True),
    ),
    "share_value": Placeholder("el valor de cada cuota", _money(lambda f: f.share_value)),
    "capital": Placeholder("el capital inicial", _capital),
    "shares_subscribed": Placeholder(
        "cuántas cuotas suscribe cada integrante", _count(_subscribed, "cuota", "cuotas", feminine=True)
    ),
    "shares_paid": Placeholder("cuántas cuotas paga cada integrante", _count(_paid, "cuota", "cuotas", feminine=True)),
    "capital_subscribed": Placeholder("el capital suscrito", lambda f: said.worth(f, _subscribed(f))),
    "capital_paid": Placeholder("el capital pagado", lambda f: said.worth(f, _paid(f))),
    "members": Placeholder(
        "la lista de integrantes", _count(lambda f: len(f.members) or None, "persona", "personas", feminine=True)
    ),
    "women": Placeholder("cuántas mujeres hay", _count(lambda f: f.women, "mujer", "mujeres", feminine=True)),
    "men": Placeholder("cuántos hombres hay", _count(lambda f: f.men, "hombre", "hombres")),
    "cap_percent": Placeholder("el tipo de cooperativa", _percent("cap")),
    "reserve_percent": Placeholder("el tipo de cooperativa", _percent("reserve")),
    "refund_percent": Placeholder(
        "el fondo de devolución", lambda f: spelled.percent(Reading(f.on).value("types", "refund_fund"))
    ),
}
_RULES = {
    "payment_months": Placeholder(
        "en cuántos meses se paga el capital", _count(lambda f: f.choices.payment_months, "mes", "meses")
    ),
    "accounts_days": Placeholder(
        "con cuántos días se muestran las cuentas", _count(lambda f: f.choices.accounts_days, "día", "días")
    ),
    "meeting_months": Placeholder("en qué meses es la junta", lambda f: f.choices.meeting_months),
    "second_percent": Placeholder(
        "el quórum de la segunda citación", lambda f: spelled.percent(f.choices.second_call_percent)
    ),
    "second_least": Placeholder(
        "el mínimo de la segunda citación", _count(lambda f: f.choices.second_call_least, "integrante", "integrantes")
    ),
    "years": Placeholder("cuántos años duran los cargos", _count(lambda f: f.bodies.years, "año", "años")),
    "direction_seats": Placeholder(
        "cuántas personas administran", _count(lambda f: f.bodies.direction_seats, "integrante", "integrantes")
    ),
    "watch_seats": Placeholder(
        "cuántas personas tiene la junta de vigilancia",
        _count(lambda f: f.bodies.watch_seats, "integrante", "integrantes"),
    ),
}
_MEETING = {
    "meeting_day": Placeholder("el día de la junta", lambda f: said.plain_day(f.meeting.on)),
    "meeting_deed_day": Placeholder("el día de la junta", lambda f: said.deed_day(f.meeting.on)),
    "meeting_hour": Placeholder("la hora de la junta", lambda f: said.hour(f.meeting.starts)),
    "meeting_deed_hour": Placeholder("la hora de la junta", lambda f: said.deed_hour(f.meeting.starts)),
    "meeting_ends": Placeholder("la hora en que terminó la junta", lambda f: said.deed_hour(f.meeting.ends)),
    "meeting_kind": Placeholder("qué junta es", lambda f: f.meeting.kind),
    "meeting_end_hour": Placeholder("la hora en que terminó la junta", lambda f: said.hour(f.meeting.ends)),
    "second_call": Placeholder("la hora de la segunda citación", lambda f: said.hour(f.meeting.second_call)),
    "meeting_place": Placeholder("el lugar de la junta", lambda f: f.meeting.place),
    "meeting_commune": Placeholder("la comuna de la junta", lambda f: f.meeting.commune),
    "convener": Placeholder("quién cita a la junta", lambda f: f.meeting.convener),
    "president": Placeholder("quién presidió la junta", lambda f: f.meeting.president),
    "secretary": Placeholder("quién escribió el acta", lambda f: f.meeting.secretary),
    "attendees": Placeholder(
        "quiénes asistieron a la junta",
        _count(lambda f: len(f.meeting.attendees) or None, "persona", "personas", feminine=True),
    ),
    "reduces": Placeholder("quién reduce el acta a escritura pública", lambda f: said.listed(f.meeting.reduces)),
    "notice_day": Placeholder("el día de la citación", lambda f: said.plain_day(f.meeting.notice_on)),
    "channel": Placeholder("por qué medio se envía la citación", lambda f: f.meeting.channel),
    "medium": Placeholder("en qué medio sale el aviso", lambda f: f.meeting.medium),
    "published_notice_day": Placeholder(
        "el día en que sale el aviso", lambda f: said.plain_day(f.meeting.published_on)
    ),
    "recipient": Placeholder("a quién se cita", lambda f: f.recipient),
}
_FILING = {
    "deed_day": Placeholder("la fecha de la escritura", lambda f: said.deed_day(f.deed.on)),
    "notary": Placeholder("el nombre del notario", lambda f: f.deed.notary_name),
    "notary_domicile": Placeholder("el domicilio del notario", lambda f: f.deed.notary_domicile),
    "repertory": Placeholder("el número de repertorio de la escritura", lambda f: f.deed.repertory),
    "registrar_commune": Placeholder("la comuna del Conservador", lambda f: f.filing.registrar_commune),
    "entry_day": Placeholder("la fecha de la inscripción", lambda f: said.short_day(f.filing.entered_on)),
    "folio": Placeholder("las fojas de la inscripción", lambda f: f.filing.folio),
    "entry": Placeholder("el número de la inscripción", lambda f: f.filing.entry),
    "entry_year": Placeholder("el año de la inscripción", lambda f: str(f.filing.year or "")),
    "published_day": Placeholder(
        "la fecha de la publicación en el Diario Oficial", lambda f: said.short_day(f.filing.published_on)
    ),
    "cve": Placeholder("el código de la publicación en el Diario Oficial", lambda f: f.filing.cve),
    "agent": Placeholder("quién presenta los documentos", lambda f: f.agent.name),
    "agent_id": Placeholder("la cédula de quien presenta los documentos", lambda f: said.identity(f.agent.national_id)),
    "agent_address": Placeholder("el domicilio de quien presenta los documentos", lambda f: f.agent.address),
    "agent_phone": Placeholder("el teléfono de quien presenta los documentos", lambda f: f.agent.phone),
    "agent_email": Placeholder("el correo de quien presenta los documentos", lambda f: f.agent.email),
}
_SINGLE = {
    "today": Placeholder("la fecha del documento", lambda f: said.plain_day(f.on)),
    "certificate": Placeholder("el número del título", lambda f: str(f.certificate.number or "")),
    "certificate_day": Placeholder("la fecha del título", lambda f: said.deed_day(f.certificate.on)),
    "holder": Placeholder("de quién es el título", lambda f: f.certificate.holder),
    "holder_id": Placeholder(
        "la cédula de quien tiene el título", lambda f: said.identity(f.certificate.holder_national_id)
    ),
    "holder_shares": Placeholder(
        "cuántas cuotas dice el título", _count(lambda f: f.certificate.shares, "cuota", "cuotas", feminine=True)
    ),
    "holder_worth": Placeholder("cuánto valen las cuotas del título", lambda f: said.worth(f, f.certificate.shares)),
    "grantor": Placeholder("quién da el poder", lambda f: f.proxy.grantor),
    "grantor_id": Placeholder("la cédula de quien da el poder", lambda f: said.identity(f.proxy.grantor_national_id)),
    "grantor_address": Placeholder("el domicilio de quien da el poder", lambda f: f.proxy.grantor_address),
    "proxy_holder": Placeholder("quién lleva el poder", lambda f: f.proxy.holder),
    "proxy_holder_id": Placeholder(
        "la cédula de quien lleva el poder", lambda f: said.identity(f.proxy.holder_national_id)
    ),
    "proxy_day": Placeholder("la fecha del poder", lambda f: said.plain_day(f.proxy.on)),
    "instructions": Placeholder("las instrucciones del poder", lambda f: f.proxy.instructions),
}
_AGENT = tuple(name for name in _FILING if name.startswith("agent"))
_CHANGES = {
    "published_deed_day": Placeholder(
        "la fecha de la publicación en el Diario Oficial", lambda f: said.deed_day(f.filing.published_on)
    ),
    "cured_act": Placeholder("qué acto se sanea", lambda f: f.cured_act),
    "cure_day": Placeholder("la fecha de la escritura que sanea", lambda f: said.deed_day(f.cure_deed_date)),
    "cure_notary": Placeholder("el notario de la escritura que sanea", lambda f: f.cure_notary_name),
    "cure_notary_domicile": Placeholder(
        "el domicilio del notario de la escritura que sanea", lambda f: f.cure_notary_domicile
    ),
}
PLACEHOLDERS = {**_COOPERATIVE, **_RULES, **_MEETING, **_FILING, **_SINGLE, **_CHANGES}
#: Where people write what each placeholder reads; a case turns it into a page.
TOPICS = (
    {
        name: topic
        for topic, group in (
            ("project", {**_COOPERATIVE, **_RULES}),
            ("meeting", _MEETING),
            ("filing", _FILING),
            ("person", _SINGLE),
            ("cure", _CHANGES),
        )
        for name in group
    }
    | dict.fromkeys(("members", "women", "men"), "founders")
    | dict.fromkeys(_AGENT, "project")
)
