"""Bodies and seats: which there must be, how many, who elects them, and the gender mirror (R05-R09)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from cases.law.answers import Answer, Outcome, Reading, counted

BOARD, MANAGER, SOLE_MANAGER = "board", "manager", "sole_manager"
VIGILANCE, INSPECTOR, ALTERNATE = "vigilance", "inspector", "inspector_alternate"
CREDIT = "credit_committee"
#: From the day after this one the gender mirror may be enforced (DFL 5, art. 24).
MIRROR_SINCE = date(2018, 12, 24)
_NAMES = {
    BOARD: "el consejo de administración", MANAGER: "la gerencia", SOLE_MANAGER: "el gerente administrador",
    VIGILANCE: "la junta de vigilancia", INSPECTOR: "el inspector de cuentas", ALTERNATE: "el suplente del inspector",
    CREDIT: "el comité de crédito",
}  # fmt: skip


def seats(*, members: int, types: Collection[str], held: Collection[str], on: date) -> Answer:
    """R05 · The bodies a cooperative must have for its size (DFL 5, arts. 20, 23 d, 24 and 90)."""
    read = Reading(on)
    most = read.value("bodies", "small.members")
    small, here = members <= most, set(held)
    directs, watches = {BOARD, MANAGER} <= here, VIGILANCE in here
    if small:
        directs, watches = directs or SOLE_MANAGER in here, watches or {INSPECTOR, ALTERNATE} <= here
    else:
        read.rule("bodies", "large.bodies")
    missing = [] if directs else [_direction(here, small)]
    missing += [] if watches else [_watch(here, small)]
    if "ahorro_credito" in types:
        read.rule("bodies", "credit_committee")
        missing += [] if CREDIT in here else [_NAMES[CREDIT]]
    said = f"{counted(members, 'integrante', 'integrantes')}: {'hasta' if small else 'más de'} {most}."
    if not missing:
        return read.answer("R05", Outcome.MET, said, missing=[])
    grown = not small and ({SOLE_MANAGER} <= here or {INSPECTOR, ALTERNATE} <= here)
    if grown:
        read.rule("bodies", "member_21.grace")
    remedy = f"En la junta que sigue, elija {'; '.join(missing)}."
    return read.answer("R05", Outcome.WARNING if grown else Outcome.NOT_MET, said, remedy=remedy, missing=missing)


def _direction(here: set[str], small: bool) -> str:
    needed = " y ".join(_NAMES[one] for one in (BOARD, MANAGER) if one not in here)
    return f"{needed}, o {_NAMES[SOLE_MANAGER]}" if small else needed


def _watch(here: set[str], small: bool) -> str:
    needed = " y ".join(_NAMES[one] for one in (INSPECTOR, ALTERNATE) if one not in here)
    return f"{_NAMES[VIGILANCE]}, o {needed}" if small else _NAMES[VIGILANCE]


def vigilance(*, size: int, outsiders: int, on: date) -> Answer:
    """R06 · The vigilance board: five at most, two from outside at most, named by the meeting (DFL 5, art. 28)."""
    read = Reading(on)
    most, strangers = read.value("bodies", "vigilance.size"), read.value("bodies", "vigilance.outsiders")
    said = f"{counted(size, 'persona', 'personas')} de {most}; de fuera, {outsiders} de {strangers}."
    if size > most or outsiders > strangers or outsiders > size:
        remedy = f"Deje {most} personas o menos, y {strangers} o menos de fuera."
        return read.answer("R06", Outcome.NOT_MET, said, remedy=remedy)
    if size < 3 or outsiders == size:
        read.note("La ley no prohíbe que sea una sola persona ni que todas sean de fuera: convienen 3 integrantes.")
    return read.answer("R06", Outcome.MET, said)


def board(*, seats: int, by_users: int, by_legal_persons: int, on: date, group: str = "titulares") -> Answer:
    """R07 · Seats elected by user-members, and designated by legal persons (DFL 5, art. 24). Ask once per group."""
    read = Reading(on)
    share = read.value("bodies", "users.share")
    read.rule("bodies", "users.counted")
    needed = (share * seats + 99) // 100
    allowed = min((seats - 1) // 2, seats - needed) if seats else 0
    said = (
        f"{share} % de {seats} {group}, hacia arriba: {needed}; eligen {by_users}. "
        f"Personas jurídicas: {by_legal_persons} de {allowed} que se permiten."
    )
    wrong = []
    if by_users < needed:
        wrong.append(f"Faltan {needed - by_users} cargos elegidos por quienes usan la cooperativa.")
    if by_legal_persons > allowed:
        wrong.append(f"Sobran {by_legal_persons - allowed} cargos designados por personas jurídicas.")
    outcome = Outcome.NOT_MET if wrong else Outcome.MET
    return read.answer("R07", outcome, said, remedy=" ".join(wrong), needed=needed, allowed=allowed)


def gender_mirror(
    *,
    members: Mapping[str, int],
    candidates: Mapping[str, int],
    elected: Mapping[str, int],
    on: date,
    size: int | None = None,
) -> Answer:
    """R08 · Collegiate bodies mirror the gender share of the members (DFL 5, art. 24). It warns; it voids no act.

    By the name of each gender; `size`: the seats of the body, when some are empty.
    """
    read = Reading(on)
    read.rule("bodies", "gender.mirror")
    size, total = sum(elected.values()) if size is None else size, sum(members.values())
    if size <= 1 or not total:
        return read.answer("R08", Outcome.NOT_ASKED, "Un cargo de una sola persona no refleja partes.", quotas={})
    quotas = {gender: size * count // total for gender, count in members.items()}
    if len(members) > 2 or any(size * count % total for count in members.values()):
        read.rule("bodies", "gender.fraction")
    short = {
        gender: min(quota, candidates.get(gender, 0)) - elected.get(gender, 0)
        for gender, quota in quotas.items()
        if elected.get(gender, 0) < min(quota, candidates.get(gender, 0))
    }
    said = "; ".join(
        f"{gender}: {size} × {members[gender]} ÷ {total} = {quota}, en el órgano {elected.get(gender, 0)}"
        for gender, quota in quotas.items()
    )
    if on <= MIRROR_SINCE:
        read.note("Antes del 25-12-2018 no se podía exigir.")
    remedy = " ".join(f"De «{gender}» falta: {counted(count, 'cargo', 'cargos')}." for gender, count in short.items())
    outcome = Outcome.WARNING if short else Outcome.MET
    return read.answer("R08", outcome, f"{said}.", remedy=remedy, quotas=quotas, short=short)


def same_purpose_posts(*, posts: Sequence[str], purpose: str, on: date) -> Answer:
    """R09 · One directive post per person among cooperatives of the same purpose (DFL 5, art. 14).

    `posts`: the purpose of each cooperative in which the person has a directive post.
    """
    read = Reading(on)
    most, here = read.value("bodies", "posts.same_purpose"), sum(one == purpose for one in posts)
    said = f"{counted(here, 'cargo directivo', 'cargos directivos')} en cooperativas del mismo fin; se permite {most}."
    remedy = "Deje uno de los cargos." if here > most else ""
    return read.answer("R09", Outcome.NOT_MET if here > most else Outcome.MET, said, remedy=remedy)
