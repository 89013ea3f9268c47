"""What is written of people and groups: their data, what they declare, what supports they ask for and are given."""

from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.models import Case
from cases.services import groups
from incubator.enums import Declared, LeaveReason, MeetingKind, SupportKind
from incubator.models import DuplicateNotice, Meeting, Membership, Organization, Person
from incubator.services import evidence, meetings, organizations, people, same_person, sensitive
from tests.lives import world
from tests.lives.draws import AGO, PLACES, READY, TEAM, WHICH, text
from tests.lives.engine import Engine, pick

_KINDS = st.sampled_from([MeetingKind.TEAM_ADVICE, MeetingKind.OUTREACH, MeetingKind.SESSION])
_RUNS = st.sampled_from(["12345678-5", "11111111-1", "22222222-2", "12345678-9"])


class Records(Engine):
    """The cards of people and groups."""

    @rule(who=TEAM, which=WHICH, run=_RUNS, ago=AGO)
    def update_person(self, who, which, run, ago):
        """A value of a person is mended; one RUN belongs to one person of a municipality."""
        person = self._person(which)
        self.act(
            "update_person",
            f"{who} mends person {person.pk}: {run}",
            people.update,
            by=self.by(who, person.incubator),
            person=person,
            on=self.today - timedelta(days=ago),
            run=run,
            phone=f"+569876543{which + 10}",
        )

    @rule(who=TEAM, which=WHICH, clash=st.booleans())
    def update_group(self, who, which, clash):
        """So is a group's."""
        group = pick(Organization.objects.filter(cases__isnull=False).distinct().order_by("pk"), which)
        changes = {"rut": "1-1"} if clash else {"trade": f"Rubro {len(self.story)}"}
        self.act(
            "update_group",
            f"{who} mends group {group.pk}: {changes}",
            organizations.update_group,
            by=self.by(who, group.incubator),
            organization=group,
            on=self.today,
            **changes,
        )

    @rule(who=TEAM, which=WHICH, said=st.sampled_from(list(Declared)))
    def write_sensitive(self, who, which, said):
        """What a person declares of herself."""
        person = self._person(which)
        self.act(
            "write_sensitive",
            f"{who} writes what person {person.pk} declares",
            sensitive.write,
            by=self.by(who, person.incubator),
            person=person,
            on=self.today,
            carer=said,
        )

    @rule(who=TEAM, which=WHICH)
    def read_sensitive(self, who, which):
        """It is read, with its purpose."""
        person = self._person(which)
        by = self.by(who, person.incubator)
        self.attempt(
            "read_sensitive",
            f"{who} reads what person {person.pk} declares",
            lambda: sensitive.read(by, [person], "attention"),
        )

    @rule(who=TEAM, which=WHICH, kind=st.sampled_from(list(SupportKind)))
    def set_needs(self, who, which, kind):
        """The supports she asks for."""
        person = self._person(which)
        self.act(
            "set_needs",
            f"{who} writes that person {person.pk} asks for «{kind.label}»",
            sensitive.set_needs,
            by=self.by(who, person.incubator),
            person=person,
            on=self.today,
            needs={kind: ""},
        )

    @rule(who=TEAM, which=WHICH)
    def read_needs(self, who, which):
        """They are read, to plan a meeting."""
        person = self._person(which)
        by = self.by(who, person.incubator)
        self.attempt(
            "read_needs",
            f"{who} reads the supports of person {person.pk}",
            lambda: sensitive.needs(by, [person], "planning", on=self.today),
        )

    @rule(who=TEAM, which=WHICH, kind=st.sampled_from(list(SupportKind)))
    def give_supports(self, who, which, kind):
        """They were given at a meeting."""
        meeting = pick(Meeting.objects.filter(attendance__isnull=False).distinct().order_by("-pk"), which)
        mark = pick(meeting.attendance.select_related("person").order_by("pk"), which)
        self.act(
            "give_supports",
            f"{who} writes that person {mark.person_id} was given «{kind.label}» at meeting {meeting.pk}",
            sensitive.give_supports,
            by=self.by(who, meeting.incubator),
            meeting=meeting,
            given={mark.person_id: [kind]},
            on=self.today,
        )

    @rule(who=TEAM, which=WHICH, step=st.integers(0, 2), reason=text("Son hermanas."))
    def say_distinct(self, who, which, step, reason):
        """Two records are two people."""
        rows = Person.objects.current().select_related("incubator").order_by("incubator_id", "pk")
        first, second = pick(rows, which), pick(rows, which + step)
        self.act(
            "say_distinct",
            f"{who} says that persons {first.pk} and {second.pk} are two",
            same_person.say_distinct,
            by=self.by(who, first.incubator),
            first=first,
            second=second,
            reason=reason,
            on=self.today,
        )

    @rule(who=TEAM, commune=PLACES, note=st.sampled_from(["Conversamos.", "Llámela al 987654321."]), ready=READY)
    def talk_of_notice(self, who, commune, note, ready):
        """The night finds one RUN in two municipalities, and one of them says that they talked."""
        if ready and not DuplicateNotice.objects.exists():
            self._one_run_in_two_places()
        notice = DuplicateNotice.objects.order_by("-pk").first()
        if notice is None:
            return
        place = world.place(commune)
        self.act(
            "talk_of_notice",
            f"{who} says that they talked of the notice {notice.pk}",
            same_person.talk,
            by=self.by("the coordinator" if ready else who, place),
            notice=notice,
            incubator=place,
            on=self.today,
            note=note,
        )

    @rule(run=_RUNS, which=WHICH)
    def find_notices(self, run, which):
        """The nightly job looks for one RUN in two municipalities."""
        self.attempt("find_notices", "the night looks for repeated RUNs", lambda: same_person.find_notices(self.today))

    @rule(who=TEAM, which=WHICH, ago=AGO, ready=READY)
    def welcome_back(self, who, which, ago, ready):
        """People who were in a group before belong to it again."""
        left = Membership.objects.filter(
            until__lte=self.today, annulled_at__isnull=True, organization__incubator__isnull=False
        )
        if ready and not left.exists():
            self._somebody_leaves(which)
        row = pick(left.select_related("organization", "person").order_by("-pk"), which)
        case = row and Case.objects.current().filter(organization=row.organization).order_by("-pk").first()
        if not case:
            return
        case = self.fresh(case)
        self.act(
            "welcome_back",
            f"{who} welcomes person {row.person_id} back to group {row.organization_id}",
            groups.welcome_back,
            by=self.by("the officer" if ready else who, case.incubator),
            case=case,
            people=[row.person.survivor],
            since=self.today - timedelta(days=0 if ready else ago),
        )

    # -------------------------------------------------------------------------------------- meetings without a case, files

    @rule(who=TEAM, commune=PLACES, kind=_KINDS, ago=AGO, hour=st.integers(8, 19))
    def log_open_meeting(self, who, commune, kind, ago, hour):
        """Advice to the team, or outreach."""
        place = world.place(commune)
        self.act(
            "log_open_meeting",
            f"{who} logs «{kind.label}» in {place}",
            meetings.log_open,
            True,
            by=self.by(who, place),
            incubator=place,
            kind=kind,
            held_on=self.today - timedelta(days=ago),
            starts_at=time(hour),
            ends_at=time(hour + 1),
            topic="Ruta del mes",
        )

    @rule(who=TEAM, which=WHICH, hour=st.integers(8, 19), reason=text("Fue más larga."))
    def correct_meeting(self, who, which, hour, reason):
        """It was not so."""
        meeting = self._open_meeting(which)
        self.act(
            "correct_meeting",
            f"{who} corrects meeting {meeting.pk}",
            meetings.correct,
            True,
            by=self.by(who, meeting.incubator),
            meeting=meeting,
            reason=reason,
            starts_at=time(hour),
            ends_at=time(hour + 2),
        )

    @rule(who=TEAM, which=WHICH, reason=text("No se hizo."))
    def void_meeting(self, who, which, reason):
        """It should not count."""
        meeting = self._open_meeting(which)
        self.act(
            "void_meeting",
            f"{who} voids meeting {meeting.pk}",
            meetings.void,
            True,
            by=self.by(who, meeting.incubator),
            meeting=meeting,
            reason=reason,
        )

    @rule(who=TEAM, commune=PLACES, good=READY)
    def keep_file(self, who, commune, good):
        """A document is kept; what is no document is refused."""
        place, by = world.place(commune), self.by(who, world.place(commune))
        self.act(
            "keep_file",
            f"{who} keeps a document in {place}",
            evidence.keep,
            by=by,
            upload=world.upload(good),
            incubator=place,
            on=self.today,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _person(self, which):
        return pick(Person.objects.current().select_related("incubator").order_by("pk"), which)

    def _one_run_in_two_places(self):
        for commune in (world.HOME, world.OTHER):
            member = (
                Membership.objects.in_force(self.today).filter(person__incubator=world.place(commune)).order_by("pk")
            )
            row = member.filter(person__same_as=None, person__run="").select_related("person").first()
            if row is not None:
                self.act(
                    "update_person",
                    f"person {row.person_id} has the RUN 22222222-2",
                    people.update,
                    by=self.by("the officer", world.place(commune)),
                    person=row.person,
                    on=self.today,
                    run="22222222-2",
                )
        self.attempt("find_notices", "the night looks for repeated RUNs", lambda: same_person.find_notices(self.today))

    def _somebody_leaves(self, which):
        row = pick(Membership.objects.in_force(self.today).select_related("organization").order_by("pk"), which)
        self.act(
            "leave",
            f"membership {row.pk} ends",
            organizations.leave,
            by=self.by("the officer", row.organization.incubator),
            membership=row,
            until=self.today,
            reason=LeaveReason.OWN_DECISION,
        )

    def _open_meeting(self, which):
        rows = Meeting.objects.filter(kind=MeetingKind.TEAM_ADVICE).select_related("incubator").order_by("-pk")
        if not rows.exists():
            self.act(
                "log_open_meeting",
                "the officer logs advice to the team",
                meetings.log_open,
                True,
                by=self.by("the officer", world.place()),
                incubator=world.place(),
                kind=MeetingKind.TEAM_ADVICE,
                held_on=self.today,
                starts_at=time(9),
                ends_at=time(10),
                topic="Ruta",
            )
        return pick(rows.all(), which) or pick(Meeting.objects.select_related("incubator").order_by("-pk"), which)
