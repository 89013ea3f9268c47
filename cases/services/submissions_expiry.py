"""Erase what nobody took in, 90 days after the appeal term of its call (the days are a dated row, RetentionTerm)."""

from django.db import transaction

from cases.call_life import CallState
from cases.models import Call, Submission
from cases.rules.call_days import KEPT_DAYS, erasable_from
from cases.submission_words import SubmissionState

#: These became part of a group's case or of its members: they are kept with it.
_KEPT = (SubmissionState.TAKEN_IN, SubmissionState.PLACED)


def expired_submissions(on, days=KEPT_DAYS):
    """What was never taken in and is to be erased that day."""
    over = Call.objects.filter(state__in=(CallState.RESOLVED, CallState.VOID), submissions__isnull=False)
    due = [
        call.pk
        for call in over.distinct().select_related("incubator__commune")
        if (first := erasable_from(call, days)) and first <= on
    ]
    return Submission.objects.filter(call__in=due).exclude(state__in=_KEPT)


@transaction.atomic
def erase_expired(*, on, days=KEPT_DAYS):
    """Erase them for good. Returns how many."""
    rows = expired_submissions(on, days).select_for_update(of=("self",))
    count, _ = Submission.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).delete()
    return count
