"""What a corner has of transfers: one asked, one that left, one that came with a correction and a draft."""

from datetime import timedelta

from cases.models import CorrectionAsked, InheritedDraft, Transfer, TransferChange
from incubator.enums import OrganizationKind
from incubator.models import Commune, Draft, Incubator
from tests import factories
from tests.factories.people import FIRST, institution, officer_of


def elsewhere():
    """An incubator of no agreement, which nobody of the world reaches."""
    commune = Commune.objects.get(code="05504")
    made, _ = Incubator.objects.get_or_create(
        commune=commune,
        defaults={
            "name": "Incubadora de otra parte",
            "municipality": institution("Municipalidad de otra parte", OrganizationKind.MUNICIPALITY),
            "opened_on": FIRST,
            "capacity": 12,
        },
    )
    return made


def furnish_transfers(corner, today):
    """A request of this corner's group, a case that left its incubator, and the group's own coming."""
    far = elsewhere()
    left = factories.case_in(at=far, members=0)
    corner["moved"] = _accepted(_transfer(corner, left, corner.place, far, today), officer_of(far))
    came = _accepted(_transfer(corner, corner["case"], far, corner.place, today, waits=False), officer_of(far))
    corner["transfer"] = _transfer(corner, corner["case"], corner.place, far, today)
    corner["correction"] = CorrectionAsked.objects.create(
        transfer=came, what="R-0001 duró 60 minutos", asked_by=officer_of(far), asked_on=today
    )
    draft = Draft.objects.create(
        owner=officer_of(far),
        incubator=far,
        organization=corner["group"],
        form="session",
        content={"key": f"heredado{corner.word}", "fields": {}, "sealed": ""},
    )
    corner["inherited"] = InheritedDraft.objects.create(transfer=came, draft=draft, author=draft.owner)


def _transfer(corner, case, origin, receiver, today, waits=True):
    return Transfer.objects.create(
        case=case,
        from_incubator=origin,
        to_incubator=receiver,
        group_name="Grupo",
        requested_by=corner["officer"],
        requested_on=today if waits else today - timedelta(days=5),
        reason="Se cambian de comuna",
        agreed_on=today,
        agreement=corner["document"],
    )


def _accepted(transfer, by):
    day = transfer.requested_on
    TransferChange.objects.create(
        transfer=transfer, number=1, from_state="requested", to_state="accepted", verb="accept", by=by, effective_on=day
    )
    transfer.accept()
    transfer.answered_by, transfer.answered_on = by, day
    transfer.save()
    return transfer
