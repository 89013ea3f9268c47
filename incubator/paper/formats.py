"""Values as a Chilean reader expects them, in one place for tables, figures and charts."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

Kind = Literal["text", "integer", "decimal", "hours", "date", "datetime", "money", "percent", "run"]

#: Kinds that are read by comparing columns of digits: they go to the right.
NUMERIC_KINDS = frozenset({"integer", "decimal", "hours", "money", "percent"})
_DECIMALS = {"integer": 0, "decimal": 1, "hours": 1, "money": 0, "percent": 0}
_HARD_SPACE = "\u00a0"
_MINUS = "\u2212"


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """«1.234.567» or «41,5»; without `decimals`, as many as the value has, up to two. The minus sign is a true one."""
    exact = Decimal(str(value))
    if decimals is None:
        exact = round(exact, 2).normalize()
        decimals = max(0, -int(exact.as_tuple().exponent))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    shown = f"{abs(rounded):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{_MINUS}{shown}" if rounded < 0 else shown


def shown(value: Any, kind: Kind = "text") -> str:
    """A value in the form of its kind; None is an empty string, and text is left as it is in any kind.

    A text inside a numeric column is meant (a suppressed figure, «sin dato»), so it passes untouched.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if kind == "datetime" and isinstance(value, datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if kind in ("date", "datetime") and isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if kind in _DECIMALS and isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        digits = number(value, _DECIMALS[kind])
        return {"money": f"${_HARD_SPACE}{digits}", "percent": f"{digits}{_HARD_SPACE}%"}.get(kind, digits)
    return str(value)
