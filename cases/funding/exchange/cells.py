"""One cell of a sheet of calls: from what people write to a plain value, and back. A bad one says what to do."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cases.census.cells import text_of
from incubator.text import fold
from incubator.workbooks.writing import Kind

_YES, _NO = ("si", "s", "x", "verdadero", "true", "1"), ("no", "n", "falso", "false", "0")
_DAYS = ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")
_HOURS = ("%d-%m-%Y %H:%M", "%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M:%S")


class BadCellError(ValueError):
    """A cell that says something that cannot be; the sentence says what to write."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, the name of the value, and how it is read and written."""

    title: str
    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any] = lambda value: value
    kind: Kind = "text"
    meaning: str = ""
    required: bool = False


def text(value: Any) -> str:
    """What was written, trimmed; a number that is whole without its decimals."""
    return text_of(value).strip()


def whole(value: Any) -> int:
    """A whole number, with or without dots of thousands or the sign of pesos."""
    if isinstance(value, bool):
        raise BadCellError("escriba un número entero.")
    if isinstance(value, (int, float)):
        if value != int(value) or value < 0:
            raise BadCellError("escriba un número entero, sin decimales.")
        return int(value)
    plain = text(value).replace("$", "").replace(".", "").replace(" ", "")
    if not plain.isdecimal():
        raise BadCellError("escriba un número entero, por ejemplo 1.500.000.")
    return int(plain)


def decimal(value: Any) -> float:
    """A number that may have decimals: 7,5 or 7.5; with or without a percent sign."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    plain = text(value).replace("%", "").strip().replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        raise BadCellError("escriba un número, por ejemplo 7,5.") from None


def truth(value: Any) -> bool:
    """Sí or no."""
    if isinstance(value, bool):
        return value
    said = fold(text(value))
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise BadCellError("escriba «Sí» o «No».")


def day(value: Any) -> date:
    """A day, as a date of the sheet or as people write it."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _moment(value, _DAYS, "escriba la fecha como 31-12-2021.").date()


def hour(value: Any) -> datetime:
    """A day with its hour, as the bases write it: without zone."""
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    if isinstance(value, date):
        raise BadCellError("falta la hora: escriba por ejemplo 31-12-2021 14:00.")
    return _moment(value, _HOURS, "escriba el día y la hora como 31-12-2021 14:00.")


def _moment(value: Any, forms, said: str) -> datetime:
    plain = text(value)
    for form in forms:
        try:
            return datetime.strptime(plain, form)
        except ValueError:
            continue
    raise BadCellError(said)


def choice(choices) -> Callable[[Any], Any]:
    """One of a closed list, by its word or by its key."""
    known = {fold(label): choices(key) for key, label in choices.choices} | {fold(key): choices(key) for key in choices}

    def read(value: Any) -> Any:
        found = known.get(fold(text(value)))
        if found is None:
            raise BadCellError(f"use una de estas: {', '.join(choices.labels)}.")
        return found

    return read


def label(choices) -> Callable[[Any], str]:
    """The word of a value of a closed list."""
    return lambda value: choices(value).label


def several(read: Callable[[Any], Any]) -> Callable[[Any], tuple]:
    """A list in one cell, its parts separated by a semicolon."""
    return lambda value: tuple(read(part) for part in text(value).split(";") if part.strip())


def joined(write: Callable[[Any], Any] = str) -> Callable[[Any], str]:
    """A list as one cell."""
    return lambda values: "; ".join(str(write(value)) for value in values)


def parameters(value: Any) -> dict[str, Any]:
    """What a condition asks, one «nombre=valor» in each line or after a semicolon; a list in brackets."""
    found = {}
    for part in text(value).replace("\n", ";").split(";"):
        if not part.strip():
            continue
        name, equals, said = part.partition("=")
        if not equals or not name.strip():
            raise BadCellError("escriba cada parámetro como «nombre=valor», separados por punto y coma.")
        found[name.strip()] = _parameter(said.strip())
    return found


def parameters_text(values: dict[str, Any]) -> str:
    """The same, written."""
    return "; ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in values.items())


def _parameter(said: str) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        return said
