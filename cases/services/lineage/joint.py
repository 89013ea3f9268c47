"""After a merge is undone: a session that people of both groups attended becomes a joint one."""

from django.db import transaction

from cases.enums import OperationKind, OperationState
from cases.models import Session, SessionCase
from cases.services.sessions.corrections import Parts
from incubator import access, journal
from incubator.access import Permission
from incubator.enums import MeetingKind
from incubator.models import Attendance, Incubator, Membership
from incubator.requirements import Refused
from incubator.services import meetings


def attended_by_both(operation):
    """Valid sessions of the survivor, held while they were one, with somebody whom the merge had brought."""
    if operation.kind != OperationKind.MERGE or operation.state != OperationState.REVERTED:
        return SessionCase.objects.none()
    brought = operation.allocations.filter(made__isnull=False).values("membership__person_id")
    came = Attendance.objects.filter(person_id__in=brought, organization=operation.survivor.organization_id)
    return (
        SessionCase.objects.valid()
        .filter(
            case=operation.survivor,
            session__meeting__held_on__gte=operation.executed_on,
            session__meeting__in=came.values("meeting_id"),
        )
        .exclude(session__parts__case=operation.case)
        .select_related("session__meeting")
        .order_by("session__meeting__held_on", "pk")
    )


@transaction.atomic
def make_joint(*, by, operation, session, on):
    """One part for each group, each person marked in her own; the advisor's hours count once, as before."""
    access.require(by, Permission.LOG_MEETINGS, operation.case)
    access.require(by, Permission.LOG_MEETINGS, operation.survivor)
    Incubator.objects.select_for_update(of=("self",)).get(pk=session.meeting.incubator_id)
    part = attended_by_both(operation).filter(session=session).first()
    if part is None:
        raise Refused("En esa sesión no hay personas de los dos grupos, o ya es una sesión conjunta.")
    session = Session.objects.select_related("meeting__incubator").get(pk=session.pk)
    meeting = session.meeting
    groups = {operation.case.organization_id, *meeting.organizations.values_list("pk", flat=True)}
    meetings.correct(
        by=by,
        meeting=meeting,
        reason=f"Sesión conjunta: se deshizo la unión de los grupos el {operation.reverted_on:%d-%m-%Y}.",
        beside=_JointParts(session, operation.case, part.minutes),
        attendance=_of_the_other(operation, meeting),
        organizations=sorted(groups),
    )
    for case in (operation.case, operation.survivor):
        journal.record(by, "session_made_joint", on, subject=meeting, organization=case.organization)
    return Session.objects.select_related("meeting").get(pk=session.pk)


def _of_the_other(operation, meeting):
    """{person: (her own group, mark)} of those whom the merge had brought and were members of theirs that day."""
    home = operation.case.organization_id
    members = Membership.objects.in_force(meeting.held_on).filter(organization=home)
    brought = operation.allocations.filter(made__isnull=False).values("membership__person_id")
    rows = meeting.attendance.filter(organization=operation.survivor.organization_id, person_id__in=brought)
    rows = rows.filter(person_id__in=members.values("person_id"))
    return {person: (home, mark) for person, mark in rows.order_by("pk").values_list("person_id", "mark")}


class _JointParts(Parts):
    """The parts of a session, with one more for the group that came back."""

    def __init__(self, session, case, minutes):
        super().__init__(session)
        self._case, self._minutes = case, minutes

    def write(self, meeting):
        """The new part is as long as the other one."""
        super().write(meeting)
        SessionCase.objects.create(session=self.session, case=self._case, minutes=self._minutes)
        meeting.kind = MeetingKind.JOINT_WORKSHOP
        meeting.save(update_fields=["kind"])
