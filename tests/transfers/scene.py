"""A group of Quillota in formalization, with its deed signed, whose case may go to La Calera."""

from datetime import date

from cases.enums import LegalEventKind, Stage
from cases.models import Case, Transfer
from cases.services import facts, transfers
from incubator import calendars
from tests.factories.cases import case_in, evidence
from tests.factories.people import coordinator_of, incubator, officer_of

DEED, ASKED, TAKEN = date(2021, 3, 1), date(2021, 3, 15), date(2021, 3, 22)


def two_places():
    """(origin, receiver): both with their team."""
    places = incubator("05501"), incubator("05502")
    for place in places:
        officer_of(place), coordinator_of(place)
    return places


def case_with_a_deed(stage=Stage.FORMALIZATION):
    """A case of the origin; in formalization, with its sixty days running."""
    origin, _ = two_places()
    case = case_in(stage, at=origin)
    if stage == Stage.FORMALIZATION:
        by = officer_of(origin)
        facts.record_legal_act(by=by, case=case, on=DEED, kind=LegalEventKind.DEED, evidence=evidence(by, origin))
    return case


def asked(case, on=ASKED, note="El grupo se cambia de comuna."):
    """The origin asks La Calera to take the case."""
    by = coordinator_of(case.incubator)
    with calendars.travel(on):
        return transfers.request(
            by=by,
            case=case,
            on=on,
            to_incubator=incubator("05502"),
            reason="La mayoría vive ahora en La Calera.",
            agreed_on=on,
            agreement=evidence(by, case.incubator),
            note=note,
        )


def accepted(transfer, on=TAKEN, taker=None, **said):
    """The receiver takes it; its officer (or `taker`) answers for every deadline."""
    place = transfer.to_incubator
    who = taker or officer_of(place)
    takers = dict.fromkeys(("registry_entry", "publication"), who)
    with calendars.travel(on):
        transfers.accept(by=coordinator_of(place), transfer=transfer, on=on, takers=takers, **said)
    return Transfer.objects.select_related("case__incubator", "case__organization__incubator").get(pk=transfer.pk)


def moved_case(stage=Stage.FORMALIZATION):
    """A case that already went."""
    transfer = accepted(asked(case_with_a_deed(stage)))
    return Case.objects.select_related("organization__incubator", "incubator").get(pk=transfer.case_id), transfer
