"""The receiver takes the case: everything that passes, passes in one transaction, on the day of the receiver."""

from django.db import transaction

from cases import deadlines
from cases.enums import TransferVerb
from cases.models import DeadlineTaker, Responsibility
from cases.rules.moving import TO_ACCEPT, takers_in
from cases.services.funding import moved
from cases.services.transfers import drafts, people, steps
from incubator import access, journal
from incubator.access import Permission
from incubator.models import Assignment, Incubator, PlannedMeeting
from incubator.services.assignments import ASSIGNERS


@transaction.atomic
def accept(*, by, transfer, on, takers=None, keepers=None, new_name=""):
    """The case goes on here from today. `takers`: {kind of deadline: user}; `new_name` where the name is taken here.

    `keepers`: {id of an application that stays with the origin: who answers for it there}.
    """
    access.require(by, Permission.TRANSFER_GROUPS, transfer.to_incubator)
    takers, keepers = takers or {}, keepers or {}
    held = steps.locked(transfer)
    Incubator.objects.select_for_update(of=("self",), no_key=True).get(pk=held.to_incubator_id)  # its last place
    said = {"takers": takers, "keepers": keepers, "new_name": new_name.strip()}
    steps.refuse_unless(TO_ACCEPT, held, TransferVerb.ACCEPT, by, on, **said)
    clocks = deadlines.running([held.case], on)
    steps.move(held, TransferVerb.ACCEPT, by, on)
    _end_assignments(held, by, on)
    _pass_responsibility(held, on)
    _pass_group(held, on, said["new_name"])
    people.bring(by=by, transfer=held, on=on)
    _name_takers(held, by, on, clocks, takers)
    drafts.pass_on(held)
    moved.on_transfer(by=by, transfer=held, on=on, keepers=keepers)
    _pass_plans(held, by, on)
    steps.tell_both(held, "transfer_accepted", by, on)
    journal.record(by, "transfer_accepted", on, subject=held, organization=held.case.organization)
    access.forget_posts(by)
    return held


def _pass_responsibility(transfer, on):
    """The row of the origin ends and the receiver's begins; then the case says so."""
    Responsibility.objects.filter(case=transfer.case, until__isnull=True).update(until=on)
    Responsibility.objects.create(case=transfer.case, incubator=transfer.to_incubator, since=on, transfer=transfer)
    transfer.case.incubator = transfer.to_incubator
    transfer.case.save(update_fields=["incubator"])


def _pass_group(transfer, on, new_name):
    group = transfer.case.organization
    group.incubator = transfer.to_incubator
    if new_name:
        group.name = new_name
        group.mark_source(["name"], source="hand", on=on)
    group.full_clean()
    group.save()


def _end_assignments(transfer, by, on):
    """Whoever looked after the group there no longer does."""
    group = transfer.case.organization
    rows = Assignment.objects.select_for_update(of=("self",)).filter(organization=group).in_force(on)
    for row in rows.order_by("pk"):
        row.until = max(on, row.since)
        row.save(update_fields=["until"])
        journal.record(by, "assignment_ended", on, subject=row, incubator=transfer.from_incubator)


def _name_takers(transfer, by, on, clocks, takers):
    """Each running deadline with its person; an officer who takes one looks after the group from that day."""
    posts = {post.user_id: post for post in takers_in(transfer.to_incubator, on)}
    group = transfer.case.organization
    for clock in clocks:
        user = takers[clock.kind]
        DeadlineTaker.objects.create(transfer=transfer, kind=clock.kind, due_on=clock.due_on, user=user)
        post = posts[user.pk]
        if post.role in ASSIGNERS and not group.assignments.in_force(on).filter(post=post).exists():
            row = Assignment.objects.create(post=post, organization=group, since=on, assigned_by=by)
            journal.record(by, "group_assigned", on, subject=row, organization=group)


def _pass_plans(transfer, by, on):
    """Meetings still to come with this group alone are the receiver's to hold; of a joint one, the group leaves."""
    group = transfer.case.organization
    for plan in PlannedMeeting.objects.pending().filter(organizations=group, planned_on__gte=on).order_by("pk"):
        if plan.organizations.exclude(pk=group.pk).exists():
            plan.organizations.remove(group)
            continue
        plan.incubator, plan.conducted_by = transfer.to_incubator, by
        plan.save(update_fields=["incubator", "conducted_by"])
