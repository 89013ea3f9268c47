"""How a group will live: canvas, plan in versions, what it sold, its business and its commitment; and what it regularizes."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import CanvasBlock, CheckKind, CostKind, ItemStatus, MarketKind, PlanSection
from cases.models import ActivityCode, BusinessPlan, Case, CooperativeType, MarketRecord, RegularizationFile
from cases.models import RegularizationItem as Item
from cases.services import facts
from cases.services.business import canvases, market, plans
from tests.factories.cases import evidence
from tests.lives.draws import AGO, READY, TEAM, WHICH, text
from tests.lives.engine import Engine, pick

_WRITTEN = {
    "sections": {PlanSection.SUMMARY: "Panes y mermeladas."},
    "products": [{"name": "Pan", "unit": "kilo", "price": 2000, "unit_cost": 900, "monthly_units": 300}],
    "costs": [{"kind": CostKind.MONTHLY, "name": "Luz", "amount": 40_000}],
}


class Plans(Engine):
    """The business of a group."""

    @rule(who=TEAM, which=WHICH, ago=AGO, words=text("Pan amasado."), ready=READY)
    def save_canvas(self, who, which, ago, words, ready):
        """A version of the canvas."""
        case = self._any_case(which)
        last = canvases.latest(case)
        self.act(
            "save_canvas",
            f"{who} keeps a canvas of case {case.pk}",
            canvases.save,
            by=self.by(who, case.incubator),
            case=case,
            on=self.today - timedelta(days=ago),
            blocks={CanvasBlock.OFFER: f"{words} {len(self.story)}" if words else ""},
            seen=(last.version if last else 0) if ready else 7,
        )

    @rule(who=TEAM, which=WHICH)
    def start_plan(self, who, which):
        """A draft of the plan."""
        self._start(who, self._any_case(which))

    @rule(who=TEAM, which=WHICH, fresh=READY, share=st.sampled_from([40, 40, 900_000]))
    def write_plan(self, who, which, fresh, share):
        """It is written."""
        plan = self._plan_draft(which)
        if plan is not None:
            self._write(who, plan, plan.revision if fresh else 90, share)

    @rule(who=TEAM, which=WHICH, ago=AGO, ready=READY)
    def present_draft(self, who, which, ago, ready):
        """It becomes a version that somebody else may approve."""
        plan = self._plan_draft(which)
        if plan is None:
            return
        if ready and plan.is_draft:
            plan = self._write("the officer", plan, plan.revision, 40) or plan
        self.act(
            "present_draft",
            f"{who} presents the draft {plan.pk}",
            plans.present,
            by=self.by(who, plan.case.incubator),
            plan=plan,
            on=self.today - timedelta(days=ago),
        )

    @rule(who=TEAM, which=WHICH, draft=READY)
    def discard_plan(self, who, which, draft):
        """A draft is thrown away."""
        plan = self._plan_draft(which) if draft else pick(self._plans(), which)
        if plan is None:
            return
        self.act(
            "discard_plan",
            f"{who} throws the plan {plan.pk} away",
            plans.discard,
            by=self.by(who, plan.case.incubator),
            plan=plan,
        )

    @rule(
        who=TEAM, which=WHICH, ago=AGO, kind=st.sampled_from(list(MarketKind)), amount=st.sampled_from([90_000, None])
    )
    def record_sale(self, who, which, ago, kind, amount):
        """A sale, a fair or a contract."""
        self._sell(who, which, ago, kind, amount)

    @rule(who=TEAM, which=WHICH, reason=text("Se anotó dos veces."))
    def void_sale(self, who, which, reason):
        """It does not count."""
        rows = MarketRecord.objects.select_related("case__incubator").order_by("-pk")
        if not rows.exists():
            self._sell("the officer", which, 0, MarketKind.SALE, 90_000)
        row = pick(rows.all(), which)
        if row is None:
            return
        self.act(
            "void_sale",
            f"{who} voids the sale {row.pk}",
            market.void,
            by=self.by(who, row.case.incubator),
            sale=row,
            reason=reason,
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def define_business(self, who, which, ago):
        """What the group will do, and as what kind of cooperative."""
        case = self._any_case(which)
        self.act(
            "define_business",
            f"{who} writes the business of case {case.pk}",
            facts.define_business,
            by=self.by(who, case.incubator),
            case=case,
            on=self.today - timedelta(days=ago),
            activity=ActivityCode.objects.get(code="561000"),
            cooperative_type=CooperativeType.objects.get(code="trabajo"),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def sign_commitment(self, who, which, ago):
        """The group signs."""
        case, on = self._any_case(which), self.today - timedelta(days=ago)
        by = self.by(who, case.incubator)
        self.act(
            "sign_commitment",
            f"{who} records that the group of case {case.pk} signed on {on:%d-%m-%Y}",
            facts.sign_commitment,
            by=by,
            case=case,
            on=on,
            evidence=evidence(by, case.incubator),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def declare_supports(self, who, which, ago):
        """It says which supports it needs."""
        case, on = self._any_case(which), self.today - timedelta(days=ago)
        self.act(
            "declare_supports",
            f"{who} records the supports of case {case.pk} on {on:%d-%m-%Y}",
            facts.declare_supports,
            by=self.by(who, case.incubator),
            case=case,
            on=on,
            supports=[],
        )

    # -------------------------------------------------------------------------------------------------- regularization

    @rule(who=TEAM, which=WHICH, ago=AGO, name=text("Balance 2020"))
    def add_item(self, who, which, ago, name):
        """Something that must be in order."""
        file = pick(RegularizationFile.objects.select_related("case__incubator").order_by("pk"), which)
        self.act(
            "add_item",
            f"{who} adds «{name}» to the regularization of case {file.case_id}",
            facts.add_item,
            by=self.by(who, file.case.incubator),
            file=file,
            on=self.today - timedelta(days=ago),
            name=name,
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, status=st.sampled_from(list(ItemStatus)), proof=READY)
    def update_item(self, who, which, ago, status, proof):
        """How it stands."""
        item = pick(Item.objects.select_related("file__case__incubator").order_by("pk"), which)
        place = item.file.case.incubator
        by = self.by(who, place)
        self.act(
            "update_item",
            f"{who} writes that item {item.pk} is «{status.label}»",
            facts.update_item,
            by=by,
            item=item,
            on=self.today - timedelta(days=ago),
            status=status,
            evidence=evidence(by, place) if proof else None,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _start(self, who, case):
        return self.act(
            "start_plan",
            f"{who} begins a draft of the plan of case {case.pk}",
            plans.start,
            by=self.by(who, case.incubator),
            case=case,
            on=self.today,
        )

    def _write(self, who, plan, seen, share):
        checked = [
            {"kind": CheckKind.INTERVIEWS, "checked_on": self.today, "asked": 20, "would_buy": 12, "learned": "Sí."}
        ]
        return self.act(
            "write_plan",
            f"{who} writes the plan {plan.pk} over revision {seen}",
            plans.write,
            by=self.by(who, plan.case.incubator),
            plan=plan,
            seen=seen,
            start_share=share,
            months_to_full=6,
            checks=checked,
            **_WRITTEN,
        )

    def _sell(self, who, which, ago, kind, amount):
        case, on = self._any_case(which), self.today - timedelta(days=ago)
        self.act(
            "record_sale",
            f"{who} records «{kind.label}» of case {case.pk} on {on:%d-%m-%Y}",
            market.record,
            by=self.by(who, case.incubator),
            case=case,
            on=on,
            kind=kind,
            counterpart="Feria de Quillota",
            description="Panes",
            amount=amount,
        )

    def _plan_draft(self, which):
        found = pick(self._plans().filter(is_draft=True), which)
        return found or self._start("the officer", self._any_case(which)) or pick(self._plans(), which)

    def _plans(self):
        return BusinessPlan.objects.select_related("case__incubator", "case__organization").order_by("-pk")

    def _any_case(self, which):
        return self.fresh(pick(Case.objects.current().order_by("pk"), which))
