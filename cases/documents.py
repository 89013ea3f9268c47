"""The documents of a group: those that prove its facts, its meetings and its representative. Two queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Value

from cases.models import (
    Application,
    BusinessDefinition,
    BusinessPlan,
    Evaluation,
    GroupConfirmation,
    LegalEvent,
    Measurement,
    RegularizationItem,
    SignedCommitment,
    SupportDeclaration,
)
from incubator import tiers
from incubator.models import Evidence, Meeting, Representation

_FACTS = (
    Application,
    Evaluation,
    SignedCommitment,
    SupportDeclaration,
    BusinessDefinition,
    BusinessPlan,
    LegalEvent,
    Measurement,
    GroupConfirmation,
)


@dataclass(frozen=True)
class Document:
    """One stored file of a group: what it proves and its day."""

    evidence: Evidence
    what: str
    on: date


def documents_of(user, case) -> list[Document]:
    """The documents of the group that this user may open, the newest first."""
    rows = list(_proofs(case.organization_id))
    kept = Evidence.objects.filter(tier__in=tiers.opened(user, [case])).in_bulk({row[0] for row in rows})
    found = {}
    for pk, what, on in rows:
        if pk in kept and pk not in found:
            found[pk] = Document(kept[pk], what, on or kept[pk].uploaded_at.date())
    return sorted(found.values(), key=lambda document: (document.on, document.evidence.pk), reverse=True)


def _proofs(organization_id):
    """(evidence id, what it proves, day) of every row of the group that has one."""
    facts = [
        model.objects.filter(case__organization=organization_id, evidence__isnull=False)
        .order_by()
        .values_list("evidence_id", _said(model._meta.verbose_name), "happened_on")
        for model in _FACTS
    ]
    items = RegularizationItem.objects.filter(file__case__organization=organization_id, evidence__isnull=False)
    terms = Representation.objects.filter(organization=organization_id, evidence__isnull=False)
    meetings = Meeting.objects.valid().filter(organizations=organization_id, evidence__isnull=False)
    others = [
        items.order_by().values_list("evidence_id", F("name"), "status_on"),
        terms.order_by().values_list("evidence_id", _said("elección de representante"), "since"),
        meetings.order_by().values_list("evidence", _said("reunión"), "held_on"),
    ]
    return facts[0].union(*facts[1:], *others)


def _said(words):
    return Value(words[:1].upper() + words[1:], output_field=CharField())
