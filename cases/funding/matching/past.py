"""What each case already asked for and won: its own applications, those of its lineage, and no other municipality's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from cases.funding.eligibility.facts import EarlierAward
from cases.funding.life import GRANTED, FundState
from cases.funding.words import ApplicantKind
from cases.lineage import Former
from cases.models import FundApplication, FundChange, VerifiedCondition

#: Money was received, or is due, and its accounts are not closed.
_PENDING = (FundState.EXECUTION, FundState.TERMINATED, FundState.RENDERED)
_WON = (*GRANTED, FundState.CLOSED)
#: The group applies by itself.
ITSELF = (ApplicantKind.GROUP, ApplicantKind.COOPERATIVE)


@dataclass
class Past:
    """Of one case: awards, how many accounts are pending, its applications by call, and what was verified in each."""

    awards: list[EarlierAward] = field(default_factory=list)
    applications: Counter[str] = field(default_factory=Counter)
    verified: dict[int, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    in_call: dict[int, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def pending(self) -> int:
        """How many accounts it owes, as far as this house knows."""
        return sum(award.is_pending for award in self.awards)


def rows_of(organization_ids: Iterable[int], on: date) -> list[Mapping[str, Any]]:
    """Every application of these groups begun by a day. One query."""
    won = FundChange.objects.filter(application=OuterRef("pk"), to_state=FundState.AWARDED).order_by("-number")
    seen = VerifiedCondition.objects.filter(application=OuterRef("pk"), seen_on__lte=on).order_by("at", "pk")
    rows = FundApplication.objects.filter(case__organization_id__in=list(organization_ids), opened_on__lte=on)
    return list(
        rows.order_by("pk")
        .annotate(
            won_on=Subquery(won.values("effective_on")[:1]),
            verified=ArraySubquery(seen.values(said=JSONObject(key="key", meets="meets"))),
        )
        .values(
            "pk", "case_id", "state", "call_id", "applicant_kind", "won_on", "verified", "stays_with_id", "number",
            "title",
            group=F("case__organization_id"), place=F("case__incubator_id"), call_key=F("call__key"),
            agency=F("call__agency_id"), programme=F("call__programme"),
        )
    )  # fmt: skip


def of_case(case, formers: Sequence[Former], by_group: Mapping[int, list], on: date) -> Past:
    """What counts for one case, of the rows read for many."""
    found = Past()
    for row in by_group.get(case["organization_id"], ()):
        if row["place"] != case["incubator_id"] or row["stays_with_id"] not in (None, case["incubator_id"]):
            continue
        _award(found, row, on)
        if row["case_id"] == case["pk"]:
            _own(found, row)
    for former in formers:
        for row in by_group.get(former.organization_id, ()):
            if row["case_id"] == former.case_id and row["place"] == case["incubator_id"]:
                _award(found, row, min(on, former.last_day))
    return found


def _award(found: Past, row, until: date) -> None:
    day = row["won_on"]
    if row["state"] in _WON and day is not None and day <= until:
        pending = row["state"] in _PENDING
        found.awards.append(EarlierAward(row["agency"], row["call_key"], row["programme"], day, pending))


def _own(found: Past, row) -> None:
    found.in_call[row["call_id"]].append(row)
    if row["state"] == FundState.WITHDRAWN:
        return
    if row["applicant_kind"] in ITSELF:
        found.applications[row["call_key"]] += 1
    for said in row["verified"]:
        found.verified[row["call_id"]][said["key"]] = said["meets"]


def applications_of(application) -> dict[str, int]:
    """How many whoever applies there has in that call, in its municipality: by person, by institution or by group."""
    kind = application.applicant_kind
    rows = FundApplication.objects.filter(call=application.call_id).exclude(state=FundState.WITHDRAWN)
    if kind in ITSELF:
        rows = rows.filter(case=application.case_id, applicant_kind__in=ITSELF)
    else:
        rows = rows.filter(_same(application), applicant_kind=kind, case__incubator=application.case.incubator_id)
    return {application.call.key: rows.count()}


def _same(application) -> Q:
    kind = application.applicant_kind
    if kind == ApplicantKind.MEMBER:
        return Q(applicant_person=application.applicant_person_id)
    return Q(applicant_rut=application.applicant_rut) if kind == ApplicantKind.SPONSOR else Q()
