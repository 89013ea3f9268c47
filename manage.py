#!/usr/bin/env python
"""Run a command of Minga: `.venv/bin/python manage.py COMMAND`."""

import os
import sys


def main() -> None:
    """Choose settings and database role, then hand over to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Falta instalar Minga. Ejecute «make setup» y use .venv/bin/python manage.py.")
    from config import database

    try:
        database.prepare(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    from incubator import context

    with context.of_command(sys.argv[1] if len(sys.argv) > 1 else ""):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
