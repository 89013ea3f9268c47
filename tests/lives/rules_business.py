"""Plans, measurements, confirmations and legal acts: recorded by one, approved or certified by another."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import ConfirmationSubject, Moment
from cases.formalization.life import CONSTITUTING
from cases.models import BusinessPlan, Case, ConfirmationRequest, Measurement
from cases.services import facts
from cases.services.business import confirmations, indicators
from incubator.requirements import Refused
from tests.factories.cases import evidence
from tests.lives.draws import AGO, BOSS, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_TEXT = "Confirmamos lo que dice esta hoja."


class Business(Engine):
    """What a group decides and shows."""

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def present_plan(self, who, which, ago):
        """A version of the plan."""
        self.present_one(who, which, ago)

    def present_one(self, who, which, ago=0):
        """One more version."""
        case, by = self._case(who, which)
        on, proof = self.today - timedelta(days=ago), evidence(by, case.incubator)
        self.attempt(
            "present_plan",
            f"{who} presents a plan of case {case.pk}",
            lambda: facts.present_plan(by=by, case=case, on=on, evidence=proof),
        )

    @rule(who=BOSS, which=WHICH, ago=AGO, ready=READY)
    def approve_plan(self, who, which, ago, ready):
        """Somebody else approves it."""
        if ready:
            self.present_one("the officer", which)
            who, which, ago = "the coordinator", 0, 0
        plan = pick(BusinessPlan.objects.select_related("case__incubator").order_by("-pk"), which)
        if plan is None:
            return
        by, on = self.by(who, plan.case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "approve_plan",
            f"{who} approves the plan {plan.pk} for {on:%d-%m-%Y}",
            lambda: facts.approve_plan(by=by, plan=plan, on=on),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, moment=st.sampled_from(list(Moment)))
    def measure(self, who, which, ago, moment):
        """The indicators of a group at a moment."""
        self._measure(who, which, ago, moment)

    def _measure(self, who, which, ago, moment):
        case, by = self._case(who, which)
        on = self.today - timedelta(days=ago)
        self.attempt(
            "measure",
            f"{who} measures case {case.pk}",
            lambda: facts.measure(by=by, case=case, on=on, moment=moment, monthly_income=400_000, jobs=3),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, ready=READY)
    def certify(self, who, which, ago, ready):
        """Somebody else certifies them."""
        if ready:
            self._measure("the officer", which, 0, Moment.FOLLOW_UP)
            who, which, ago = "the coordinator", 0, 0
        row = pick(Measurement.objects.select_related("case__incubator").order_by("-pk"), which)
        if row is None:
            return
        by, on = self.by(who, row.case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "certify",
            f"{who} certifies measurement {row.pk}",
            lambda: indicators.certify(by=by, measurement=row, on=on),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, kind=st.sampled_from(list(CONSTITUTING)), ready=READY)
    def legal_act(self, who, which, ago, kind, ready):
        """A legal act, with its document."""
        if ready:
            who, ago, which = "the officer", 0, 0
        legal = Case.objects.filter(stage__in=("formalization", "operation")).order_by("pk")
        case = self.fresh(pick(legal, which) or pick(Case.objects.order_by("pk"), which))
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        proof = evidence(by, case.incubator)
        self.attempt(
            "legal_act",
            f"{who} records «{kind.label}» of case {case.pk} on {on:%d-%m-%Y}",
            lambda: facts.record_legal_act(by=by, case=case, on=on, kind=kind, evidence=proof),
        )

    @rule(who=TEAM, which=WHICH, subject=st.sampled_from(list(ConfirmationSubject)), ago=AGO)
    def confirm_by_sheet(self, who, which, subject, ago):
        """The group signed."""
        case, by = self._case(who, which)
        on, proof = self.today - timedelta(days=ago), evidence(by, case.incubator)
        self.attempt(
            "confirm_by_sheet",
            f"{who} records that the group of case {case.pk} confirms {subject.label.lower()}",
            lambda: facts.confirm(by=by, case=case, on=on, evidence=proof, subject=subject),
        )

    @rule(who=TEAM, asks=TEAM, which=WHICH, right=st.booleans())
    def confirm_by_code(self, who, asks, which, right):
        """One hands a sheet of codes over, another asks, and the group answers with one of them."""
        case, by, code = self._asked_by_another(who, asks, which)
        if code is not None:
            self._answer(case, by, code, _TEXT if right else "Otro texto.")

    def _asked_by_another(self, who, asks, which):
        """(case, whoever handed the codes over, one of them), the question asked; without a code where it was refused."""
        case, by = self._case(who, which)
        member = case.organization.members_on(self.today).select_related("person").first()
        if member is None:
            return case, by, None
        handed = self.attempt(
            "hand_over_codes",
            f"{who} hands a sheet of codes to the group of case {case.pk}",
            lambda: confirmations.hand_over(by=by, case=case, on=self.today, received_by=member.person),
        )
        if handed is None:
            return case, by, None
        asking = self.by(asks, case.incubator)
        asked = self.attempt(
            "ask_confirmation",
            f"{asks} asks it to confirm",
            lambda: confirmations.ask(
                by=asking, case=case, subject=ConfirmationSubject.GRADUATION, statement=_TEXT, now=self.now
            ),
        )
        return case, by, handed[1][0] if asked is not None else None

    @rule(who=TEAM, which=WHICH, ready=READY)
    def withdraw_confirmation(self, who, which, ready):
        """A question is taken back."""
        if ready:
            self._asked_by_another("the officer", "the coordinator", which)
            who, which = "the officer", 0
        asked = pick(ConfirmationRequest.objects.select_related("case__incubator").order_by("-pk"), which)
        if asked is None:
            return
        by = self.by(who, asked.case.incubator)
        self.attempt(
            "withdraw_confirmation",
            f"{who} takes back the question {asked.pk}",
            lambda: confirmations.withdraw(by=by, question=asked, now=self.now),
        )

    def _answer(self, case, by, code, text):
        def answer():
            if confirmations.open_request(case.code, code, self.now) is None:
                raise Refused("No hay una pregunta abierta para ese código.")
            return confirmations.confirm(by=by, case_code=case.code, code=code, statement=text, now=self.now)

        self.attempt("confirm_by_code", f"the group of case {case.pk} answers with a code", answer)

    def _case(self, who, which):
        case = self.fresh(pick(Case.objects.current().order_by("pk"), which))
        return case, self.by(who, case.incubator)
