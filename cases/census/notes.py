"""Texts beside the data: titles, notes, totals, signatures, and the labels of «Grupo: X»."""

import re
from collections.abc import Collection, Mapping, Sequence

from cases.census.columns import is_group_label
from cases.census.evidence import has_group_word
from incubator.text import fold
from incubator.workbooks.reading import Value

_LABELLED = re.compile(r"([^:]{2,60}?)\s*:\s*(.*)", re.DOTALL)
_DASHED = re.compile(r"((?:grupo|organizaci[oó]n|agrupaci[oó]n)(?:\s*n?[°ºo.]*\s*\d+)?)\s*[-–—]\s+(.+)", re.IGNORECASE)
_TOTAL = re.compile(
    r"^(?:(?:sub ?|gran )?total(?:es)?|sub totales|sumatoria|suma|promedio|recuento|n total|cantidad total|cuenta)\b"
)
_NOTE = re.compile(
    r"^(?:notas?|fuentes?|obs|observacion(?:es)?|leyenda|simbologia|glosario|elaborad[oa]|actualizad[oa]|responsable|firma"
    r"|timbre|revisad[oa]|aprobad[oa]|pagina|pag|hoja \d|ilustre municipalidad|i municipalidad|municipalidad de|dideco"
    r"|oficina|departamento de|direccion de|programa de|catastro|listado|planilla|datos preliminares|informacion"
    r"|pcd|psd|run los|los run|los rut|continua|sigue|fin|fecha|vobo|v b|encargad[oa]|ver|ojo|importante|total)\b"
    r"|^\d+ (?:integrantes|personas|soci[oa]s|participantes|grupos|miembros)\b"
)
_SIGNED = re.compile(
    r"^(?:elaborad|confeccionad|preparad|revisad|aprobad|autorizad|digitad|recibid)[oa] por\b"
    r"|^(?:nombre y )?firmas?\b|^timbre\b|^(?:vobo|v b)\b|^(?:fuente|nota|leyenda|simbologia|obs|observacion)$"
)
_UNDERSCORES = re.compile(r"[_.\s]*_{4,}[_.\s]*")
_HINT = re.compile(r"\([^()]*\)")
_KEY = re.compile(r"\S\s*=\s*\S")
_LONGEST_NAME_OF_GROUP = 120
_MOST_WORDS_OF_GROUP = 14


def is_note(text: str) -> bool:
    """Whether a lone text is a title, a note or a total rather than a name."""
    bare, folded = text.strip(), fold(text)
    if bare.startswith(("*", "(*", "†", "•", "¹")) or any(p.match(folded) for p in (_NOTE, _TOTAL, _SIGNED)):
        return True
    if _KEY.search(bare):
        return True
    label, _ = labelled(bare)
    if label and not is_group_label(label):
        return True
    return len(bare) > _LONGEST_NAME_OF_GROUP or len(bare.split()) > _MOST_WORDS_OF_GROUP


def names_a_group(text: str) -> bool:
    """Whether a title is «Grupo: X» or begins as a group's name does."""
    label, rest = labelled(text)
    return is_group_label(label) and not is_note(rest) if label else has_group_word(text)


def labelled(text: str) -> tuple[str, str]:
    """A label and what it says: «Grupo: X», «GRUPO 3 - X»; («», «») when the text has none."""
    found = _LABELLED.fullmatch(text) or _DASHED.fullmatch(text)
    return (found[1].strip(), found[2].strip()) if found else ("", "")


def is_total(value: Value) -> bool:
    """Whether a cell says that its row sums others: «TOTAL», «Subtotal Junta X»."""
    return isinstance(value, str) and bool(_TOTAL.match(fold(value)))


def are_hints(values: Collection[Value]) -> bool:
    """Whether a row only says how to fill the columns in: «(dd-mm-aaaa)», «(sin puntos)»."""
    return len(values) > 1 and all(isinstance(value, str) and _HINT.fullmatch(value.strip()) for value in values)


def is_signature(filled: Mapping[int, Value], row: Sequence[Value]) -> bool:
    """Whether a row is where somebody signs: a line to sign over, «Firma y timbre», «Revisado por»."""
    first = next(iter(filled.values()), None)
    if isinstance(first, str) and _SIGNED.match(fold(first)):
        return True
    return any(isinstance(value, str) and _UNDERSCORES.fullmatch(value) for value in row)
