"""One rule for each verb of the journey, one that walks a case on, the pause, and the clock."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.enums import AppealChannel, AppealOutcome, CloseReason, ItemStatus, LetterKind, Stage, Verb
from cases.formalization.life import CONSTITUTING
from cases.journey import BACK, BY_OPERATION, STEPS
from cases.models import Appeal, Case, Letter, Pause, RegularizationItem
from cases.services import advancement, facts
from cases.services.selection import appeals, letters
from incubator.requirements import Refused
from tests.factories.cases import _FACTS, WAY, call_of, evidence
from tests.lives.draws import AGO, BOSS, READY, TEAM, WHICH
from tests.lives.engine import Engine, pick

_SAID = {
    "reason": "Así se acordó.",
    "referred_to": "Fomento productivo",
    "clause": "Cláusula 4",
    "skip_reason": "Urge.",
}
_REASONS = [reason.value for reason in CloseReason]


class Stages(Engine):
    """The spine of a case."""

    @rule(days=st.sampled_from([1, 7, 15, 30]))
    def clock(self, days):
        """Days pass."""
        self.attempt("clock", f"{days} days pass", lambda: self.pass_days(days))

    @rule(stage=st.sampled_from([stage for stage in WAY if stage != Stage.CLOSED]), which=WHICH)
    def walk_to(self, stage, which):
        """Some case is taken on, a day a step, as far as it goes."""
        case = pick(self._standing(None), which)
        self.attempt("walk_to", f"case {case.pk} sets out for {stage}", lambda: None)
        for verb in _way(case.stage, stage):
            self.pass_days(1)
            self.prepare(case, verb)
            if self.advance(case, verb, "the coordinator", dict(_SAID), name="walk_to") is None:
                return
            case = self.fresh(case)

    @rule(who=BOSS, which=WHICH, ago=AGO)
    def pause(self, who, which, ago):
        """A case rests."""
        self._pause(who, pick(self._standing(None), which), ago)

    def _pause(self, who, case, ago=0):
        since, by = self.today - timedelta(days=ago), self.by(who, case.incubator)
        self.attempt(
            "pause",
            f"{who} pauses case {case.pk}",
            lambda: advancement.pause(
                by=by, case=case, since=since, reason="Cosecha", expected_on=self.today + timedelta(days=30)
            ),
        )

    @rule(who=BOSS, which=WHICH, ago=AGO, ready=READY)
    def resume(self, who, which, ago, ready):
        """It goes on."""
        if ready and not Pause.objects.filter(until__isnull=True).exists():
            self._pause("the coordinator", pick(self._standing(None), which))
            who, ago = "the coordinator", 0
        resting = Pause.objects.filter(until__isnull=True).order_by("pk").values_list("case", flat=True)
        case = self.fresh(Case(pk=pick(resting, which) or pick(self._standing(None), which).pk))
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        self.attempt("resume", f"{who} resumes case {case.pk}", lambda: advancement.resume(by=by, case=case, on=on))

    # ------------------------------------------------------------------------------------------ what every verb shares

    def fire(self, verb, who, which, ready, ago, close_reason):
        """Try a verb on some case, nearly always one that stands where the verb begins."""
        case = pick(self._beginning(verb, ready), which) or pick(Case.objects.order_by("pk"), which)
        case = self.fresh(case)
        if ready:
            who = who if "coordinator" in who else "the coordinator"
            self.prepare(case, verb)
        data = dict(_SAID) if ready else {}
        if verb == Verb.CLOSE:
            data |= {
                "close_reason": "withdrew" if ready else close_reason,
                "handed_to": "Quien coordina" if ready else "",
            }
        self.advance(case, verb, who, data, ago=0 if ready else ago)

    def advance(self, case, verb, who, data, ago=0, name=None):
        """One step of the journey."""
        by, on = self.by(who, case.incubator), self.today - timedelta(days=ago)
        return self.attempt(
            name or f"fire_{verb.value}",
            f"{who} fires «{verb.label}» of case {case.pk} ({case.stage}) for {on:%d-%m-%Y}",
            lambda: advancement.advance(by=by, case=case, verb=verb, on=on, data=data),
        )

    def prepare(self, case, verb):
        """Record what the verb asks, each fact by itself: some may be there already, and are refused."""
        if case.stage not in _sources(verb) or not case.organization.members_on(self.today).exists():
            return
        by = self.by("the officer", case.incubator)
        recorded = _MORE.get(verb) or [(fact.__name__.strip("_"), fact) for fact in _FACTS.get(verb, ())]
        for what, fact in recorded:
            self.attempt(
                "prepare",
                f"the {what} of case {case.pk} is recorded",
                lambda do=fact: do(self.fresh(case), by, self.today),
                composite=True,
            )

    def _standing(self, stages):
        found = Case.objects.current().select_related("organization", "incubator").order_by("pk")
        return found.open() if stages is None else found.filter(stage__in=stages)

    def _beginning(self, verb, ready):
        """The cases a verb may begin from; made first when there is none and the story wants one."""
        if ready and verb in _FIRST:
            wanted, before = _FIRST[verb]
            rows = self._standing(_sources(verb)).filter(**wanted).exclude(**_NOT.get(verb, {"pk": 0}))
            if not rows.exists() and (case := pick(self._standing(_sources(before)), 0)):
                self.prepare(case, before)
                self.advance(
                    case, before, "the second coordinator", dict(_SAID) | {"close_reason": "withdrew"}, name="walk_to"
                )
            return rows.all()
        return self._standing(_sources(verb)).filter(**_FITTING.get(verb, {}))


def _sources(verb):
    if verb in STEPS:
        return list(STEPS[verb])
    return sorted({source for source, _ in (BACK | BY_OPERATION)[verb]})


def _way(stage, target):
    """The verbs from a stage to another along the factories' way; none when it is not ahead."""
    steps = []
    while target != stage and target in WAY:
        target, verb = WAY[target]
        steps.insert(0, verb)
    return steps if target == stage else []


def _letter(case, by, on):
    letter = letters.issue(by=_boss(case), case=case, kind=LetterKind.NOT_ADMITTED, on=on)
    letters.notify(by=by, letter=letter, on=on, channel="email")


def _appeal(case, by, on):
    appeals.file_appeal(by=by, case=case, on=on, channel=AppealChannel.IN_PERSON, text="No estamos de acuerdo.")


def _upheld(case, by, on):
    # one that waits, else one that was decided already (a group appeals once of each decision)
    rows = Appeal.objects.filter(case=case).order_by("-pk")
    appeal = rows.filter(outcome="").first() or rows.first()
    if appeal is None:
        raise Refused("No hay apelación que resolver.")
    appeals.decide_appeal(
        by=_boss(case), appeal=appeal, on=on, outcome=AppealOutcome.UPHELD, grounds="Se leyó mal.", act="Decreto 9"
    )


def _newer(case, by, on):
    call = call_of(case.incubator, by, on)
    contact = case.organization.members_on(on).first().person
    facts.receive_application(by=by, case=case, on=on, call=call, contact=contact, interested=8, informed_on=on)


def _acts(case, by, on):
    """The acts that the case still lacks."""
    for kind in CONSTITUTING:
        if not case.legalevents.filter(kind=kind).exists():
            facts.record_legal_act(by=by, case=case, on=on, kind=kind, evidence=evidence(by, case.incubator))


def _lapsed(case, by, on):
    item = RegularizationItem.objects.filter(file__case=case).order_by("pk").first()
    if item is not None:
        facts.update_item(by=by, item=item, on=on, status=ItemStatus.DOES_NOT, evidence=evidence(by, case.incubator))


def _boss(case):
    from tests.lives.world import actor

    return actor("the coordinator", case.incubator)


#: What the factories do not record, or only of a case that has nothing of it.
_MORE = {
    Verb.START_OPERATION: [("legal acts", _acts)],
    Verb.UPHOLD_APPEAL: [("letter", _letter), ("appeal", _appeal), ("decision", _upheld)],
    Verb.APPLY_AGAIN: [("newer application", _newer)],
    Verb.REREGULARIZE: [("lapsed item", _lapsed)],
}
#: Verbs that only begin after another one: what a case must show for it, and the verb that brings it there.
_FIRST = {
    Verb.UPHOLD_APPEAL: ({"changes__verb": Verb.DECLINE, "applications__isnull": False}, Verb.DECLINE),
    Verb.REOPEN: ({"changes__verb": Verb.CLOSE}, Verb.CLOSE),
    Verb.REREGULARIZE: ({"regularization_files__isnull": False}, Verb.FINISH_REGULARIZATION),
    Verb.RETURN_TO_BUSINESS: ({}, Verb.START_FORMALIZATION),
}
_FITTING = {
    Verb.ADMIT: {"organization__kind": "informal_group"},
    Verb.ADMIT_FORMAL: {"organization__kind": "cooperative"},
}
_NOT = {Verb.RETURN_TO_BUSINESS: {"legalevents__kind": "deed"}}


def _rule_of(verb):
    who = TEAM if verb in (Verb.APPLY, Verb.EVALUATE, Verb.APPLY_AGAIN) else BOSS

    def step(self, who, which, ready, ago, close_reason):
        self.fire(verb, who, which, ready, ago, close_reason)

    step.__name__ = step.__qualname__ = f"fire_{verb.value}"
    step.__doc__ = verb.label
    return rule(who=who, which=WHICH, ready=READY, ago=AGO, close_reason=st.sampled_from(_REASONS))(step)


for _verb in (*STEPS, *BACK, *BY_OPERATION):
    setattr(Stages, f"fire_{_verb.value}", _rule_of(_verb))


def letters_waiting():
    """Letters issued and not yet told."""
    return Letter.objects.filter(notified_on__isnull=True).order_by("pk")
