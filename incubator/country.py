"""Chile's country profile: the identity document (RUN) and telephone numbers.

A RUN is kept as digits, hyphen and check character («12345678-5»); a phone as E.164 («+56987654321»).
"""

import re

import phonenumbers

COUNTRY_CODE = "CL"
CALLING_CODE = "56"

_HYPHENS = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d_]")
_RUN_NOISE = re.compile(r"[\s.,·'\u200b\ufeff]+")
_RUN = re.compile(r"(\d{1,8})-?([\dkK])", re.ASCII)
_MASK = "•"

# Numbers of one cell stand apart by these; « - » only when it has spaces at both sides.
_BETWEEN_PHONES = re.compile(r"[/;,|\n\r]+|\s+(?:o|y|u|e|ó|or|and)\s+|\s[-–—]+\s", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\([^()\d]*\)")
_DIGITS = re.compile(r"\+?\d+", re.ASCII)
_WHOLE_NUMBER_AS_DECIMAL = re.compile(r"(\d+)\.0+", re.ASCII)
# A token this long can be a number by itself, so another one may follow it.
_SHORTEST_NUMBER = 7
_MOBILE_LENGTH = 9
# Nobody alive has a smaller RUN: what remains is a slip of the hand, and too short to be masked in a list.
_SMALLEST = 100_000


def check_digit(body: int) -> str:
    """The check character (0-9 or K) of a RUN's number, modulo 11."""
    total, weight = 0, 2
    while body:
        body, digit = divmod(body, 10)
        total += digit * weight
        weight = 2 if weight == 7 else weight + 1
    return "0123456789K"[-total % 11]


def clean_run(text: str) -> str:
    """The text without spaces, dots and leading zeros, every dash an ASCII hyphen, upper case."""
    bare = _HYPHENS.sub("-", _RUN_NOISE.sub("", text))
    return re.sub(r"-{2,}", "-", bare).lstrip("0").upper()


def parse_run(text: str) -> str | None:
    """The RUN as it is kept («12345678-5»), or None when it is not one or its check digit is wrong."""
    found = _RUN.fullmatch(clean_run(text))
    if not found:
        return None
    body, check = int(found[1]), found[2].upper()
    return f"{body}-{check}" if body >= _SMALLEST and check == check_digit(body) else None


def is_run(text: str) -> bool:
    """Whether the text is a RUN with its right check digit, in any written form."""
    return parse_run(text) is not None


def format_run(run: str) -> str:
    """The kept RUN as people read it: «12.345.678-5»."""
    body, check = run.split("-")
    return f"{int(body):,}".replace(",", ".") + f"-{check}"


def mask_run(run: str) -> str:
    """The kept RUN with all but its last three digits hidden: «••.•••.678-5»."""
    formatted = format_run(run)
    head, tail = formatted[:-5], formatted[-5:]
    return re.sub(r"\d", _MASK, head) + tail


def parse_phone(text: str) -> str | None:
    """The first valid mobile written in the text, else the first valid number, in E.164; None when there is none."""
    valid = phones_in(text)
    return next((phone for phone in valid if is_mobile(phone)), valid[0] if valid else None)


def phones_in(text: str) -> list[str]:
    """Every valid number in the text, in E.164 and in order; a bare number is a Chilean one."""
    whole = _WHOLE_NUMBER_AS_DECIMAL.fullmatch(text.strip())
    text = _IN_PARENTHESES.sub(" ", whole[1] if whole else text)
    return [phone for piece in _BETWEEN_PHONES.split(text) if piece for phone in _phones_of_piece(piece)]


def _phones_of_piece(piece: str) -> list[str]:
    """The numbers of a text whose digits run together in groups: «9 7682 8267» is one, two mobiles are two."""
    tokens, found, start, may_start = _DIGITS.findall(piece), [], 0, True
    while start < len(tokens):
        spans = range(len(tokens), start, -1) if may_start else ()
        end, phone = next(((e, p) for e in spans if (p := _e164("".join(tokens[start:e])))), (start + 1, None))
        if phone:
            found.append(phone)
        may_start = bool(phone) or len(tokens[start]) >= _SHORTEST_NUMBER
        start = end
    return found


def _e164(digits: str) -> str | None:
    """The number of these digits (a «+» may lead them), or None when no such number can exist."""
    if digits.startswith("00"):
        digits = "+" + digits.lstrip("0")
    if digits.startswith("+") and not digits.startswith("+" + CALLING_CODE):
        return _valid(digits)
    national = digits.lstrip("+0")
    if national.startswith(CALLING_CODE) and len(national) > _MOBILE_LENGTH:
        national = national[2:].lstrip("0")
    return _valid(f"+{CALLING_CODE}{_with_mobile_nine(national)}")


def _with_mobile_nine(national: str) -> str:
    """Eight digits that start with 76 to 79, 8 or 9 are a mobile of before 2013 without its leading 9."""
    lacks_nine = len(national) == _MOBILE_LENGTH - 1 and re.match(r"7[6-9]|8|9", national)
    return "9" + national if lacks_nine else national


def _valid(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def is_mobile(phone: str) -> bool:
    """Whether the E.164 number is a mobile: in Chile, nine digits that begin with 9."""
    national = f"+{CALLING_CODE}9"
    if phone.startswith("+" + CALLING_CODE):
        return phone.startswith(national)
    kind = phonenumbers.number_type(phonenumbers.parse(phone))
    return kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


def format_phone(phone: str) -> str:
    """The E.164 number as people read it: «+56 9 8765 4321»."""
    return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
