"""What is written to the log: never a query string, never the values a database error quotes."""

import logging
import re

# The part of a request line after «?»: names and RUNs are searched there.
_QUERY = re.compile(r"\?[^\s\"']*")
# The key of a personal calendar stands in its path: whoever reads the log must not open it.
_KEY = re.compile(r"(/calendario/)[^/\s\"']+(\.ics)")
# PostgreSQL quotes the offending values in these lines: «DETAIL:  Key (run)=(11111111-1) already exists.»
_QUOTED_VALUES = re.compile(r"^(DETAIL|CONTEXT|DETALLE|CONTEXTO):.*$", re.MULTILINE)


def _discreet(text):
    return _KEY.sub(r"\1***\2", _QUERY.sub("", text))


class WithoutQuery(logging.Filter):
    """Drops the query string, and the key of a calendar, from the request lines of the web server's log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record pass, shortened."""
        text = str(record.msg)
        record.msg = _discreet(text) if "://" not in text else _KEY.sub(r"\1***\2", text)
        if isinstance(record.args, tuple):
            record.args = tuple(_discreet(arg) if isinstance(arg, str) else arg for arg in record.args)
        return True


class Discreet(logging.Formatter):
    """Traces without the values that a refused statement quotes."""

    def formatException(self, exc_info) -> str:  # noqa: N802 (the name is logging's)
        """The trace, with quoted values removed."""
        return _QUOTED_VALUES.sub(r"\1: (omitido)", super().formatException(exc_info))


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": WithoutQuery}},
    "formatters": {"plain": {"()": Discreet, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_query"]},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django_tasks": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
