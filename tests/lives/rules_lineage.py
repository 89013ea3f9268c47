"""Whole groups join and divide: proposed, withdrawn, done, decided and undone, by two people each time."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import OperationState, Stage
from cases.models import Allocation, Branch, Case, Operation, StageChange
from cases.services import lineage
from tests.factories.cases import evidence
from tests.lives.draws import AGO, BOSS, READY, WHICH
from tests.lives.engine import ACCEPTED, Engine, pick

_STAGES = st.sampled_from([Stage.CENSUS, Stage.TRAINING, Stage.BUSINESS, Stage.OPERATION])


class Lineages(Engine):
    """Merges, splits and their reversal."""

    @rule(who=BOSS, which=WHICH, other=st.integers(0, 5))
    def propose_merge(self, who, which, other):
        """One group joins another."""
        self._merge(who, which, other)

    @rule(who=BOSS, which=WHICH, stage=_STAGES, placed=st.booleans())
    def propose_split(self, who, which, stage, placed):
        """A group divides into two; of its members, some know where they go."""
        self._split(who, which, stage, placed)

    @rule(who=BOSS, which=WHICH)
    def withdraw_proposal(self, who, which):
        """What was proposed is not done."""
        operation = self._operation(OperationState.PROPOSED, which)
        if operation is None:
            return
        by = self.by(who, operation.incubator)
        self.attempt(
            "withdraw_proposal",
            f"{who} withdraws the proposal {operation.pk}",
            lambda: lineage.withdraw(by=by, operation=operation, on=self.today),
        )

    @rule(who=BOSS, which=WHICH, ago=AGO)
    def execute_operation(self, who, which, ago):
        """Somebody else does it."""
        operation = self._operation(OperationState.PROPOSED, which)
        if operation is not None:
            self._execute(operation, who, self.today - timedelta(days=ago))

    @rule(who=BOSS, which=WHICH, reason=st.sampled_from(["Se arrepintieron.", ""]))
    def ask_to_revert(self, who, which, reason):
        """It should be undone."""
        operation = self._operation(OperationState.EXECUTED, which)
        if operation is not None:
            self._ask(operation, who, reason)

    @rule(who=BOSS, which=WHICH, ago=st.sampled_from([0, 0, 0, 4, -1]), ready=READY)
    def revert_operation(self, who, which, ago, ready):
        """The second of the two undoes it."""
        operation = self._operation(OperationState.EXECUTED, which)
        if operation is None:
            return
        if ready and operation.revert_asked_by_id is None:
            self._ask(operation, "the coordinator", "Se arrepintieron.")
        self.undo_one(operation, who, self.today - timedelta(days=ago))

    def undo_one(self, operation, who, on):
        """The reversal of one operation on a day."""
        by = self.by(who, operation.incubator)
        self._counted(
            "revert_operation",
            f"{who} undoes the {operation.kind} {operation.pk} on {on:%d-%m-%Y}",
            lambda: lineage.revert(by=by, operation=operation, on=on),
            operation,
            operation.executed_on or on,
        )

    @rule(who=BOSS, which=WHICH, ago=AGO, joins=st.booleans())
    def decide_member(self, who, which, ago, joins):
        """Somebody «por decidir» joins a branch, or leaves."""
        undecided = Allocation.objects.filter(applied=True, branch=None).select_related("operation__case__incubator")
        allocation = pick(undecided.order_by("-pk"), which)
        if allocation is None:
            operation = self._split("the coordinator", which, Stage.CENSUS, False)
            if operation is not None:
                self._execute(operation, "the second coordinator", self.today)
            allocation = pick(undecided.order_by("-pk"), 0)
        if allocation is None:
            return
        branch = (
            pick(Branch.objects.filter(operation=allocation.operation).order_by("number"), which) if joins else None
        )
        by, on = self.by(who, allocation.operation.case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "decide_member",
            f"{who} says where membership {allocation.membership_id} goes after the split",
            lambda: lineage.decide(by=by, allocation=allocation, on=on, branch=branch, reason="" if branch else "job"),
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _merge(self, who, which, other):
        cases = Case.objects.current().open().order_by("incubator_id", "pk")
        case, survivor = self.fresh(pick(cases, which)), self.fresh(pick(cases, which + other))
        by = self.by(who, case.incubator)
        agreement = evidence(by, case.incubator)
        return self.attempt(
            "propose_merge",
            f"{who} proposes that case {case.pk} ({case.stage}) joins case {survivor.pk} ({survivor.stage})",
            lambda: lineage.propose_merge(
                by=by, case=case, survivor=survivor, on=self.today, reason="Trabajan juntas.", evidence=agreement
            ),
        )

    def _split(self, who, which, stage, placed):
        case = self.fresh(pick(Case.objects.current().open().order_by("pk"), which))
        members = list(case.organization.memberships.in_force(self.today).order_by("pk").values_list("pk", flat=True))
        places = dict(zip(members, (0, 1, None, 0, 1), strict=False)) if placed else None
        branches = [(f"Rama {len(self.story)} A", stage), (f"Rama {len(self.story)} B", Stage.CENSUS)]
        by = self.by(who, case.incubator)
        agreement = evidence(by, case.incubator)
        return self.attempt(
            "propose_split",
            f"{who} proposes to divide case {case.pk} ({case.stage})",
            lambda: lineage.propose_split(
                by=by,
                case=case,
                branches=branches,
                on=self.today,
                reason="Dos oficios.",
                evidence=agreement,
                places=places,
            ),
        )

    def _execute(self, operation, who, on):
        by = self.by(who, operation.incubator)
        return self._counted(
            "execute_operation",
            f"{who} does the {operation.kind} {operation.pk} on {on:%d-%m-%Y}",
            lambda: lineage.execute(by=by, operation=operation, on=on),
            operation,
            on,
        )

    def _ask(self, operation, who, reason):
        by = self.by(who, operation.incubator)
        return self.attempt(
            "ask_to_revert",
            f"{who} asks to undo the {operation.kind} {operation.pk}",
            lambda: lineage.ask_to_revert(by=by, operation=operation, on=self.today, reason=reason),
        )

    def _counted(self, name, sentence, do, operation, lived_until):
        """Also a step of the verbs that only an operation fires."""
        newest = StageChange.objects.order_by("-pk").values_list("pk", flat=True)[0]
        done = self.attempt(name, sentence, do, operation=operation, lived_until=lived_until)
        if done is not None:
            for verb in StageChange.objects.filter(pk__gt=newest, verb__in=("inherit", "revert")).values_list(
                "verb", flat=True
            ):
                ACCEPTED[f"fire_{verb}"] += 1
        return done

    def _operation(self, state, which):
        """One in that state, made when there is none; else whatever there is."""
        rows = Operation.objects.filter(state=state).select_related("incubator", "case", "survivor").order_by("-pk")
        if not rows.exists():
            made = (
                self._merge("the coordinator", which, 1)
                if which % 2
                else self._split("the coordinator", which, Stage.TRAINING, True)
            )
            if made is not None and state == OperationState.EXECUTED:
                self._execute(made, "the second coordinator", self.today)
        everything = Operation.objects.select_related("incubator", "case", "survivor").order_by("-pk")
        return pick(rows.all(), which) or pick(everything, which)
