"""What goes out: the calls somebody sees, as they travel, and the awards of the groups as others may publish them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef

from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.exchange.calls import TravellingCall
from cases.funding.exchange.giving import Award
from cases.funding.life import GRANTED, FundEventKind, FundState
from cases.models import BasesVersion, FundApplication, FundEvent, FundingCall
from incubator.enums import LegalStatus

K = FundEventKind
_WITH = ("application__case__organization", "application__case__born_in__commune", "application__call__agency")


def travelling(calls: Iterable[FundingCall], on: date) -> list[TravellingCall]:
    """Each call with the bases in force that day; one that has none yet, with its newest draft."""
    calls = list(calls)
    drafts = BasesVersion.objects.filter(call__in=calls).order_by("number")
    versions = {version.call_id: version for version in drafts} | calls_reading.bases_by_call(calls, on)
    return [_call(call, versions.get(call.pk)) for call in calls]


def awards(user) -> list[Award]:
    """The awards of the applications within reach. The name of a group that is not a legal person is not told."""
    granted = FundApplication.objects.visible_to(user).filter(state__in=(*GRANTED, FundState.CLOSED))
    undone = FundEvent.objects.filter(kind=K.CORRECTION, about=OuterRef("pk"))
    acts = FundEvent.objects.filter(~Exists(undone), application__in=granted, kind=K.AWARD, amount__gt=0)
    acts = acts.select_related(*_WITH)
    last = {act.application_id: act for act in acts.order_by("happened_on", "pk")}
    return [_award(act.application, act) for act in last.values()]


def _call(call: FundingCall, version) -> TravellingCall:
    told = {"bases": bases_of(version), "url": version.url} if version else {}
    return TravellingCall(
        key=call.key,
        agency=call.agency.name,
        agency_short=call.agency.short_name,
        is_private=call.agency.is_private,
        programme=call.programme,
        line=call.line,
        year=call.year,
        **told,
    )


def _award(application: FundApplication, event) -> Award:
    group, agency = application.case.organization, application.call.agency
    is_legal = group.legal_status == LegalStatus.VALID
    return Award(
        identifier=f"minga-{application.code}",
        funder=agency.name,
        funder_id=f"minga-agency-{agency.pk}",
        title=str(application.call),
        amount=event.amount,
        year=event.happened_on.year,
        awarded_on=event.happened_on,
        programme=application.call.programme,
        recipient=group.name if is_legal else f"Grupo del caso {application.case.code}",
        recipient_id=f"CL-RUT-{group.rut}" if is_legal and group.rut else f"minga-case-{application.case.code}",
    )
