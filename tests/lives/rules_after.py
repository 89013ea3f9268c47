"""What comes after a transfer, a merge or a plan: corrections asked for, drafts inherited, joint sessions, meetings held."""

from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import OperationState, TransferState
from cases.models import Case, CorrectionAsked, InheritedDraft, Operation, Session, Transfer
from cases.services import lineage, sessions, transfers
from incubator.enums import AttendanceMark
from incubator.models import PlannedMeeting
from incubator.services import meetings, planning
from tests.lives.draws import BOSS, READY, TEAM, WHICH, text
from tests.lives.engine import pick
from tests.lives.rules_lineage import Lineages
from tests.lives.rules_moves import Transfers


class After(Transfers, Lineages):
    """The tail of each."""

    @rule(who=BOSS, which=WHICH, what=text("La sesión duró dos horas."), ready=READY)
    def ask_correction(self, who, which, what, ready):
        """The sender asks the receiver to mend a row of before."""
        self._ask_correction("the officer" if ready else who, which, what, ready)

    @rule(who=TEAM, which=WHICH, answer=text("Se corrigió."), ready=READY)
    def answer_correction(self, who, which, answer, ready):
        """The receiver mends it, or says why not."""
        rows = CorrectionAsked.objects.select_related("transfer__case__incubator", "transfer__case__organization")
        if ready and not rows.filter(answered_on__isnull=True).exists():
            self._ask_correction("the officer", which, "La sesión duró dos horas.", True)
        asked = pick(rows.order_by("-pk"), 0 if ready else which)
        if asked is None:
            return
        self.act(
            "answer_correction",
            f"{who} answers the correction {asked.pk}",
            transfers.answer_correction,
            by=self.by(who, asked.transfer.case.incubator),
            asked=asked,
            on=self.today,
            answer=answer,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def take_inherited_draft(self, who, which, ready):
        """What somebody of the sender was typing goes on with the group."""
        rows = InheritedDraft.objects.select_related("draft__organization__incubator").order_by("-pk")
        if ready and not rows.exists():
            self._leave_a_draft_behind(which)
        inherited = pick(rows.all(), which)
        if inherited is None:
            return
        self.act(
            "take_inherited_draft",
            f"{who} goes on with the inherited draft {inherited.pk}",
            transfers.take_draft,
            by=self.by(who, inherited.draft.organization.incubator),
            inherited=inherited,
        )

    @rule(who=BOSS, which=WHICH, ready=READY)
    def drop_the_ask(self, who, which, ready):
        """It is not to be undone after all."""
        operation = self._operation(OperationState.EXECUTED, which)
        if operation is None:
            return
        if ready and operation.revert_asked_by_id is None:
            self._ask(operation, "the coordinator", "Se arrepintieron.")
        self.act(
            "drop_the_ask",
            f"{who} drops the ask to undo the {operation.kind} {operation.pk}",
            lineage.drop_the_ask,
            by=self.by(who, operation.incubator),
            operation=operation,
            on=self.today,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def make_joint(self, who, which, ready):
        """A session that people of both groups attended, before their merge was undone, becomes a joint one."""
        if ready:
            self._merged_and_back(which)
        operation = pick(
            Operation.objects.filter(kind="merge").select_related("case__organization", "survivor").order_by("-pk"),
            0 if ready else which,
        )
        if operation is None:
            return
        part = lineage.attended_by_both(operation).first()
        session = part.session if part else pick(Session.objects.select_related("meeting").order_by("-pk"), which)
        self.act(
            "make_joint",
            f"{who} makes session {session.pk} a joint one of the {operation.kind} {operation.pk}",
            lineage.make_joint,
            True,
            by=self.by("the officer" if ready else who, operation.case.incubator),
            operation=operation,
            session=session,
            on=self.today,
        )

    @rule(who=TEAM, which=WHICH, ahead=st.sampled_from([2, 9, -3]))
    def change_planned(self, who, which, ahead):
        """A planned meeting is moved."""
        planned = self._planned(which)
        if planned is None:
            return
        self.act(
            "change_planned",
            f"{who} moves the meeting {planned.pk} to {ahead} days from now",
            planning.change,
            by=self.by(who, planned.incubator),
            planned=planned,
            planned_on=self.today + timedelta(days=ahead),
        )

    @rule(who=TEAM, which=WHICH, hour=st.integers(8, 19))
    def log_planned(self, who, which, hour):
        """It was held: its session is logged."""
        planned = self._planned(which)
        if planned is None:
            return
        cases = list(Case.objects.current().open().filter(organization__in=planned.organizations.all()).order_by("pk"))
        self.act(
            "log_planned",
            f"{who} logs the session of the planned meeting {planned.pk}",
            sessions.log_planned,
            True,
            by=self.by(who, planned.incubator),
            planned=planned,
            cases=[self.fresh(case) for case in cases],
            held_on=self.today,
            starts_at=time(hour),
            ends_at=time(hour + 1),
            topic="Plan",
            marks=dict.fromkeys(sessions.members_on(cases, self.today), AttendanceMark.PRESENT),
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _ask_correction(self, who, which, what, ready):
        taken = Transfer.objects.filter(state=TransferState.ACCEPTED)
        if ready and not taken.exists():
            self.accept_one(which)
        rows = Transfer.objects.select_related("case__organization", "from_incubator", "to_incubator").order_by("-pk")
        transfer = pick(rows.filter(state=TransferState.ACCEPTED) if ready else rows, which)
        if transfer is None:
            return
        self.act(
            "ask_correction",
            f"{who} of the sender asks to correct something of case {transfer.case_id}",
            transfers.ask_correction,
            by=self.by(who, transfer.from_incubator),
            transfer=transfer,
            on=self.today,
            what=what,
        )

    def _leave_a_draft_behind(self, which):
        transfer = self._waiting(which, True)
        if transfer is None or transfer.state != TransferState.REQUESTED:
            return
        place = transfer.from_incubator
        self.act(
            "save_draft",
            f"the officer keeps a draft about case {transfer.case_id}",
            meetings.save_draft,
            by=self.by("the officer", place),
            incubator=place,
            form="session",
            key="del-traslado",
            fields={"topic": ["Costos"]},
            organization=transfer.case.organization,
        )
        self.accept_one(which, transfer)

    def _merged_and_back(self, which):
        """A merge, a session of both, and its reversal."""
        operation = self._merge("the coordinator", 2 * which, 1)
        if operation is None or self._execute(operation, "the second coordinator", self.today) is None:
            return
        self.pass_days(1)
        case = self.fresh(operation.survivor)
        self.act(
            "log_session",
            f"the officer logs a session of case {case.pk} with both groups",
            sessions.log,
            True,
            by=self.by("the officer", case.incubator),
            cases=[case],
            held_on=self.today,
            starts_at=time(7),
            ends_at=time(8),
            topic="Costos",
            marks=dict.fromkeys(sessions.members_on([case], self.today), AttendanceMark.PRESENT),
        )
        operation = Operation.objects.select_related("incubator", "case", "survivor").get(pk=operation.pk)
        self._ask(operation, "the coordinator", "Se arrepintieron.")
        self.pass_days(1)
        self.undo_one(operation, "the second coordinator", self.today)

    def _planned(self, which):
        rows = PlannedMeeting.objects.select_related("incubator").order_by("-pk")
        if not rows.filter(meeting__isnull=True, cancelled_at__isnull=True).exists():
            case = self.fresh(pick(Case.objects.current().open().order_by("pk"), which))
            self.act(
                "plan_meeting",
                f"the officer calls group {case.organization_id} to meet",
                planning.plan,
                by=self.by("the officer", case.incubator),
                organizations=[case.organization],
                planned_on=self.today,
                starts_at=time(20),
                ends_at=time(21),
                topic="Plan",
            )
        return pick(rows.all(), which)
