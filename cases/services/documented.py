"""Record a fact together with the document that proves it: both are kept, or neither."""

from django.db import transaction

from incubator.enums import EvidenceKind, Tier
from incubator.services import evidence


@transaction.atomic
def record(*, by, incubator, document, on, act, kind=EvidenceKind.OTHER, tier=Tier.PERSONAL, taken_on=None):
    """Keep the document (None: there is none) and do `act(evidence)`; returns what it gave."""
    kept = None
    if document is not None:
        kept = evidence.keep(
            by=by, upload=document, incubator=incubator, on=on, kind=kind, tier=tier, taken_on=taken_on
        )
    return act(kept)
