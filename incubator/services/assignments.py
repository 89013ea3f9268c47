"""Who looks after a group: officers are assigned by the incubator's coordination, advisers by the university's."""

from django.db import transaction

from incubator import access, journal
from incubator.access import Permission
from incubator.enums import Role
from incubator.models import Assignment, Participation, Post
from incubator.requirements import Refused

#: Which right assigns each role.
ASSIGNERS = {
    Role.OFFICER_DISABILITY: Permission.ASSIGN_OFFICERS,
    Role.OFFICER_DEVELOPMENT: Permission.ASSIGN_OFFICERS,
    Role.ADVISOR: Permission.ASSIGN_ADVISORS,
    Role.LEGAL_ADVISER: Permission.ASSIGN_ADVISORS,
}


def assignable(*, by, organization, on):
    """The posts in force that this user may put in charge of the group: of its incubator, or of its agreements."""
    roles = [role for role, permission in ASSIGNERS.items() if access.allows(by, permission, organization)]
    agreements = Participation.objects.in_force(on).filter(incubator=organization.incubator_id).values("agreement_id")
    posts = Post.objects.in_force(on).filter(role__in=roles, user__is_system=False, user__is_active=True)
    here = posts.filter(incubator=organization.incubator_id) | posts.filter(agreement__in=agreements)
    return here.exclude(assignments__in=organization.assignments.in_force(on)).select_related("user")


@transaction.atomic
def assign(*, by, organization, post, since):
    """That post looks after the group from a day on."""
    permission = ASSIGNERS.get(Role(post.role))
    if permission is None:
        raise Refused("Ese cargo no se pone a cargo de grupos.")
    access.require(by, permission, organization)
    if not assignable(by=by, organization=organization, on=since).filter(pk=post.pk).exists():
        raise Refused("Ese cargo no está vigente ese día en la incubadora del grupo, o ya está a cargo.")
    assignment = Assignment(post=post, organization=organization, since=since, assigned_by=by)
    assignment.full_clean(exclude=["post", "organization", "assigned_by"])
    assignment.save()
    journal.record(by, "group_assigned", since, subject=assignment, organization=organization)
    access.forget_posts(by)
    return assignment


@transaction.atomic
def end(*, by, assignment, until):
    """The assignment ends: `until` is the first day it no longer holds."""
    access.require(by, ASSIGNERS[Role(assignment.post.role)], assignment.organization)
    assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if assignment.until is not None:
        raise Refused(f"Ese encargo terminó el {assignment.last_day:%d-%m-%Y}.")
    assignment.until = until
    assignment.full_clean(exclude=["post", "organization", "assigned_by"])
    assignment.save(update_fields=["until"])
    journal.record(by, "assignment_ended", until, subject=assignment, organization=assignment.organization)
    access.forget_posts(by)
    return assignment
