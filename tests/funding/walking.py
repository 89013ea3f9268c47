"""An application walked to a state, each step as people take it; only the approval and its files are shortened."""

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from cases.enums import ConfirmationChannel, ConfirmationSubject
from cases.funding.agency.amounts import Amount
from cases.funding.life import FundEventKind, FundState, FundVerb
from cases.funding.words import Channel
from cases.models import FundApplication, FundPackage, GroupConfirmation
from cases.services.funding import awards, execution, filing, moves, news
from incubator import calendars
from tests.factories.cases import evidence
from tests.factories.people import coordinator_of, officer_of

S, V, K = FundState, FundVerb, FundEventKind
SANTIAGO = ZoneInfo("America/Santiago")
#: The days of the walk, after the closing of the scene's call (12-08-2021 at 14:00).
READY, SENT = datetime(2021, 8, 10, 10, tzinfo=SANTIAGO), datetime(2021, 8, 11, 12, 30, tzinfo=SANTIAGO)
SAID, SIGNED, STARTED, ENDED = date(2021, 9, 6), date(2021, 10, 4), date(2021, 10, 11), date(2022, 3, 31)
GRANTED = Amount(pesos=5_000_000)
ACT = {"reference": "Resolución exenta 123"}


def again(application):
    """The application as it is now stored."""
    return FundApplication.objects.select_related("case__incubator", "case__organization", "call").get(
        pk=application.pk
    )


def people(application):
    """(officer, coordinator) of its incubator."""
    return officer_of(application.case.incubator), coordinator_of(application.case.incubator)


def proof(application, content=b"acto"):
    """A document of its incubator."""
    return evidence(officer_of(application.case.incubator), application.case.incubator, content=content)


@transaction.atomic
def made_ready(application, at=READY):
    """Reviewed, approved and frozen: the steps and the package, without its files."""
    application = again(application)
    officer, coordinator = people(application)
    with calendars.travel(at):
        day = calendars.local_day(at)
        if application.state == S.DRAFT:
            moves.move(application, V.REVIEW, by=officer, on=day)
        change = moves.move(application, V.READY, by=coordinator, on=day)
        former = application.packages.order_by("-number").first()
        FundPackage.objects.create(
            application=application,
            number=former.number + 1 if former else 1,
            change=change,
            bases=application.bases,
            snapshot={"title": application.title},
            sha256=hashlib.sha256(f"{application.pk} {change.number}".encode()).hexdigest(),
            previous=former.sha256 if former else "",
            made_by=coordinator,
        )
    return again(application)


def sent(application, at=SENT, **said):
    """Filed by the officer, online unless said otherwise."""
    application = again(application)
    if application.state != S.READY:
        application = made_ready(application)
    package = application.packages.order_by("-number").first()
    with calendars.travel(max(at, READY)):
        filing.submit(
            by=people(application)[0], application=application, package=package, at=at,
            **{"channel": Channel.ONLINE, "folio": "F-1", **said},
        )  # fmt: skip
    return again(application)


def confirmed(application, subject, on=SAID):
    """The group's signed sheet."""
    return GroupConfirmation.objects.create(
        case=application.case,
        subject=subject,
        subject_id=application.pk,
        channel=ConfirmationChannel.SIGNED_SHEET,
        statement="Estamos de acuerdo.",
        happened_on=on,
        evidence=proof(application, b"hoja firmada"),
        recorded_by=people(application)[0],
    )


def told(application, service, on=SAID, *, by=None, **said):
    """Record one fact through its service, on its day."""
    application = again(application)
    with calendars.travel(on):
        return service(by=by or people(application)[0], application=application, on=on, **said)


def _resolved(kind):
    return lambda one: told(one, news.resolve, kind=kind, note="No acreditó su domicilio.", **ACT)


def _observed(one):
    told(one, news.observe, notified_on=SAID, items=["Adjuntar la carta de apoyo"], days=5, **ACT)


def _renounced(one):
    walked(one, S.AWARDED)
    said = confirmed(one, ConfirmationSubject.FUND_RENUNCIATION)
    papers = {"note": "El local se perdió.", "evidence": proof(one), "confirmation": said}
    told(one, awards.renounce, by=people(one)[1], **papers)


def _withdrawn(one):
    at = datetime(2021, 9, 6, 9, tzinfo=SANTIAGO)
    told(one, news.withdraw, at=at, note="Postularán a otro.")


#: State → from which state, and what is recorded.
WAY = {
    S.ADMISSIBLE: (S.SUBMITTED, _resolved(K.ADMISSION)),
    S.INADMISSIBLE: (S.SUBMITTED, _resolved(K.REJECTION)),
    S.WAITLISTED: (S.SUBMITTED, _resolved(K.WAITLIST)),
    S.NOT_AWARDED: (S.SUBMITTED, _resolved(K.REFUSAL)),
    S.OBSERVED: (S.SUBMITTED, _observed),
    S.AWARDED: (S.SUBMITTED, lambda one: told(one, awards.award, amount=GRANTED, **ACT)),
    S.SIGNED: (S.AWARDED, lambda one: told(one, awards.sign, SIGNED, evidence=proof(one))),
    S.EXECUTION: (S.SIGNED, lambda one: told(one, execution.start, STARTED)),
    S.TERMINATED: (S.EXECUTION, lambda one: told(one, execution.end_early, ENDED, note="Sin local.", **ACT)),
    S.RENDERED: (S.EXECUTION, lambda one: told(one, execution.deliver_accounts, ENDED)),
    S.CLOSED: (S.RENDERED, lambda one: told(one, execution.approve_accounts, ENDED, **ACT)),
    S.WITHDRAWN: (S.SUBMITTED, _withdrawn),
    S.RENOUNCED: (S.DRAFT, _renounced),
}


@transaction.atomic
def walked(application, state):
    """The application taken from draft to a state."""
    application = again(application)
    if state == S.REVIEW and application.state == S.DRAFT:
        with calendars.travel(READY):
            moves.move(application, V.REVIEW, by=people(application)[0], on=calendars.local_day(READY))
    elif state == S.READY:
        made_ready(application)
    elif state == S.SUBMITTED:
        sent(application)
    elif state in WAY:
        before, record = WAY[state]
        if before != S.DRAFT:
            walked(application, before)
        record(again(application))
    return again(application)
