"""The world every life begins in, made once: two municipalities, twelve cases along the path, posts, a sealed month."""

from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.enums import LegalEventKind, Stage, Verb
from cases.models import Case
from cases.services import facts, sessions
from incubator import calendars
from incubator.calendars import ZONE, Month
from incubator.enums import AttendanceMark, OrganizationKind, Role
from incubator.models import Participation, Post, User
from incubator.services import meetings
from reports import services as reports
from reports.services import reading
from tests import factories
from tests.factories.cases import evidence, step
from tests.factories.people import coordinator_of, officer_of

#: The morning on which every life begins, and the month already sealed.
MORNING = datetime(2021, 6, 15, 9, tzinfo=ZONE)
TODAY, SEALED = MORNING.date(), Month(2021, 5)
HOME, OTHER = "05501", "05502"
#: Where the twelve cases stand, by municipality.
STAGES = {
    HOME: (
        Stage.CENSUS,
        Stage.CALL,
        Stage.SELECTION,
        Stage.WAITING,
        Stage.TRAINING,
        Stage.FORMALIZATION,
        Stage.REGULARIZATION,
        Stage.REGULARIZATION,  # this one goes on: it is in order, and something of it may lapse
        Stage.OPERATION,
    ),
    OTHER: (Stage.TRAINING, Stage.BUSINESS),
}
TEXTS = {"summary": "Se acompañó a los grupos.", "deviations": "Ninguna.", "next_steps": "Seguir."}
#: The names a story gives to whoever acts: (role, which of them, of the group's own municipality).
ACTORS = {
    "the coordinator": (Role.COORDINATOR, 0, True),
    "the second coordinator": (Role.COORDINATOR, 1, True),
    "the officer": (Role.OFFICER_DISABILITY, 0, True),
    "the development officer": (Role.OFFICER_DEVELOPMENT, 0, True),
    "the adviser": (Role.ADVISOR, 0, False),
    "the university": (Role.UNIVERSITY_COORDINATOR, 0, False),
    "a stranger": (Role.COORDINATOR, 0, None),
    "the administrator": (Role.ADMINISTRATOR, 0, False),
    "the agency": (Role.FUNDER_APPROVER, 0, False),
    "the analyst": (Role.FUNDER_ANALYST, 0, False),
    "the delegate": (Role.DATA_DELEGATE, 0, True),
    "the trainer": (Role.TRAINER, 0, False),
}


def build():
    """Everything, through the services, as it stands that morning."""
    with calendars.travel(MORNING):
        for commune in (HOME, OTHER):
            _staff(factories.incubator(commune))
        factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement(), name="Universidad Soto")
        factories.user_with(Role.ADMINISTRATOR, name="Cuentas Soto")
        for role in (Role.FUNDER_APPROVER, Role.FUNDER_ANALYST, Role.TRAINER):
            factories.user_with(role, at=factories.agreement())
        cases = [
            factories.case_in(stage, at=factories.incubator(commune), members=6)
            for commune, stages in STAGES.items()
            for stage in stages
        ]
        cases.insert(4, _cooperative())
        factories.user_with(
            Role.ADVISOR, at=factories.agreement(), groups=[case.organization for case in cases], name="Asesora Soto"
        )
        _deed(next(case for case in cases if case.stage == Stage.FORMALIZATION))
        step([case for case in cases if case.stage == Stage.REGULARIZATION][-1], Verb.FINISH_REGULARIZATION)
        Participation.objects.update(since=SEALED.first)  # the first month it owes a report
        _month(cases)


def place(commune=HOME):
    """An incubator of the world."""
    return factories.incubator(commune)


def actor(name, incubator):
    """Whoever acts under that name for a municipality today; the first coordination ever, when nobody is left."""
    role, which, own = ACTORS[name]
    posts = Post.objects.in_force(calendars.today()).filter(role=role, user__is_active=True).order_by("pk")
    if own is not None and own:
        posts = posts.filter(incubator=incubator)
    if own is None:
        posts = posts.exclude(incubator=incubator)
    found = list(posts[: which + 1]) or list(Post.objects.filter(role=Role.COORDINATOR).order_by("pk")[:1])
    return User.objects.get(pk=found[-1].user_id)


def _staff(incubator):
    officer_of(incubator)
    factories.user_with(Role.OFFICER_DEVELOPMENT, at=incubator)
    coordinator_of(incubator)
    factories.user_with(Role.COORDINATOR, at=incubator)
    factories.user_with(Role.EVALUATOR, at=incubator)
    factories.user_with(Role.DATA_DELEGATE, at=incubator)


def _cooperative():
    """One that already exists, in selection."""
    home = factories.incubator(HOME)
    group = factories.group_with(6, at=home, kind=OrganizationKind.COOPERATIVE)
    return factories.case_in(Stage.SELECTION, at=home, group=group)


def _deed(case):
    """A legal clock that runs."""
    by = officer_of(case.incubator)
    on = TODAY - timedelta(days=20)
    facts.record_legal_act(by=by, case=case, on=on, kind=LegalEventKind.DEED, evidence=evidence(by, case.incubator))


def _month(cases):
    """Sessions of May, some with their hours validated; and both reports sealed."""
    for number, case in enumerate(cases[5:]):
        meeting = _session(case, date(2021, 5, 4) + timedelta(days=2 * number)).meeting
        if number % 2:
            meetings.validate_hours(by=coordinator_of(case.incubator), meeting=meeting)
    for commune in (HOME, OTHER):
        seal(place(commune), SEALED)


def _session(case, on):
    case = Case.objects.select_related("organization", "incubator").get(pk=case.pk)
    people = case.organization.members_on(on).values_list("person_id", flat=True)
    return sessions.log(
        by=officer_of(case.incubator),
        cases=[case],
        held_on=on,
        starts_at=time(10),
        ends_at=time(12),
        topic="Costos",
        marks=dict.fromkeys(people, AttendanceMark.PRESENT),
    )


def upload(good=True):
    """A document as a browser sends it; or something that is none."""
    content = b"%PDF-1.4\n%%EOF\n" if good else b"nada"
    return SimpleUploadedFile("acta.pdf", content, "application/pdf")


def seal(incubator, month):
    """The month of one incubator, written by its officer and sealed by its coordination."""
    now, on = calendars.now(), calendars.today()
    draft = reports.compose(
        by=officer_of(incubator), agreement=factories.agreement(), incubator=incubator, period=month, on=on
    )
    reports.write_narrative(by=officer_of(incubator), report=draft, on=on, **TEXTS)
    draft = reports.ask_seal(by=officer_of(incubator), report=draft, on=on, at=now)
    seen = reading.shown_digest(draft)
    return reports.seal(by=coordinator_of(incubator), report=draft, on=on, at=now, seen=seen)
