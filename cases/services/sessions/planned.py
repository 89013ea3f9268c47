"""A session that was planned: written as any other, and the plan told that it was held."""

from django.db import transaction

from cases.services.sessions.writing import log
from incubator.services import planning


@transaction.atomic
def log_planned(*, by, planned, cases, held_on, starts_at, ends_at, **said):
    """The session of a planned meeting; `said` as in `log`. Both are written, or neither."""
    session = log(by=by, cases=cases, held_on=held_on, starts_at=starts_at, ends_at=ends_at, **said)
    planning.mark_held(by=by, planned=planned, meeting=session.meeting)
    return session
