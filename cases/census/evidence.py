"""What a column's content says about its meaning: a column full of RUNs is the RUN, whatever its header."""

import datetime
import re
from collections.abc import Callable, Sequence

from cases.census.cells import count_of, is_blank, is_ditto, is_number, text_of, yes_or_no
from cases.census.dates import read_date
from cases.census.names import is_like_a_name
from incubator.country import clean_run, is_mobile, parse_phone, parse_run
from incubator.text import fold
from incubator.workbooks.reading import Value

SAMPLE = 300
_FEWEST = 3
_RUN_LIKE = re.compile(r"\d{5,10}-?[\dK]?", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}")
_GROUP_WORD = re.compile(
    r"^(?:agrupacion|asociacion|comite|junta|taller|club|cooperativa|grupo|organizacion|colectivo|centro|sindicato"
    r"|fundacion|corporacion|union|red|emprendimiento|comunidad|consejo|circulo|mesa)\b"
)
_ADULT_SINCE = 2008


def stated(values: Sequence[Value]) -> list[Value]:
    """The values that say something of their own: no blanks, no ditto marks."""
    return [value for value in values if not is_blank(value) and not is_ditto(value)]


def share(values: Sequence[Value], test: Callable[[Value], bool]) -> float:
    """The part of the values, 0 to 1, that pass the test."""
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0


def has_run(value: Value) -> bool:
    """Whether the cell holds a RUN with its right check digit, or is one of a column of RUNs in form."""
    return not isinstance(value, bool) and parse_run(text_of(value)) is not None


def is_run_like(value: Value) -> bool:
    """Whether the cell has the form of a RUN, with or without its check digit."""
    return not isinstance(value, bool | datetime.date) and bool(_RUN_LIKE.fullmatch(clean_run(text_of(value))))


def has_email(value: Value) -> bool:
    """Whether the cell holds an address of electronic mail."""
    return isinstance(value, str) and bool(_EMAIL.search(value))


def has_group_word(value: Value) -> bool:
    """Whether the cell begins as the name of an organization does: «Taller…», «Comité…»."""
    return isinstance(value, str) and ":" not in value and bool(_GROUP_WORD.match(fold(value)))


def is_name(value: Value) -> bool:
    """Whether the cell could be a person's name of two words or more."""
    return isinstance(value, str) and is_like_a_name(value) and len(value.split()) > 1


def _is_wordy(value: Value) -> bool:
    return isinstance(value, str) and sum(c.isalpha() for c in value) > 2 and yes_or_no(value) is None


def _is_date(value: Value) -> bool:
    """Whether the cell may write a date, even a wrong one, or an age."""
    return not isinstance(value, bool) and any(c.isdigit() for c in text_of(value))


def _has_digits(value: Value) -> bool:
    return sum(c.isdigit() for c in text_of(value)) >= 6


def _has_mobile(value: Value) -> bool:
    phone = parse_phone(text_of(value))
    return phone is not None and is_mobile(phone)


def _is_big_number(value: Value) -> bool:
    return is_number(value) and text_of(value).strip() not in ("0", "1", "0.0", "1.0")


# field → (test, least share of the stated values that pass it)
_LEAST: dict[str, tuple[Callable[[Value], bool], float]] = {
    "group": (_is_wordy, 0.5),
    "name": (lambda value: isinstance(value, str) and is_like_a_name(value) and _is_wordy(value), 0.5),
    "given_names": (lambda value: isinstance(value, str) and is_like_a_name(value), 0.5),
    "surname_1": (lambda value: isinstance(value, str) and is_like_a_name(value), 0.5),
    "surname_2": (lambda value: isinstance(value, str) and is_like_a_name(value), 0.5),
    "rut": (lambda value: is_run_like(value) or has_run(value) or not _has_digits(value), 0.5),
    "members": (lambda value: count_of(value) is not None, 0.5),
    "phone": (_has_digits, 0.3),
    "trade": (_is_wordy, 0.5),
    "commune": (_is_wordy, 0.5),
    "formal": (lambda value: not _is_big_number(value), 0.5),
    "carer": (lambda value: not is_name(value) or yes_or_no(value) is not None, 0.4),
    "disability": (lambda value: not is_number(value) or not _is_big_number(value), 0.5),
    "recorded_on": (_is_date, 0.3),
    "birth_date": (_is_date, 0.3),
}


def is_plausible(field: str, values: Sequence[Value]) -> bool:
    """Whether the content does not deny that the column is this field; a few values deny nothing."""
    own = stated(values)
    test, least = _LEAST.get(field, (bool, 0.0))
    return len(own) < _FEWEST or share(own, test) >= least


def field_by_content(values: Sequence[Value]) -> str | None:
    """The field that a column of unknown header holds, when its content leaves no doubt."""
    own = stated(values)
    if len(own) < _FEWEST:
        return None
    if share(own, lambda value: has_run(value) and is_run_like(value)) > 0.6 and share(own, _has_digits) > 0.8:
        return "rut"
    if share(own, has_email) > 0.6:
        return "email"
    if share(own, _has_mobile) > 0.6:
        return "phone"
    if share(own, has_group_word) > 0.6:
        return "group"
    return None


def are_names(values: Sequence[Value], *, fewest: int = _FEWEST) -> bool:
    """Whether the column holds people's names, `fewest` of them at least."""
    own = stated(values)
    distinct = {fold(text_of(value)) for value in own}
    return len(own) >= fewest and share(own, is_name) > 0.8 and len(distinct) > 0.6 * len(own)


def are_births(values: Sequence[Value]) -> bool:
    """Whether a column of general dates holds births of adults."""
    read = [read_date(value, today=datetime.date.max).on for value in stated(values)]
    dates = [on for on in read if on]
    return len(dates) >= _FEWEST and share(dates, lambda on: on.year < _ADULT_SINCE) > 0.7
