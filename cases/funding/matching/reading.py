"""Many groups as Facts, in a constant number of queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery, Sum

from cases import lineage
from cases.enums import Stage
from cases.funding.eligibility.days import after
from cases.funding.eligibility.facts import Facts
from cases.funding.matching import legal, office, papers, past, people
from cases.funding.words import ApplicantKind, ReceiverKind
from cases.models import BusinessDefinition, Case, LegalFile, MarketRecord, Responsibility
from incubator.access import Permission, allows


def facts_of(cases: Iterable[Case], on: date, user, applicant=None, *, live: bool = False) -> dict[int, Facts]:
    """What is known of each case on a day, by its id. Seven queries.

    `applicant`: an application, when who applies and who receives are known; it is of one case. `live`: with the counts
    of sensitive facts, where this user may read them; never for lists, which show the office's answers to nobody.
    """
    return {pk: one.facts for pk, one in read(cases, on, user, applicant, live=live).items()}


class Known:
    """One case as it was read: its Facts, its members and what it asked for before."""

    __slots__ = ("facts", "past", "people", "region")

    def __init__(self, facts: Facts, members: people.People, before: past.Past, region: str):
        self.facts, self.people, self.past, self.region = facts, members, before, region


def read(cases: Iterable[Case], on: date, user, applicant=None, *, live: bool = False) -> dict[int, Known]:
    """The same, with what the pages also show."""
    cases = list(cases)
    rows = list(_rows([case.pk for case in cases], on))
    groups = [row["organization_id"] for row in rows]
    formers = lineage.formers_of(cases)
    every = {*groups, *(former.organization_id for theirs in formers.values() for former in theirs)}
    members, acts = people.members_of(groups, on), legal.acts_of(groups, on)
    vault = papers.papers_of([row["pk"] for row in rows], on, applicant)
    nobody = people.People()
    digests = {row["pk"]: members.get(row["organization_id"], nobody).digest for row in rows}
    answers = office.answers_of(digests, on)
    by_group = defaultdict(list)
    for application in past.rows_of(every, on):
        by_group[application["group"]].append(application)
    seen = {case.pk for case in cases if allows(user, Permission.VIEW_SENSITIVE, case)} if live else ()
    found = {}
    for row in rows:
        pk, group = row["pk"], row["organization_id"]
        theirs, before = members.get(group, nobody), past.of_case(row, formers.get(pk, ()), by_group, on)
        said = {
            **_plain(row, on),
            **legal.standing(row["kind"], row["status"], acts.get(group, {})),
            **_people(theirs, on),
            **_before(row, before),
            **(_applying(applicant) if applicant is not None else {"applications": before.applications}),
            "papers": vault.get(pk, ()),
            "reserved": answers[pk],
            "sensitive": people.sensitive_of(theirs, on) if pk in seen else None,
        }
        found[pk] = Known(Facts(**said), theirs, before, row["region"] or row["region_of_place"])
    return found


def _rows(case_ids, on: date):
    """What the case and its organization say by themselves: one query."""
    own = BusinessDefinition.objects.filter(case__organization=OuterRef("organization"), happened_on__lte=on)
    own = own.order_by("-happened_on", "-pk")
    filed = LegalFile.objects.filter(case__organization=OuterRef("organization")).order_by("-opened_on", "-pk")
    sold = MarketRecord.objects.valid().filter(
        case__organization=OuterRef("organization"), happened_on__gt=after(on, -12), happened_on__lte=on
    )
    sold = sold.order_by().values("case__organization").annotate(total=Sum("amount")).values("total")
    elsewhere = Responsibility.objects.filter(case__organization=OuterRef("organization"))
    return (
        Case.objects.filter(pk__in=case_ids)
        .order_by("pk")
        .annotate(
            activity=Subquery(own.values("activity")[:1]),
            chosen_type=Subquery(own.values("cooperative_type")[:1]),
            filed_type=Subquery(filed.values("cooperative_type")[:1]),
            sales=Subquery(sold[:1]),
            elsewhere=Exists(elsewhere.exclude(incubator=OuterRef("incubator"))),
        )
        .values(
            "pk", "stage", "organization_id", "incubator_id", "activity", "chosen_type", "filed_type", "sales",
            "elsewhere",
            kind=F("organization__kind"), status=F("organization__legal_status"), trade=F("organization__trade"),
            commune=F("organization__commune"), region=F("organization__commune__province__region"),
            region_of_place=F("incubator__commune__province__region"),
        )
    )  # fmt: skip


def _plain(row: Mapping[str, Any], on: date) -> dict[str, Any]:
    return {
        "on": on,
        "stage": Stage(row["stage"]),
        "commune": row["commune"] or "",
        "region": row["region"] or "",
        "activity": row["activity"] or "",
        "trade": row["trade"],
        "cooperative_type": row["filed_type"] or row["chosen_type"] or "",
        "sales": row["sales"],
    }


def _people(members: people.People, on: date) -> dict[str, Any]:
    return {"members": len(members.ids), "women": members.women, **members.ages(on)}


def _before(row: Mapping[str, Any], before: past.Past) -> dict[str, Any]:
    """Of who lived in another municipality, what it owes there cannot be known here."""
    pending = before.pending
    return {
        "awards": tuple(before.awards),
        "awards_elsewhere": row["elsewhere"],
        "pending_accounts": None if row["elsewhere"] and not pending else pending,
    }


def _applying(application) -> dict[str, Any]:
    return {
        "applicant": ApplicantKind(application.applicant_kind),
        "receiver": ReceiverKind(application.receiver_kind),
        "applications": past.applications_of(application),
    }
