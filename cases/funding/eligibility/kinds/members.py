"""How many they are, how many women, of what age. Who did not say counts both ways."""

from typing import Any

from cases.funding.eligibility.asking import IMPOSSIBLE, Asked, Verdict, fails, in_time, meets, missing, unknown_day
from cases.funding.eligibility.days import after, dmy
from cases.funding.eligibility.facts import Share
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import OF_MEMBERS, Kind, in_order
from cases.funding.eligibility.outcomes import PROFILES, Need

#: Parameters of every share: a percentage, a number of people, or both.
SHARE = (
    Parameter("percent", "Porcentaje al menos", Type.PERCENT),
    Parameter("number", "Personas al menos", Type.WHOLE, least=1),
)
ONE_OF_SHARE = ("percent", "number")


def counted(number: int, profile: str) -> str:
    """«1 socia», «3 socias»."""
    return f"{number} {PROFILES[profile][number != 1]}"


def enough(yes: int, total: int, given: dict[str, Any]) -> bool:
    """Whether so many of so many are enough. Percentages to two decimals, compared as whole numbers."""
    percent, number = given["percent"], given["number"]
    if number is not None and yes < number:
        return False
    return percent is None or yes * 10_000 >= round(percent * 100) * total


def lacking(share: Share, given: dict[str, Any]) -> int | None:
    """How many must come in to be sure, taking whoever did not say as «no»; None when no number is enough."""
    more = max((given["number"] or 0) - share.yes, 0)
    if given["percent"] is not None:
        part = round(given["percent"] * 100)
        short = part * share.total - share.yes * 10_000
        if short > 0 and part == 10_000:
            return None
        if short > 0:
            more = max(more, -(-short // (10_000 - part)))
    return more


def share_verdict(share: Share, given: dict[str, Any], profile: str, asked: Asked) -> Verdict:
    """Meets if it does even when whoever did not say is a «no»; fails if not even when they are a «yes»."""
    if not share.total:
        return missing("No hay integrantes en la nómina.", "Anote a las personas del grupo.")
    said = f"{counted(share.yes, profile)} de {share.total}."
    if enough(share.yes, share.total, given):
        return meets(said)
    if enough(share.yes + share.unstated, share.total, given):
        said = f"{said} De {share.unstated} no hay dato."
        return missing(said, "Pregunte a quienes no lo han dicho. Responder es voluntario.")
    more = lacking(share, given)
    if more is None:
        return fails(said, "Las bases lo piden de todas las personas del grupo.", IMPOSSIBLE)
    remedy = f"Falta que se {'sume' if more == 1 else 'sumen'} {counted(more, profile)} hasta el {dmy(asked.day)}."
    return fails(said, remedy, Need(people=more, profile=profile), asked.day)


def say_share(what: str):
    """«Al menos 50 % de mujeres»."""

    def say(given: dict[str, Any]) -> str:
        parts = []
        if given["percent"] is not None:
            parts.append(f"{given['percent']:g} %".replace(".", ","))
        if given["number"] is not None:
            parts.append(f"{given['number']} {'persona' if given['number'] == 1 else 'personas'}")
        return f"Al menos {' y '.join(parts)}: {what}"

    return say


def _women(asked: Asked) -> Verdict:
    return share_verdict(asked.facts.women, asked.given, "women", asked)


def _members(asked: Asked) -> Verdict:
    number, most = asked.facts.members, asked.given["maximum"]
    if not number:
        return missing("No hay integrantes en la nómina.", "Anote a las personas del grupo.")
    said = f"{counted(number, 'members')}."
    if most is not None and number > most:
        return fails(said, f"Este fondo es para grupos de hasta {most}. Busque otro llamado.", IMPOSSIBLE)
    easiest, hardest = _least(asked)
    if number >= hardest:
        return meets(said)
    if number >= easiest:
        return missing("Falta el tipo de cooperativa: de él depende el mínimo.", "Anote el tipo de cooperativa.")
    more = easiest - number
    remedy = f"Falta que se {'sume' if more == 1 else 'sumen'} {counted(more, 'members')} hasta el {dmy(asked.day)}."
    return fails(said, remedy, Need(people=more, profile="members"), asked.day)


def _least(asked: Asked) -> tuple[int, int]:
    """The least number of members that may be asked of it, and the greatest: the same once its type is known."""
    base, by_type = asked.given["minimum"] or 0, asked.given["by_type"] or {}
    kind = asked.facts.cooperative_type
    if kind or not by_type:
        return (max(base, by_type.get(kind, 0)),) * 2
    return base, max(base, *by_type.values())


def _say_members(given) -> str:
    parts = [
        f"al menos {given['minimum']}" if given["minimum"] is not None else "",
        f"hasta {given['maximum']}" if given["maximum"] is not None else "",
        *(f"{kind}: al menos {number}" for kind, number in (given["by_type"] or {}).items()),
    ]
    return f"Integrantes: {', '.join(filter(None, parts))}"


def _ages(asked: Asked) -> Verdict:
    facts, given = asked.facts, asked.given
    young = _age(facts.youngest_born_on, facts.youngest_member_age, asked)
    old = _age(facts.oldest_born_on, facts.oldest_member_age, asked)
    least, most = given["minimum"], given["maximum"]
    if (least is not None and young is None) or (most is not None and old is None):
        return missing("Falta la fecha de nacimiento de alguna persona.", "Anote las fechas de nacimiento.")
    if least is not None and young[1] < least:
        said = f"Hay personas que no tendrán {least} años ese día."
        return fails(said, "Postule sin ellas, si las bases lo permiten.", Need(acts=1, shared="ages"), asked.day)
    if most is not None and old[0] > most:
        said = f"Hay personas de más de {most} años."
        return fails(said, "Postule sin ellas, si las bases lo permiten.", Need(acts=1, shared="ages"), asked.day)
    if (least is not None and young[0] < least) or (most is not None and old[1] > most):
        said = "La edad de ese día depende de la fecha de nacimiento."
        return missing(said, "Anote las fechas de nacimiento.") if asked.is_sure else unknown_day(asked)
    return _by_birthday(asked, least) or meets("Las edades están en lo que se pide.")


def _age(born, age: int | None, asked: Asked) -> tuple[int, int] | None:
    """The youngest and the oldest that somebody may be on the day: the same when the birthday is known."""
    if born is not None:
        exact = asked.day.year - born.year - (after(born, 12 * (asked.day.year - born.year)) > asked.day)
        return exact, exact
    if age is None:
        return None
    ahead = max((asked.day - asked.facts.on).days, 0)
    return age + ahead // 366, age + -(-ahead // 365)


def _by_birthday(asked: Asked, least: int | None) -> Verdict | None:
    """Met on the day, and not yet today: the birthday brings it."""
    born, age = asked.facts.youngest_born_on, asked.facts.youngest_member_age
    if least is None or (born is None and age is not None and age >= least):
        return None
    said = "Las edades están en lo que se pide."
    return in_time(after(born, 12 * least) if born else asked.day, asked, said)


def _say_ages(given) -> str:
    parts = [
        f"desde {given['minimum']}" if given["minimum"] is not None else "",
        f"hasta {given['maximum']}" if given["maximum"] is not None else "",
    ]
    return f"Edad de las personas: {' '.join(filter(None, parts))} años"


KINDS = (
    Kind(
        key="members",
        label="Número de integrantes",
        parameters=(
            Parameter("minimum", "Al menos", Type.WHOLE),
            Parameter("maximum", "A lo más", Type.WHOLE),
            Parameter("by_type", "Mínimo según el tipo de cooperativa", Type.COUNTS),
        ),
        judge=_members,
        say=_say_members,
        subjects=OF_MEMBERS,
        one_of=("minimum", "maximum", "by_type"),
        refuse=in_order,
    ),
    Kind(
        key="women_share",
        label="Participación de mujeres",
        parameters=SHARE,
        judge=_women,
        say=say_share("mujeres"),
        subjects=OF_MEMBERS,
        one_of=ONE_OF_SHARE,
    ),
    Kind(
        key="ages",
        label="Edad de las personas",
        parameters=(
            Parameter("minimum", "Años al menos", Type.WHOLE),
            Parameter("maximum", "Años a lo más", Type.WHOLE),
        ),
        judge=_ages,
        say=_say_ages,
        subjects=OF_MEMBERS,
        one_of=("minimum", "maximum"),
        refuse=in_order,
    ),
)
