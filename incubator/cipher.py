"""Encrypt a field at rest, with keys that live outside the database (settings.MINGA_FIELD_KEYS, newest first)."""

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
