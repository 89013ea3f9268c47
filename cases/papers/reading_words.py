"""What a legal adviser writes in a base text, in Spanish: facts, pieces, conditions; and a text without a case."""

import re
from dataclasses import replace

from cases.papers import markup
from cases.papers.placeholders import PLACEHOLDERS
from cases.papers.texts import BaseText
from incubator.paper.records import Article, Block, Paper, Paragraph, Section, Strong, settle

#: Each [[piece]].
PIECES = {
    "objects": "los objetos, con letras",
    "agenda": "la tabla de la junta, con letras",
    "supports": "los apoyos que se ofrecen",
    "goods": "la tabla de los aportes que no son dinero",
    "founders": "las tablas de las personas fundadoras y de sus cuotas",
    "founders_sign": "la tabla donde firma cada persona fundadora",
    "appearers": "la tabla de las personas que comparecen, como la pide una escritura",
    "members_sign": "la tabla donde firma cada persona que comparece",
    "first_seats": "la tabla de los primeros cargos",
    "agreements": "los acuerdos con sus votos",
    "roll": "la tabla de asistentes, con lugar para firmar",
    "book": "las tablas del registro de integrantes",
    "seats": "la tabla de cargos y personas apoderadas",
    "statutes_deeds": "la tabla de las escrituras de los estatutos",
    "reform_items": "lo que cambia una reforma, con letras",
    "defects": "los defectos que se corrigen, con letras",
    "corrections": "las correcciones, con letras",
    "committee_signs": "las firmas del comité organizador",
    "convener_signs": "la firma de quien cita",
    "officers_sign": "las firmas de quien preside y de quien escribe",
    "present": "quiénes están en la sesión",
    "resolutions": "los acuerdos de la sesión, con sus votos",
    "elected": "las personas elegidas",
    "dissenters": "quiénes disintieron",
    "reservations": "las reservas y a quién son",
    "not_signing": "quiénes no pueden firmar y por qué",
    "board_signs": "las firmas de quienes estuvieron en la sesión",
    "minutes_sign": "las firmas de la presidencia, la secretaría y tres integrantes",
    "agent_signs": "la firma de quien presenta los documentos",
    "notary_signs": "la firma del notario",
    "cure_notary_signs": "la firma del notario de la escritura que sanea",
    "certificate_signs": "las firmas de la presidencia y de la gerencia",
    "grantor_signs": "la firma de quien da el poder",
    "manager_signs": "la firma de la gerencia",
}
#: Each «?condition:», as «solo si …».
CONDITIONS = {
    "trade_name": "hay un nombre de fantasía",
    "fixed_term": "la cooperativa dura un número de años",
    "no_term": "la cooperativa dura sin término",
    "goods": "hay aportes que no son dinero",
    "only_money": "todos los aportes son dinero",
    "board": "administra un consejo",
    "sole_manager": "administra un gerente administrador",
    "vigilance": "vigila una junta de vigilancia",
    "inspector": "vigila un inspector de cuentas",
    "second_call": "hay una segunda citación",
    "instructions": "el poder lleva instrucciones",
    "unpaid": "quedan cuotas por pagar",
    "work": "es de trabajo",
    "rural": "es campesina",
    "services": "es de servicios",
    "supports": "se ofrecen apoyos",
    "repertory": "se sabe el repertorio de la escritura",
    "entered": "se sabe la inscripción",
    "published": "se sabe la publicación",
    "on_second_call": "la junta se hizo en segunda citación",
    "noticed": "se sabe el día de la citación",
    "announced": "se publicó un aviso de la junta",
    "elected": "se eligió a alguien",
    "none_elected": "no se eligió a nadie",
    "dissent": "alguien disintió",
    "no_dissent": "nadie disintió",
    "reservations": "alguien dejó una reserva",
    "no_reservations": "nadie dejó reservas",
    "not_signing": "alguien no puede firmar",
    "all_sign": "firman todas las personas",
    "met": "se sabe el día de la junta",
}
_WHEN = re.compile(r"(?m)^\?(\w+):[ \t]+(?!\[\[)")


class _Nobody:
    """No case: each fact says what it is."""

    def value(self, name: str) -> str:
        return f"‹{PLACEHOLDERS[name].label}›"

    def holds(self, condition: str) -> bool:
        return True

    def piece(self, name: str) -> tuple[Block, ...]:
        return (Paragraph((Strong(f"‹Aquí va: {PIECES.get(name, name)}›"),)),)


def unfilled(text: BaseText) -> Paper:
    """A base text with the name of each fact in its place."""
    scope = _Nobody()
    sections = tuple(
        Section(
            key=section.key,
            heading=markup.plain(section.heading, scope),
            blocks=markup.blocks(_conditions_said(section.text), scope),
            articles=tuple(
                Article(one.key, one.heading, markup.blocks(_conditions_said(one.text), scope))
                for one in section.article
            ),
            numbered=section.numbered,
        )
        for section in text.section
    )
    paper = Paper(key=text.document, title=markup.plain(text.title, scope), sections=sections, draft=True)
    return settle(replace(paper, subtitle=markup.plain(text.subtitle, scope)))


def _conditions_said(text: str) -> str:
    return _WHEN.sub(lambda one: f"(Solo si {CONDITIONS.get(one[1], one[1])}:) ", text)
