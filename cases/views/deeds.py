"""A legal paper that comes with a form: it is kept together with the act that it proves, or neither is."""

from cases.services import documented
from incubator.enums import EvidenceKind, Tier


def with_document(by, case, form, act, *, on=None):
    """Keep the document of a form, of the day that the form says unless `on`, and do `act(evidence)`."""
    on = on or form.cleaned_data["on"]
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=form.document(),
        on=on,
        kind=EvidenceKind.DEED,
        tier=Tier.LEGAL,
        taken_on=on,
        act=act,
    )
