"""Settings shared by every place Minga runs in. Secrets come from the environment; see production.py."""

import os
from pathlib import Path

import pghistory

from config import database
from config.logs import LOGGING
from config.policies import CONTENT_SECURITY_POLICY

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("MINGA_VAR", BASE_DIR / "var"))


# The day on which Minga believes it is; unset means the real one. incubator.calendars is the only reader.
MINGA_TODAY = os.environ.get("MINGA_TODAY") or None

# Where people find the site: what a message links to.
MINGA_URL = os.environ.get("MINGA_URL", "http://localhost:8000")

DEBUG = False
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_ID = 1

INSTALLED_APPS = [
    "config",
    "cms",
    "reports",
    "cases",
    "curricula",
    "incubator",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_cotton",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.ContentPolicy",
    "config.middleware.PrivateByDefault",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "incubator.doors.ClosedByDefault",
    "incubator.context.InWhoseName",
    "django.contrib.messages.middleware.MessageMiddleware",
    "incubator.second_factor.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.middleware.EditorsFollowPosts",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # django-cotton puts its loader in front of these
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "incubator.context_processors.house",
            ],
        },
    },
]
# Our templates/django/forms/… come before Django's.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# -- data ------------------------------------------------------------------------------------------------------------

DATABASES = {"default": database.configuration()}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",  # shared: the rate limits count in it
        "LOCATION": "minga_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# People's files: never under a public address, served only through their visible parent (incubator.files).
MINGA_FILES = Path(os.environ.get("MINGA_FILES", VAR_DIR / "files"))
# What was redacted and by which act, kept beside the database: a restore makes those redactions again.
MINGA_REDACTIONS = Path(os.environ.get("MINGA_REDACTIONS", VAR_DIR / "redactions.jsonl"))
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# What the editors of the public site upload.
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
MINGA_SERVES_MEDIA = os.environ.get("MINGA_SERVES_MEDIA", "1") == "1"
STATIC_URL = "/static/"
STATIC_ROOT = None
# The manual's pictures: they live beside its pages, so that both are read in the repository too (incubator/manual.py).
STATICFILES_DIRS = [("manual", BASE_DIR / "docs" / "manual" / "pictures")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Former values by trigger (incubator.models.past). What a redaction takes away must be able to be null.
PGHISTORY_FIELD = pghistory.Field(null=True, blank=True)
# Words and lists of choices belong to the record: its history needs no migration when they change.
PGHISTORY_EXCLUDE_FIELD_KWARGS = {
    "django.db.models.Field": ["choices", "error_messages", "help_text", "validators", "verbose_name"]
}
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
PGHISTORY_JSON_ENCODER = "incubator.context.Encoder"
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

# -- language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "es-cl"
LANGUAGES = [("es-cl", "Español de Chile")]
LOCALE_PATHS = [BASE_DIR / "locale"] if (BASE_DIR / "locale").exists() else []
TIME_ZONE = "America/Santiago"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["config.formats"]

# -- people and their sessions ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "incubator.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mi-dia/"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation already proves the address; nobody signs up by themselves
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Minga · "
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whoever owns an account is told when its password or second factor changes
ACCOUNT_ADAPTER = "incubator.adapters.AccountAdapter"
MFA_ADAPTER = "incubator.adapters.MFAAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # no stranger signs up, so no stranger can lock an address
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Minga"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
USERSESSIONS_TRACK_ACTIVITY = False
MINGA_SECOND_FACTOR_REQUIRED = False  # production.py says True

# -- safety ----------------------------------------------------------------------------------------------------------

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# -- mail ------------------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = "Minga <no-responder@minga.invalid>"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_TIMEOUT = 20

# -- the public site -------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Minga"
WAGTAILADMIN_BASE_URL = MINGA_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_WORKFLOW_ENABLED = False  # one editor role: nobody to send a page to
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "/cuenta/login/"
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("es", "Español")]
WAGTAILEMBEDS_FINDERS: list[dict] = []  # nothing is fetched from other sites
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "csv", "txt", "mp4", "webm"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "spanish"},
}
