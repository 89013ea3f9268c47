"""The documents of a group: those that prove its facts, its meetings and its representative. Two queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, Value

from cases import lineage
from cases.models import (
    Appeal,
    Application,
    BusinessDefinition,
    BusinessPlan,
    DutyDone,
    Evaluation,
    FilingStep,
    GroupConfirmation,
    ItemEntry,
    LegalEvent,
    LegalPaper,
    Letter,
    Measurement,
    MemberCount,
    RegistryStanding,
    RegularizationChange,
    RegularizationItem,
    SignedCommitment,
    SupportDeclaration,
    TextComparison,
)
from incubator import tiers
from incubator.models import Evidence, Meeting, Representation

_FACTS = (
    Application,
    Appeal,
    Evaluation,
    SignedCommitment,
    SupportDeclaration,
    BusinessDefinition,
    BusinessPlan,
    LegalEvent,
    Measurement,
    GroupConfirmation,
    MemberCount,
    RegistryStanding,
    DutyDone,
)


@dataclass(frozen=True)
class Document:
    """One stored file of a group: what it proves and its day."""

    evidence: Evidence
    what: str
    on: date
    former: lineage.Former | None = None


def documents_of(user, case) -> list[Document]:
    """The documents of the group that this user may open, the newest first."""
    formers = lineage.formers(case)
    rows = [(*row, None) for row in _proofs(case.organization_id)]
    for former in formers:
        rows += [(*row, former) for row in _proofs(former.organization_id) if row[2] and row[2] < former.until]
    kept = Evidence.objects.filter(tier__in=tiers.opened(user, [case])).in_bulk({row[0] for row in rows})
    found = {}
    for pk, what, on, former in rows:
        if pk in kept and pk not in found:
            found[pk] = Document(kept[pk], what, on or kept[pk].uploaded_at.date(), former)
    return sorted(found.values(), key=lambda document: (document.on, document.evidence.pk), reverse=True)


def _proofs(organization_id):
    """(evidence id, what it proves, day) of every row of the group that has one."""
    return [(pk, what, on) for pk, _, what, on in proofs([organization_id])]


def proofs(organization_ids, evidence_ids=None):
    """(evidence id, organization id, what it proves, day) of every row of these groups that has one. One query.

    `evidence_ids`: only of these files. Both may be querysets of ids.
    """
    parts = []
    for rows, proof, group, what, day in _sources():
        wanted = {f"{group}__in": organization_ids, f"{proof}__isnull": False}
        if evidence_ids is not None:
            wanted[f"{proof}__in"] = evidence_ids
        parts.append(rows.filter(**wanted).order_by().values_list(proof, group, what, day))
    return parts[0].union(*parts[1:])


def _sources():
    """(rows, where the file is, whose it is, what it proves, its day) of every record that keeps a file of a group."""
    facts = [
        (model.objects.all(), "evidence", "case__organization", _said(model._meta.verbose_name), "happened_on")
        for model in _FACTS
    ]
    terms = (Representation.objects.all(), "evidence", "organization", _said("elección de representante"), "since")
    acts = _said("acto que decide la apelación")
    editable, came = _said("documento legal guardado, editable"), _said("documento legal que volvió")
    filed, ended = _said("presentación ante una autoridad"), _said("término de un saneamiento")
    return [
        *facts,
        (RegularizationItem.objects.all(), "evidence", "file__case__organization", F("name"), "status_on"),
        (ItemEntry.objects.all(), "evidence", "item__file__case__organization", F("item__name"), "happened_on"),
        (FilingStep.objects.all(), "evidence", "filing__item__file__case__organization", filed, "happened_on"),
        (RegularizationChange.objects.all(), "evidence", "file__case__organization", ended, "effective_on"),
        terms,
        (Letter.objects.all(), "evidence", "case__organization", _said("carta"), "issued_on"),
        (Appeal.objects.all(), "act_evidence", "case__organization", acts, "decided_on"),
        (LegalPaper.objects.all(), "evidence", "case__organization", F("title"), "happened_on"),
        (LegalPaper.objects.all(), "docx", "case__organization", editable, "happened_on"),
        (TextComparison.objects.all(), "evidence", "paper__case__organization", came, "came_on"),
        (Meeting.objects.valid(), "evidence", "organizations", _said("reunión"), "held_on"),
    ]


def _said(words):
    return Value(words[:1].upper() + words[1:], output_field=CharField())
