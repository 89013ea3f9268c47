"""What one cell says: its text, whether it says nothing, whether it repeats the one above, yes or no, a count."""

import datetime
import re
from collections.abc import Sequence

from incubator.text import fold, squeeze
from incubator.workbooks.reading import Value

_ERROR = re.compile(r"#[¡¿]?[\w/ ]{1,12}[!?]?|Err:\d{3}", re.IGNORECASE)
_QUOTES = frozenset("\"'″”“„´`’‘〃〞״＂«»¨")
_TICKS = frozenset("✓✔☑√✅☒🗹🗸")
_DECIMAL_WHOLE = re.compile(r"(-?\d+)\.0+", re.ASCII)
_PAIR_OF_SEXES = re.compile(r"(\d+) (?:mujer|hombre)\w*\W+(?:y )?(\d+) (?:mujer|hombre)\w*")
_NUMBER = re.compile(r"\d+", re.ASCII)


def _phrases(text: str) -> frozenset[str]:
    """The phrases of a text, one between bars."""
    return frozenset(squeeze(phrase) for phrase in text.split("|"))


_BLANK = _phrases(
    """s i|n a|na|n d|nd|s d|sd|s inf|s info|sin info|sin informacion|sin dato|sin datos|sin antecedentes|sin registro
    |sin registrar|sin especificar|no tiene|no aplica|no informa|no informada|no informado|no registra|no registrado
    |no hay|no disponible|no posee|no indica|no sabe|no recuerda|no responde|no declara|no existe|ninguno|ninguna|null
    |none|nan|nulo|nula|desconocido|desconocida|vacio|en blanco|blanco"""
)
_DITTO = _phrases(
    """idem|id|ibid|ibidem|igual|igual anterior|igual al anterior|idem anterior|igual arriba|el mismo|la misma|lo mismo
    |mismo|misma|mismo grupo|misma agrupacion|misma organizacion"""
)
_LONGEST_BLANK = 32
# A first letter tells most cells apart without folding them.
_BLANK_INITIALS = frozenset(words[0] for words in _BLANK) | frozenset("#(-¿[")
_DITTO_INITIALS = frozenset(words[0] for words in _DITTO) | frozenset("í(")
_YES = frozenset({"si", "s", "x", "xx", "xxx", "1", "yes", "y", "true", "verdadero", "ok", "afirmativo", "sip", "sii"})
_NO = frozenset({"no", "n", "0", "false", "falso", "negativo", "nop", "aun no", "todavia no", "noo"})
_NO_ANSWER = _phrases(
    "sabe|informa|responde|contesta|aplica|tiene|indica|declara|registra|hay|consta|recuerda|se|esta|especifica|precisa|corresponde|quiere|desea"
)
_PRONOUNS = frozenset({"lo", "la", "le", "se", "me"})
_WORDS = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")


def cell_of(row: Sequence[Value], column: int) -> Value:
    """The cell of a row, which may be shorter than the sheet is wide."""
    return row[column] if column < len(row) else ""


def text_of(value: Value | None) -> str:
    """The cell's text as a person sees it, outer spaces kept; a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VERDADERO" if value else "FALSO"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    return str(value)


def is_blank(value: Value | None) -> bool:
    """Whether the cell says nothing: empty, a dash, «s/i», «no tiene», «sin información», an error of the sheet."""
    if not isinstance(value, str):
        return value is None
    text = value.strip()
    if len(text) > _LONGEST_BLANK:
        return False
    text = text.replace("\u200b", "").replace("\ufeff", "").strip()
    if not text or _ERROR.fullmatch(text):
        return True
    if not any(c.isalnum() or c in _TICKS for c in text):
        return not is_ditto(value)
    return text[0].lower() in _BLANK_INITIALS and fold(text) in _BLANK


def is_ditto(value: Value | None) -> bool:
    """Whether the cell repeats the one above it: «″», «"», «ídem»."""
    if not isinstance(value, str) or len(value) > _LONGEST_BLANK:
        return False
    marks = {c for c in value if not c.isspace() and c not in "-–—."}
    if marks and marks <= _QUOTES:
        return True
    return value.strip()[:1].lower() in _DITTO_INITIALS and fold(value) in _DITTO


def said(value: Value | None) -> str:
    """The cell's text on one line, or nothing when the cell says nothing."""
    return "" if is_blank(value) else squeeze(text_of(value))


def yes_or_no(value: Value | None) -> bool | None:
    """True, False, or None when the cell is blank or says neither («en trámite», «?»)."""
    if isinstance(value, bool):
        return value
    if is_blank(value):
        return None
    text = text_of(value).strip()
    if any(c in _TICKS for c in text):
        return True
    whole = _DECIMAL_WHOLE.fullmatch(text)
    folded = whole[1] if whole else fold(text)
    if folded in _YES or folded in _NO:
        return folded in _YES
    return _by_first_word(folded.split(), text)


def _by_first_word(words: list[str], text: str) -> bool | None:
    """«Sí, con credencial» is yes, «No, es hermana» is no; «Sí/No» and «no sabe» are neither."""
    if len(words) < 2 or words[:2] in (["si", "no"], ["no", "si"]):
        return None
    if words[0] == "si" and not text.lower().startswith("s/"):
        return True
    if words[0] == "no":
        answer = next((word for word in words[1:] if word not in _PRONOUNS), None)
        return None if answer is None or answer in _NO_ANSWER else False
    return None


def count_of(value: Value | None) -> int | None:
    """The number a cell declares: «6 aprox.», «6 personas» and «6 (0 mujeres)» are 6; «2 mujeres y 3 hombres» is 5."""
    if isinstance(value, bool) or is_blank(value):
        return None
    if isinstance(value, float | int):
        return int(value) if value >= 0 else None
    text = text_of(value).strip()
    whole = _DECIMAL_WHOLE.fullmatch(text)
    folded = whole[1] if whole else fold(text)
    pair = _PAIR_OF_SEXES.match(folded)
    if pair:
        return int(pair[1]) + int(pair[2])
    number = _NUMBER.search(folded)
    if number:
        return int(number[0]) if len(number[0]) <= 4 else None
    return next((_WORDS.index(word) for word in folded.split() if word in _WORDS), None)


def is_number(value: Value | None) -> bool:
    """Whether the cell is only a number (a correlative, a count), not a word."""
    if isinstance(value, bool):
        return False
    if isinstance(value, float | int):
        return True
    return isinstance(value, str) and bool(re.fullmatch(r"\s*\d+(?:[.,]\d+)?\s*[.)°º%-]?\s*", value))
