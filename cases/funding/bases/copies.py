"""The bases of last year as a first draft of this one's: without dates, hours or amounts. Pure."""

from dataclasses import replace

from cases.funding.bases.shapes import Bases, Condition, Dates, Money
from cases.funding.bases.values import values
from cases.funding.eligibility import kinds
from cases.funding.eligibility.kinds import Type
from cases.funding.eligibility.kinds import money as money_kinds

#: Kinds whose numbers are amounts.
_OF_MONEY = frozenset(kind.key for kind in money_kinds.KINDS)
_NUMBERS = (Type.WHOLE, Type.DECIMAL)


def copied(bases: Bases) -> Bases:
    """What is worth keeping of other bases; their sources spoke of another year and are left out."""
    return replace(
        bases,
        dates=Dates(months=bases.dates.months),
        closings=(),
        money=Money(unit=bases.money.unit, instalments=bases.money.instalments),
        items=tuple(replace(item, cap_amount=None) for item in bases.items),
        conditions=tuple(_condition(one) for one in bases.conditions),
        sources=(),
    )


def to_review(bases: Bases) -> list[str]:
    """The path of every value of a copy: somebody reads each of them again."""
    return [value.path for value in values(bases)]


def _condition(one: Condition) -> Condition:
    """A condition without its days and amounts: it asks for them again."""
    kind = kinds.KINDS.get(one.kind)
    parameters = one.parameters
    if kind is not None:
        left_out = {
            asked.name
            for asked in kind.parameters
            if asked.type == Type.DAY or (one.kind in _OF_MONEY and asked.type in _NUMBERS)
        }
        parameters = {name: value for name, value in parameters.items() if name not in left_out}
    return replace(one, parameters=parameters, children=tuple(_condition(child) for child in one.children))
