"""What a cell declares of a person or a group (disability, registry, sex, legal standing); never a diagnosis."""

import re

from cases.census.cells import is_blank, text_of, yes_or_no
from incubator.text import fold
from incubator.workbooks.reading import Value

# The six official origins (MINSAL), by the words they are written with; the codes are the kernel's DisabilityOrigin.
_ORIGINS = {
    "fisica": "1", "fisico": "1", "visual": "2", "auditiva": "3", "auditivo": "3",
    "psiquica": "4", "psiquico": "4", "intelectual": "5", "multiple": "6", "multiples": "6",
}  # fmt: skip
MULTIPLE = "6"
_AROUND = frozenset(
    ["discapacidad", "de", "origen", "tipo", "sensorial", "mental", "principal", "la", "en", "situacion", "y", "e", "o"]
)
_CERTIFIED = re.compile(r"\b(?:acredita\w*|certificad\w*|inscrit\w*|calificad\w*)\b")
_HAS_IT = re.compile(
    r"^(?:con|tiene|presenta|persona (?:con|en situacion de)) discapacidad\b|^(?:pcd|psd|pesd|tiene|presenta|posee)$"
)
_LACKS_IT = re.compile(
    r"^(?:sin|no (?:presenta|tiene|posee)) (?:ninguna )?discapacidad\b|^no (?:es )?(?:pcd|psd|pesd)$"
)
_FORMAL = re.compile(
    r"^(?:formal\w*|constituid\w*|legaliz\w*|legal|vigente|juridica"
    r"|con (?:pj|personalidad|rut)|tiene (?:pj|personalidad))\b"
)
_RND = (
    ("expired", re.compile(r"\b(?:vencid\w*|caducad\w*|expirad\w*)\b")),
    ("in_process", re.compile(r"\b(?:tramite|tramit\w*|proceso|pendiente|solicitad\w*|postul\w*)\b")),
    ("no", re.compile(r"^(?:no (?:inscrit\w*|vigente|acreditad\w*)|sin (?:credencial|rnd|inscripcion|registro))\b")),
    ("valid", re.compile(r"^(?:vigente|inscrit\w*|acreditad\w*|al dia|con (?:credencial|rnd)|si)\b")),
)

_FEMALE = {"f", "fem", "femenino", "femenina", "mujer", "muj", "m mujer", "dama"}
_MALE = {"h", "masc", "mas", "masculino", "masculina", "hombre", "hom", "varon", "m"}
_OTHER_SEX = {"x": "X", "no binario": "X", "no binaria": "X", "nb": "X", "intersex": "I", "indeterminado": "I"}


def sex_of(value: Value | None) -> str | None:
    """Registered sex in the kernel's codes (RegisteredSex); «M» alone is «masculino»; None when not stated."""
    text = fold(text_of(value)) if not is_blank(value) else ""
    return "F" if text in _FEMALE else "M" if text in _MALE else _OTHER_SEX.get(text)


def is_formal(value: Value | None) -> bool | None:
    """Whether the cell says that the group has legal personality; None when it says neither."""
    answer = yes_or_no(value)
    if answer is not None or is_blank(value):
        return answer
    folded = fold(text_of(value))
    if _FORMAL.match(folded):
        return True
    return False if folded.startswith(("informal", "de hecho", "sin ")) else None


def has_disability(value: Value | None) -> bool | None:
    """Declared disability: True also for a kind such as «Visual»; None when blank or neither («en trámite»)."""
    if is_blank(value):
        return None
    folded = fold(text_of(value))
    if not isinstance(value, bool):
        if _LACKS_IT.search(folded):
            return False
        if _HAS_IT.search(folded) or official_origin(value):
            return True
        if folded.startswith("no ") and _CERTIFIED.search(folded):
            return None
        if _CERTIFIED.match(folded):
            return True
    return yes_or_no(value)


def official_origin(value: Value | None) -> str | None:
    """The code of an official origin, or None: any other text there is a diagnosis and is not read."""
    if is_blank(value) or not isinstance(value, str):
        return None
    words = [word for word in fold(value).split() if word not in _AROUND]
    codes = {_ORIGINS.get(word) for word in words}
    if not codes or None in codes:
        return None
    return codes.pop() if len(codes) == 1 else MULTIPLE


def rnd_status(value: Value | None) -> str | None:
    """Standing in the Registro Nacional de la Discapacidad, in the kernel's codes (RndStatus); None when not stated."""
    if is_blank(value):
        return None
    folded = fold(text_of(value))
    found = next((status for status, pattern in _RND if pattern.search(folded)), None)
    if found and not isinstance(value, bool):
        return found
    answer = yes_or_no(value)
    return None if answer is None else "valid" if answer else "no"
