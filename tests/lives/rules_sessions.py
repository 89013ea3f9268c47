"""Sessions are logged, corrected and voided; their hours are validated; meetings are planned and suspended."""

from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.models import Case, Session, SessionCase
from cases.services import sessions
from incubator.enums import AttendanceMark
from incubator.models import Meeting, PlannedMeeting
from incubator.services import meetings, planning
from tests.lives.draws import AGO, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_HOUR = st.integers(8, 19)


class Sessions(Engine):
    """What a group lives with its team."""

    @rule(who=TEAM, which=WHICH, other=st.sampled_from([None, None, 1, 2]), ago=AGO, hour=_HOUR)
    def log_session(self, who, which, other, ago, hour):
        """A session, or a workshop of two groups."""
        case = self.fresh(pick(Case.objects.current().order_by("pk"), which))
        cases = [case]
        if other is not None:
            cases.append(self.fresh(pick(Case.objects.current().exclude(pk=case.pk).order_by("pk"), which + other)))
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        marks = dict.fromkeys(sessions.members_on(cases, on), AttendanceMark.PRESENT) if ago < 30 else {}
        self.attempt(
            "log_session",
            f"{who} logs a session of {' and '.join(f'case {one.pk}' for one in cases)} held on {on:%d-%m-%Y}",
            lambda: sessions.log(
                by=by,
                cases=cases,
                held_on=on,
                starts_at=time(hour),
                ends_at=time(hour + 1, 30),
                topic="Costos",
                marks=marks,
                minutes={case.pk: 60} if other else None,
            ),
            moves_figures=True,
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, hour=_HOUR, reason=st.sampled_from(["Eran dos horas.", ""]))
    def correct_session(self, who, which, ago, hour, reason):
        """What was written of a session was not so."""
        session = pick(Session.objects.select_related("meeting__incubator").order_by("-pk"), which)
        by = self.by(who, session.meeting.incubator)
        moved = {"held_on": session.meeting.held_on - timedelta(days=ago)} if ago else {}
        self.attempt(
            "correct_session",
            f"{who} corrects session {session.pk}",
            lambda: sessions.correct(
                by=by, session=session, reason=reason, starts_at=time(hour), ends_at=time(hour + 2), **moved
            ),
            moves_figures=True,
        )

    @rule(who=TEAM, which=WHICH, reason=st.sampled_from(["No se hizo.", ""]))
    def void_session(self, who, which, reason):
        """A session should not count."""
        session = pick(Session.objects.select_related("meeting__incubator").order_by("-pk"), which)
        by = self.by(who, session.meeting.incubator)
        self.attempt(
            "void_session",
            f"{who} voids session {session.pk}",
            lambda: sessions.void(by=by, session=session, reason=reason),
            moves_figures=True,
        )

    @rule(who=TEAM, which=WHICH, reason=st.sampled_from(["No vino.", ""]))
    def void_part(self, who, which, reason):
        """The part of one group should not count."""
        part = pick(SessionCase.objects.select_related("session__meeting__incubator", "case").order_by("-pk"), which)
        by = self.by(who, part.session.meeting.incubator)
        self.attempt(
            "void_part",
            f"{who} voids the part of case {part.case_id} in session {part.session_id}",
            lambda: sessions.void_part(by=by, part=part, reason=reason),
            moves_figures=True,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def validate_hours(self, who, which, ready):
        """Somebody else says that the hours are right."""
        meetings_ = Meeting.objects.select_related("incubator").order_by("-pk")
        waiting = pick(meetings_.filter(validated_by=None, voided_at=None), which) if ready else None
        who, meeting = ("the second coordinator", waiting) if waiting else (who, pick(meetings_, which))
        by = self.by(who, meeting.incubator)
        self.attempt(
            "validate_hours",
            f"{who} validates the hours of meeting {meeting.pk}",
            lambda: meetings.validate_hours(by=by, meeting=meeting),
            moves_figures=True,
        )

    @rule(who=TEAM, which=WHICH, ahead=st.sampled_from([-1, 0, 3, 10]), hour=_HOUR)
    def plan_meeting(self, who, which, ahead, hour):
        """A meeting is called."""
        case = self.fresh(pick(Case.objects.current().open().order_by("pk"), which))
        by = self.by(who, case.incubator)
        self.attempt(
            "plan_meeting",
            f"{who} calls group {case.organization_id} to meet in {ahead} days",
            lambda: planning.plan(
                by=by,
                organizations=[case.organization],
                planned_on=self.today + timedelta(days=ahead),
                starts_at=time(hour),
                ends_at=time(hour + 1),
                topic="Plan",
            ),
        )

    @rule(who=TEAM, which=WHICH, reason=st.sampled_from(["Llovió.", ""]))
    def cancel_meeting(self, who, which, reason):
        """It will not be held."""
        planned = pick(PlannedMeeting.objects.select_related("incubator").order_by("-pk"), which)
        if planned is None:
            return
        by = self.by(who, planned.incubator)
        self.attempt(
            "cancel_meeting",
            f"{who} suspends the meeting {planned.pk}",
            lambda: planning.cancel(by=by, planned=planned, reason=reason),
        )
