"""Codes that people copy by hand, and how they are kept: as a keyed digest, never as they read.

Crockford's base 32 has no I, L, O or U, so that nothing is mistaken when read aloud or typed; each character is 5 bits.
"""

import hmac
import secrets

from incubator import cipher

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("OIL", "011")


def new(length: int) -> str:
    """A random code of that many characters, five bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def grouped(code: str, size: int = 4) -> str:
    """«7QF4-M2KD»: the form people read."""
    return "-".join(code[start : start + size] for start in range(0, len(code), size))


def normalized(typed: str, length: int) -> str | None:
    """What was typed as a code is compared, or None when it cannot be one; O, I and L are read as 0, 1 and 1."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MEANT)
    return code if len(code) == length and set(code) <= set(ALPHABET) else None


def digest(code: str, kind: str) -> str:
    """The keyed digest of a code of one kind, in hexadecimal: what is stored and compared."""
    return cipher.mark(kind, code)


def same(one: str, other: str) -> bool:
    """Whether two digests are equal, in constant time."""
    return hmac.compare_digest(one, other)
