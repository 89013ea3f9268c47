"""Take in what a file says: calls for funds as drafts that somebody else checks, and awards as past results.

Each call is taken or refused by itself. Reading the same file again changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.funding.exchange.calls import TravellingCall
from cases.funding.exchange.giving import Award
from cases.models import FundingCall, PastAward
from cases.services.funding import bases, calls
from incubator import files, journal
from incubator.enums import EvidenceKind, Tier
from incubator.requirements import Refused
from incubator.services import evidence

Outcome = Literal["new", "changed", "same", "refused"]
#: What may come as a file of calls or of results.
READABLE = files.WORKBOOKS | {files.JSON}
_ACT = "Según la planilla leída el {:%d-%m-%Y}"


@dataclass(frozen=True)
class Taken:
    """What became of one call of a file; `sentence` says why it was refused."""

    key: str
    outcome: Outcome
    sentence: str = ""
    call: FundingCall | None = None


@transaction.atomic
def keep(*, by, agreement, incubator, upload, on):
    """Keep the file that somebody brought, before anything of it is read."""
    if not calls_access.may_enter(by, agreement, incubator):
        raise PermissionDenied("Su cargo no permite ingresar llamados en ese convenio. Pídalo a la coordinación.")
    told = {"incubator": incubator, "kind": EvidenceKind.FUND, "tier": Tier.PROGRAMME}
    stored = files.store(upload, allowed=READABLE)
    kept = evidence.record_of(stored, by, description="Planilla de fondos", taken_on=on, **told)
    journal.record(by, "fund_file_kept", on, subject=kept, incubator=incubator)
    return kept


@transaction.atomic
def take(*, by, agreement, incubator, travelling: Iterable[TravellingCall], on) -> list[Taken]:
    """Each call of a file: a new one, a new draft of its bases, or nothing when it already says the same."""
    if not calls_access.may_enter(by, agreement, incubator):
        raise PermissionDenied("Su cargo no permite ingresar llamados en ese convenio. Pídalo a la coordinación.")
    return [_taken(by, agreement, incubator, one, on) for one in travelling]


@transaction.atomic
def record_awards(*, by, agreement, awards: Iterable[Award], on, source=None) -> tuple[int, int]:
    """(new, already there): the awards of a file as past results of an agreement."""
    if not calls_access.may_enter(by, agreement):
        raise PermissionDenied("Su cargo no permite anotar resultados en ese convenio. Pídalo a la coordinación.")
    rows = [
        PastAward(
            agreement=agreement,
            recorded_by=by,
            source=source,
            **{name: getattr(award, name) for name in _AWARD},
        )
        for award in awards
    ]
    before = PastAward.objects.filter(agreement=agreement).count()
    PastAward.objects.bulk_create(rows, ignore_conflicts=True)
    new = PastAward.objects.filter(agreement=agreement).count() - before
    journal.record(by, "past_awards_recorded", on, subject=agreement, new=new)
    return new, len(rows) - new


_AWARD = ("identifier", "funder", "programme", "title", "recipient", "amount", "currency", "year", "awarded_on")


def _taken(by, agreement, incubator, one, on) -> Taken:
    try:
        with transaction.atomic():
            return _of(by, agreement, incubator, one, on)
    except ValidationError as wrong:
        return Taken(one.key, "refused", " ".join(wrong.messages))
    except (Refused, PermissionDenied) as wrong:
        return Taken(one.key, "refused", str(wrong))


def _of(by, agreement, incubator, one: TravellingCall, on) -> Taken:
    call = FundingCall.objects.filter(agreement=agreement, key=one.key).first()
    if call is None:
        head = {"agency": one.agency, "agency_short": one.agency_short, "is_private": one.is_private, "url": one.url}
        told = {"programme": one.programme, "line": one.line, "year": one.year, "key": one.key, "bases": one.bases}
        made = calls.enter(by=by, agreement=agreement, incubator=incubator, on=on, **head, **told)
        return Taken(one.key, "new", call=made)
    version = call.versions.order_by("-number").first()
    if one.is_plain or (version is not None and bases_of(version) == one.bases):
        return Taken(one.key, "same", call=call)
    if version is None:
        version = bases.begin(by=by, call=call, on=on)
    elif version.checked_on is not None:
        version = bases.renew(by=by, call=call, on=on, act=_ACT.format(on))
    bases.write(by=by, version=version, seen=version.revision, on=on, content=one.bases, url=one.url or None)
    return Taken(one.key, "changed", call=call)
