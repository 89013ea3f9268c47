"""Correct a session keeping how it read; void it whole, or one group's part."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.models import Session, SessionCase
from cases.services.sessions.checks import (
    allowed_given,
    as_held,
    at_least,
    attendance_of,
    check_cases,
    check_host,
    known_topics,
    members_on,
    part_minutes,
)
from incubator import access, calendars, journal, same_person
from incubator.access import Permission
from incubator.models import Incubator
from incubator.requirements import Refused
from incubator.services import meetings, sensitive


@transaction.atomic
def correct(*, by, session, reason, topics=None, marks=None, minutes=None, supports=None, given=None, **changes):
    """Change a session, keeping how it read; changed hours lose their validation. Only groups within reach are marked.

    `changes` as in meetings.correct (held_on, starts_at …, commitments, evidence, seen). Raises Refused.
    """
    Incubator.objects.select_for_update(of=("self",)).get(pk=session.meeting.incubator_id)
    session = Session.objects.select_related("meeting__incubator").get(pk=session.pk)
    meeting = session.meeting
    parts = session.parts.filter(voided_at__isnull=True).select_related("case__organization")
    every = [part.case for part in parts.order_by("pk")]
    reached = [case for case in every if access.allows(by, Permission.LOG_MEETINGS, case)]
    if not reached:
        raise PermissionDenied("Su cargo no permite corregir sesiones de esos grupos.")
    if set(minutes or {}) - {case.pk for case in reached}:
        raise PermissionDenied("Su cargo no permite cambiar los minutos de otro grupo de la sesión.")
    day = changes.get("held_on") or meeting.held_on
    starts, ends = changes.get("starts_at") or meeting.starts_at, changes.get("ends_at") or meeting.ends_at
    check_cases(every, day, starts, ends, but=session)
    check_host(meeting.incubator, every, day)
    members = members_on(reached, day)
    if day != meeting.held_on:
        _refuse_strangers(session, every, day)
    given = allowed_given(by, reached, members, given)
    meetings.correct(
        by=by,
        meeting=meeting,
        reason=reason,
        beside=Parts(session, topics, minutes),
        attendance=attendance_of(marks or {}, members),
        supports=at_least(supports, given) if supports is not None else None,
        **changes,
    )
    if given is not None:
        everybody = {person_id: given.get(person_id, []) for person_id in members}
        sensitive.give_supports(by=by, meeting=meeting, given=as_held(everybody, reached), on=day)
    for case in reached:
        journal.record(by, "session_corrected", calendars.today(), subject=meeting, organization=case.organization)
    return Session.objects.select_related("meeting").get(pk=session.pk)


class Parts:
    """What a session keeps beside its meeting: its topics, and each group's minutes."""

    def __init__(self, session, topics=None, minutes=None):
        self.session, self.topics, self.minutes = session, topics, minutes or {}
        self.whole = session.meeting.minutes

    def content(self):
        """Topics and parts as JSON."""
        parts = self.session.parts.order_by("case_id")
        return {
            "topics": list(self.session.topics),
            "parts": [[part.case_id, part.minutes, part.voided_at is not None] for part in parts],
        }

    def write(self, meeting):
        """A part as long as the whole meeting follows it; the others stay unless said."""
        if self.topics is not None:
            self.session.topics = known_topics(self.topics)
            self.session.save(update_fields=["topics"])
        for part in self.session.parts.order_by("case_id"):
            said = self.minutes.get(part.case_id, meeting.minutes if part.minutes == self.whole else part.minutes)
            part.minutes = part_minutes(said, meeting.minutes)
            part.save(update_fields=["minutes"])


def _refuse_strangers(session, cases, day):
    """Attendance is never taken out: a new date must find the same people in their groups."""
    members = set(members_on(cases, day))
    marked = set(same_person.marks_of(session.meeting.attendance))
    strangers = len(marked - members)
    if strangers:
        raise Refused(
            f"{strangers} de las personas marcadas no eran integrantes el {day:%d-%m-%Y}: "
            "anule esta sesión y registre otra con su fecha."
        )


@transaction.atomic
def void(*, by, session, reason):
    """The whole session should not count, for any of its groups."""
    if not may_void(by, session):
        raise PermissionDenied("Su cargo no alcanza a todos los grupos de la sesión: anule solo la parte del suyo.")
    parts = list(_live_parts(session))
    meeting = meetings.void(by=by, meeting=session.meeting, reason=reason)
    for part in parts:
        journal.record(by, "session_voided", calendars.today(), subject=meeting, organization=part.case.organization)
    return meeting


def may_void(by, session):
    """Whether the user may void the session for all its groups: its author who reaches them all, or the coordinator."""
    parts = list(_live_parts(session))
    moved = [part for part in parts if part.case.incubator_id != session.meeting.incubator_id]
    if access.allows(by, Permission.VOID_MEETINGS, session.meeting) and not any(
        part.case.transfers.accepted().exists() for part in moved
    ):
        return True
    return meetings.may_mend(by, session.meeting) and all(
        access.allows(by, Permission.LOG_MEETINGS, part.case) for part in parts
    )


def _live_parts(session):
    return session.parts.filter(voided_at__isnull=True).select_related("case__organization").order_by("pk")


@transaction.atomic
def void_part(*, by, part, reason):
    """One group's part should not count; the others stay. Without any left, the meeting itself is voided."""
    session = part.session
    if not may_mend_part(by, part):
        raise PermissionDenied("La anula quien la registró, o la coordinación de la incubadora.")
    if not reason.strip():
        raise Refused("Escriba por qué se anula.")
    meeting = type(session.meeting).objects.select_for_update(of=("self",)).get(pk=session.pk)
    part = SessionCase.objects.select_for_update(of=("self",)).select_related("case__organization").get(pk=part.pk)
    if not may_mend_part(by, part):  # the group may have moved to another incubator meanwhile
        raise PermissionDenied("La anula quien la registró, o la coordinación de la incubadora.")
    if part.voided_at is not None or meeting.voided_at is not None:
        raise Refused("Esa parte de la sesión ya está anulada.")
    part.voided_at, part.voided_by, part.void_reason = calendars.now(), by, reason.strip()[:300]
    part.save(update_fields=["voided_at", "voided_by", "void_reason"])
    if not session.parts.filter(voided_at__isnull=True).exists():
        meeting.voided_at, meeting.voided_by, meeting.void_reason = part.voided_at, by, part.void_reason
        meeting.save(update_fields=["voided_at", "voided_by", "void_reason"])
    journal.record(by, "part_voided", calendars.today(), subject=meeting, organization=part.case.organization)
    return part


def may_mend_part(by, part):
    """Whether the user may void one group's part: the session's author, or the coordinator of the group."""
    return access.allows(by, Permission.VOID_MEETINGS, part.case) or (
        part.session.meeting.logged_by_id == by.pk and access.allows(by, Permission.LOG_MEETINGS, part.case)
    )
