"""What the agency said of a corner's application, and a purchase: one of each, written straight."""

from datetime import time, timedelta

from cases.funding.agency.amounts import Amount
from cases.funding.life import FundEventKind, FundVerb
from cases.models import FundEvent, FundFiling, FundPurchase
from cases.services.stepping import stepped
from incubator import calendars
from incubator.enums import Tier


def furnish_news(corner, today, stored):
    """A dated fact and a purchase; who reaches them is asked, not how they came to be."""
    application, by = corner["fund"], corner["officer"]
    papers = [stored(corner, number, Tier.LEGAL) for number in (321, 322, 323)]
    corner["fund_event"] = FundEvent.objects.create(
        application=application, kind=FundEventKind.CALL_FAILED, happened_on=today, recorded_by=by,
        note=f"Falla {corner.word}", details={"hour": "13:00", "told_on": today.isoformat()}, evidence=papers[1],
    )  # fmt: skip
    corner["fund_filing"] = _filing(corner, today, papers[0])
    corner["fund_purchase"] = FundPurchase.objects.create(
        application=application, number=1, document_on=today, document_kind="receipt", supplier=f"Tienda {corner.word}",
        detail="Herramientas", item="tools", net=840, tax=160, total=1000, recorded_by=by,
        evidence=papers[2],
    )  # fmt: skip


def _filing(corner, today, receipt):
    """It was sent, and is edited again before its closing; the package of the corner is the one that went."""
    application, by, now = corner["fund"], corner["officer"], calendars.now()
    ready = [stepped(application, verb, by=by, on=today) for verb in (FundVerb.REVIEW, FundVerb.READY, FundVerb.SUBMIT)]
    filing = FundFiling.objects.create(
        application=application, package=corner["fund_package"], change=ready[-1], number=1, channel="online",
        closing="online", closes_at=now + timedelta(days=9), filed_at=now, recorded_by=by, evidence=receipt,
    )  # fmt: skip
    stepped(application, FundVerb.REPLACE, by=by, on=today)
    return filing


def news_values(corner, today):
    """What their services ask."""
    return {
        "event": corner["fund_event"], "about": corner["fund_event"], "purchase": corner["fund_purchase"],
        "amount": Amount(pesos=1000), "items": ["x"], "notified_on": today, "told_on": today, "hour": time(13),
        "confirmation": None, "note": "x", "scores": {}, "channel": "online",
    }  # fmt: skip
