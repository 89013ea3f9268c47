"""Groups with fewer members than they need: the programme's minimum from training on, and the law's from formalization.

The day on which a group fell below is computed from its dated memberships, never stored; a person written down twice
counts once. Ley General de Cooperativas (DFL 5), art. 13: a cooperative below its minimum has six months to recover.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, DateField, Exists, F, IntegerField, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest

from cases import clocks
from cases.enums import ACCOMPANIED, Stage
from cases.models import BusinessDefinition, CooperativeTypeTerm, LegalFile, StageChange
from cases.models import Case as CaseRecord
from cases.rules.programme import parameters_of
from incubator import calendars, same_person
from incubator.enums import LegalStatus, MembershipRole
from incubator.models import Membership
from incubator.parameters import Parameters

#: Days to mend it, for the officer in charge (the law's own clock is apart).
DAYS = 30
ASKED_BY_LAW = (Stage.FORMALIZATION, Stage.REGULARIZATION, Stage.OPERATION)
LAW = "art. 13, Ley General de Cooperativas"
#: Types whose six months the law does not say in so many words (DOMAIN: «verifique»).
_UNSURE_ABOVE = 5


@dataclass(frozen=True)
class Clock:
    """The six months of a constituted cooperative, and what follows when nobody recovers it (R02)."""

    recover_by: date
    last_business_day: date
    publish_by: date
    days: int
    verify: bool


@dataclass(frozen=True)
class Shortfall:
    """One minimum that a group does not reach on a day: whose it is, since when, and until when to mend it."""

    by_law: bool
    count: int
    minimum: int
    fell_on: date
    reached_before: bool
    basis: str = ""
    clock: Clock | None = None

    @property
    def due_on(self):
        """Thirty days from the day it fell below."""
        return self.fell_on + timedelta(days=DAYS)


def below_programme(cases, on, rules: dict[int, Parameters]):
    """The accompanied cases with fewer members than their agreement asks, with `fell_on` and `due_on`."""
    asked = [When(incubator_id=pk, then=Value(one.minimum_members)) for pk, one in rules.items()]
    minimum: Any = Case(*asked, default=Value(Parameters().minimum_members), output_field=IntegerField())
    rows = cases.filter(stage__in=ACCOMPANIED).annotate(minimum=minimum)
    return _below(rows, on, ACCOMPANIED)


def below_law(cases, on):
    """The cases from formalization on, with fewer members than the law asks of their type on that day."""
    return _below(asked_by_law(cases, on), on, ASKED_BY_LAW)


def asked_by_law(cases, on):
    """The cases from formalization on with the `minimum` that the law asks of their type on a day, and its basis."""
    files = LegalFile.objects.filter(case=OuterRef("pk"), opened_on__lte=on).order_by("-opened_on", "-pk")
    chosen = BusinessDefinition.objects.filter(case=OuterRef("pk"), happened_on__lte=on).order_by("-happened_on", "-pk")
    kind = Coalesce(
        Subquery(files.values("cooperative_type_id")[:1]), Subquery(chosen.values("cooperative_type_id")[:1])
    )
    terms = CooperativeTypeTerm.objects.in_force(on).filter(type=OuterRef("coop_type"))
    rows = cases.filter(stage__in=ASKED_BY_LAW).annotate(coop_type=kind)
    return rows.annotate(
        minimum=Subquery(terms.values("minimum_members")[:1]), basis=Subquery(terms.values("legal_basis")[:1])
    )


def lacks_by_law(on):
    """Whether a case read with its facts (`members_count`) has fewer members than the law asks, as SQL."""
    asked = asked_by_law(CaseRecord.objects.filter(pk=OuterRef("pk")), on)
    return Exists(asked.filter(minimum__gt=OuterRef("members_count")))


def _below(rows, on, stages):
    """Those with fewer members than `minimum`; fell_on is the last day they dropped below, or came to be asked."""
    rows = rows.annotate(members_now=_members(Membership.objects.in_force(on), OuterRef("organization")))
    rows = rows.filter(members_now__lt=F("minimum"))
    entered = StageChange.objects.filter(case=OuterRef("pk"), to_stage__in=stages).order_by().values("case")
    entered = entered.annotate(day=Min("effective_on")).values("day")
    dropped = Subquery(_drops(on).values("until")[:1], output_field=DateField())
    return rows.annotate(
        dropped_on=dropped,
        fell_on=Greatest(
            Coalesce(dropped, F("opened_on")), Coalesce(Subquery(entered), F("opened_on")), output_field=DateField()
        ),
    ).annotate(due_on=F("fell_on") + timedelta(days=DAYS))


def _members(memberships, organization):
    """How many people belong, each counted once, as SQL."""
    rows = memberships.filter(organization=organization, role=MembershipRole.MEMBER).order_by().values("organization")
    counted = rows.annotate(count=Count(same_person.surviving(), distinct=True)).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _drops(on):
    """The days on which a member left a group that had enough the day before, newest first."""
    members = Membership.objects.filter(annulled_at__isnull=True, role=MembershipRole.MEMBER)
    still = Q(until__isnull=True) | Q(until__gte=OuterRef("until"))
    the_day_before = members.filter(still, since__lt=OuterRef("until"))
    left = members.filter(organization=OuterRef("organization"), until__lte=on, until__gt=F("since"))
    left = left.annotate(had=_members(the_day_before, OuterRef("organization")))
    return left.filter(had__gte=OuterRef("minimum")).order_by("-until")


def shortfalls(cases, on, rules: dict[int, Parameters]) -> dict[int, list[Shortfall]]:
    """{case id: what it lacks}, the law's first. Two queries, whatever the cases."""
    found: dict[int, list[Shortfall]] = {case.pk: [] for case in cases}
    these = _with_place(found)
    for row in below_law(these, on):
        found[row.pk].append(_told(row, on, by_law=True))
    for row in below_programme(these, on, rules):
        found[row.pk].append(_told(row, on, by_law=False))
    return found


def of_case(case, on) -> list[Shortfall]:
    """What one group lacks; nothing once its case ended, nor before anybody asks a minimum of it."""
    if case.stage not in ACCOMPANIED:
        return []
    these = _with_place([case.pk])
    law = below_law(these, on) if case.stage in ASKED_BY_LAW else ()
    programme = below_programme(these, on, {case.incubator_id: parameters_of(case, on)})
    return [*(_told(row, on, by_law=True) for row in law), *(_told(row, on, by_law=False) for row in programme)]


def _with_place(ids):
    return CaseRecord.objects.filter(pk__in=ids).select_related("organization", "incubator")


def _told(row, on, by_law):
    constituted = by_law and row.organization.legal_status == LegalStatus.VALID
    return Shortfall(
        by_law=by_law,
        count=row.members_now,
        minimum=row.minimum,
        fell_on=row.fell_on,
        reached_before=row.dropped_on is not None,
        basis=row.basis if by_law else "",
        clock=_clock(row, on) if constituted else None,
    )


def _clock(row, on):
    """The six months run from the day the count fell, in calendar days (Código Civil, arts. 48-50)."""
    fell = row.dropped_on or row.fell_on
    recover = clocks.recovery_deadline(fell)
    return Clock(
        recover_by=recover,
        last_business_day=calendars.previous_business_day(recover, row.incubator.commune_id[:2]),
        publish_by=clocks.dissolution_deadline(recover),
        days=(recover - on).days,
        verify=row.minimum > _UNSURE_ABOVE or row.dropped_on is None,
    )
