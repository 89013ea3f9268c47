"""The documents of a package: what is there of what the bases ask, the reserved ones by their number alone."""

from typing import Any

from cases.funding.vault.access import is_officers_only
from cases.funding.vault.reading import AskedStanding, PaperState


def chosen(standings: list[AskedStanding]) -> list[AskedStanding]:
    """Those that are there, each document once, the reserved ones last."""
    once = {}
    for one in standings:
        if one.state == PaperState.THERE:
            once.setdefault(one.document.pk, one)
    return sorted(once.values(), key=lambda one: one.is_reserved)


def frozen(standings: list[AskedStanding]) -> list[dict[str, Any]]:
    """Each document as the snapshot keeps it. Of a reserved one: its number, its row and its digest."""
    found, reserved = [], 0
    for one in chosen(standings):
        document = one.document
        held = {"id": document.pk, "evidence": document.evidence_id, "sha256": document.evidence.sha256}
        if one.is_reserved:
            reserved += 1
            found.append(held | {"reserved": reserved, "title": f"Documento reservado {reserved}", "closed": True})
            continue
        told = {
            "reserved": 0,
            "title": one.asked.name,
            "asked": one.asked.key,
            "kind": document.kind,
            "subject": document.subject,
            "issued_on": document.happened_on,
            "valid_until": one.good_until,
            "closed": is_officers_only(document.kind, document.subject),
        }
        found.append(held | told)
    return found
