"""What each side may read of a transfer: the receiver no name before accepting, the origin nothing dated after it."""

from dataclasses import dataclass

from django.db.models import F, Sum

from cases import deadlines, moves
from cases.enums import Stage, TransferState
from cases.forms.transfers import last_day_words
from cases.models import SessionCase, StageChange, SupportDeclaration, Transfer
from incubator import access
from incubator.access import Permission, scope_of
from incubator.models import Meeting, Person
from incubator.navigation import address


@dataclass(frozen=True)
class Offer:
    """What the receiver's coordination knows of a case before it takes it."""

    code: str
    stage: str
    members: int
    supports: int
    clocks: list


def offer_of(case, on):
    """Code, stage, how many members, supports in total and the deadlines that run: no name."""
    declared = SupportDeclaration.objects.filter(case=case, happened_on__lte=on).order_by("-happened_on", "-pk").first()
    clocks = deadlines.running([case], on) if case.stage == Stage.FORMALIZATION else []
    return Offer(
        code=case.code,
        stage=case.get_stage_display(),
        members=len(list(case.organization.members_on(on))),
        supports=len(declared.supports) if declared else 0,
        clocks=clocks,
    )


@dataclass(frozen=True)
class Summary:
    """What the origin keeps of a case that left: up to the day before."""

    transfer: Transfer
    steps: list
    sessions: int
    minutes: int
    members: int


def summary_of(transfer):
    """Stages with their dates and figures dated before the acceptance; nothing later."""
    day, case = transfer.answered_on, transfer.case
    steps = StageChange.objects.filter(case=case, effective_on__lt=day).order_by("number")
    parts = SessionCase.objects.valid().filter(case=case, session__meeting__held_on__lt=day)
    told = parts.aggregate(minutes=Sum("minutes"))
    members = transfer.copies.filter(ended__role="member").values("copy").distinct().count()
    return Summary(transfer, list(steps), parts.count(), told["minutes"] or 0, members)


def left_behind(user):
    """The cases that left the user's incubators, for whoever sees the groups there."""
    scope = scope_of(user, Permission.VIEW_GROUPS)
    return moves.left(scope.incubator_ids).select_related(
        "to_incubator", "from_incubator", "case__born_in", "case__incubator"
    )


def on_group_page(user, case, on):
    """The banner of a group's page: the open request, or where it came from; and the way to ask for one."""
    rows = list(case.transfers.select_related("to_incubator", "from_incubator").order_by("-answered_on", "-pk"))
    waiting = next(iter(moves.live(rows, on)), None)
    came = next((row for row in rows if row.state == TransferState.ACCEPTED), None)
    may = access.allows(user, Permission.TRANSFER_GROUPS, case)
    return {
        "transfer_waiting": waiting,
        "transfer_words": last_day_words(waiting, on) if waiting else "",
        "transfer_url": address("transfer_detail", waiting.pk) if waiting and may else "",
        "transfer_came": came,
        "transfer_ask": address("transfer_request", case.organization_id)
        if may and not waiting and case.is_open
        else "",
    }


def moved_meetings(user):
    """The meetings the user logged or conducted with groups that are now of another municipality: day, hours, code."""
    reached = access.scope_of(user, Permission.VIEW_GROUPS)
    parts = SessionCase.objects.valid().filter(case__transfers__state=TransferState.ACCEPTED)
    mine = Meeting.objects.filter(logged_by=user) | Meeting.objects.filter(conducted_by=user)
    parts = parts.filter(session__meeting__in=mine.values("pk")).exclude(case__incubator__in=reached.incubator_ids)
    parts = parts.exclude(case__organization__in=reached.organization_ids)
    return (
        parts.select_related("session__meeting", "case__born_in", "case__incubator")
        .annotate(hours=F("minutes") / 60.0)
        .distinct()
        .order_by("-session__meeting__held_on", "-pk")
    )


def known_here(case, rows):
    """Memberships of before a transfer, each with the record by which the incubator that holds the group knows her."""
    rows = list(rows)
    foreign = [row.who.pk for row in rows if _is_foreign(row, case)]
    if foreign:
        here = moves.record_here(foreign, case.incubator_id)
        people = Person.objects.in_bulk(here.values())
        for row in filter(lambda row: _is_foreign(row, case), rows):
            row.who = people.get(here.get(row.who.pk), row.who)
    return rows


def _is_foreign(row, case):
    """Of a record of another incubator, and not covered for this reader."""
    return row.who.incubator_id != case.incubator_id and not getattr(row, "masked", False)
