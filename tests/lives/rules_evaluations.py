"""Evaluations one by one: entrusted, interests declared, the sheet kept and filed, taken back."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import Conflict, Stage, Verb
from cases.models import Application, Case, EvaluatorAssignment
from cases.services.selection import evaluators, sheets
from incubator.models import User
from tests.lives.draws import AGO, BOSS, READY, TEAM, WHICH, text
from tests.lives.engine import pick
from tests.lives.rules_stages import Stages

_CONFLICTS = st.sampled_from([Conflict.NONE, Conflict.NONE, *Conflict])


class Evaluations(Stages):
    """Who reads each application, and what they find."""

    @rule(who=BOSS, which=WHICH, person=WHICH, ready=READY)
    def entrust(self, who, which, person, ready):
        """An application is given to somebody to evaluate."""
        if ready:
            self._entrusted_to_somebody(which, person)
            return
        application = pick(self._applications(), which)
        if application is not None:
            self._give(who, application, pick(User.objects.filter(is_system=False).order_by("pk"), person))

    @rule(who=BOSS, which=WHICH, ready=READY)
    def entrust_call(self, who, which, ready):
        """Every application of a call is given to a panel."""
        rows = self._applications()
        waiting = rows.filter(case__stage=Stage.CALL)
        application = (pick(waiting, which) if ready else None) or pick(rows, which)
        if application is None:
            return
        posts = list(evaluators.posts_to_evaluate(application.case.incubator, self.today)[:3])
        self.act(
            "entrust_call",
            f"{who} gives the call {application.call_id} to a panel",
            evaluators.assign_call,
            by=self.by(who, application.case.incubator),
            call=application.call,
            evaluators=list({post.user_id: post.user for post in posts}.values()),
            on=self.today,
        )

    @rule(who=TEAM, which=WHICH, conflict=_CONFLICTS, ago=AGO, ready=READY)
    def declare_interests(self, who, which, conflict, ago, ready):
        """Whoever evaluates says whether she has an interest."""
        given = self._entrusted_to_somebody(which, 0) if ready else pick(self._entrusted(), which)
        if given is not None:
            self._declare(given, None if ready else who, conflict)

    @rule(who=TEAM, which=WHICH, points=st.integers(0, 6), own=READY)
    def save_sheet(self, who, which, points, own):
        """The sheet is kept as it stands."""
        given = self._with_a_sheet(which)
        if given is not None:
            self._sheet("save_sheet", sheets.save_sheet, given, None if own else who, points, "")

    @rule(who=TEAM, which=WHICH, points=st.integers(0, 4), reason=text("Así se lee."), own=READY)
    def file_sheet(self, who, which, points, reason, own):
        """It is filed, whole, and does not change any more."""
        given = self._with_a_sheet(which)
        if given is not None:
            self._sheet("file_sheet", sheets.file_sheet, given, None if own else who, points, reason)

    @rule(who=BOSS, which=WHICH, ready=READY)
    def release_evaluator(self, who, which, ready):
        """An application is taken back from somebody."""
        given = self._entrusted_to_somebody(which, 1) if ready else pick(self._entrusted(), which)
        if given is None:
            return
        self.act(
            "release_evaluator",
            f"{who} takes the application {given.application_id} back from user {given.evaluator_id}",
            evaluators.release,
            by=self.by("the coordinator" if ready else who, given.application.case.incubator),
            entrusted=given,
            on=self.today,
            reason="Está con licencia.",
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _give(self, who, application, evaluator):
        return self.act(
            "entrust",
            f"{who} gives the application {application.pk} of case {application.case_id} to user {evaluator.pk}",
            evaluators.assign,
            by=self.by(who, application.case.incubator),
            application=application,
            evaluator=evaluator,
            on=self.today,
        )

    def _declare(self, given, who, conflict):
        by = self.by(who, given.application.case.incubator) if who else User.objects.get(pk=given.evaluator_id)
        return self.act(
            "declare_interests",
            f"user {by.pk} declares «{conflict.label}» about the application {given.application_id}",
            evaluators.declare,
            by=by,
            entrusted=given,
            on=self.today,
            conflict=conflict,
        )

    def _sheet(self, name, service, given, who, points, reason):
        by = self.by(who, given.application.case.incubator) if who else User.objects.get(pk=given.evaluator_id)
        criteria = given.application.call.criteria.order_by("order").values_list("pk", flat=True)
        self.act(
            name,
            f"user {by.pk}: {name.replace('_', ' ')} of the application {given.application_id}, {points} points",
            service,
            by=by,
            entrusted=given,
            on=self.today,
            scores=dict.fromkeys(criteria, (points, reason)),
        )

    def _entrusted_to_somebody(self, which, person):
        """One given today to somebody who may evaluate it, when any lacks somebody."""
        application = pick(self._applications().filter(case__stage=Stage.CALL), which) or self._applying(which)
        if application is None:
            return None
        barred = evaluators.barred(application)
        boss = self.by("the coordinator", application.case.incubator)
        posts = evaluators.posts_to_evaluate(application.case.incubator, self.today)
        able = [post.user for post in posts if post.user_id not in {*barred, boss.pk}]
        chosen = pick(able, person)
        return self._give("the coordinator", application, chosen) if chosen else None

    def _applying(self, which):
        """A group of the census applies now."""
        case = pick(Case.objects.current().filter(stage=Stage.CENSUS).order_by("pk"), which)
        if case is None:
            return None
        case = self.fresh(case)
        self.prepare(case, Verb.APPLY)
        if self.advance(case, Verb.APPLY, "the officer", {}) is None:
            return None
        return self._applications().filter(case=case).first()

    def _with_a_sheet(self, which):
        """One whose sheet is open; opened now when there is none."""
        opened = self._entrusted().filter(until__isnull=True, sheet__isnull=False)
        given = pick(opened.filter(sheet__completed_on__isnull=True), which)
        if given is None:
            given = self._entrusted_to_somebody(which, 0)
            if given is None or self._declare(given, None, Conflict.NONE) is None:
                given = pick(opened, which)
        return given

    def _applications(self):
        rows = Application.objects.select_related("case__organization", "case__incubator", "call__incubator")
        return rows.filter(case__annulled_at__isnull=True).order_by("-pk")

    def _entrusted(self):
        rows = EvaluatorAssignment.objects.select_related("application__case__incubator", "application__call")
        return rows.order_by("-pk")
