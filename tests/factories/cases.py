"""Cases walked along the journey, dated, through the services."""

import hashlib
from datetime import date, time, timedelta

from cases.call_life import CallState
from cases.enums import Conflict, ItemStatus, Moment, Stage, Verb
from cases.formalization.life import CONSTITUTING
from cases.models import ActivityCode, Call, Case, CooperativeType, Criterion, RegularizationFile, Session, SessionCase
from cases.rubrics import default_rows
from cases.services import advancement, calls, facts
from cases.services.business import indicators
from cases.services.selection import evaluators, ranking, sheets
from curricula.enums import EnrollmentState
from curricula.models import Cohort, Curriculum, Enrollment
from incubator.enums import EvidenceKind, MeetingKind, OrganizationKind, Role
from incubator.models import Evidence, Meeting, Post
from tests.factories.people import coordinator_of, group_with, incubator, officer_of, user_with

START = date(2021, 1, 11)
WEEK = timedelta(days=7)

#: The step that reaches each stage, and from which stage.
WAY = {
    Stage.CALL: (Stage.CENSUS, Verb.APPLY),
    Stage.SELECTION: (Stage.CALL, Verb.EVALUATE),
    Stage.WAITING: (Stage.SELECTION, Verb.WAITLIST),
    Stage.TRAINING: (Stage.SELECTION, Verb.ADMIT),
    Stage.BUSINESS: (Stage.TRAINING, Verb.DEFINE_BUSINESS),
    Stage.FORMALIZATION: (Stage.BUSINESS, Verb.START_FORMALIZATION),
    Stage.REGULARIZATION: (Stage.SELECTION, Verb.ADMIT_FORMAL),
    Stage.OPERATION: (Stage.FORMALIZATION, Verb.START_OPERATION),
    Stage.GRADUATED: (Stage.OPERATION, Verb.GRADUATE),
    Stage.CLOSED: (Stage.CENSUS, Verb.CLOSE),
}


def evidence(by, at=None, content=b"acta"):
    """The record of a stored document (its file is not needed where only the fact is read)."""
    return Evidence.objects.create(
        incubator=at,
        kind=EvidenceKind.MINUTES,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type="application/pdf",
        original_name="acta.pdf",
        uploaded_by=by,
    )


def case_in(stage=Stage.CENSUS, *, at=None, members=5, group=None, on=START, **fields):
    """A case walked to a stage, one week a step, through the services."""
    place = at or incubator()
    kind = OrganizationKind.COOPERATIVE if stage == Stage.REGULARIZATION else OrganizationKind.INFORMAL_GROUP
    group = group or group_with(members, at=place, kind=kind, **fields)
    case = advancement.open_case(by=officer_of(place), organization=group, incubator=place, on=on)
    return walk_to(case, stage)


def walk_to(case, stage):
    """Take a case from where it stands to a stage, recording what each step asks."""
    steps, reach = [], stage
    while reach != case.stage:
        source, verb = WAY[reach]
        steps.insert(0, verb)
        reach = source
    for verb in steps:
        step(case, verb)
        case = Case.objects.get(pk=case.pk)
    return case


def step(case, verb, on=None):
    """Record what a verb asks and fire it, a week after the last step unless a day is said."""
    last = case.changes.order_by("-number").first()
    on = on or last.effective_on + WEEK
    prepare(case, verb, on)
    data = {"close_reason": "withdrew"} if verb == Verb.CLOSE else {"reason": "Así lo acordó el equipo."}
    return advancement.advance(by=actor(case, verb), case=case, verb=verb, on=on, data=data)


def actor(case, verb):
    """Somebody who may fire the verb: the coordinator fires them all."""
    return coordinator_of(case.incubator)


def prepare(case, verb, on):
    """Record every fact the verb asks, dated that day."""
    recorder = officer_of(case.incubator)
    for fact in _FACTS.get(verb, ()):
        fact(case, recorder, on)


def _application(case, by, on):
    call = call_of(case.incubator, by, on)
    contact = case.organization.members_on(on).first().person
    facts.receive_application(by=by, case=case, on=on, call=call, contact=contact, interested=8, informed_on=on)


def call_of(place, by, on, **fields):
    """A published call that receives until that day, with its rubric: each case of the factories has its own."""
    call = Call.objects.create(
        incubator=place,
        recorded_by=by,
        **{
            "name": "Convocatoria 2021",
            "opens_on": on - WEEK,
            "closes_on": on,
            "seats": 10,
            "waiting_until": date(on.year + 1, 12, 31),
            "state": CallState.PUBLISHED,
            "published_on": on - WEEK,
            **fields,
        },
    )
    Criterion.objects.bulk_create(Criterion(call=call, order=n, **row) for n, row in enumerate(default_rows(), 1))
    return call


def evaluators_of(place):
    """Two people who evaluate there, always the same."""
    first = officer_of(place)
    second = Post.objects.filter(incubator=place, role=Role.OFFICER_DEVELOPMENT).order_by("pk").first()
    return first, second.user if second else user_with(Role.OFFICER_DEVELOPMENT, at=place)


def _declarations(case, by, on):
    application = case.applications.first()
    for evaluator in evaluators_of(case.incubator):
        given = evaluators.assign(
            by=coordinator_of(case.incubator), application=application, evaluator=evaluator, on=on
        )
        evaluators.declare(by=evaluator, entrusted=given, on=on, conflict=Conflict.NONE)


def file_sheets(application, on, points=3):
    """File every open sheet of an application, with the same points in each criterion."""
    criteria = application.call.criteria.values_list("pk", flat=True)
    scores = dict.fromkeys(criteria, (points, "Así se lee en la postulación."))
    for given in application.assignments.filter(until__isnull=True, sheet__completed_on__isnull=True):
        sheets.file_sheet(by=given.evaluator, entrusted=given, on=on, scores=scores)


def _sheets(case, by, on):
    file_sheets(case.applications.first(), on)


def _rank(case, by, on):
    application = case.applications.first()
    if application.rank is None:
        calls.close_call(by=by, call=application.call, on=on)
        ranking.rank(by=coordinator_of(case.incubator), call=application.call, on=on)


def _commitment(case, by, on):
    facts.sign_commitment(by=by, case=case, on=on, evidence=evidence(by, case.incubator))


def _supports(case, by, on):
    facts.declare_supports(by=by, case=case, on=on, supports=[])


def _training(case, by, on):
    curriculum, _ = Curriculum.objects.get_or_create(name="Malla obligatoria")
    cohort, _ = Cohort.objects.get_or_create(
        incubator=case.incubator, curriculum=curriculum, name="Curso 2021", defaults={"starts_on": START}
    )
    for membership in case.organization.members_on(on):
        Enrollment.objects.get_or_create(
            cohort=cohort,
            person=membership.person,
            defaults={"organization": case.organization, "state": EnrollmentState.APPROVED, "state_on": on},
        )


def _sessions(case, by, on):
    for number in range(8):
        session_of(case, by, on - timedelta(days=number % 5))


def session_of(case, by, on, minutes=90):
    """A valid session of one case, written straight to the tables."""
    last = Meeting.objects.filter(incubator=case.incubator).order_by("-number").first()
    meeting = Meeting.objects.create(
        number=(last.number if last else 0) + 1,
        kind=MeetingKind.SESSION,
        incubator=case.incubator,
        agreement=case.incubator.agreement_on(on),
        held_on=on,
        starts_at=time(15),
        ends_at=(time(15 + minutes // 60, minutes % 60)),
        minutes=minutes,
        topic="Costos",
        conducted_by=by,
        logged_by=by,
        logged_at=f"{on}T18:00:00-03:00",
    )
    meeting.organizations.add(case.organization)
    return SessionCase.objects.create(session=Session.objects.create(meeting=meeting), case=case, minutes=minutes)


def _definition(case, by, on):
    facts.define_business(
        by=by,
        case=case,
        on=on,
        activity=ActivityCode.objects.get(code="561000"),
        cooperative_type=CooperativeType.objects.get(code="trabajo"),
    )


def _plan(case, by, on):
    plan = facts.present_plan(by=by, case=case, on=on, evidence=evidence(by, case.incubator))
    facts.approve_plan(by=coordinator_of(case.incubator), plan=plan, on=on)


def _acts(case, by, on):
    for kind in CONSTITUTING:
        facts.record_legal_act(by=by, case=case, on=on, kind=kind, evidence=evidence(by, case.incubator))


def _items(case, by, on):
    file = RegularizationFile.objects.get(case=case)
    proof = evidence(by, case.incubator)
    item = facts.add_item(by=by, file=file, on=on, name="Consejo vigente", is_bodies=True)
    facts.update_item(by=by, item=item, on=on, status=ItemStatus.MEETS, evidence=proof)


def _exit(case, by, on):
    exit_figures = facts.measure(by=by, case=case, on=on, moment=Moment.EXIT, monthly_income=900_000, jobs=5)
    indicators.certify(by=coordinator_of(case.incubator), measurement=exit_figures, on=on)


def _confirmation(case, by, on):
    facts.confirm(by=by, case=case, on=on, evidence=evidence(by, case.incubator))


_FACTS = {
    Verb.APPLY: (_application,),
    Verb.EVALUATE: (_declarations,),
    Verb.WAITLIST: (_sheets, _rank),
    Verb.ADMIT: (_sheets, _rank, _commitment, _supports),
    Verb.ADMIT_FORMAL: (_sheets, _rank, _commitment, _supports),
    Verb.DEFINE_BUSINESS: (_training, _sessions),
    Verb.START_FORMALIZATION: (_definition, _plan),
    Verb.START_OPERATION: (_acts,),
    Verb.FINISH_REGULARIZATION: (_items,),
    Verb.GRADUATE: (_exit, _confirmation),
}
