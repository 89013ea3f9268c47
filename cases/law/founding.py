"""Founding: how many, for what, and what the founding papers must say (R01, R04, R16)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from cases.law import names
from cases.law.answers import Answer, Outcome, Reading, counted, dmy
from cases.law.shapes import Clause
from cases.law.versions import pack_on
from incubator.text import thousands

#: What the founding minutes say of each founder (DFL 5, art. 6).
FOUNDER_DATA = {"name": "nombre", "occupation": "ocupación", "address": "domicilio", "national_id": "cédula"}
BLOCKS = tuple("abcdefghi")
#: Without these, the constitution is void though curable (DFL 5, arts. 6 and 9).
NULLITY_BLOCKS = frozenset("abc")
#: Types that are never combined and need a study before the founding meeting (DFL 5, arts. 3 and 12).
ALONE = frozenset({"ahorro_credito", "vivienda_abierta"})


def minimum_members(
    *,
    types: Collection[str],
    members: int,
    deed_on: date,
    met_on: date | None = None,
    patrimony_uf: int | None = None,
    statutes: int | None = None,
) -> Answer:
    """R01 · Minimum of members on the day of the deed (DFL 5, arts. 13, 60, 84, 88-89, 95 and 101)."""
    read = Reading(deed_on)
    asked = max(_minimum(read, kind) for kind in types)
    if len(set(types)) > 1:
        read.rule("types", "several_types.minimum")
    if met_on is not None:
        earlier = max(_minimum(Reading(met_on), kind) for kind in types)
        if earlier > asked:
            read.note(f"La junta fue cuando la ley pedía {earlier} integrantes, y la escritura vino después.")
            asked = earlier
    said = ""
    if statutes is not None and statutes > asked:
        read.rule("types", "more_than_law.allowed")
        asked, said = statutes, " Lo piden los estatutos."
    patrimony = max((_patrimony(read, kind) for kind in types), default=0)
    poor = patrimony > 0 and (patrimony_uf is None or patrimony_uf < patrimony)
    sign = "≥" if members >= asked else "<"
    arithmetic = f"{counted(members, 'integrante', 'integrantes')} {sign} {asked}, el mínimo el {dmy(deed_on)}.{said}"
    if patrimony:
        has = "sin dato" if patrimony_uf is None else f"{thousands(patrimony_uf)} UF"
        arithmetic += f" Patrimonio: {has}; se piden {thousands(patrimony)} UF."
    missing = max(asked - members, 0)
    remedy = f"Falta sumar {counted(missing, 'integrante', 'integrantes')}." if missing else ""
    if poor:
        remedy = f"{remedy} Falta llegar al patrimonio.".strip()
    outcome = Outcome.NOT_MET if missing or poor else Outcome.MET
    return read.answer("R01", outcome, arithmetic, remedy=remedy, minimum=asked, missing=missing)


def _minimum(read: Reading, kind: str) -> int:
    return read.of_type(kind, "minimum").value or 0


def _patrimony(read: Reading, kind: str) -> int:
    return read.value("types", f"{kind}.patrimony") if kind in ALONE else 0


def purposes(
    *,
    types: Collection[str],
    meeting_on: date,
    study_approved_on: date | None = None,
    study_filed_on: date | None = None,
    objected: bool = False,
) -> Answer:
    """R04 · Which types may be combined, and the study before the founding meeting (DFL 5, arts. 3 and 12)."""
    read = Reading(meeting_on)
    read.rule("types", "purposes.combined")
    alone = sorted(ALONE & set(types))
    if not alone:
        return read.answer("R04", Outcome.MET, "Ningún fin pide ir solo ni un estudio previo.")
    if len(set(types)) > 1:
        said = f"{len(set(types))} fines, y uno de ellos no se une con otros."
        return read.answer("R04", Outcome.NOT_MET, said, remedy="Deje ese fin para otra cooperativa.")
    read.rule("types", "study.first")
    days = read.value("clocks", "study.objection")
    approved = study_approved_on
    if approved is None and study_filed_on is not None and not objected:
        approved = study_filed_on + timedelta(days=days + 1)
    if approved is not None and approved < meeting_on:
        said = f"Estudio aprobado el {dmy(approved)}, antes de la junta del {dmy(meeting_on)}."
        return read.answer("R04", Outcome.MET, said, approved_on=approved)
    said = f"Junta del {dmy(meeting_on)}, sin estudio aprobado antes de ella. El DAES tiene {days} días para objetar."
    return read.answer("R04", Outcome.NOT_MET, said, remedy="Espere la aprobación del estudio y cite de nuevo.")


def founding_data(
    *,
    on: date,
    name: str,
    shares: int,
    founders: Sequence[Collection[str]],
    blocks: Collection[str],
    types: Collection[str],
    gender_mechanism: bool,
    work_rules: bool = False,
    other_names: Collection[str] = (),
) -> Answer:
    """R16 · What the founding papers must hold (DFL 5, arts. 5, 6, 24 and 63).

    `founders`: for each, which of FOUNDER_DATA is written; `blocks`: the letters of art. 6 that the statutes have.
    """
    read = Reading(on)
    multiple = read.value("money", "shares.multiple")
    for letter in BLOCKS:
        read.rule("clauses", letter)
    read.rule("types", "name")
    read.rule("clauses", "gender")
    if "trabajo" in types:
        read.rule("clauses", "63.trabajo")
    title = names.title(name=name, on=on, others=other_names)
    grave = [title.remedy] if title.outcome == Outcome.NOT_MET else []
    grave += _voiding(blocks, founders)
    if shares <= 0 or shares % multiple:
        grave.append(f"Las cuotas deben ser múltiplo de {multiple}.")
    other = _incomplete(blocks, gender_mechanism, "trabajo" not in types or work_rules)
    arithmetic = (
        f"{thousands(shares)} cuotas ÷ {multiple} deja resto {shares % multiple}; "
        f"{len(set(blocks) & set(BLOCKS))} de {len(BLOCKS)} letras; "
        f"{counted(len(founders), 'persona fundadora', 'personas fundadoras')}."
    )
    outcome = Outcome.NOT_MET if grave or other else title.outcome
    return read.answer("R16", outcome, arithmetic, remedy=" ".join([*grave, *other]), grave=grave, other=other)


def _voiding(blocks: Collection[str], founders: Sequence[Collection[str]]) -> list[str]:
    """What is missing and makes the constitution void, though curable."""
    found = [f"Falta la letra {letter} de los estatutos." for letter in sorted(NULLITY_BLOCKS - set(blocks))]
    for place, written in enumerate(founders, 1):
        lacks = [label for key, label in FOUNDER_DATA.items() if key not in written]
        found += [f"Falta de la persona fundadora {place}: {', '.join(lacks)}."] if lacks else []
    return found


def _incomplete(blocks: Collection[str], gender_mechanism: bool, work_rules: bool) -> list[str]:
    """What is missing and does not make it void."""
    found = [f"Falta la letra {letter}." for letter in BLOCKS if letter not in {*blocks, *NULLITY_BLOCKS}]
    if not gender_mechanism:
        found.append("Falta cómo los órganos reflejan la parte de cada género.")
    if not work_rules:
        found.append("Faltan las reglas del trabajo del artículo 63.")
    return found


def clauses_for(*, types: Collection[str], on: date) -> list[Clause]:
    """What the statutes of these types must say, in the order of art. 6."""
    rows = [rule for rule in pack_on(on).by_topic["clauses"].values() if isinstance(rule, Clause)]
    return [rule for rule in rows if not rule.type or rule.type in types]
