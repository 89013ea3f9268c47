"""What is written of a corner's formalization: a kept document, what came back, and a base text of its agreement."""

from datetime import timedelta
from hashlib import sha256

from cases.models import (
    BaseTextValidation,
    BaseTextVersion,
    LegalFile,
    LegalPaper,
    TextComparison,
    TextDecision,
)
from incubator.enums import Tier


def furnish_papers(corner, today, stored):
    """A kept document, what came back of it, and a base text of its agreement with its validation."""
    day, by, case = today - timedelta(days=4), corner["officer"], corner["case"]
    corner["paper"] = LegalPaper.objects.create(
        case=case, file=LegalFile.objects.get(case=case), document="statutes", title=f"Estatutos {corner.word}",
        version="servicios-1", text_fingerprint="0" * 64, facts_fingerprint="0" * 64, validated=False,
        happened_on=day, evidence=stored(corner, 51, Tier.LEGAL), docx=stored(corner, 52, Tier.LEGAL), recorded_by=by,
    )  # fmt: skip
    corner["comparison"] = TextComparison.objects.create(
        paper=corner["paper"], source="docx", evidence=stored(corner, 53, Tier.LEGAL), came_on=day, changed=1, by=by,
        rows=[{"key": "name", "heading": f"Nombre {corner.word}", "number": 1, "change": "changed"}],
    )  # fmt: skip
    corner["decision"] = TextDecision.objects.create(
        comparison=corner["comparison"], outcome="back", reason="x", decided_on=day, by=by
    )
    corner["text_agreement"] = corner.agreement
    source, document = f"# {corner.word}", "extract.reform"
    corner["base_text"] = BaseTextVersion.objects.create(
        agreement=corner.agreement, document=document, number=2 + BaseTextVersion.objects.count(), source=source,
        fingerprint=sha256(source.encode()).hexdigest(), valid_from=today + timedelta(days=400), author=by,
        written_on=day, note="x",
    )  # fmt: skip
    corner["base_validation"] = BaseTextValidation.objects.create(
        agreement=corner.agreement, document=document, fingerprint="0" * 64, given=True, by=by, happened_on=day
    )
