"""Codes of a sealed document, and of a person inside the annexes of one agreement."""

import hashlib
import hmac

from django.conf import settings

from incubator import codes
from incubator.codes import ALPHABET

_LENGTH = 16  # 5 bits each: 80 random bits
grouped = codes.grouped


def new_verification_code() -> str:
    """Eighty random bits as sixteen characters."""
    return codes.new(_LENGTH)


def normalized(typed: str) -> str | None:
    """What was typed as a code is stored, or None when it cannot be one."""
    return codes.normalized(typed, _LENGTH)


def person_code(agreement_id: int, person_id: int) -> str:
    """A pseudonym that nobody can undo without the house's key: the same within an agreement, another in the next."""
    message = f"reports.person:{agreement_id}:{person_id}".encode()
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), message, hashlib.sha256)[:5])
    return "P-" + "".join(ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(8)))
