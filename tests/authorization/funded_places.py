"""An application of a corner that goes on under somebody's name, and the row that says so."""

from cases.funding.words import PlacementKind
from cases.models import FundApplication, FundPlacement


def furnish_places(corner, today):
    """As a closing leaves it: with a keeper, and in its case."""
    made = corner["fund"]
    kept = FundApplication.objects.create(
        case=made.case,
        call=made.call,
        bases=made.bases,
        number=90,
        title=f"Postulación a cargo {corner.word}",
        applicant_kind=made.applicant_kind,
        receiver_kind=made.receiver_kind,
        opened_on=today,
        opened_by=made.opened_by,
    )
    corner["fund_placement"] = FundPlacement.objects.create(
        application=kept, kind=PlacementKind.HANDED_OVER, keeper=corner["officer"], on=today, by=corner["officer"]
    )
    kept.keeper = corner["officer"]
    kept.save(update_fields=["keeper"])
    corner["fund_kept"] = kept
