"""A row of a file made into a dataclass: every key known, every value of the type that its field says."""

from collections.abc import Iterable
from dataclasses import MISSING, fields
from datetime import date
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
_WORDS = {str: "un texto", int: "un número entero", bool: "true o false", date: "una fecha", list: "una lista"}
_WORDS |= {dict: "una tabla", tuple: "una lista"}


class BrokenPackError(ValueError):
    """A file of the packs says something that cannot be; the sentence names the file, the key and the value."""


def typed(shape: type[T], row: Any, where: str, shared: dict[str, Any] | None = None) -> T:
    """The dataclass that a row describes, with what its file says for all of them; lists become tuples."""
    if not isinstance(row, dict):
        raise BrokenPackError(f"{where}: dice «{row}» y debe ser una tabla.")
    row = (shared or {}) | row
    known = {field.name: field for field in fields(shape)}  # type: ignore[arg-type]
    only(row, known, where)
    hints = get_type_hints(shape)
    values = {}
    for name, field in known.items():
        if name in row:
            values[name] = _value(row[name], hints[name], f"{where}, clave «{name}»")
        elif field.default is MISSING:
            raise BrokenPackError(f"{where}, clave «{name}»: falta.")
    return shape(**values)


def only(row: dict[str, Any], known: Iterable[str], where: str) -> None:
    """Refuse a key that nobody reads: it is a mistake of whoever wrote it."""
    for name in row:
        if name not in set(known):
            raise BrokenPackError(f"{where}, clave «{name}»: dice «{row[name]}» y esa clave no existe.")


def field_of(row: dict[str, Any], name: str, shape: type, where: str) -> Any:
    """The value of a key that must be there, of that type."""
    if name not in row:
        raise BrokenPackError(f"{where}, clave «{name}»: falta.")
    return _value(row[name], shape, f"{where}, clave «{name}»")


def _value(value: Any, hint: Any, where: str) -> Any:
    asked = [one for one in (get_args(hint) or [hint]) if one is not NoneType] if get_origin(hint) is not tuple else []
    if asked:
        # a truth is a number for Python, not for whoever writes a file
        if not isinstance(value, asked[0]) or (asked[0] is int and isinstance(value, bool)):
            raise BrokenPackError(f"{where}: dice «{value}» y debe ser {_WORDS[asked[0]]}.")
        return value
    inner = get_args(hint)[0]
    if not isinstance(value, list) or not all(isinstance(one, inner) for one in value):
        raise BrokenPackError(f"{where}: dice «{value}» y debe ser una lista de {_WORDS[inner]}.")
    return tuple(value)
