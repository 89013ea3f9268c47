"""Encrypt a field at rest, with keys that live outside the database (settings.MINGA_FIELD_KEYS, newest first)."""

import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def _box():
    return MultiFernet([Fernet(key) for key in settings.MINGA_FIELD_KEYS])


def encrypt(text: str) -> str:
    """The text under the newest key; an empty text stays empty."""
    return _box().encrypt(text.encode()).decode() if text else ""


def decrypt(token: str) -> str:
    """The text in clear. Raises cryptography.fernet.InvalidToken when no key opens it."""
    return _box().decrypt(token.encode()).decode() if token else ""


def mark(kind: str, text: str) -> str:
    """A keyed digest by which equal texts are known without being read; an empty text has none. Never a bare hash:
    the RUN are few enough to try them all. A change of the newest key changes it (`mark_runs` writes it again)."""
    key = str(settings.MINGA_FIELD_KEYS[0]).encode()
    return hmac.digest(key, f"incubator.{kind}:{text}".encode(), hashlib.sha256).hex() if text else ""
