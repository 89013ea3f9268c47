"""Keep a file that proves something."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, files, journal
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier
from incubator.models import Evidence

#: Whoever may do one of these things attaches the document that proves it.
ATTACHING = (
    Permission.LOG_MEETINGS,
    Permission.RECORD_FACTS,
    Permission.TEACH,
    Permission.IMPORT_CENSUS,
    Permission.APPOINT,
)


@transaction.atomic
def keep(*, by, upload, incubator, on, kind=EvidenceKind.OTHER, tier=Tier.PERSONAL, description="", taken_on=None):
    """Store an uploaded file and its record. Raises files.Unacceptable (a ValidationError) with what to do."""
    if incubator is None or not access.allows_at(by, incubator, *ATTACHING):
        raise PermissionDenied("Su cargo no permite adjuntar documentos aquí. Pídalo a la coordinación.")
    told = {"incubator": incubator, "kind": kind, "tier": tier, "description": description, "taken_on": taken_on}
    evidence = record_of(files.store(upload), by, **told)
    journal.record(by, "evidence_kept", on, subject=evidence, incubator=incubator, kind=kind)
    return evidence


def record_of(stored, who, **told):
    """The record of a stored file (files.store, files.keep): a part of the acts that keep one, which ask the right.

    `told`: incubator, kind, tier, description, taken_on.
    """
    return Evidence.objects.create(
        sha256=stored.sha256,
        size=stored.size,
        media_type=stored.media_type,
        original_name=stored.name[:255],
        uploaded_by=who,
        **told,
    )
