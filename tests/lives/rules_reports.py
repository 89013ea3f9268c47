"""The month is composed, asked for, sealed, corrected and taken out of force; decisions are told and appealed."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import AppealChannel, AppealOutcome, LetterKind, Verb
from cases.models import Appeal, Case, Letter
from cases.services import advancement
from cases.services.selection import appeals, letters
from incubator.calendars import Month
from reports import services as reports
from reports.models import Report
from reports.services import reading
from tests.lives import world
from tests.lives.draws import AGO, BOSS, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_PLACES = st.sampled_from([world.HOME, world.OTHER])


class Reports(Engine):
    """What is told to the agency, and to each group."""

    @rule(who=TEAM, commune=_PLACES, ahead=st.sampled_from([-1, 0, 0, 1]), ready=READY)
    def compose_report(self, who, commune, ahead, ready):
        """The draft of a month."""
        who, ahead = ("the officer", 0) if ready else (who, ahead)
        month = Month.of(self.today)
        self._compose(who, world.place(commune), {-1: month.previous, 0: month, 1: month.next}[ahead])

    @rule(who=TEAM, commune=_PLACES)
    def correct_report(self, who, commune):
        """A sealed month is counted again."""
        self._correct(who, world.place(commune))

    @rule(who=TEAM, commune=_PLACES, ready=READY)
    def ask_seal(self, who, commune, ready):
        """Whoever prepares says it is ready."""
        self._ask_seal(who, world.place(commune), ready)

    @rule(who=BOSS, commune=_PLACES, ready=READY)
    def seal_report(self, who, commune, ready):
        """Somebody else seals it."""
        place = world.place(commune)
        draft = self._draft(place)
        if ready and (draft is None or draft.seal_asked_by_id is None):
            self._ask_seal("the officer", place, True)
            draft = self._draft(place)
        report = draft or Report.objects.filter(incubator=place).order_by("-pk").first()
        by, seen = self.by(who, place), reading.shown_digest(report)
        self.attempt(
            "seal_report",
            f"{who} seals the report {report.pk} of {report.period:%m-%Y}",
            lambda: reports.seal(by=by, report=report, on=self.today, at=self.now, seen=seen),
            moves_figures=True,
        )

    @rule(who=BOSS, commune=_PLACES, reason=st.sampled_from(["Tenía un error.", ""]))
    def withdraw_report(self, who, commune, reason):
        """A sealed one is taken out of force."""
        place = world.place(commune)
        report = Report.objects.filter(incubator=place).exclude(state="draft").order_by("-pk").first()
        by = self.by(who, place)
        self.attempt(
            "withdraw_report",
            f"{who} takes the report {report.pk} out of force",
            lambda: reports.withdraw(by=by, report=report, on=self.today, reason=reason),
            moves_figures=True,
        )

    @rule(who=BOSS, which=WHICH, kind=st.sampled_from([*LetterKind, None, None]))
    def issue_letter(self, who, which, kind):
        """A decision is told by a letter."""
        self._issue(who, which, kind)

    def _issue(self, who, which, kind):
        case = self._decided(which)
        by = self.by(who, case.incubator)
        due = letters.due_letters(case, self.today)
        said = kind or (due[0][0] if due else LetterKind.ADMITTED)
        self.attempt(
            "issue_letter",
            f"{who} issues the letter «{said.label}» of case {case.pk}",
            lambda: letters.issue(by=by, case=case, kind=said, on=self.today),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO)
    def notify_letter(self, who, which, ago):
        """It reached the group."""
        letters_ = Letter.objects.select_related("case__incubator").order_by("-pk")
        if not letters_.exists():
            self._decline(which)
            self._issue("the coordinator", 0, LetterKind.NOT_ADMITTED)
        letter = pick(letters_.all(), which)
        if letter is None:
            return
        by, on = self.by(who, letter.case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "notify_letter",
            f"{who} writes that letter {letter.pk} was told on {on:%d-%m-%Y}",
            lambda: letters.notify(by=by, letter=letter, on=on, channel="email"),
        )

    @rule(who=TEAM, which=WHICH, ago=AGO, ready=READY)
    def file_appeal(self, who, which, ago, ready):
        """The group does not agree."""
        if ready:
            self._decline(which)
            who, which, ago = "the officer", 0, 0
        self._appeal(who, which, ago)

    def _appeal(self, who, which, ago):
        declined = Case.objects.filter(stage="closed", changes__verb="decline").distinct().order_by("-pk")
        case = self.fresh(pick(declined, which) or self._decided(which))
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        self.attempt(
            "file_appeal",
            f"{who} records the appeal of case {case.pk}",
            lambda: appeals.file_appeal(
                by=by, case=case, on=on, channel=AppealChannel.MAIL, text="No estamos de acuerdo."
            ),
        )

    @rule(who=BOSS, which=WHICH, outcome=st.sampled_from(list(AppealOutcome)), ready=READY)
    def decide_appeal(self, who, which, outcome, ready):
        """Somebody who took no part decides."""
        if ready and not Appeal.objects.filter(outcome="").exists():
            self._decline(which)
            self._appeal("the officer", 0, 0)
            who, which = "the coordinator", 0
        appeal = pick(Appeal.objects.select_related("case__incubator").order_by("-pk"), which)
        if appeal is None:
            return
        by = self.by(who, appeal.case.incubator)
        self.attempt(
            "decide_appeal",
            f"{who} decides the appeal {appeal.pk}: {outcome.label.lower()}",
            lambda: appeals.decide_appeal(
                by=by, appeal=appeal, on=self.today, outcome=outcome, grounds="Se leyó mal.", act="Decreto 9"
            ),
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _compose(self, who, place, month):
        by = self.by(who, place)
        return self.attempt(
            "compose_report",
            f"{who} composes the report of {month.label} of {place}",
            lambda: reports.compose(
                by=by, agreement=place.agreement_on(self.today), incubator=place, period=month, on=self.today
            ),
        )

    def _correct(self, who, place):
        report = Report.objects.sealed().filter(incubator=place).order_by("-period").first()
        report = report or Report.objects.filter(incubator=place).order_by("-pk").first()
        by = self.by(who, place)
        return self.attempt(
            "correct_report",
            f"{who} opens a correction of the report {report.pk}",
            lambda: reports.correct(by=by, report=report, on=self.today),
        )

    def _ask_seal(self, who, place, ready):
        draft = self._draft(place)
        if draft is None and ready:
            draft = self._correct("the officer", place)
        report = draft or Report.objects.filter(incubator=place).order_by("-pk").first()
        by = self.by(who, place)
        if draft is not None or not ready:
            self.attempt(
                "write_report",
                f"{who} writes the report {report.pk}",
                lambda: reports.write_narrative(by=by, report=report, on=self.today, **world.TEXTS),
            )
        return self.attempt(
            "ask_seal",
            f"{who} asks for the seal of the report {report.pk}",
            lambda: reports.ask_seal(by=by, report=report, on=self.today, at=self.now),
        )

    def _decline(self, which):
        """Somebody is not admitted, so that there is something to appeal against."""
        waiting = Case.objects.current().filter(stage__in=("call", "selection", "waiting"), applications__isnull=False)
        case = pick(waiting.distinct().order_by("pk"), which)
        if case is None:
            return
        case, by = self.fresh(case), self.by("the second coordinator", case.incubator)
        data = {"reason": "No alcanzó.", "referred_to": "Fomento", "clause": "4"}
        self.attempt(
            "fire_decline",
            f"the second coordinator does not admit case {case.pk}",
            lambda: advancement.advance(by=by, case=case, verb=Verb.DECLINE, on=self.today, data=data),
        )

    def _draft(self, place):
        return Report.objects.filter(incubator=place, state="draft").order_by("period").first()

    def _decided(self, which):
        told = Case.objects.filter(changes__verb__in=("admit", "admit_formal", "waitlist", "decline")).distinct()
        return self.fresh(pick(told.order_by("-pk"), which))
