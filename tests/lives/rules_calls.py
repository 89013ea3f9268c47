"""A call's whole life: drafted, its rubric set, published, amended, closed, put in order, resolved or left without effect."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.call_life import CallState
from cases.enums import Stage
from cases.models import Application, Call
from cases.rubrics import default_rows
from cases.services import calls
from cases.services.selection import ranking, rubric
from tests.factories.cases import file_sheets
from tests.lives import world
from tests.lives.draws import BOSS, PLACES, READY, TEAM, WHICH, text
from tests.lives.engine import Engine, pick

_WORDS = {
    "seats": 4,
    "text": "Buscamos grupos que quieran formar su cooperativa.",
    "easy_text": "La municipalidad busca grupos.",
    "phone": "+56 33 200 0104",
    "in_person": "Calle Maipú 330, de 8:30 a 13:30.",
}
_HALF = [{**default_rows()[0], "weight": 40}]


class Calls(Engine):
    """The calls of both municipalities."""

    @rule(who=TEAM, commune=PLACES, days=st.sampled_from([5, 15, -3]), whole=READY)
    def draft_call(self, who, commune, days, whole):
        """A call begins to be written."""
        self._draft_call(who, world.place(commune), days, whole)

    @rule(who=TEAM, which=WHICH, seats=st.integers(0, 9), frozen=st.booleans())
    def update_call(self, who, which, seats, frozen):
        """Its words are mended: of a published one, only how to reach the office."""
        call = self._call((CallState.DRAFT, CallState.PUBLISHED), which)
        changes = {"seats": seats} if frozen else {"phone": "+56 33 200 0199"}
        self.act(
            "update_call",
            f"{who} mends the call {call.pk} ({call.state}): {changes}",
            calls.update_call,
            by=self.by(who, call.incubator),
            call=call,
            **changes,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def set_rubric(self, who, which, ready):
        """What will be looked at, and how much each thing weighs."""
        call = self._drafted(which) if ready else self._call(None, which)
        self._rubric(call, "the officer" if ready else who, default_rows() if ready else _HALF)

    @rule(who=BOSS, which=WHICH, ready=READY)
    def publish_call(self, who, which, ready):
        """Everybody may read it."""
        if ready:
            self.published(which)
            return
        call = self._call((CallState.DRAFT, CallState.PUBLISHED), which)
        self._publish(call, who)

    @rule(who=BOSS, which=WHICH, reason=text("Se agregan cupos."), ready=READY)
    def amend_call(self, who, which, reason, ready):
        """What it says changes, in public."""
        call = (self.published(which) if ready else None) or self._call(None, which)
        self.act(
            "amend_call",
            f"{who} amends the call {call.pk} ({call.state})",
            calls.amend_call,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
            reason=reason,
            seats=call.seats + 1,
        )

    @rule(who=BOSS, which=WHICH, reason=text("Se aclara un criterio."), ready=READY)
    def amend_rubric(self, who, which, reason, ready):
        """So does its rubric, while no sheet was opened."""
        call = (self.published(which) if ready else None) or self._call(None, which)
        rows = [{**row, "guidance": ""} for row in default_rows()]
        self.act(
            "amend_rubric",
            f"{who} amends the rubric of the call {call.pk} ({call.state})",
            rubric.amend_rubric,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
            reason=reason,
            rows=rows,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def close_call(self, who, which, ready):
        """Its last day passed."""
        over = Call.objects.filter(state=CallState.PUBLISHED, closes_on__lt=self.today)
        call = (pick(self._rows(over), which) if ready else None) or self._call((CallState.PUBLISHED,), which)
        self._close(call, who)

    @rule(who=BOSS, which=WHICH, ready=READY)
    def rank_call(self, who, which, ready):
        """Those who applied are put in order."""
        call = (self._ready_to_rank(which) if ready else None) or self._call(None, which)
        self.act(
            "rank_call",
            f"{who} puts the call {call.pk} ({call.state}) in order",
            ranking.rank,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
        )

    @rule(who=BOSS, which=WHICH, ready=READY)
    def resolve_call(self, who, which, ready):
        """Everybody has an answer."""
        answered = Call.objects.filter(state=CallState.RANKED).exclude(
            applications__case__stage__in=(Stage.CALL, Stage.SELECTION)
        )
        call = (pick(self._rows(answered), which) if ready else None) or self._call(None, which)
        self.act(
            "resolve_call",
            f"{who} says that the call {call.pk} ({call.state}) is resolved",
            ranking.resolve,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
        )

    @rule(who=BOSS, which=WHICH, reason=text("No hubo presupuesto."))
    def void_call(self, who, which, reason):
        """It is left without effect."""
        call = self._call(None, which)
        self.act(
            "void_call",
            f"{who} leaves the call {call.pk} ({call.state}) without effect",
            calls.void_call,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
            reason=reason,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def published(self, which):
        """A call that receives today, published now when there is none; None where it was refused."""
        receiving = Call.objects.filter(
            state=CallState.PUBLISHED, opens_on__lte=self.today, closes_on__gte=self.today
        ).filter(criteria__isnull=False)
        found = pick(self._rows(receiving.distinct()), which)
        if found is not None:
            return found
        place = world.place(world.HOME if which % 2 else world.OTHER)
        call = self._draft_call("the officer", place, 15, True)
        if call is None or self._rubric(call, "the officer", default_rows()) is None:
            return None
        return self._publish(call, "the coordinator")

    def _draft_call(self, who, place, days, whole):
        closes = self.today + timedelta(days=days)
        words = _WORDS if whole else {"seats": 4}
        return self.act(
            "draft_call",
            f"{who} begins to write a call of {place} until {closes:%d-%m-%Y}",
            calls.draft_call,
            by=self.by(who, place),
            incubator=place,
            name=f"Convocatoria {len(self.story)}",
            opens_on=self.today,
            closes_on=closes,
            waiting_until=closes + timedelta(days=200),
            **words,
        )

    def _rubric(self, call, who, rows):
        return self.act(
            "set_rubric",
            f"{who} writes the rubric of the call {call.pk} ({call.state}), {sum(row['weight'] for row in rows)} in all",
            rubric.set_rubric,
            by=self.by(who, call.incubator),
            call=call,
            rows=rows,
        )

    def _publish(self, call, who):
        return self.act(
            "publish_call",
            f"{who} publishes the call {call.pk} ({call.state})",
            calls.publish_call,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
        )

    def _close(self, call, who):
        return self.act(
            "close_call",
            f"{who} closes the call {call.pk} ({call.state})",
            calls.close_call,
            by=self.by(who, call.incubator),
            call=call,
            on=self.today,
        )

    def _ready_to_rank(self, which):
        """A call whose only application is being evaluated: its sheets are filed and it is closed."""
        waiting = Application.objects.filter(
            case__stage=Stage.SELECTION, rank__isnull=True, call__state=CallState.PUBLISHED
        )
        application = pick(waiting.select_related("call__incubator", "case").order_by("pk"), which)
        if application is None:
            return None
        self.attempt(
            "prepare",
            f"the sheets of case {application.case_id} are filed",
            lambda: file_sheets(application, self.today),
            composite=True,
        )
        return self._close(application.call, "the officer")

    def _drafted(self, which):
        """A draft, begun now when there is none."""
        found = pick(self._rows(Call.objects.filter(state=CallState.DRAFT)), which)
        place = world.place(world.HOME if which % 2 else world.OTHER)
        return found or self._draft_call("the officer", place, 15, True) or self._call(None, which)

    def _call(self, states, which):
        rows = Call.objects.filter(state__in=states) if states else Call.objects.all()
        return pick(self._rows(rows), which) or pick(self._rows(Call.objects.all()), which)

    def _rows(self, rows):
        return rows.select_related("incubator__commune").order_by("-pk")
