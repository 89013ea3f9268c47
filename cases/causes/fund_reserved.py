"""A reserved condition waits for the disability office: the group applies to the call, or said that it is interested.

Whether an answer still tells of the members of today is known by their digest, which SQL does not compute: few calls
are open and few groups apply to them, so the pairs are read, in a number of queries that does not grow with them.
"""

from django.urls import reverse
from django.utils.html import format_html

from cases.causes.desk import group_link
from cases.funding.around import due
from cases.funding.bases.written import bases_of
from cases.funding.calls import reading as calls_reading
from cases.funding.eligibility import judge, kinds
from cases.funding.life import FundState
from cases.funding.matching import office, people
from cases.models import Case, FundApplication, FundingCall
from incubator import calendars, causes
from incubator.access import Permission, scope_of
from incubator.causes import Task
from incubator.navigation import address

#: While the answer of the office is waited for.
_WAITING = (FundState.DRAFT, FundState.REVIEW)


@causes.cause("fund_reserved", "Condición reservada por responder")
def fund_reserved(asked):
    """To whoever answers it: the office. Nothing of the answer is told, nor what is asked: only that it is asked."""
    scope = scope_of(asked.user, Permission.WRITE_SENSITIVE)
    pairs = _pairs(asked) if scope.incubator_ids or scope.organization_ids else set()
    calls = _calls({call for _, call in pairs}, asked.on)
    pairs = {(case, call) for case, call in pairs if call in calls}
    if not pairs:
        return
    cases = Case.objects.select_related("organization", "incubator", "born_in").in_bulk({case for case, _ in pairs})
    answers = _answers(cases.values(), asked.on)
    for pk, call_id in sorted(pairs, key=lambda pair: (calls[pair[1]][1], *pair)):
        call, closes_on, wanted = calls[call_id]
        left = sum(1 for one in wanted if one not in answers[pk] or answers[pk][one].is_stale)
        if left:
            yield _task(cases[pk], call, closes_on, left)


def _pairs(asked):
    """(case, call) of what the user may answer: what is being written, and the interests."""
    cases = Case.objects.visible_to(asked.user, Permission.WRITE_SENSITIVE).open()
    within = cases.order_by().values("pk")
    written = FundApplication.objects.filter(case__in=within, state__in=_WAITING, stays_with__isnull=True)
    found = set(written.values_list("case_id", "call_id"))
    return found | set(due.interested(cases).values_list("case_id", "call_id"))


def _calls(ids, on):
    """Of each call that is open or to open and asks something reserved: itself, its closing, and what it asks."""
    versions = calls_reading.in_force_by_id(ids, on) if ids else {}
    found = {}
    for pk, version in versions.items():
        closes_on = calendars.local_day(version.last_closes_at) if version.last_closes_at else None
        asks = _reserved(bases_of(version)) if closes_on and closes_on >= on else set()
        if asks:
            found[pk] = (closes_on, asks)
    calls = FundingCall.objects.filter(withdrawn_on__isnull=True).in_bulk(found) if found else {}
    return {pk: (call, *found[pk]) for pk, call in calls.items()}


def _reserved(bases):
    """The digests of what is asked of the people; a reserved document is kept by the office, and judged there."""
    apart = {one.key for one in bases.documents}
    asked = [one for one in judge.conditions_of(bases) if one.key not in apart and kinds.is_reserved(one)]
    return {kinds.fingerprint(one) for one in asked}


def _answers(cases, on):
    """What the office answered of each case, fresh or stale. Two queries."""
    members = people.members_of({case.organization_id for case in cases}, on)
    digests = {case.pk: office.digest_of(members.get(case.organization_id)) for case in cases}
    return office.answers_of(digests, on)


def _task(case, call, closes_on, left):
    words = "<b>{}</b> pide algo <b>reservado</b>: {} espera la respuesta de la oficina de discapacidad."
    many = "1 condición" if left == 1 else f"{left} condiciones"
    return Task(
        key=f"fund_reserved:{case.pk}-{call.pk}",
        sentence=format_html(words, call.programme, group_link(case)),
        detail=f"Falta responder {many}, o cambió quién integra el grupo. El fondo cierra el {closes_on:%d-%m-%Y}.",
        url=address("fund_reserved", case.organization_id, call.pk)
        or reverse("group_detail", args=[case.organization_id]),
        action="Responder",
        tone="waits",
        about=f"{call.programme}, {case.organization.name}",
        code=case.code,
        needs=Permission.WRITE_SENSITIVE,
        due_on=closes_on,
        incubator_id=case.incubator_id,
    )
