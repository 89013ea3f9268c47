"""One application, frozen: everything that its package says, as plain JSON, read at one moment and never again.

Personal data that the agency's form asks for, yes; nothing sensitive: of a reserved condition, that the office
answered it and which day; of a reserved document, its number and digest.
"""

from datetime import date, datetime
from typing import Any

from cases.funding.eligibility import kinds
from cases.funding.package import canonical, form, judged, money, papers, people
from cases.funding.package.whole import Whole
from incubator import calendars

SCHEMA = "minga-fund-package/1"


def taken(whole: Whole, *, number: int, previous: str, at: datetime, post: str) -> dict[str, Any]:
    """The snapshot of package `number`, chained to the digest of the one before. `post`: the approver's."""
    application, bases = whole.application, whole.bases
    place = application.stays_with or application.case.incubator
    values = {key: kept.value for key, kept in whole.answers.items() if kept.current}
    return canonical.plain(
        {
            "schema": SCHEMA,
            "number": number,
            "previous": previous,
            "frozen_at": at,
            "incubator": place.name,
            "municipality": place.municipality.name,
            "application": {
                "code": application.code,
                "title": application.title,
                "opened_on": application.opened_on,
            },
            "call": _call(application.call),
            "bases": _version(application.bases),
            **people.frozen(application, whole.on),
            "sections": form.frozen(bases, values),
            "budget": money.frozen(bases, whole.budget),
            "quotations": money.frozen_quotations(bases, whole.quotations),
            "documents": papers.frozen(whole.papers),
            "evaluation": judged.frozen(bases, whole.answer, whole.facts, whole.days),
            "verified": _verified(whole),
            "authors": people.authors(whole.authors),
            "reviews": people.reviews(whole.reviews),
            "confirmation": _confirmation(whole.confirmation),
            "approval": _approval(whole.by, post, calendars.local_day(at)),
        }
    )


def _call(call) -> dict[str, Any]:
    return {
        "agency": call.agency.name,
        "private": call.agency.is_private,
        "programme": call.programme,
        "line": call.line,
        "year": call.year,
        "key": call.key,
    }


def _version(version) -> dict[str, Any]:
    return {
        "number": version.number,
        "in_force_from": version.in_force_from,
        "act": version.act,
        "url": version.url,
        "sha256": version.evidence.sha256 if version.evidence else "",
        "content": canonical.digest(version.content),
    }


def _verified(whole) -> list[dict[str, Any]]:
    """What was answered in writing of the conditions that these bases still ask."""
    by_key = judged.conditions_of(whole.bases)
    return [
        {
            "key": key,
            "label": kinds.said(by_key[key]),
            "meets": row.meets,
            "text": row.text,
            "seen_on": row.seen_on,
            "sha256": row.evidence.sha256 if row.evidence else "",
        }
        for key, row in whole.verified.items()
        if key in by_key and not judged.is_reserved(by_key[key])
    ]


def _confirmation(row) -> dict[str, Any] | None:
    return {"on": row.happened_on, "channel": row.channel, "statement": row.statement} if row else None


def _approval(by, post: str, on: date) -> dict[str, Any]:
    return {"by": by.get_full_name(), "post": post, "on": on}
