"""The life of a funding application in one glance: its states and what moves it.

Like the journey of a case, no logic here: cases/services/funding writes the state, and the database's own guard asks
for the row of every change. Up to «lista» the team moves it; from «enviada» on every state is news of the agency.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import TextChoices
from django_fsm import RETURN_VALUE, FSMField, transition

from cases.funding.agency.fact_kinds import FundEventKind, Leaving


class FundState(TextChoices):
    """How an application stands, in the order lived."""

    DRAFT = "draft", "Borrador"
    REVIEW = "review", "En revisión interna"
    READY = "ready", "Lista para enviar"
    SUBMITTED = "submitted", "Enviada"
    ADMISSIBLE = "admissible", "Admisible"
    OBSERVED = "observed", "Con observaciones"
    INADMISSIBLE = "inadmissible", "Inadmisible"
    WAITLISTED = "waitlisted", "En lista de espera"
    NOT_AWARDED = "not_awarded", "No adjudicada"
    AWARDED = "awarded", "Adjudicada"
    SIGNED = "signed", "Con convenio firmado"
    EXECUTION = "execution", "En ejecución"
    TERMINATED = "terminated", "Terminada anticipadamente"
    RENDERED = "rendered", "Rendición final entregada"
    CLOSED = "closed", "Cerrada"
    WITHDRAWN = "withdrawn", "Desistida"
    RENOUNCED = "renounced", "Renunciada"


class FundVerb(TextChoices):
    """What moves it."""

    REVIEW = "review", "Mandar a revisión"
    SEND_BACK = "send_back", "Devolver a borrador"
    READY = "ready", "Dejar lista"
    REOPEN = "reopen", "Volver a editar"
    SUBMIT = "submit", "Anotar el envío"
    REPLACE = "replace", "Preparar otro envío"
    KEEP = "keep", "Dejar lo ya enviado"
    ADMIT = "admit", "Anotar que es admisible"
    OBSERVE = "observe", "Anotar observaciones"
    ANSWER = "answer", "Anotar la respuesta"
    REJECT = "reject", "Anotar que es inadmisible"
    WAITLIST = "waitlist", "Anotar la lista de espera"
    DECLINE = "decline", "Anotar que no se adjudicó"
    AWARD = "award", "Anotar la adjudicación"
    SIGN = "sign", "Anotar el convenio firmado"
    START = "start", "Anotar el inicio de la ejecución"
    TERMINATE = "terminate", "Anotar el término anticipado"
    RENDER = "render", "Anotar la rendición final"
    CLOSE = "close", "Anotar la aprobación y cierre"
    WITHDRAW = "withdraw", "Desistir"
    RENOUNCE = "renounce", "Renunciar"
    UPHOLD_APPEAL = "uphold_appeal", "Anotar que el recurso se acogió"
    CORRECT = "correct", "Corregir el estado"


__all__ = [
    "BACK", "BEFORE_FILING", "CORRECTABLE", "ENDED", "EVENT_OF", "FILED", "GRANTED", "MOVES", "STEPS", "UNDER_WAY",
    "WAITING", "FundEventKind", "FundLife", "FundState", "FundVerb", "Leaving", "Move", "arrows", "standing",
]  # fmt: skip
S, V = FundState, FundVerb
#: Nothing has left the house yet.
BEFORE_FILING = (S.DRAFT, S.REVIEW, S.READY)
#: In the hands of the agency.
FILED = (S.SUBMITTED, S.ADMISSIBLE, S.OBSERVED)
#: The money is granted, and not all is accounted for.
GRANTED = (S.AWARDED, S.SIGNED, S.EXECUTION, S.TERMINATED, S.RENDERED)
#: Nobody waits for anything more. An appeal or a renunciation of others may still bring some of them back.
ENDED = (S.INADMISSIBLE, S.NOT_AWARDED, S.CLOSED, S.WITHDRAWN, S.RENOUNCED)
WAITING = (S.WAITLISTED,)
#: From being sent to being accounted for: what a merge, a split or a closing of the case must look at.
UNDER_WAY = (*FILED, *WAITING, *GRANTED)


@dataclass(frozen=True)
class Move:
    """One line of the machine. Several targets: who fires it says which."""

    sources: tuple[FundState, ...]
    targets: tuple[FundState, ...]


MOVES: dict[FundVerb, Move] = {
    V.REVIEW: Move((S.DRAFT,), (S.REVIEW,)),
    V.SEND_BACK: Move((S.REVIEW,), (S.DRAFT,)),
    V.READY: Move((S.REVIEW,), (S.READY,)),
    V.REOPEN: Move((S.READY,), (S.DRAFT,)),
    V.SUBMIT: Move((S.READY,), (S.SUBMITTED,)),
    V.REPLACE: Move((S.SUBMITTED,), (S.DRAFT,)),
    V.KEEP: Move(BEFORE_FILING, (S.SUBMITTED,)),
    V.ADMIT: Move((S.SUBMITTED,), (S.ADMISSIBLE,)),
    V.OBSERVE: Move((S.SUBMITTED, S.ADMISSIBLE), (S.OBSERVED,)),
    V.ANSWER: Move((S.OBSERVED,), (S.SUBMITTED, S.ADMISSIBLE)),
    V.REJECT: Move(FILED, (S.INADMISSIBLE,)),
    V.WAITLIST: Move(FILED, (S.WAITLISTED,)),
    V.DECLINE: Move((*FILED, S.WAITLISTED), (S.NOT_AWARDED,)),
    V.AWARD: Move((*FILED, S.WAITLISTED), (S.AWARDED,)),
    V.SIGN: Move((S.AWARDED,), (S.SIGNED,)),
    V.START: Move((S.SIGNED,), (S.EXECUTION,)),
    V.TERMINATE: Move((S.SIGNED, S.EXECUTION), (S.TERMINATED,)),
    V.RENDER: Move((S.EXECUTION, S.TERMINATED), (S.RENDERED,)),
    V.CLOSE: Move((S.RENDERED,), (S.CLOSED,)),
    V.WITHDRAW: Move((*BEFORE_FILING, *FILED, S.WAITLISTED), (S.WITHDRAWN,)),
    V.RENOUNCE: Move((S.AWARDED, S.SIGNED), (S.RENOUNCED,)),
    V.UPHOLD_APPEAL: Move((S.INADMISSIBLE, S.NOT_AWARDED, S.WAITLISTED), (S.ADMISSIBLE, S.WAITLISTED, S.AWARDED)),
}
#: What the team does and undoes by itself is no news recorded by mistake.
_OWN = (V.REVIEW, V.SEND_BACK, V.READY, V.REOPEN, V.REPLACE, V.KEEP)
#: The steps that may be corrected.
CORRECTABLE = tuple(verb for verb in MOVES if verb not in _OWN)


def _arrows(verbs):
    return {
        (verb, source, target) for verb in verbs for source in MOVES[verb].sources for target in MOVES[verb].targets
    }


#: A correction takes one step back: each arrow of a step that may be corrected, the other way.
BACK = frozenset((target, source) for _, source, target in _arrows(CORRECTABLE) if target != source)
MOVES[V.CORRECT] = Move(
    tuple(state for state in S if any(state == source for source, _ in BACK)),
    tuple(state for state in S if any(state == target for _, target in BACK)),
)


def arrows():
    """Every (verb, from, to) that may be written: what the database's own guard holds."""
    forward = _arrows(verb for verb in MOVES if verb != V.CORRECT)
    return {row for row in forward if row[1] != row[2]} | {(V.CORRECT, *pair) for pair in BACK}


#: Where each state may lead, corrections aside: the table that people read.
STEPS = {state: {target for verb, source, target in arrows() if source == state and verb != V.CORRECT} for state in S}


def standing(changes):
    """The steps that stand, the oldest first: a correction takes away the one before it."""
    found = []
    for change in changes:
        if change.verb == V.CORRECT:
            found.pop()
        else:
            found.append(change)
    return found


K = FundEventKind
#: The dated fact without which a step is not written.
EVENT_OF: dict[FundVerb, FundEventKind] = {
    V.ADMIT: K.ADMISSION,
    V.OBSERVE: K.OBSERVATION,
    V.ANSWER: K.OBSERVATION_ANSWER,
    V.REJECT: K.REJECTION,
    V.WAITLIST: K.WAITLIST,
    V.DECLINE: K.REFUSAL,
    V.AWARD: K.AWARD,
    V.SIGN: K.AGREEMENT,
    V.START: K.START,
    V.TERMINATE: K.EARLY_END,
    V.RENDER: K.FINAL_ACCOUNTS,
    V.CLOSE: K.ACCOUNTS_APPROVED,
    V.RENOUNCE: K.RENUNCIATION,
    V.UPHOLD_APPEAL: K.APPEAL_RESULT,
    V.CORRECT: K.CORRECTION,
}


def _step(verb):
    move = MOVES[verb]
    target = move.targets[0] if len(move.targets) == 1 else RETURN_VALUE(*move.targets)
    return transition(field="state", source=list(move.sources), target=target)


class FundLife(models.Model):
    """The spine of an application. `state` is written by cases.services.funding alone."""

    state = FSMField("estado", choices=FundState, default=FundState.DRAFT, editable=False, max_length=15)

    class Meta:
        abstract = True

    @_step(V.REVIEW)
    def review(self):
        """The text is whole: others read it."""

    @_step(V.SEND_BACK)
    def send_back(self):
        """The review asks for changes."""

    @_step(V.READY)
    def ready(self):
        """Approved and frozen as a package."""

    @_step(V.REOPEN)
    def reopen(self):
        """An edit of what was ready."""

    @_step(V.SUBMIT)
    def submit(self):
        """Filed before the agency, with its hour and folio."""

    @_step(V.REPLACE)
    def replace(self):
        """Before the closing, another package is prepared; what was sent stands until it is sent."""

    @_step(V.KEEP)
    def keep(self):
        """What was sent stands: no other filing came in its place."""

    @_step(V.ADMIT)
    def admit(self):
        """The agency found it admissible."""

    @_step(V.OBSERVE)
    def observe(self):
        """The agency asks for something."""

    @_step(V.ANSWER)
    def answer(self, to):
        """Answered: back where it was."""
        return to

    @_step(V.REJECT)
    def reject(self):
        """The agency found it inadmissible."""

    @_step(V.WAITLIST)
    def waitlist(self):
        """It waits for somebody else's renunciation."""

    @_step(V.DECLINE)
    def decline(self):
        """Others were awarded."""

    @_step(V.AWARD)
    def award(self):
        """The agency grants the money."""

    @_step(V.SIGN)
    def sign(self):
        """Both sides signed."""

    @_step(V.START)
    def start(self):
        """The work began."""

    @_step(V.TERMINATE)
    def terminate(self):
        """It ended before its day."""

    @_step(V.RENDER)
    def render(self):
        """The final accounts were delivered."""

    @_step(V.CLOSE)
    def close(self):
        """The accounts were approved and the balance refunded."""

    @_step(V.WITHDRAW)
    def withdraw(self):
        """The applicant goes no further."""

    @_step(V.RENOUNCE)
    def renounce(self):
        """The applicant gives up what was granted, before any money."""

    @_step(V.UPHOLD_APPEAL)
    def uphold_appeal(self, to):
        """An appeal was upheld: where the agency says."""
        return to

    @_step(V.CORRECT)
    def correct(self, to):
        """What was recorded by mistake is undone."""
        return to
