"""How money, percentages and units of account are written in the sentences of a budget; exact fractions behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from cases.funding.words import Unit
from incubator.text import thousands

#: Of these nothing is said beyond: two decimals, three, four … until a percentage differs from its limit.
_DECIMALS = range(2, 5)
#: Between a sign and its number: a line does not break there.
_HARD = "\u00a0"


@dataclass(frozen=True)
class UnitValue:
    """What a UF or a UTM was worth, and on which day."""

    value: Decimal
    on: date


@dataclass(frozen=True)
class Check:
    """One thing that the bases ask of a budget: whether it holds, in a sentence, and what its numbers are made of.

    `item`: the item beside which it is shown, empty for the whole. `is_open`: nobody can say yet, because a value is
    missing. `source`: the sum, and the clause of the bases.
    """

    rule: str
    met: bool
    sentence: str
    source: str = ""
    item: str = ""
    line: str = ""
    is_open: bool = False


def pesos(amount: int) -> str:
    """«$ 1.200.000»."""
    return f"${_HARD}{thousands(amount)}"


def exact(number: float | Decimal) -> Fraction:
    """The number as it is written: 33.3 is 333/10, not the nearest binary fraction."""
    return Fraction(str(number))


def decimals(number: Fraction, places: int) -> str:
    """A number with at most that many decimals, with comma; what does not fit is cut, never rounded up."""
    scaled = floor(number * 10**places)
    whole, rest = divmod(scaled, 10**places)
    tail = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{thousands(whole)},{tail}" if tail else thousands(whole)


def percent(share: Fraction, limit: Fraction | None = None) -> str:
    """«48 %» of a share of one; beside a limit, told apart from it."""
    said = decimals(share * 100, 1)
    if limit is None or said != decimals(limit * 100, 1) or share == limit:
        return f"{said}{_HARD}%"
    for places in _DECIMALS:
        if decimals(share * 100, places) != decimals(limit * 100, places):
            return f"{decimals(share * 100, places)}{_HARD}%"
    return f"un poco {'más' if share > limit else 'menos'} de {decimals(limit * 100, _DECIMALS[-1])}{_HARD}%"


def day(on: date) -> str:
    """«12-03-2026»."""
    return f"{on:%d-%m-%Y}"


@dataclass(frozen=True)
class Limit:
    """An amount of the bases in pesos: exact, and as it is said. None: it is in a unit whose value nobody wrote."""

    pesos: Fraction | None
    said: str
    how: str = ""


def limits(unit: Unit, value: UnitValue | None) -> Callable[[int | Decimal], Limit]:
    """How the amounts of some bases are read: those in UF or UTM keep their quantity and tell value and day."""

    def read(amount: int | Decimal) -> Limit:
        if unit == Unit.CLP:
            return Limit(exact(amount), pesos(int(amount)))
        quantity = f"{decimals(exact(amount), 4)}{_HARD}{unit.label}"
        if value is None:
            return Limit(None, quantity)
        worth = exact(amount) * exact(value.value)
        how = f"{quantity} × ${_HARD}{decimals(exact(value.value), 2)}, {unit.label} del {day(value.on)}"
        return Limit(worth, f"{quantity} ({pesos(floor(worth))})", how)

    return read
