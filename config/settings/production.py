"""Where real people's data lives. Everything secret comes from the environment, and nothing has a default."""

import os

from django.core.exceptions import ImproperlyConfigured


def required(name: str, purpose: str) -> str:
    """The value of an environment variable, or a sentence saying what it is for."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Falta la variable de entorno {name}: {purpose}.")
    return value


if os.environ.get("MINGA_TODAY"):
    raise ImproperlyConfigured("MINGA_TODAY es solo para la demostración y las pruebas: quítela del entorno.")
required("DATABASE_URL", "la dirección de PostgreSQL con el rol minga_app")

from config.settings.base import *  # noqa: E402, F403
from config.settings.base import BASE_DIR, STORAGES  # noqa: E402

DEBUG = False
SECRET_KEY = required("SECRET_KEY", "una clave larga al azar, que firma las sesiones")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY debe tener al menos 50 caracteres al azar.")
MINGA_FIELD_KEYS = required(
    "MINGA_FIELD_KEYS", "las claves Fernet que cifran datos de certificados, la más nueva primero, con comas"
).split(",")
ALLOWED_HOSTS = [host.strip() for host in required("MINGA_HOSTS", "los nombres del sitio, con comas").split(",")]
MINGA_URL = required("MINGA_URL", "la dirección pública del sitio, como https://minga.ejemplo.cl")
if not MINGA_URL.startswith("https://"):
    raise ImproperlyConfigured("MINGA_URL debe empezar con https://.")
CSRF_TRUSTED_ORIGINS = [MINGA_URL.rstrip("/")]
WAGTAILADMIN_BASE_URL = MINGA_URL
required("MINGA_FILES", "la carpeta privada de las evidencias, fuera del código")

# -- HTTPS only ------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^salud/$", r"^listo/$"]  # the balancer asks these from inside
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-minga"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"

# -- files and mail --------------------------------------------------------------------------------------------------

STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = required("EMAIL_HOST", "el servidor de correo")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = True
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL", "la dirección desde la que escribe Minga")

# A role that reads sensitive data needs a second factor here (incubator's system check).
MINGA_SECOND_FACTOR_REQUIRED = True
