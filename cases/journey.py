"""The journey of a group in one glance: every transition, in the order lived. No logic here.

Each method only declares where a verb goes from and to. Rules live in cases/rules, rights beside the verbs in
cases/verbs.py, and one service fires them (cases/services/advancement.py), which the database's own guard checks.
"""

from django.db import models
from django_fsm import GET_STATE, FSMField, transition

from cases.enums import OPEN, Stage, Verb

S = Stage

#: The steps forward and back that a person takes; what is not here cannot happen.
STEPS: dict[Verb, dict[Stage, Stage]] = {
    Verb.APPLY: {S.CENSUS: S.CALL},
    Verb.EVALUATE: {S.CALL: S.SELECTION},
    Verb.WAITLIST: {S.SELECTION: S.WAITING},
    Verb.ADMIT: {S.SELECTION: S.TRAINING, S.WAITING: S.TRAINING},
    Verb.ADMIT_FORMAL: {S.SELECTION: S.REGULARIZATION, S.WAITING: S.REGULARIZATION},
    Verb.DECLINE: {S.CALL: S.CLOSED, S.SELECTION: S.CLOSED, S.WAITING: S.CLOSED},
    Verb.UPHOLD_APPEAL: {S.CLOSED: S.SELECTION},
    Verb.APPLY_AGAIN: {S.WAITING: S.CALL},
    Verb.DEFINE_BUSINESS: {S.TRAINING: S.BUSINESS},
    Verb.START_FORMALIZATION: {S.BUSINESS: S.FORMALIZATION},
    Verb.START_OPERATION: {S.FORMALIZATION: S.OPERATION},
    Verb.FINISH_REGULARIZATION: {S.REGULARIZATION: S.OPERATION},
    Verb.REREGULARIZE: {S.OPERATION: S.REGULARIZATION},
    Verb.GRADUATE: {S.OPERATION: S.GRADUATED},
    Verb.RETURN_TO_TRAINING: {S.BUSINESS: S.TRAINING},
    Verb.RETURN_TO_BUSINESS: {S.FORMALIZATION: S.BUSINESS},
    Verb.CLOSE: dict.fromkeys(OPEN, S.CLOSED),
}
#: The steps that may be corrected: a closing is reopened, and an appeal that was upheld stays so.
CORRECTABLE = tuple(verb for verb in STEPS if verb not in (Verb.CLOSE, Verb.UPHOLD_APPEAL))
#: Verbs that take a step back: where they lead is read from the step they undo.
BACK: dict[Verb, frozenset[tuple[Stage, Stage]]] = {
    Verb.REOPEN: frozenset((S.CLOSED, stage) for stage in OPEN),
    Verb.CORRECT: frozenset((target, source) for verb in CORRECTABLE for source, target in STEPS[verb].items()),
}
#: Verbs that only an operation on whole groups fires (cases/services/lineage): nobody is offered them.
BY_OPERATION: dict[Verb, frozenset[tuple[Stage, Stage]]] = {
    Verb.INHERIT: frozenset((S.CENSUS, stage) for stage in (S.CALL, S.SELECTION, S.WAITING, S.TRAINING, S.BUSINESS)),
    Verb.REVERT: frozenset((S.CLOSED, stage) for stage in OPEN),
}


def pairs():
    """Every (from, to, verb) that may be written: what the database's guard holds in cases_stagepair."""
    forward = {(source, target, verb) for verb, steps in STEPS.items() for source, target in steps.items()}
    back = {(source, target, verb) for verb, steps in (BACK | BY_OPERATION).items() for source, target in steps}
    return {("", S.CENSUS, Verb.RECORD)} | forward | back


def _sources(verb):
    return list(STEPS[verb])


def _step(verb):
    """The transition of a verb whose target depends on nothing but the verb."""
    (target,) = set(STEPS[verb].values())
    return transition(field="stage", source=_sources(verb), target=target)


def _back(verb):
    """The transition of a verb that returns to a stage named by whoever fires it."""
    steps = (BACK | BY_OPERATION)[verb]
    sources = sorted({source for source, _ in steps})
    allowed = sorted({target for _, target in steps})
    return transition(field="stage", source=sources, target=GET_STATE(lambda case, to: to, states=allowed))


class Journey(models.Model):
    """The spine of a case. `stage` is written by cases.services.advancement alone."""

    stage = FSMField("etapa", choices=Stage, default=Stage.CENSUS, editable=False)

    class Meta:
        abstract = True

    @_step(Verb.APPLY)
    def apply(self):
        """The group applies to an open call."""

    @_step(Verb.EVALUATE)
    def evaluate(self):
        """Evaluators without conflict of interest open its rubric."""

    @_step(Verb.WAITLIST)
    def waitlist(self):
        """It is ranked, and there is no place yet."""

    @_step(Verb.ADMIT)
    def admit(self):
        """The incubator takes it in: training begins."""

    @_step(Verb.ADMIT_FORMAL)
    def admit_formal(self):
        """A cooperative that already exists is taken in: its regularization begins."""

    @_step(Verb.DECLINE)
    def decline(self):
        """It is not admitted, and is told why and where to turn."""

    @_step(Verb.UPHOLD_APPEAL)
    def uphold_appeal(self):
        """Its appeal was right: other people evaluate it again."""

    @_step(Verb.APPLY_AGAIN)
    def apply_again(self):
        """From the waiting list it applies to a newer call."""

    @_step(Verb.DEFINE_BUSINESS)
    def define_business(self):
        """Trained, it defines its business."""

    @_step(Verb.START_FORMALIZATION)
    def start_formalization(self):
        """With a plan and a type of cooperative, it opens its legal file."""

    @_step(Verb.START_OPERATION)
    def start_operation(self):
        """The cooperative exists and begins to trade."""

    @_step(Verb.FINISH_REGULARIZATION)
    def finish_regularization(self):
        """What was out of order is in order."""

    @_step(Verb.REREGULARIZE)
    def reregularize(self):
        """A dated fact lapsed: back to putting things in order."""

    @_step(Verb.GRADUATE)
    def graduate(self):
        """It goes on by itself."""

    @_step(Verb.RETURN_TO_TRAINING)
    def return_to_training(self):
        """It needs more training before its plan."""

    @_step(Verb.RETURN_TO_BUSINESS)
    def return_to_business(self):
        """Before the deed, it thinks its business again."""

    @_step(Verb.CLOSE)
    def close(self):
        """It ends here, with a reason."""

    @_back(Verb.REOPEN)
    def reopen(self, to):
        """Closed by mistake within the week: back to the stage it left."""

    @_back(Verb.CORRECT)
    def correct(self, to):
        """The last step was recorded by mistake: one step back, both rows kept."""

    @_back(Verb.INHERIT)
    def inherit(self, to):
        """Born of a group that divided: it takes the stage of its origin, once."""

    @_back(Verb.REVERT)
    def revert(self, to):
        """A merge or a split is undone: back to the stage the case left."""
