"""Log a session with one group, or a joint workshop with several."""

from django.db import transaction

from cases import moves
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
from incubator import access, journal
from incubator.access import Permission
from incubator.enums import CASE_MEETINGS, MeetingKind
from incubator.models import Incubator
from incubator.requirements import Refused
from incubator.services import meetings, sensitive


@transaction.atomic
def log(*, by, cases, held_on, starts_at, ends_at, marks=None, minutes=None, given=None, **said):
    """A session with one group, or a joint workshop with several, on a day not after today. Returns the Session.

    marks: {person_id: AttendanceMark} of members of that day; minutes: {case_id: minutes} where a group's part is
    shorter than the meeting; given: {person_id: [kinds of support]} (T3, asks VIEW_SUPPORTS). `said`: kind, topics,
    supports (rows {kind, requested, given, cost} in total), incubator (the host when groups of several meet; default:
    the first group's), and as in meetings.hold: topic, modality, place, notes, next_on, conducted_by, agreement,
    commitments, evidence. Raises Refused.
    """
    cases = list(dict.fromkeys(cases))
    for case in cases:
        access.require(by, Permission.LOG_MEETINGS, case)
    host = _host(cases, said.pop("incubator", None), held_on)
    Incubator.objects.select_for_update(of=("self",)).get(pk=host.pk)
    check_cases(cases, held_on, starts_at, ends_at)
    members = members_on(cases, held_on)
    given = allowed_given(by, cases, members, given)
    topics = known_topics(said.pop("topics", ()))
    meeting = meetings.hold(
        by=by,
        incubator=host,
        kind=_kind(said.pop("kind", None), cases),
        held_on=held_on,
        starts_at=starts_at,
        ends_at=ends_at,
        organizations=[case.organization for case in cases],
        attendance=attendance_of(marks or {}, members),
        supports=at_least(said.pop("supports", ()), given),
        **said,
    )
    session = Session.objects.create(meeting=meeting, topics=topics)
    _write_parts(by, session, cases, minutes or {})
    if given:
        sensitive.give_supports(by=by, meeting=meeting, given=as_held(given, cases), on=held_on)
    return session


def _write_parts(by, session, cases, minutes):
    meeting = session.meeting
    for case in cases:
        part = part_minutes(minutes.get(case.pk), meeting.minutes)
        SessionCase.objects.create(session=session, case=case, minutes=part)
        about = {"subject": meeting, "incubator": meeting.incubator, "organization": case.organization}
        journal.record(by, "session_logged", meeting.held_on, **about, minutes=part)


def _host(cases, incubator, day):
    """The incubator that answered for the group that day, whoever records it now (docs/adr/0013)."""
    if not cases:
        raise Refused("Elija al menos un grupo.")
    host = incubator if incubator and len(cases) > 1 else moves.responsible_on(cases[0], day)
    check_host(host, cases, day)
    return host


def _kind(kind, cases):
    kind = kind or (MeetingKind.JOINT_WORKSHOP if len(cases) > 1 else MeetingKind.SESSION)
    if kind not in CASE_MEETINGS:
        raise Refused("Una sesión es con un grupo, o un taller conjunto con varios.")
    if (kind == MeetingKind.JOINT_WORKSHOP) != (len(cases) > 1):
        raise Refused("Un taller conjunto tiene dos grupos o más; una sesión, uno solo.")
    return kind
