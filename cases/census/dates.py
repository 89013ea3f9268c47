"""A date as people write it in a cell: day first, serials, Spanish words; an age beside a birth is no date."""

import datetime
import re
from dataclasses import dataclass

from cases.census.cells import is_blank, text_of
from incubator.text import fold, squeeze
from incubator.workbooks.reading import Value

_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(2200, 73051)
_OLDEST_AGE = 125
_LATEST_TWO_DIGIT_YEAR = 68

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        1,
    )
} | {"set": 9, "jan": 1, "apr": 4, "aug": 8, "dec": 12}
_DAY_WORDS = {"primero": "1", "primer": "1", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5"}
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(
    r"(\d{1,2})(?: ?(?:ro|ero|er|o|do|to|°))? (?:de(?:l)? )?([a-z]{3,10}) (?:de(?:l)? )?(?:ano )?(\d{4}|\d{2})"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_TIME = re.compile(
    r"[ tT]+(?:a las )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:hrs?\.?|[ap]\.?m\.?|z)?$", re.IGNORECASE
)
_WEEKDAY = re.compile(r"^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mar|mie|jue|vie|sab|dom)\b[ ,.]*")
_AGE = re.compile(r"(?:edad )?(\d{1,3})(?: ?(?:anos?|a|an))?(?: .*(?:meses|edad|aprox).*)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


@dataclass(frozen=True)
class DateRead:
    """The date of a cell; `is_wrong` when the cell writes something that is no whole, possible date."""

    on: datetime.date | None = None
    is_wrong: bool = False


NOTHING = DateRead()
WRONG = DateRead(is_wrong=True)


def read_date(value: Value | None, *, today: datetime.date, is_birth: bool = False) -> DateRead:
    """The date that the cell says. For a birth an age is nothing, and no year is in the future."""
    if is_blank(value) or isinstance(value, bool):
        return NOTHING
    if is_birth and _is_age(value):
        return NOTHING
    read = _read(value, today, is_birth)
    if is_birth and read.on and read.on > today:
        return WRONG
    return read


def _is_age(value: Value) -> bool:
    if isinstance(value, float | int):
        return 0 <= value <= _OLDEST_AGE
    if _NUMBER.fullmatch(text_of(value).strip()):
        return float(text_of(value).replace(",", ".")) <= _OLDEST_AGE
    found = _AGE.fullmatch(fold(text_of(value)))
    return bool(found) and int(found[1]) <= _OLDEST_AGE


def _read(value: Value, today: datetime.date, is_birth: bool) -> DateRead:
    if isinstance(value, datetime.datetime):
        return DateRead(value.date())
    if isinstance(value, datetime.date):
        return DateRead(value)
    if isinstance(value, float | int):
        return _from_serial(float(value))
    if not isinstance(value, str):
        return WRONG
    text = squeeze(value)
    if _NUMBER.fullmatch(text) and not _COMPACT.fullmatch(text):
        return _from_serial(float(text.replace(",", ".")))
    parts = _parts(text)
    return _from_parts(*parts, today, is_birth) if parts else WRONG


def _from_serial(number: float) -> DateRead:
    """A day as a spreadsheet counts it; a lone year («2021») is no date."""
    return DateRead(_EPOCH + datetime.timedelta(days=int(number))) if int(number) in _SERIALS else WRONG


def _parts(text: str) -> tuple[str, int, str] | None:
    """Day, month and year as written, or None when the text is not a whole date."""
    text = _TIME.sub("", text).strip(" .,;")
    year_first = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text)
    if year_first:
        return year_first[3], int(year_first[2]), year_first[1]
    numbers = _DAY_FIRST.fullmatch(text.replace("–", "-").replace("—", "-"))
    if numbers:
        return numbers[1], int(numbers[2]), numbers[3]
    return _parts_in_words(text)


def _parts_in_words(text: str) -> tuple[str, int, str] | None:
    folded = _WEEKDAY.sub("", fold(text.replace("°", " ").replace("º", " ")))
    folded = re.sub(r"^(?:el )?(?:dia )?", "", _WEEKDAY.sub("", folded))
    first, _, rest = folded.partition(" ")
    found = _IN_WORDS.fullmatch(f"{_DAY_WORDS.get(first, first)} {rest}")
    month = _MONTHS.get(found[2][:3]) if found else None
    return (found[1], month, found[3]) if month else None


def _from_parts(day: str, month: int, year: str, today: datetime.date, is_birth: bool) -> DateRead:
    try:
        return DateRead(datetime.date(_whole_year(year, today, is_birth, month, int(day)), month, int(day)))
    except ValueError:
        return WRONG


def _whole_year(year: str, today: datetime.date, is_birth: bool, month: int, day: int) -> int:
    """The year in four digits: a birth's two digits are never in the future."""
    if len(year) == 4:
        return int(year)
    century, short = 2000, int(year)
    if is_birth:
        return (
            century + short if (century + short, month, day) <= (today.year, today.month, today.day) else 1900 + short
        )
    return century + short if short <= _LATEST_TWO_DIGIT_YEAR else 1900 + short
