"""Fifty calls for funds beside many groups: what `manage.py bench` judges, and rolls back."""

import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as hour

from django.db import connection

from cases.funding.bases import closings
from cases.funding.bases.shapes import AskedDocument, Bases, Closing, Condition, Dates, Moment, Wall
from cases.funding.bases.written import write
from cases.funding.matching import pairs
from cases.funding.matching.matches import cases_for
from cases.funding.words import ApplicantKind, Channel, DocumentKind
from cases.models import BasesVersion, FundingAgency, FundingCall
from incubator import calendars
from incubator.models import Agreement

CALLS = 50
_CONDITIONS = (
    Condition("members", "members", parameters={"minimum": 5}),
    Condition("women", "women_share", parameters={"percent": 50}),
    Condition("disability", "disability_share", parameters={"percent": 40}),
    Condition("valid", "legal_validity", moment=Moment.SIGNING),
    Condition(
        "place", "any",
        children=(
            Condition("activity", "activity", parameters={"sections": ["A", "C", "I"]}),
            Condition("stage", "stage", parameters={"stage": "business"}),
        ),
    ),
    Condition("sales", "sales", parameters={"maximum": 50_000_000}),
    Condition("debts", "debts", parameters={"registers": ["treasury", "labour"]}),
    Condition("accounts", "pending_accounts"),
    Condition("before", "earlier_awards", parameters={"years": 2}),
)  # fmt: skip
_DOCUMENTS = (
    AskedDocument("standing", DocumentKind.LEGAL_STANDING, "Vigencia", valid_days=30),
    AskedDocument("letter", DocumentKind.SUPPORT_LETTER, "Carta de apoyo", valid_days=60, moment=Moment.REVIEW),
    AskedDocument("sworn", DocumentKind.SWORN, "Declaración jurada"),
)


def many_calls(incubator, officer, checker, on: date) -> list[FundingCall]:
    """Calls of the incubator's agreement, open for some weeks, each with bases that somebody else checked."""
    agreement = Agreement.objects.filter(participations__incubator=incubator).order_by("pk").first()
    agency, _ = FundingAgency.objects.get_or_create(name="Servicio de las mediciones")
    return [_call(incubator, agreement, agency, officer, checker, on, number) for number in range(CALLS)]


def _call(incubator, agreement, agency, officer, checker, on, number):
    call = FundingCall.objects.create(
        agreement=agreement, incubator=incubator, agency=agency, key=f"medicion-{number}",
        programme=f"Fondo de medición {number}", year=on.year, entered_by=officer,
    )  # fmt: skip
    closes = Wall(datetime.combine(on + timedelta(days=20 + number), hour(14)))
    bases = replace(
        Bases(),
        applicants=tuple(ApplicantKind),
        dates=Dates(opens_on=on, review_on=on + timedelta(days=90), signing_on=on + timedelta(days=120)),
        closings=(Closing("online", Channel.ONLINE, closes),),
        conditions=_CONDITIONS,
        documents=_DOCUMENTS,
    )
    at = closings.instant(closes)
    version = BasesVersion.objects.create(
        call=call, number=1, in_force_from=on, content=write(bases), recorded_by=officer, opens_on=on,
        first_closes_at=at, last_closes_at=at,
    )  # fmt: skip
    version.authors.add(officer)
    version.checked_by, version.checked_on = checker, on
    version.save(update_fields=["checked_by", "checked_on"])
    return call


def judged(calls, officer, runs: int = 1) -> tuple[int, int, float]:
    """(pairs, queries, microseconds of processor a pair) of judging every group the officer sees for every call."""
    on = calendars.today()
    versions = dict(zip(calls, BasesVersion.objects.filter(call__in=calls).order_by("call"), strict=True))
    queries: list[object] = []
    with connection.execute_wrapper(lambda execute, *asked: queries.append(asked) or execute(*asked)):
        count = len(pairs(cases_for(calls[0], on, officer), versions, on, officer))
    start = time.process_time()
    for _ in range(runs):
        pairs(cases_for(calls[0], on, officer), versions, on, officer)
    spent = (time.process_time() - start) / runs
    return count, len(queries), spent / max(count, 1) * 1e6
