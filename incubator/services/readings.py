"""The delegate answers who read a person's data: each answer is written in the journal."""

from django.db import transaction

from incubator import access, journal
from incubator.access import Permission


@transaction.atomic
def answer(*, by, person, on, printed=False):
    """Somebody was told, or handed on paper, who read her data."""
    access.require(by, Permission.VIEW_READINGS, person)
    verb = "readings_printed" if printed else "readings_shown"
    journal.record(by, verb, on, subject=person, incubator=person.incubator)
