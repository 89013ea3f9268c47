"""A document that comes with what is recorded of an application: both are kept, or neither."""

from cases.funding import reach
from cases.services import documented
from incubator.enums import EvidenceKind, Tier


def with_paper(by, application, form, on, act):
    """Keep the document of a form where the application is kept, and do `act(evidence)`."""
    place = reach.place_of(application)
    incubator = place.incubator if place is application.case else place
    kept = {"kind": EvidenceKind.FUND, "tier": Tier.LEGAL, "taken_on": on}
    return documented.record(by=by, incubator=incubator, document=form.document(), on=on, act=act, **kept)
