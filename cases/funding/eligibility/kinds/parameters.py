"""The parameters of a condition or of a change: what each may say, read from JSON, a cell or a form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices


class Type(StrEnum):
    """What is written in a parameter."""

    WHOLE = "whole"
    PERCENT = "percent"
    DECIMAL = "decimal"
    CHOICE = "choice"
    CHOICES = "choices"
    CODES = "codes"
    TEXT = "text"
    YES_NO = "yes_no"
    DAY = "day"
    COUNTS = "counts"


@dataclass(frozen=True)
class Parameter:
    """One parameter. `options` of a choice; `width`: digits of a code, so that a region «6» is «06»."""

    name: str
    label: str
    type: Type
    required: bool = False
    help: str = ""
    options: type[TextChoices] | None = None
    default: Any = None
    width: int = 0
    least: int = 0


_CODE = re.compile(r"[0-9A-Za-z_]+", re.ASCII)


def read(parameter: Parameter, value: Any) -> Any:
    """The plain value that was written. Raises ValueError with what to write, to be put after the name."""
    return _READERS[parameter.type](parameter, value)


def is_blank(value: Any) -> bool:
    """Whether nothing was written; zero and «no» are something."""
    return value is None or (isinstance(value, (str, list, tuple, dict)) and not value)


def _whole(parameter: Parameter, value: Any) -> int:
    number = int(value.strip()) if isinstance(value, str) and value.strip().isdecimal() else value
    if isinstance(number, bool) or not isinstance(number, int) or number < parameter.least:
        raise ValueError(f"debe ser un número entero, desde {parameter.least}.")
    return number


def _number(value: Any) -> float:
    if isinstance(value, str):
        value = float(value.strip().replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError
    return value


def _percent(_parameter: Parameter, value: Any) -> float:
    said = "debe ser un porcentaje mayor que 0 y hasta 100, con dos decimales a lo más."
    try:
        number = _number(value)
    except ValueError:
        raise ValueError(said) from None
    if not 0 < number <= 100 or abs(round(number * 100) - number * 100) > 1e-6:
        raise ValueError(said)
    return int(number) if number == int(number) else float(number)


def _decimal(_parameter: Parameter, value: Any) -> float:
    try:
        number = _number(value)
    except ValueError:
        raise ValueError("debe ser un número, por ejemplo 29.709,83 escrito como 29709,83.") from None
    if not 0 <= number < 10**15:
        raise ValueError("debe ser un número desde 0.")
    return int(number) if number == int(number) else float(number)


def _choice(parameter: Parameter, value: Any) -> Any:
    try:
        return parameter.options(value)
    except ValueError:
        raise ValueError(f"«{value}» no se conoce. Use: {', '.join(parameter.options.values)}.") from None


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _choices(parameter: Parameter, value: Any) -> tuple:
    """In the order of the closed list, each once."""
    found = {_choice(parameter, part) for part in _listed(value)}
    return tuple(option for option in parameter.options if option in found)


def _codes(parameter: Parameter, value: Any) -> tuple[str, ...]:
    found = {str(part).strip().zfill(parameter.width) for part in _listed(value) if not isinstance(part, bool)}
    if not found or not all(_CODE.fullmatch(code) for code in found):
        raise ValueError("debe ser una lista de códigos.")
    return tuple(sorted(found))


def _text(_parameter: Parameter, value: Any) -> str:
    if not isinstance(value, (str, int, float)) or isinstance(value, bool) or not str(value).strip():
        raise ValueError("debe ser un texto.")
    return str(value).strip()


def _yes_no(_parameter: Parameter, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("debe ser sí (true) o no (false).")
    return value


def _day(_parameter: Parameter, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("debe ser una fecha, como 2021-03-12.") from None


def _counts(parameter: Parameter, value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise ValueError('debe ser una lista de tipos con su número, como {"trabajo": 5}.')
    return {str(key): _whole(parameter, value[key]) for key in sorted(value, key=str)}


_READERS: dict[Type, Callable[[Parameter, Any], Any]] = {
    Type.WHOLE: _whole,
    Type.PERCENT: _percent,
    Type.DECIMAL: _decimal,
    Type.CHOICE: _choice,
    Type.CHOICES: _choices,
    Type.CODES: _codes,
    Type.TEXT: _text,
    Type.YES_NO: _yes_no,
    Type.DAY: _day,
    Type.COUNTS: _counts,
}


def read_all(parameters: tuple[Parameter, ...], written: Any) -> tuple[dict[str, Any], list[str]]:
    """Every parameter with its value or its default, and a sentence for each that is wrong, lacking or unknown."""
    if not isinstance(written, dict):
        return {}, ["los parámetros deben ser una lista de nombres con su valor."]
    known = {parameter.name: parameter for parameter in parameters}
    faults = [f"el parámetro «{name}» no se conoce." for name in written if name not in known]
    given = {}
    for name, parameter in known.items():
        value = written.get(name)
        given[name] = parameter.default
        if is_blank(value):
            if parameter.required:
                faults.append(f"falta el parámetro «{name}» ({parameter.label}).")
            continue
        try:
            given[name] = read(parameter, value)
        except ValueError as wrong:
            faults.append(f"el parámetro «{name}» ({parameter.label}) {wrong}")
    return given, faults
