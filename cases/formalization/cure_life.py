"""The life of a cure (Ley 19.499): one machine for each defective act, moved by the acts that mend it.

Like a legal file's: no logic here. Rights and facts live in cases/services/legal/cures, and the database's own guard
holds this same table. Whether a deed was entered and published in its sixty days is asked of R23, never stored.
"""

from django.db import models
from django.db.models import TextChoices
from django_fsm import RETURN_VALUE, FSMField, transition

from cases.formalization.life import LegalEventKind, Move


class CureState(TextChoices):
    """How a cure stands."""

    OPENED = "opened", "Abierto: falta acordar cómo sanear"
    SUMMONED = "summoned", "Junta citada"
    AGREED = "agreed", "Acordado en junta"
    DEEDED = "deeded", "Con escritura que sanea"
    EFFECTIVE = "effective", "Saneado"
    ENDED = "ended", "Terminado sin sanear"


class CureVerb(TextChoices):
    """What moves a cure."""

    SUMMON = "summon", "Citar la junta"
    AGREE = "agree", "Acordar el saneamiento"
    CALL_OFF = "call_off", "Volver a citar"
    SIGN_DEED = "sign_deed", "Hacer la escritura que sanea"
    TAKE_EFFECT = "take_effect", "Quedar saneado"
    REOPEN = "reopen", "Volver a empezar: hace falta otra escritura"
    END = "end", "Terminar sin sanear"
    WITHDRAW = "withdraw", "Cerrar: no hacía falta"
    CORRECT = "correct", "Corregir un acto anotado por error"


S, K, V = CureState, LegalEventKind, CureVerb
#: A cure that still runs.
RUNNING = (S.OPENED, S.SUMMONED, S.AGREED, S.DEEDED)
BEFORE_DEED = (S.OPENED, S.SUMMONED, S.AGREED)
#: The acts whose defects are cured, and those that make them known.
CURED = (K.DEED, K.REFORM_DEED)
SHOWING = (K.DEED, K.EXTRACT, K.REGISTRY_ENTRY, K.PUBLICATION, K.REFORM_DEED, K.REFORM_ENTRY, K.REFORM_PUBLICATION)
#: The machine. A deed holds the minutes of its meeting, so it moves a cure whose meeting nobody recorded.
MOVES: dict[CureVerb, Move] = {
    V.SUMMON: Move((S.OPENED,), S.SUMMONED, (K.CURE_NOTICE,)),
    V.AGREE: Move((S.OPENED, S.SUMMONED), S.AGREED, (K.CURE_MEETING,)),
    V.CALL_OFF: Move((S.SUMMONED,), S.OPENED, (K.CURE_FAILED,)),
    V.SIGN_DEED: Move(BEFORE_DEED, S.DEEDED, (K.CURE_DEED,)),
    V.TAKE_EFFECT: Move((S.DEEDED,), S.EFFECTIVE, (K.CURE_ENTRY, K.CURE_PUBLICATION), computed=True),
    V.REOPEN: Move(
        (S.DEEDED,),
        S.OPENED,
        (K.CURE_ENTRY, K.CURE_PUBLICATION, K.CURE_NOTICE, K.CURE_MEETING, K.CURE_DEED),
        computed=True,
    ),
    V.END: Move(RUNNING, S.ENDED, (K.CURE_JUDGMENT, K.DISSOLUTION, K.JUDGMENT, K.OPINION)),
    V.WITHDRAW: Move((S.OPENED,), S.ENDED, SHOWING, computed=True),
}
#: Act → what it moves at once.
MOVED_BY = {act: verb for verb, move in MOVES.items() if not move.computed for act in move.acts}
#: The acts that are a cure's own, in the order they are lived.
ACTS = (
    K.CURE_NOTICE, K.CURE_MEETING, K.CURE_FAILED, K.CURE_DEED, K.CURE_ENTRY, K.CURE_PUBLICATION, K.CURE_JUDGMENT,
    K.DISSOLUTION,
)  # fmt: skip
#: Those that begin again a cure whose deed came to nothing.
AGAIN = (K.CURE_NOTICE, K.CURE_MEETING, K.CURE_DEED)


def _step(verb):
    move = MOVES[verb]
    return transition(field="state", source=list(move.sources), target=move.target)


class CureLife(models.Model):
    """The spine of a cure. `state` is written by cases.services.legal.cures alone."""

    state = FSMField("estado", choices=CureState, default=CureState.OPENED, editable=False, max_length=10)

    class Meta:
        abstract = True

    @_step(V.SUMMON)
    def summon(self):
        """The meeting that will decide it has its notice."""

    @_step(V.AGREE)
    def agree(self):
        """The meeting agreed how to mend it."""

    @_step(V.CALL_OFF)
    def call_off(self):
        """There was no quorum or no agreement."""

    @_step(V.SIGN_DEED)
    def sign_deed(self):
        """There is a deed that mends: its own sixty days run."""

    @_step(V.TAKE_EFFECT)
    def take_effect(self):
        """Entered and published in time: the defect never was."""

    @_step(V.REOPEN)
    def reopen(self):
        """Its acts came late or never: another deed is needed."""

    @_step(V.END)
    def end(self):
        """A final judgment or a dissolution: there is nothing to mend any more."""

    @_step(V.WITHDRAW)
    def withdraw(self):
        """What showed the defect was recorded by mistake."""

    @transition(field="state", source="*", target=RETURN_VALUE(*S))
    def correct(self, to):
        """An act recorded by mistake was taken back: where the cure was before it."""
        return to
