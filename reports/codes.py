"""Codes that people copy by hand: of a sealed document, and of a person inside the annexes of one agreement."""

import hashlib
import hmac
import secrets

from django.conf import settings

#: Crockford's base 32: no I, L, O or U, so that nothing is mistaken when read aloud or typed.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 16  # 5 bits each: 80 random bits
_MEANT = str.maketrans("OIL", "011")


def new_verification_code() -> str:
    """Eighty random bits as sixteen characters."""
    number = secrets.randbits(5 * _LENGTH)
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(_LENGTH)))


def grouped(code: str) -> str:
    """«7QF4-M2KD-9XTR-HB3W»: the form people read."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def normalized(typed: str) -> str | None:
    """What was typed as a code is stored, or None when it cannot be one; O, I and L are read as 0, 1 and 1."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MEANT)
    return code if len(code) == _LENGTH and set(code) <= set(ALPHABET) else None


def person_code(agreement_id: int, person_id: int) -> str:
    """A pseudonym that nobody can undo without the house's key: the same within an agreement, another in the next."""
    message = f"reports.person:{agreement_id}:{person_id}".encode()
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), message, hashlib.sha256)[:5])
    return "P-" + "".join(ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(8)))
