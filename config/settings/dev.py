"""A person's own machine: the demonstration, with invented people only."""

import os

# The demonstration lives in June 2021; an empty MINGA_TODAY asks for the real day. Set before the rest is read.
os.environ.setdefault("MINGA_TODAY", "2021-06-15")

from config.settings.base import *  # noqa: F403

DEBUG = os.environ.get("MINGA_DEBUG", "") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *filter(None, os.environ.get("MINGA_HOSTS", "").split(","))]
_ORIGINS = os.environ.get("MINGA_ORIGINS", "http://localhost:8000,http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = _ORIGINS.split(",")
# Nothing here protects anything real: production.py takes its key from the environment and from nowhere else.
SECRET_KEY = "only-for-the-demonstration-with-invented-people"  # noqa: S105
MINGA_FIELD_KEYS = ["ZGVtb25zdHJhdGlvbi1rZXktd2l0aC0zMi1ieXRlcyE="]  # 32 bytes; the same warning
