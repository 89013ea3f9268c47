"""The books of the group of a corner: a movement, a certificate and a seat of somebody in it."""

from datetime import timedelta

from cases.models import Seat, ShareBook, ShareCertificate, ShareMovement


def furnish_books(corner, today):
    """One of each, written straight: the sweeps ask who reaches them, not how they came to be."""
    day = today - timedelta(days=3)
    fact = {"case": corner["case"], "happened_on": day, "recorded_by": corner["officer"]}
    corner["book"] = book = ShareBook.objects.create(organization=corner["group"], share_value=1_000, **fact)
    mine = {"book": book, "person": corner["person"], "shares": 10, "unit_value": 1_000}
    ShareMovement.objects.create(kind="subscription", amount=10_000, **mine, **fact)
    corner["movement"] = ShareMovement.objects.create(
        kind="payment", amount=10_000, agreement=f"Acta {corner.word}", **mine, **fact
    )
    corner["certificate"] = ShareCertificate.objects.create(number=1, **mine, **fact)
    corner["seat"] = Seat.objects.create(
        case=corner["case"], person=corner["person"], body="board", since=day, recorded_by=corner["officer"]
    )
