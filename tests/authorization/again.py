"""A meeting as if somebody else had logged it: a copy, because who logged one is never rewritten."""

from datetime import datetime, time, timedelta

from django.db.models import Max

from cases.models import Session, SessionCase
from incubator.models import Attendance, Meeting


def meeting_by(user, meeting, **hours):
    """The same meeting, with its groups, files and marks, logged by that user; at other hours, if said."""
    made = Meeting.objects.get(pk=meeting.pk)
    for name, value in hours.items():
        setattr(made, name, value)
    made.pk, made.logged_by = None, user
    made.number = 1 + Meeting.objects.filter(incubator=meeting.incubator_id).aggregate(last=Max("number"))["last"]
    made._state.adding = True
    made.save()
    made.organizations.set(meeting.organizations.all())
    made.evidence.set(meeting.evidence.all())
    marks = meeting.attendance.values("person_id", "organization_id", "mark")
    Attendance.objects.bulk_create(Attendance(meeting=made, **mark) for mark in marks)
    return made


def session_by(user, session):
    """The same session, with the part of each group, logged by that user, in the evening: a group has one at a time."""
    late = datetime.combine(session.meeting.held_on, time(20)) + timedelta(minutes=session.meeting.minutes)
    copied = meeting_by(user, session.meeting, starts_at=time(20), ends_at=late.time())
    made = Session.objects.create(meeting=copied, topics=session.topics)
    parts = session.parts.values("case_id", "minutes")
    SessionCase.objects.bulk_create(SessionCase(session=made, **part) for part in parts)
    return made
