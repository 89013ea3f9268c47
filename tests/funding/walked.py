"""Applications led through the states of an agency, with the rows that each step rests on."""

import hashlib
from datetime import UTC, datetime

from django.db import transaction

from cases.funding.life import EVENT_OF, FundState, FundVerb
from cases.funding.words import Channel
from cases.models import FundApplication, FundEvent, FundFiling, FundPackage
from cases.services.funding import moves
from tests.factories.people import coordinator_of, officer_of

S, V = FundState, FundVerb
#: The shortest way to each state, and the step that reaches it.
WAY = {
    S.REVIEW: (S.DRAFT, V.REVIEW),
    S.READY: (S.REVIEW, V.READY),
    S.SUBMITTED: (S.READY, V.SUBMIT),
    S.ADMISSIBLE: (S.SUBMITTED, V.ADMIT),
    S.OBSERVED: (S.SUBMITTED, V.OBSERVE),
    S.INADMISSIBLE: (S.SUBMITTED, V.REJECT),
    S.WAITLISTED: (S.SUBMITTED, V.WAITLIST),
    S.NOT_AWARDED: (S.SUBMITTED, V.DECLINE),
    S.AWARDED: (S.SUBMITTED, V.AWARD),
    S.SIGNED: (S.AWARDED, V.SIGN),
    S.EXECUTION: (S.SIGNED, V.START),
    S.TERMINATED: (S.EXECUTION, V.TERMINATE),
    S.RENDERED: (S.EXECUTION, V.RENDER),
    S.CLOSED: (S.RENDERED, V.CLOSE),
}


def event(application, kind, on, **fields):
    """A dated fact, as whoever files records it."""
    by = officer_of(application.case.incubator)
    return FundEvent.objects.create(application=application, kind=kind, happened_on=on, recorded_by=by, **fields)


def walk(application, state, on, **fields):
    """Take an application to a state, every step on that day; `fields` are those of the last fact."""
    steps, reach = [], state
    while reach != application.state:
        source, verb = WAY[reach]
        steps.insert(0, (verb, reach))
        reach = source
    for verb, target in steps:
        step(application, verb, on, **(fields if target == state else {}))
    return FundApplication.objects.select_related("case__incubator", "case__organization", "call").get(
        pk=application.pk
    )


@transaction.atomic
def step(application, verb, on, *, to=None, **fields):
    """One step with its fact; a package when it is ready, and a filing when it is sent."""
    place = application.stays_with or application.case.incubator
    by = coordinator_of(place)
    kind = EVENT_OF.get(verb)
    fact = event(application, kind, on, **fields) if kind else None
    change = moves.move(application, verb, by=by, on=on, to=to, event=fact)
    if verb == V.READY:
        _package(application, change, by)
    if verb == V.SUBMIT:
        _filing(application, change, by, on)
    return change


def _package(application, change, by):
    last = application.packages.order_by("-number").first()
    number = last.number + 1 if last else 1
    digest = hashlib.sha256(f"{application.pk}-{number}".encode()).hexdigest()
    FundPackage.objects.create(
        application=application, number=number, change=change, bases=application.bases, snapshot={"title": "Taller"},
        sha256=digest, previous=last.sha256 if last else "", made_by=by,
    )  # fmt: skip


def _filing(application, change, by, on):
    at = datetime(on.year, on.month, on.day, 15, tzinfo=UTC)
    FundFiling.objects.create(
        application=application,
        package=application.packages.order_by("-number").first(),
        change=change,
        number=application.filings.count() + 1,
        channel=Channel.ONLINE,
        closing="online",
        closes_at=max(application.bases.last_closes_at, at),
        filed_at=at,
        folio=f"F-{application.pk}",
        recorded_by=by,
    )
