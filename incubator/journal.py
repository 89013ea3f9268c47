"""The one way to write what happened: ids and verbs, no personal values."""

from incubator.models.journal import JournalEntry

#: The only kinds of value an entry may hold: codes and numbers, never what a person typed.
_PLAIN = (bool, int, float, type(None))


def record(by, verb, on, *, subject=None, incubator=None, organization=None, **data):
    """Append one entry. `on` is the day it happened; texts in `data` are short codes, never names."""
    for key, value in data.items():
        if not isinstance(value, _PLAIN) and not (isinstance(value, str) and len(value) <= 60):
            raise TypeError(f"the journal keeps codes and numbers only: {key}")
    if organization is not None and incubator is None:
        incubator = organization.incubator
    return JournalEntry.objects.create(
        by=by,
        verb=verb,
        effective_on=on,
        incubator=incubator,
        organization=organization,
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        data=data,
    )
