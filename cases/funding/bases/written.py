"""Bases as JSON and back: the same shape, with days and hours as ISO text. Empty parts are not written."""

from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, get_origin

import cattrs
from cattrs import transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_unstructure_fn

from cases.funding.bases.shapes import SCHEMA, Bases


class BrokenBasesError(ValueError):
    """What was read is not the shape of bases: one sentence for each place that is wrong."""

    def __init__(self, *sentences: str):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def _converter() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True)
    made.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    made.register_unstructure_hook(date, lambda value: value.isoformat())
    made.register_unstructure_hook_factory(
        is_dataclass, lambda part: make_dict_unstructure_fn(part, made, _cattrs_omit_if_default=True)
    )
    return made


_CONVERTER = _converter()


def write(bases: Bases) -> dict[str, Any]:
    """What is kept of bases, and what is sent to others."""
    return {"schema": SCHEMA} | _CONVERTER.unstructure(bases)


def read(content: dict[str, Any]) -> Bases:
    """The bases that a JSON holds. Raises BrokenBasesError naming each place."""
    plain = dict(content)
    schema = plain.pop("schema", SCHEMA)
    if schema != SCHEMA:
        raise BrokenBasesError(f"El formato «{schema}» no se conoce: se lee «{SCHEMA}».")
    try:
        return _CONVERTER.structure(plain, Bases)
    except Exception as wrong:  # cattrs gathers every fault of every part in one group
        raise BrokenBasesError(*map(_placed, transform_error(wrong, "bases", _said))) from wrong


#: What is expected of each plain type, in words.
_EXPECTED = {
    int: "un número entero",
    float: "un número",
    str: "un texto",
    bool: "sí (true) o no (false)",
    date: "una fecha, como 2021-12-31",
    datetime: "un día con su hora, como 2021-12-31T14:00, sin zona",
}


def _said(wrong: BaseException, kind: Any) -> str:
    """What is wrong with one place, in words; the place is put before it by _placed."""
    if isinstance(wrong, KeyError):
        return "falta este dato: escríbalo."
    if isinstance(wrong, ForbiddenExtraKeysError):
        names = ", ".join(f"«{name}»" for name in sorted(wrong.extra_fields))
        return f"sobra lo que no se conoce ({names}): quítelo."
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"debe decir una de: {', '.join(str(one.value) for one in kind)}."
    for plain, words in _EXPECTED.items():
        if kind == plain or kind == plain | None:
            return f"debe ser {words}."
    if kind is not None and get_origin(kind) is tuple:
        return "debe ser una lista."
    return "no tiene la forma que se espera: compárelo con el formato publicado."


def _placed(sentence: str) -> str:
    """«En «bases.money.maximum»: debe ser un número entero.»"""
    said, _, place = sentence.rpartition(" @ ")
    return f"En «{place}»: {said}"


def bases_of(version) -> Bases:
    """What a version says, read once for each object."""
    kept = getattr(version, "_bases", None)
    if kept is None or kept[0] != version.revision:
        kept = version._bases = (version.revision, read(version.content))
    return kept[1]
