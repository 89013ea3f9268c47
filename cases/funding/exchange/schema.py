"""The JSON of calls as a JSON Schema (draft 2020-12), written from the shapes, and its faults told in Spanish."""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from jsonschema import Draft202012Validator, FormatChecker

from cases.funding.bases import shapes
from cases.funding.bases.shapes import Bases
from cases.funding.exchange.calls import TravellingCall

SCHEMA = "minga-fund-calls/1"
#: What a file says of a call besides its bases.
HEAD = ("key", "agency", "agency_short", "is_private", "programme", "line", "year", "url", "bases")
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}
_WORDS = {"string": "un texto", "boolean": "true o false", "integer": "un número entero", "number": "un número"}
_WORDS |= {"array": "una lista", "object": "un objeto", "null": "null"}


@cache
def call_schema() -> dict[str, Any]:
    """The schema of one call."""
    parts = {one.__name__: _object(one) for one in vars(shapes).values() if is_dataclass(one)}
    parts["Bases"]["properties"]["schema"] = {"const": shapes.SCHEMA}
    call = _object(TravellingCall)
    call["properties"] = {name: call["properties"][name] for name in HEAD}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **call, "$defs": parts}


def file_schema() -> dict[str, Any]:
    """The schema of a whole file: what docs/reference publishes."""
    call = dict(call_schema())
    draft, parts = call.pop("$schema"), call.pop("$defs")
    return {
        "$schema": draft,
        "title": "Llamados a fondos",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, "calls": {"type": "array", "items": call}},
        "required": ["schema", "calls"],
        "$defs": parts,
    }


def faults(call: Any) -> list[str]:
    """What is wrong in a call read from a JSON: where, what it says, and what to write; none when it fits."""
    validator = Draft202012Validator(call_schema(), format_checker=_checker())
    return [_said(wrong) for wrong in sorted(_leaves(validator.iter_errors(call)), key=lambda one: str(one.json_path))]


def _object(shape: type) -> dict[str, Any]:
    hints = get_type_hints(shape)
    needs = [one.name for one in fields(shape) if one.default is MISSING and one.default_factory is MISSING]
    return {
        "type": "object",
        "properties": {one.name: _of(hints[one.name]) for one in fields(shape)},
        "required": needs,
        "additionalProperties": False,
    }


def _of(hint: Any) -> dict[str, Any]:
    """The schema of one type."""
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(get_args(hint)[0])}
    if get_origin(hint) is dict:
        return {"type": "object"}
    choices = [one for one in get_args(hint) if one is not NoneType]
    if choices:
        return {"anyOf": [_of(choices[0]), {"type": "null"}]}
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"} if hint is not Bases else {"$ref": "#/$defs/Bases"}
    if issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    if issubclass(hint, datetime):
        return {"type": "string", "format": "wall-time"}
    if issubclass(hint, date):
        return {"type": "string", "format": "date"}
    return {"type": _PLAIN[hint]}


@cache
def _checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    checker.checks("date", raises=ValueError)(
        lambda value: not isinstance(value, str) or bool(date.fromisoformat(value))
    )
    checker.checks("wall-time", raises=ValueError)(_is_wall)
    return checker


def _is_wall(value: Any) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is None


def _leaves(errors: Iterable) -> Iterator:
    """Of «this or null», the fault of «this»."""
    for error in errors:
        if error.context:
            yield from _leaves(one for one in error.context if one.validator_value != "null")
        else:
            yield error


def _said(wrong) -> str:
    place, value = wrong.json_path.removeprefix("$").removeprefix("."), wrong.instance
    at = f"en «{place}»" if place else "en el llamado"
    if wrong.validator == "required":
        return f"{at} falta «{wrong.message.split(chr(39))[1]}»."
    if wrong.validator == "additionalProperties":
        unknown = sorted(set(value) - set(wrong.schema["properties"]))
        return f"{at} sobra «{'», «'.join(unknown)}»: esa clave no existe."
    if wrong.validator == "enum":
        return f"{at} dice «{value}» y debe ser una de: {', '.join(wrong.validator_value)}."
    if wrong.validator == "const":
        return f"{at} dice «{value}»: se lee «{wrong.validator_value}»."
    if wrong.validator == "format":
        form = "2021-12-31" if wrong.validator_value == "date" else "2021-12-31T14:00, sin zona"
        return f"{at} dice «{value}»: escriba {form}."
    return f"{at} dice «{str(value)[:60]}» y debe ser {_WORDS.get(wrong.validator_value, 'otra cosa')}."
