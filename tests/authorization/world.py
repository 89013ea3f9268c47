"""The world in which rights are tried: two municipalities of one agreement, a third of another, and every role."""

from datetime import date, time, timedelta

from cases.enums import Stage
from cases.models import EvaluatorAssignment
from cases.services import sessions
from curricula.services import cohorts
from incubator.access import GRANTS
from incubator.enums import Reach, Role
from incubator.models import Absence, Assignment, Participation, Post
from reports.enums import ReportState
from tests import factories
from tests.authorization.again import meeting_by
from tests.authorization.corners import TODAY, Corner, furnish, report_of, stored
from tests.authorization.courses import core_course
from tests.factories.people import FIRST, coordinator_of, incubator, officer_of

#: Beside one user a role: an adviser and a legal adviser without groups, a trainer without courses, whoever had a
#: post and has none, and an officer who moved from A to B.
EXTRA = ("advisor_idle", "legal_adviser_idle", "trainer_idle", "former_officer", "moved_officer")
WHO = (*(role.value for role in Role), *EXTRA)
NEAR, SAME, SISTER, FOREIGN = CORNERS = ("near", "same", "sister", "foreign")

_MARKS = {
    NEAR: ("Alfarrobo", "Cercanavich", "ÑirreUno", ("12345678-5", "11111111-1")),
    SAME: ("Betarrubia", "Vecinovich", "ÑirreDos", ("22222222-2", "9876543-3")),
    SISTER: ("Gamarralta", "Hermanovich", "ÑirreTres", ("7654321-6", "33333333-3")),
    FOREIGN: ("Deltamarca", "Ajenovich", "ÑirreCuatro", ("44444444-4", "55555555-5")),
}


class World:
    """Built once. `users` by name of role (or of EXTRA), `corners` by their relation to the users of A."""

    def __init__(self):
        self.agreement = factories.agreement()
        self.other_agreement = factories.agreement("9999")
        self.a, self.b = incubator("05501"), incubator("05601")
        self.c = _incubator_of(self.other_agreement, "05502")
        places = {NEAR: self.a, SAME: self.a, SISTER: self.b, FOREIGN: self.c}
        self.corners = {}
        for name, (word, surname, secret, runs) in _MARKS.items():
            agreement = self.other_agreement if name == FOREIGN else self.agreement
            self.corners[name] = furnish(Corner(name, word, surname, secret, runs, places[name], agreement))
        self.users = {}
        self._users()
        self._across()
        self._reports()
        self._posts()

    def __getitem__(self, name):
        return self.corners[name]

    def _users(self):
        near = self[NEAR]
        for role, (reach, _) in GRANTS.items():
            at = {
                Reach.MUNICIPALITY: self.a,
                Reach.AGREEMENT: self.agreement,
                Reach.ASSIGNED: self.agreement,
                Reach.COHORT: self.agreement,
                Reach.EVALUATION: self.a,
                Reach.OWN: near["group"],
                Reach.SYSTEM: None,
            }[reach]
            self.users[role.value] = factories.user_with(role, at=at, name=f"Persona {role.label}")
        for role in (Role.ADVISOR, Role.LEGAL_ADVISER, Role.TRAINER):
            self.users[f"{role.value}_idle"] = factories.user_with(role, at=self.agreement)
        for role in (Role.ADVISOR, Role.LEGAL_ADVISER):
            Assignment.objects.create(post=self.post_of(role.value), organization=near["group"], since=FIRST)
        near["entrusted"] = EvaluatorAssignment.objects.create(
            application=near["application"], evaluator=self.users[Role.EVALUATOR.value], since=FIRST,
            due_on=date(2021, 7, 1), assigned_by=near["officer"],
        )  # fmt: skip
        trainer = self.post_of(Role.TRAINER.value)
        near["cohort_trainer"] = cohorts.add_trainer(
            by=near["officer"], cohort=near["cohort"], post=trainer, since=FIRST
        )
        for corner in self.corners.values():
            post = self.post_of(Role.ADVISOR.value if corner is near else "advisor_idle")
            corner["assignment"] = Assignment.objects.filter(post=post, organization=corner["group"]).first() or (
                Assignment.objects.create(post=post, organization=corner["group"], since=FIRST, until=date(2021, 2, 1))
            )
        past = {"since": FIRST, "until": date(2021, 6, 1)}
        self.users["former_officer"] = factories.user_with(Role.OFFICER_DISABILITY, at=self.a, **past)
        self.users["moved_officer"] = factories.user_with(Role.OFFICER_DISABILITY, at=self.a, **past)

    def _across(self):
        """What joins corners: a workshop of both groups of A, a person of two groups, files of higher tiers."""
        near, same = self[NEAR], self[SAME]
        self.workshop_file = stored(same, 30)
        self.workshop = sessions.log(
            by=near["officer"], cases=[near["case"], same["case"]], held_on=TODAY - timedelta(days=6),
            starts_at=time(9), ends_at=time(10), topic="Taller conjunto", evidence=[self.workshop_file],
            marks={person.pk: "present" for person in (*near["people"], *same["people"])},
        )  # fmt: skip
        self.shared_person = near["people"][4]
        factories.member(same["group"], who=self.shared_person, since=FIRST, by=near["officer"])
        for place in (self.a, self.b, self.c):
            factories.case_in(Stage.CENSUS, at=place, members=1)
        moved = self.users["moved_officer"]
        Post.objects.create(user=moved, role=Role.OFFICER_DISABILITY, incubator=self.b, since=date(2021, 6, 1), act="D")
        meeting = near["meeting"]
        meeting.conducted_by = moved
        meeting.save(update_fields=["conducted_by"])
        same["meeting"] = meeting_by(moved, same["meeting"])

    def _reports(self):
        may, april = date(2021, 5, 1), date(2021, 4, 1)
        moved = {"prepared_by": self.users["moved_officer"]}
        self[NEAR]["report"] = report_of(self[NEAR], may, ReportState.DRAFT, **moved)
        self[SAME]["report"] = report_of(self[SAME], april, ReportState.DELIVERED, **moved)
        self[SISTER]["report"] = report_of(self[SISTER], april, ReportState.DELIVERED, **moved)
        self[FOREIGN]["report"] = report_of(self[FOREIGN], april, ReportState.DELIVERED, **moved)

    def _posts(self):
        """A post at each corner, none of them held by who asks."""
        self[NEAR]["post"] = Post.objects.get(user=officer_of(self.a), incubator=self.a)
        self[SAME]["post"] = self.post_of("advisor_idle")
        self[SISTER]["post"] = Post.objects.get(user=coordinator_of(self.b), incubator=self.b)
        self[FOREIGN]["post"] = Post.objects.get(user=coordinator_of(self.c), incubator=self.c)
        for corner in self.corners.values():
            corner["core_cohort"] = core_course(corner)
            days = {"since": date(2021, 8, 2), "until": date(2021, 8, 9), "reason": "holiday"}
            holder = corner["post"].user
            corner["absence"] = Absence.objects.create(post=corner["post"], recorded_by=holder, **days)
            corner["own_absence"] = corner["absence"]

    def post_of(self, name):
        """The only post of one of the users."""
        return Post.objects.get(user=self.users[name])


def _incubator_of(agreement, commune):
    made = incubator(commune)
    Participation.objects.filter(incubator=made).update(agreement=agreement)
    return made
