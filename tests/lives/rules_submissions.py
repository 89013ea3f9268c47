"""What people send to a call by themselves, or somebody writes for them, and what becomes of it."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.models import Call, Case, Submission
from cases.services import submissions, submissions_expiry, submissions_intake
from cases.submission_words import SubmissionKind, SubmissionState
from tests.lives.draws import READY, TEAM, WHICH, text
from tests.lives.engine import pick
from tests.lives.rules_calls import Calls

_KINDS = st.sampled_from([SubmissionKind.GROUP, SubmissionKind.GROUP, SubmissionKind.PERSON])
_ENDS = st.sampled_from([SubmissionState.SET_ASIDE, SubmissionState.REFERRED, SubmissionState.TAKEN_IN])


class Submissions(Calls):
    """From the public page and from the counter."""

    @rule(which=WHICH, kind=_KINDS, ready=READY)
    def receive_submission(self, which, kind, ready):
        """Somebody sends the public form, before, while or after the call receives."""
        call = (self.published(which) if ready else None) or pick(self._rows(Call.objects.all()), which)
        self.act(
            "receive_submission",
            f"somebody ({kind}) applies to the call {call.pk} ({call.state})",
            submissions.receive,
            call=call,
            at=self.now,
            notice_version="1",
            **self._typed(kind),
        )

    @rule(who=TEAM, which=WHICH, kind=_KINDS, ago=st.sampled_from([0, 0, 0, 50, -1]), ready=READY)
    def enter_submission(self, who, which, kind, ago, ready):
        """An officer writes what somebody says at the counter."""
        call = (self.published(which) if ready else None) or pick(self._rows(Call.objects.all()), which)
        self._enter(who, call, kind, ago)

    @rule(who=TEAM, which=WHICH, known=st.booleans(), ready=READY)
    def take_in(self, who, which, known, ready):
        """A group's is taken in: it applies on the day it was received."""
        found = self._sent(SubmissionKind.GROUP, which, ready)
        if found is None:
            return
        who = "the officer" if ready else who
        given = {"new_group": {"name": found.group_name}}
        if known:
            fits = Case.objects.current().filter(stage="census", incubator=found.call.incubator_id)
            case = pick((fits if ready else Case.objects.current()).order_by("pk"), which)
            given = {"organization": case.organization} if case else given
        self.act(
            "take_in",
            f"{who} takes in the submission {found.pk} ({found.state}) of {found.kind}",
            submissions_intake.take_in,
            by=self.by(who, found.call.incubator),
            submission=found,
            on=self.today,
            new_contact={"given_names": "Eliana", "surname_1": f"Cárcamo {len(self.story)}"},
            interested=7,
            **given,
        )

    @rule(who=TEAM, which=WHICH, ready=READY)
    def place_person(self, who, which, ready):
        """Somebody who applied alone finds a group."""
        found = self._sent(SubmissionKind.PERSON, which, ready)
        if found is None:
            return
        place, who = found.call.incubator, "the officer" if ready else who
        groups = Case.objects.current().open().filter(incubator=place) if ready else Case.objects.current()
        group = pick(groups.order_by("pk"), which).organization
        self.act(
            "place_person",
            f"{who} finds group {group.pk} for the submission {found.pk} ({found.state})",
            submissions_intake.place_person,
            by=self.by(who, place),
            submission=found,
            on=self.today,
            organization=group,
            new_person={"given_names": "Ema", "surname_1": f"Rojas {len(self.story)}"},
        )

    @rule(who=TEAM, which=WHICH, kind=_KINDS, state=_ENDS, note=text("Se derivó a fomento."))
    def settle_submission(self, who, which, kind, state, note):
        """It is answered without taking it in."""
        found = self._sent(kind, which, True)
        if found is None:
            return
        self.act(
            "settle_submission",
            f"{who} answers «{state.label}» to the submission {found.pk} ({found.state})",
            submissions.settle,
            by=self.by(who, found.call.incubator),
            submission=found,
            on=self.today,
            state=state,
            note=note,
        )

    @rule(who=TEAM, which=WHICH)
    def reissue_code(self, who, which):
        """Whoever lost her code is given another."""
        found = self._sent(SubmissionKind.GROUP, which, True)
        if found is None:
            return
        self.act(
            "reissue_code",
            f"{who} gives another code to the submission {found.pk}",
            submissions.reissue,
            by=self.by(who, found.call.incubator),
            submission=found,
            on=self.today,
        )

    @rule(which=WHICH, ready=READY)
    def withdraw_submission(self, which, ready):
        """Whoever holds the code withdraws it."""
        settled = pick(Submission.objects.exclude(state=SubmissionState.RECEIVED).order_by("-pk"), which)
        found = (None if ready else settled) or self._sent(SubmissionKind.GROUP, which, True)
        if found is None:
            return
        self.act(
            "withdraw_submission",
            f"whoever sent the submission {found.pk} ({found.state}) withdraws it",
            submissions.withdraw_own,
            submission=found,
            on=self.today,
        )

    @rule(which=WHICH, days=st.sampled_from([90, 1]))
    def erase_submissions(self, which, days):
        """The nightly job erases what nobody took in, long after."""
        self.act(
            "erase_submissions",
            "what nobody took in is erased",
            submissions_expiry.erase_expired,
            on=self.today + timedelta(days=which),
            days=days,
        )

    # ------------------------------------------------------------------------------------------------------- the steps

    def _typed(self, kind):
        return {
            "kind": kind,
            "group_name": f"Las Dulces {len(self.story)}" if kind == SubmissionKind.GROUP else "",
            "contact_name": "Eliana Cárcamo Nahuel",
            "phone": "+56987654321",
            "place": "La Palma",
            "interested": 7 if kind == SubmissionKind.GROUP else 1,
            "idea": "Hacemos mermeladas.",
        }

    def _enter(self, who, call, kind, ago=0):
        at = self.now - timedelta(days=ago)
        return self.act(
            "enter_submission",
            f"{who} writes what somebody ({kind}) said for the call {call.pk} ({call.state}) on {at:%d-%m-%Y}",
            submissions.enter,
            by=self.by(who, call.incubator),
            call=call,
            at=at,
            notice_version="1",
            **self._typed(kind),
        )

    def _sent(self, kind, which, ready):
        """One that waits for an answer, entered now when there is none; or any."""
        rows = Submission.objects.select_related("call__incubator").order_by("-pk")
        if not ready:
            return pick(rows, which)
        found = pick(rows.filter(kind=kind, state=SubmissionState.RECEIVED), which)
        call = self.published(which) if found is None else None
        if call is not None:
            self._enter("the officer", call, kind)
            found = rows.filter(kind=kind, state=SubmissionState.RECEIVED).first()
        return found
