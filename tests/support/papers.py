"""What every document of ours is: readable by every reader (PDF/UA-1) and fit for the archive (PDF/A-3a)."""

import page

STANDARDS = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def is_for_everybody(content: bytes, template: str) -> None:
    """Fail with each rule broken by this PDF; `template` is what printed it, so that none is left unproven."""
    for profile in STANDARDS:
        found = page.validate_pdf_bytes(content, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in found.failures] == [], template
        assert found.is_compliant, template
