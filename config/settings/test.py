"""The suite: the application's role on a cluster of its own (tests/conftest.py), quick hashes, mail kept in memory."""

from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECRET_KEY = "only-for-tests"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR_DIR / "test-media"
MINGA_FIELD_KEYS = ["b25seS1mb3ItdGVzdHMtYS1rZXktb2YtMzItYnl0ZXM="]
