"""Everything that happens to a municipality's groups, each event on its day, through the services."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.enums import CaseSource, ItemStatus, LegalEventKind, Moment, Stage, Verb
from cases.models import ActivityCode, Case, CooperativeType, RegularizationFile
from cases.services import advancement, facts, sessions
from cases.services.business import indicators
from config.demonstration import call, documents, rounds
from config.demonstration.cast import Cast
from config.demonstration.groups import Script, scripts
from config.demonstration.people import gather
from config.demonstration.schedule import DEED, OTHER_ACTS, STEPS, TODAY, session_days
from config.demonstration.team import Team
from config.demonstration.training import Courses
from incubator import calendars
from incubator.enums import AttendanceMark, ContactChannel, EvidenceKind, MeetingKind, Modality, Tier
from incubator.services import evidence as evidences
from incubator.services import meetings, organizations
from incubator.services.assignments import assign

_TOPICS = (
    "Nos conocemos y acordamos cómo trabajar",
    "Roles y toma de decisiones",
    "Qué sabemos hacer y qué vendemos",
    "Costos fijos y variables",
    "Precio de venta",
    "Visita a una cooperativa vecina",
    "Reglas para repartir el trabajo",
    "Cómo llevamos las cuentas",
    "Preparamos la primera feria",
    "Revisamos los acuerdos",
)


_ASIDE = 15_062_021  # the seed of whoever comes in the stories


class Life:
    """The events of one municipality, gathered by day and then lived in order with the clock on each day."""

    def __init__(self, number, incubator, agreement, team: Team, cast: Cast, mail=""):
        self.number, self.incubator, self.agreement = number, incubator, agreement
        self.team, self.cast = team, cast
        self._events: list[tuple[datetime, int, Callable]] = []
        self.calls, self.stories = {}, []
        self.sisters: list[Life] = []  # the six municipalities, in the order of PLACES
        self.mail, self.aside = mail, Cast(_ASIDE + number)  # people of the stories: whoever was drawn before stays
        self.courses = Courses(self)

    def at(self, day, hour, action):
        """Something that will happen that day at that hour."""
        self._events.append((datetime.combine(day, time(hour)), len(self._events), action))

    def write(self):
        """Put the script of every group among the events."""
        for planned in rounds.ROUNDS:
            self.at(planned.opens_on, 8, lambda planned=planned: self._open_call(planned))
            if planned.ordered_on:
                self.at(planned.ordered_on, 10, lambda planned=planned: self._order(planned))
                self.at(planned.resolved_on, 20, lambda planned=planned: self._resolve(planned))
        for script in scripts(self.number):
            self.stories.append(Story(self, script))
            self.stories[-1].tell()
        self.courses.tell()
        self._open_meetings()

    def live(self):
        """Live everything written, event by event."""
        for moment, _, action in sorted(self._events, key=lambda event: event[:2]):
            with calendars.travel(moment):
                action()

    def keep(self, by, on, kind, title, tier=Tier.PERSONAL):
        """A one-page document kept as evidence."""
        upload = SimpleUploadedFile(f"{kind}.pdf", documents.page(title), content_type="application/pdf")
        return evidences.keep(
            by=by, upload=upload, incubator=self.incubator, on=on, kind=kind, tier=tier, description=title, taken_on=on
        )

    def _open_call(self, planned):
        self.calls[planned] = call.open_call(self.team, self.incubator, planned)

    def _order(self, planned):
        """The sheets of one call are filed and its order is made; a call that received nothing is closed alone."""
        stories = [story for story in self.stories if story.planned is planned]
        rounds.order(self.team, self.calls[planned], stories, planned.ordered_on)

    def _resolve(self, planned):
        rounds.resolve(self.team, self.calls[planned], planned.resolved_on)

    def _open_meetings(self):
        """Advice to the team and a meeting of the network, without a case."""
        for month in (4, 5, 6):
            day = datetime(2021, month, 8).date()
            self.at(day, 18, lambda day=day: self._hold(MeetingKind.TEAM_ADVICE, "Revisión del mes con el equipo", day))
        day = datetime(2021, 5, 20).date()
        self.at(day, 18, lambda: self._hold(MeetingKind.NETWORK, "Encuentro de municipios cooperativos", day))

    def _hold(self, kind, topic, day):
        meetings.log_open(
            by=self.team.advisor if kind == MeetingKind.TEAM_ADVICE else self.team.disability,
            incubator=self.incubator,
            kind=kind,
            held_on=day,
            starts_at=time(10),
            ends_at=time(12),
            topic=topic,
            modality=Modality.REMOTE,
        )


class Story:
    """One group's script turned into events."""

    def __init__(self, life: Life, script: Script, cast: Cast | None = None):
        self.life, self.script, self.team, self.cast = life, script, life.team, cast or life.cast
        self.group = self.case = self.planned = None

    def tell(self):
        """Put the group's steps, acts and sessions among the events."""
        for verb, day in STEPS[self.script.stage]:
            self.life.at(day, 9, lambda verb=verb, day=day: self.step(verb, day))
        if self.script.stage in (Stage.FORMALIZATION, Stage.OPERATION, Stage.GRADUATED):
            acts = (DEED,) if self.script.stage == Stage.FORMALIZATION else (DEED, *OTHER_ACTS)
            for kind, day in acts:
                self.life.at(day, 12, lambda kind=kind, day=day: self._act(kind, day))
        days = session_days(self.script.stage, self.script.quiet)
        coming = TODAY + timedelta(days=(self.script.members - 5) % 3 * 2)
        for number, (day, after) in enumerate(zip(days, [*days[1:], coming], strict=False)):
            self.life.at(day, 18, lambda n=number, d=day, a=after: self._session(n, d, a))
        if self.script.quiet:
            self.life.at(datetime(2021, 6, 2).date(), 11, self._call_without_answer)

    def step(self, verb, day):
        """One step of the journey, with what it asks for recorded first."""
        if verb == Verb.RECORD:
            return self.record(day)
        for prepare in _PREPARE.get(verb, ()):
            prepare(self, day)
        self.case = Case.objects.select_related("organization", "incubator").get(pk=self.case.pk)
        data = (
            {"close_reason": "withdrew", "reason": "El grupo decidió no seguir este año."} if verb == Verb.CLOSE else {}
        )
        advancement.advance(by=self.team.coordinator, case=self.case, verb=verb, on=day, data=data)
        if verb in (Verb.WAITLIST, Verb.ADMIT) and self.script.stage in (Stage.WAITING, Stage.TRAINING):
            rounds.tell(self.team, self.case, day)
        if verb in (Verb.ADMIT, Verb.ADMIT_FORMAL):
            self.life.courses.enroll(self.group, day)
            if verb == Verb.ADMIT_FORMAL:
                self._items(day)
        return None

    def record(self, day):
        """The group, its members, who looks after it, and its case."""
        self.group = organizations.create_group(
            by=self.team.disability,
            incubator=self.life.incubator,
            on=day,
            name=self.script.name,
            kind=self.script.kind,
            trade=self.script.trade,
            commune=self.life.incubator.commune,
        )
        gather(self.life, self.group, self.script, day, self.cast)
        assign(by=self.team.university, organization=self.group, post=self.team.advisor_post, since=day)
        officer = self.team.disability_post if self.script.supports else self.team.development_post
        assign(by=self.team.coordinator, organization=self.group, post=officer, since=day)
        self.case = advancement.open_case(
            by=self.team.disability,
            organization=self.group,
            incubator=self.life.incubator,
            on=day,
            source=CaseSource.OFFICE,
        )

    def apply(self, day):
        contact, self.planned = self.group.members_on(day).first().person, rounds.round_of(day)
        facts.receive_application(
            by=self.team.disability,
            case=self.case,
            on=day,
            call=self.life.calls[self.planned],
            contact=contact,
            interested=self.script.members,
            informed_on=day,
        )

    def evaluate(self, day):
        rounds.give(self.team, self.case.applications.first(), day)
        if self.script.stage == Stage.SELECTION:  # one sheet is filed, and the other is still due
            given = self.case.applications.first().assignments.filter(evaluator=self.team.development).get()
            rounds.file_sheet(given, 1, 0, day)

    def commit(self, day):
        signed = self.life.keep(self.team.disability, day, EvidenceKind.MINUTES, "Acta de compromiso firmada")
        facts.sign_commitment(by=self.team.disability, case=self.case, on=day, evidence=signed)
        facts.declare_supports(by=self.team.disability, case=self.case, on=day, supports=self.script.supports)
        facts.measure(
            by=self.team.disability, case=self.case, on=day, moment=Moment.BASELINE, monthly_income=120_000, jobs=0
        )

    def define(self, day):
        facts.define_business(
            by=self.team.disability,
            case=self.case,
            on=day - timedelta(days=1),
            activity=ActivityCode.objects.get(code=self.script.activity),
            cooperative_type=CooperativeType.objects.get(code="trabajo"),
        )
        plan = self.life.keep(self.team.disability, day, EvidenceKind.MINUTES, "Plan de negocio, primera versión")
        presented = facts.present_plan(by=self.team.disability, case=self.case, on=day, evidence=plan)
        facts.approve_plan(by=self.team.coordinator, plan=presented, on=day)

    def finish(self, day):
        self._measure_exit(day)
        sheet = self.life.keep(self.team.disability, day, EvidenceKind.MINUTES, "Confirmación firmada por el grupo")
        facts.confirm(by=self.team.disability, case=self.case, on=day, evidence=sheet)

    def _measure_exit(self, day):
        measured = facts.measure(
            by=self.team.disability,
            case=self.case,
            on=day,
            moment=Moment.EXIT,
            monthly_income=1_450_000,
            people_with_income=self.script.members,
            jobs=self.script.members,
            weekly_hours=22,
        )
        indicators.certify(by=self.team.coordinator, measurement=measured, on=day)

    def _act(self, kind, day):
        title = LegalEventKind(kind).label
        proof = self.life.keep(self.team.disability, day, EvidenceKind.DEED, title, tier=Tier.LEGAL)
        facts.record_legal_act(by=self.team.disability, case=self.case, on=day, kind=kind, evidence=proof)

    def _items(self, day):
        file = RegularizationFile.objects.get(case=self.case)
        by = self.team.disability
        facts.add_item(by=by, file=file, on=day, name="Órganos vigentes (consejo o gerencia)", is_bodies=True)
        balance = facts.add_item(by=by, file=file, on=day, name="Balances de los últimos tres años")
        proof = self.life.keep(by, day, EvidenceKind.DEED, "Balances presentados", tier=Tier.LEGAL)
        facts.update_item(by=by, item=balance, on=day, status=ItemStatus.MEETS, evidence=proof)

    def _session(self, number, day, after):
        by = self.team.advisor if number % 3 else self.team.disability
        members = [row.person_id for row in self.group.members_on(day)]
        marks = {person_id: self._mark() for person_id in members}
        supports = [
            {"kind": kind, "requested": 1, "given": 1, "cost": _COST.get(kind, 0)} for kind in self.script.supports
        ]
        session = sessions.log(
            by=by,
            cases=[self.case],
            held_on=day,
            starts_at=time(15),
            ends_at=time(16 + number % 2, 30),
            topic=_TOPICS[number % len(_TOPICS)],
            modality=Modality.IN_PERSON,
            place="Centro comunitario",
            marks=marks,
            supports=supports,
            next_on=None if self.script.quiet else after,
            commitments=[
                {"what": "Traer tres precios de insumos", "who": "Todo el grupo", "due_on": day + timedelta(days=7)}
            ],
        )
        if day < datetime(2021, 6, 1).date() and number % 5 != 4:
            meetings.validate_hours(by=self.team.coordinator, meeting=session.meeting)

    def _mark(self):
        drawn = self.life.cast.pick(range(20))
        if drawn < 15:
            return AttendanceMark.PRESENT
        return (AttendanceMark.REMOTE, AttendanceMark.JUSTIFIED, AttendanceMark.ABSENT)[drawn % 3]

    def _call_without_answer(self):
        meetings.log_contact(
            by=self.team.disability,
            organization=self.group,
            made_on=calendars.today(),
            channel=ContactChannel.PHONE,
            reached=False,
            note="Sin respuesta; se intentará otro día.",
        )


_COST = {"sign_language": 30_000, "transport": 12_000, "care": 15_000}
_PREPARE = {
    Verb.APPLY: (Story.apply,),
    Verb.EVALUATE: (Story.evaluate,),
    Verb.ADMIT: (Story.commit,),
    Verb.ADMIT_FORMAL: (Story.commit,),
    Verb.START_FORMALIZATION: (Story.define,),
    Verb.GRADUATE: (Story.finish,),
}
