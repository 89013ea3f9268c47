"""A small incubator in June 2021: groups, sessions, a course, supports; and what happens to them afterwards."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from cases.enums import Stage
from cases.models import Session, SessionCase
from curricula.enums import EnrollmentState
from curricula.models import Cohort, Curriculum, Enrollment, EnrollmentChange, Lesson
from incubator.calendars import Month
from incubator.enums import AttendanceMark, MeetingKind, RegisteredSex, Role, SupportKind
from incubator.models import Attendance, Meeting, MeetingSupport, MeetingVersion
from incubator.services import sensitive
from reports import services
from reports.models import Report
from reports.services import reading
from tests import factories
from tests.factories.people import coordinator_of, officer_of

MAY, JUNE, JULY = Month(2021, 5), Month(2021, 6), Month(2021, 7)
FIRST = date(2021, 5, 3)
TEXTS = {
    "summary": "En el mes la incubadora acompañó a sus grupos.",
    "deviations": "Una sesión se hizo a distancia por la lluvia.",
    "next_steps": "Preparar la postulación de dos grupos.",
}
_numbers = count(5000)
_SEXES = (RegisteredSex.FEMALE, RegisteredSex.FEMALE, RegisteredSex.MALE, RegisteredSex.UNKNOWN)


class World:
    """The incubator, its people in charge and its groups. The agreement reaches it from May 2021 on."""

    def __init__(self, groups=2, members=6, commune="05501"):
        self.place = factories.incubator(commune)
        self.agreement = factories.agreement()
        self.agreement.participations.filter(incubator=self.place).update(since=date(2021, 5, 1))
        self.officer, self.coordinator = officer_of(self.place), coordinator_of(self.place)
        self.advisor = factories.user_with(Role.ADVISOR, at=self.place, name="Andrea Rojas Ñancupil")
        self.university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=self.agreement)
        self.analyst = factories.user_with(Role.FUNDER_ANALYST, at=self.agreement)
        self.approver = factories.user_with(Role.FUNDER_APPROVER, at=self.agreement)
        self.cases = [
            factories.case_in(Stage.CENSUS, at=self.place, members=members, name=name)
            for name in ("Cocina Ñuke Mapu", "Taller Los Boldos", "Huertos del Aconcagua")[:groups]
        ]
        self.members = [[stay.person for stay in case.organization.members_on(FIRST)] for case in self.cases]
        self._describe()

    def _describe(self):
        """Sex, disability and care, in turns."""
        for position, person in enumerate(person for some in self.members for person in some):
            person.registered_sex = _SEXES[position % len(_SEXES)]
            person.save()
            facts = {
                "disability": ("yes", "yes", "no", "not_stated")[position % 4],
                "carer": ("yes", "no")[position % 2],
            }
            sensitive.write(by=self.officer, person=person, on=FIRST, **facts)

    def session(self, on, *cases, minutes=90, validated=False, absent=0, came=None, logged_on=None, **fields):
        """A meeting of some groups; everyone comes but the last `absent`, or only the first `came`."""
        kind = MeetingKind.SESSION if len(cases) == 1 else MeetingKind.JOINT_WORKSHOP
        meeting = self.meeting(on, kind if cases else MeetingKind.TEAM_ADVICE, minutes, validated, logged_on, **fields)
        if cases:
            session = Session.objects.create(meeting=meeting)
            for case in cases:
                meeting.organizations.add(case.organization)
                SessionCase.objects.create(session=session, case=case, minutes=minutes)
                people = self.members[[one.pk for one in self.cases].index(case.pk)]
                present = came if came is not None else len(people) - absent
                self.marks(meeting, case.organization, people, present)
        return meeting

    def meeting(self, on, kind, minutes=90, validated=False, logged_on=None, **fields):
        """A bare meeting."""
        logged = datetime.combine(logged_on or on, time(22), UTC)
        return Meeting.objects.create(
            number=next(_numbers),
            kind=kind,
            incubator=self.place,
            agreement=self.agreement,
            held_on=on,
            starts_at=time(15),
            ends_at=time(15 + minutes // 60, minutes % 60),
            minutes=minutes,
            topic="Costos",
            conducted_by=self.advisor,
            logged_by=self.advisor,
            logged_at=logged,
            validated_by=self.coordinator if validated else None,
            validated_at=logged + timedelta(days=1) if validated else None,
            **fields,
        )

    def marks(self, meeting, organization, people, present):
        """The first `present` people came, one in three at a distance; the others did not."""
        for position, person in enumerate(people):
            mark = AttendanceMark.ABSENT if position >= present else AttendanceMark.PRESENT
            if mark == AttendanceMark.PRESENT and position % 3 == 2:
                mark = AttendanceMark.REMOTE
            Attendance.objects.create(meeting=meeting, person=person, organization=organization, mark=mark)

    def support(self, meeting, kind=SupportKind.TRANSPORT, requested=3, given=2, cost=15_000):
        """Supports of a meeting, in total."""
        return MeetingSupport.objects.create(meeting=meeting, kind=kind, requested=requested, given=given, cost=cost)

    def course(self, on, minutes=120):
        """A course with one lesson and its people; the first one approved that day."""
        curriculum, _ = Curriculum.objects.get_or_create(name="Malla básica")
        cohort, _ = Cohort.objects.get_or_create(
            incubator=self.place, curriculum=curriculum, name="Curso 2021", starts_on=date(2021, 5, 1)
        )
        meeting = self.meeting(on, MeetingKind.LESSON, minutes)
        Lesson.objects.create(meeting=meeting, cohort=cohort)
        self.marks(meeting, self.cases[0].organization, self.members[0], len(self.members[0]) - 1)
        for position, person in enumerate(self.members[0]):
            enrollment, new = Enrollment.objects.get_or_create(
                cohort=cohort, person=person, defaults={"state": EnrollmentState.ACTIVE, "state_on": cohort.starts_on}
            )
            if new:
                self._enrolled(enrollment, "", EnrollmentState.ACTIVE, cohort.starts_on)
                if position == 0:
                    self._enrolled(enrollment, EnrollmentState.ACTIVE, EnrollmentState.APPROVED, on)
                    Enrollment.objects.filter(pk=enrollment.pk).update(state=EnrollmentState.APPROVED, state_on=on)
        return meeting

    def _enrolled(self, enrollment, source, target, on):
        EnrollmentChange.objects.create(
            enrollment=enrollment, from_state=source, to_state=target, by=self.officer, effective_on=on
        )

    def correct(self, meeting, reason, **changes):
        """A meeting is mended: the former version stays, its validation falls."""
        MeetingVersion.objects.create(
            meeting=meeting,
            number=meeting.versions.count() + 1,
            content={},
            replaced_by=self.advisor,
            replaced_at=datetime(2021, 6, 20, 15, tzinfo=UTC),
            reason=reason,
        )
        Meeting.objects.filter(pk=meeting.pk).update(validated_by=None, validated_at=None, **changes)
        if "minutes" in changes:
            SessionCase.objects.filter(session__meeting=meeting).update(minutes=changes["minutes"])

    def void(self, meeting, reason):
        """A meeting no longer counts."""
        moment = datetime(2021, 6, 21, 15, tzinfo=UTC)
        Meeting.objects.filter(pk=meeting.pk).update(voided_by=self.coordinator, voided_at=moment, void_reason=reason)

    def validate(self, meeting):
        """Somebody else validates its hours."""
        moment = datetime(2021, 6, 22, 15, tzinfo=UTC)
        Meeting.objects.filter(pk=meeting.pk).update(validated_by=self.coordinator, validated_at=moment)

    def compose(self, month, on=None, by=None):
        """The draft of a month."""
        return services.compose(
            by=by or self.officer,
            agreement=self.agreement,
            incubator=self.place,
            period=month,
            on=on or month.next.first,
        )

    def asked(self, month, on=None):
        """The draft of a month, written, its seal asked by the officer."""
        on = on or month.next.first
        draft = self.compose(month, on)
        services.write_narrative(by=self.officer, report=draft, on=on, **TEXTS)
        return services.ask_seal(by=self.officer, report=draft, on=on, at=at(on))

    def sealed(self, month, on=None):
        """The sealed report of a month."""
        on = on or month.next.first + timedelta(days=4)
        draft = self.asked(month, on)
        return self.seal(draft, on)

    def seal(self, draft, on, by=None):
        """The coordinator seals what is on screen."""
        draft = Report.objects.get(pk=draft.pk)
        seen = reading.shown_digest(draft)
        return services.seal(by=by or self.coordinator, report=draft, on=on, at=at(on), seen=seen)


def at(day):
    """Half past nine that day, in Chile."""
    return datetime.combine(day, time(13, 30), UTC)


def a_month(world, month):
    """Sessions, a joint workshop, advice, a lesson and supports in a month."""
    first = month.first
    one = world.session(first + timedelta(days=3), world.cases[0], minutes=90, validated=True)
    world.session(first + timedelta(days=9), world.cases[1], minutes=75, absent=1)
    world.session(first + timedelta(days=12), *world.cases[:2], minutes=120, validated=True)
    world.session(first + timedelta(days=15), minutes=60)
    world.course(first + timedelta(days=17))
    world.support(one)
    return one
