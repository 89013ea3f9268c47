"""How papers say a day, an hour, an identity number: the helpers that placeholders and pieces share."""

from datetime import date, time

from cases.papers.facts import Facts
from incubator.country import format_run, is_run
from incubator.paper import spelled

_WEEK = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def plain_day(of: date | None) -> str:
    """«sábado 21 de noviembre de 2026», as a notice says it; empty when unknown."""
    return f"{_WEEK[of.weekday()]} {of.day} de {spelled.MONTHS[of.month - 1]} de {of.year}" if of else ""


def deed_day(of: date | None) -> str:
    """In words and figures; empty when unknown."""
    return spelled.day(of) if of else ""


def short_day(of: date | None) -> str:
    """«21-11-2026»; empty when unknown."""
    return f"{of:%d-%m-%Y}" if of else ""


def hour(of: time | None) -> str:
    """«18:30 horas»; empty when unknown."""
    return f"{of:%H:%M} horas" if of else ""


def identity(number: str) -> str:
    """A RUN with its dots; any other document as it came."""
    return format_run(number) if number and is_run(number) else number


def deed_hour(of: time | None) -> str:
    """«dieciocho horas y treinta minutos (18:30)»; empty when unknown."""
    if of is None:
        return ""
    said = spelled.short(spelled.words(of.hour), feminine=True) + (" hora" if of.hour == 1 else " horas")
    minutes = f" y {spelled.short(spelled.words(of.minute))} {'minuto' if of.minute == 1 else 'minutos'}"
    return f"{said}{minutes if of.minute else ''} ({of:%H:%M})"


def in_words(count: int | None) -> str:
    """«cien (100)»; empty when unknown."""
    return "" if count is None else f"{spelled.words(count)} ({spelled.digits(count)})"


def pesos(amount: int | None) -> str:
    """«$1.000.000»; empty when unknown."""
    return "" if amount is None else f"${spelled.digits(amount)}"


def listed(names: tuple[str, ...]) -> str:
    """«Ana, Berta y Carla»."""
    names = tuple(name for name in names if name)
    if len(names) < 2:
        return "".join(names)
    link = "e" if names[-1][:1].lower() == "i" or names[-1][:2].lower() == "hi" else "y"
    return f"{', '.join(names[:-1])} {link} {names[-1]}"


def goods_of(facts: Facts) -> int:
    """What the contributed goods are worth, in pesos."""
    return sum(one.value for one in facts.goods)


def shares_of(facts: Facts, which: str) -> int | None:
    """The sum of the members' subscribed or paid shares; None while one is unknown or there is nobody."""
    counts = [getattr(member, f"shares_{which}") for member in facts.members]
    return None if not counts or None in counts else sum(counts)


def worth(facts: Facts, shares: int | None) -> str:
    """Those shares in pesos, words and figures; empty when unknown."""
    known = shares is not None and facts.share_value is not None
    return spelled.money(shares * facts.share_value) if known else ""
