"""The life of a legal file in one glance: its acts, its states, and which act moves it from where to where.

Like the journey of a case, no logic here: rights and facts live in cases/services/legal, which writes the state, and
the database's own guard asks for the row of every change. What the law answers on a day is computed, never a state.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import TextChoices
from django_fsm import RETURN_VALUE, FSMField, transition


class LegalEventKind(TextChoices):
    """The dated acts that make a cooperative (Ley General de Cooperativas, arts. 5-10 and 108; Ley 19.499; CT)."""

    NOTICE = "notice", "Citación a la junta constitutiva"
    MEETING = "meeting", "Junta constitutiva celebrada"
    MEETING_FAILED = "meeting_failed", "La junta no se hizo o no hubo quórum"
    STATUTES_BACK = "statutes_back", "Los estatutos vuelven a una junta"
    LAWYER_DRAFT = "lawyer_draft", "Minuta firmada por abogada o abogado"
    DEED = "deed", "Escritura pública"
    EXTRACT = "extract", "Extracto autorizado por el notario"
    REGISTRY_ENTRY = "registry_entry", "Inscripción en el Registro de Comercio"
    PUBLICATION = "publication", "Publicación en el Diario Oficial"
    CURE_NOTICE = "cure_notice", "Citación a la junta que sanea"
    CURE_MEETING = "cure_meeting", "Junta que acuerda sanear"
    CURE_FAILED = "cure_failed", "La junta que sanea no se hizo o no acordó"
    CURE_DEED = "cure_deed", "Escritura que sanea"
    CURE_ENTRY = "cure_entry", "Inscripción de la escritura que sanea"
    CURE_PUBLICATION = "cure_publication", "Publicación de la escritura que sanea"
    DAES_FILING = "daes_filing", "Presentación al DAES"
    DAES_OBSERVATION = "daes_observation", "Observaciones del DAES"
    DAES_ANSWER = "daes_answer", "Respuesta a las observaciones del DAES"
    ROLL = "roll", "Rol en el registro de DAES"
    TAX_ID = "tax_id", "RUT en el SII"
    ACTIVITY = "activity", "Empezó a trabajar o a vender"
    TAX_START = "tax_start", "Inicio de actividades en el SII"
    ABANDONED = "abandoned", "El grupo deja la formalización"
    OPINION = "opinion", "Informe de abogada o abogado: es nula"
    JUDGMENT = "judgment", "Sentencia firme: es nula"
    CURE_JUDGMENT = "cure_judgment", "Sentencia firme sobre el acto con vicio"
    DISSOLUTION = "dissolution", "Disolución de la cooperativa"
    REFORM_DEED = "reform_deed", "Escritura de una reforma"
    REFORM_ENTRY = "reform_entry", "Inscripción de una reforma"
    REFORM_PUBLICATION = "reform_publication", "Publicación de una reforma"


class LegalState(TextChoices):
    """How a legal file stands."""

    DRAFTING = "drafting", "Preparando los estatutos"
    SUMMONED = "summoned", "Junta citada"
    HELD = "held", "Junta celebrada"
    DEEDED = "deeded", "Con escritura"
    CONSTITUTED = "constituted", "Constituida"
    FILED = "filed", "Presentada al DAES"
    OBSERVED = "observed", "Con observaciones del DAES"
    ROLL_ASSIGNED = "roll_assigned", "Con rol del DAES"
    OPERATING = "operating", "Con inicio de actividades"
    ABANDONED = "abandoned", "Abandonada"
    VOID = "void", "Nula"


class LegalVerb(TextChoices):
    """What moves a file."""

    SUMMON = "summon", "Citar la junta"
    HOLD = "hold", "Celebrar la junta"
    CALL_OFF = "call_off", "Volver a preparar"
    RESUMMON = "resummon", "Volver a citar"
    SIGN_DEED = "sign_deed", "Reducir a escritura"
    CONSTITUTE = "constitute", "Quedar constituida"
    FILE = "file", "Presentar al DAES"
    OBSERVE = "observe", "Recibir observaciones"
    ANSWER = "answer", "Responder las observaciones"
    ASSIGN_ROLL = "assign_roll", "Recibir el rol"
    OPERATE = "operate", "Iniciar actividades"
    ABANDON = "abandon", "Abandonar"
    ANNUL = "annul", "Darla por nula"
    CORRECT = "correct", "Corregir un acto anotado por error"


@dataclass(frozen=True)
class Move:
    """One line of the machine: from where to where, by which acts; `computed` when the law decides, not the click."""

    sources: tuple[LegalState, ...]
    target: LegalState
    acts: tuple[LegalEventKind, ...]
    computed: bool = False


S, K, V = LegalState, LegalEventKind, LegalVerb
BEFORE_DEED = (S.DRAFTING, S.SUMMONED, S.HELD)
ENDED = (S.ABANDONED, S.VOID)
#: The machine. A deed holds the minutes of its meeting (art. 6), so it moves a file whose meeting nobody recorded.
MOVES: dict[LegalVerb, Move] = {
    V.SUMMON: Move((S.DRAFTING,), S.SUMMONED, (K.NOTICE,)),
    V.HOLD: Move((S.SUMMONED,), S.HELD, (K.MEETING,)),
    V.CALL_OFF: Move((S.SUMMONED,), S.DRAFTING, (K.MEETING_FAILED,)),
    V.RESUMMON: Move((S.HELD,), S.SUMMONED, (K.STATUTES_BACK,)),
    V.SIGN_DEED: Move(BEFORE_DEED, S.DEEDED, (K.DEED,)),
    V.CONSTITUTE: Move(
        (S.DEEDED,), S.CONSTITUTED, (K.REGISTRY_ENTRY, K.PUBLICATION, K.CURE_ENTRY, K.CURE_PUBLICATION), computed=True
    ),
    V.FILE: Move((S.CONSTITUTED,), S.FILED, (K.DAES_FILING,)),
    V.OBSERVE: Move((S.FILED,), S.OBSERVED, (K.DAES_OBSERVATION,)),
    V.ANSWER: Move((S.OBSERVED,), S.FILED, (K.DAES_ANSWER,)),
    V.ASSIGN_ROLL: Move((S.CONSTITUTED, S.FILED, S.OBSERVED), S.ROLL_ASSIGNED, (K.ROLL,), computed=True),
    V.OPERATE: Move((S.ROLL_ASSIGNED,), S.OPERATING, (K.TAX_START,), computed=True),
    V.ABANDON: Move(BEFORE_DEED, S.ABANDONED, (K.ABANDONED,)),
    V.ANNUL: Move((S.DEEDED,), S.VOID, (K.OPINION, K.JUDGMENT)),
}
#: Act → what it moves at once. An act that is not here is kept, and moves nothing by itself.
MOVED_BY = {act: verb for verb, move in MOVES.items() if not move.computed for act in move.acts}
#: The acts that `start_operation` asks for.
CONSTITUTING = (K.DEED, K.REGISTRY_ENTRY, K.PUBLICATION, K.ROLL, K.TAX_ID)
#: Acts that happen once in a file; the others may come again (a second notice, another observation, another cure).
ONCE = (*CONSTITUTING, K.LAWYER_DRAFT, K.EXTRACT, K.ACTIVITY, K.TAX_START, K.ABANDONED, K.OPINION, K.JUDGMENT)
#: Acts that ask for a reason, and need no document: nobody signs that a meeting was not held.
SAID = (K.MEETING_FAILED, K.STATUTES_BACK, K.ABANDONED, K.CURE_FAILED)
#: Acts that no document proves: those, and the day on which the cooperative began to work.
UNSIGNED = (*SAID, K.ACTIVITY)
CURE = (K.CURE_DEED, K.CURE_ENTRY, K.CURE_PUBLICATION)
#: Acts of before: they are recorded only for a cooperative that existed already (cases/services/legal/old_acts).
REFORM = (K.REFORM_DEED, K.REFORM_ENTRY, K.REFORM_PUBLICATION)
#: Acts that only a deed makes possible.
AFTER_DEED = (K.EXTRACT, K.REGISTRY_ENTRY, K.PUBLICATION, *CURE, K.ROLL, K.TAX_ID, K.TAX_START)


def _step(verb):
    move = MOVES[verb]
    return transition(field="state", source=list(move.sources), target=move.target)


class LegalLife(models.Model):
    """The spine of a legal file. `state` is written by cases.services.legal.steps alone."""

    state = FSMField("estado", choices=LegalState, default=LegalState.DRAFTING, editable=False, max_length=15)

    class Meta:
        abstract = True

    @_step(V.SUMMON)
    def summon(self):
        """The founding meeting has its notice."""

    @_step(V.HOLD)
    def hold(self):
        """It was held, and approved the statutes."""

    @_step(V.CALL_OFF)
    def call_off(self):
        """No quorum, or a notice out of term: it is prepared again."""

    @_step(V.RESUMMON)
    def resummon(self):
        """The statutes were not approved, or the notary's text is another: they go to a meeting again."""

    @_step(V.SIGN_DEED)
    def sign_deed(self):
        """The minutes are a deed: the sixty days run."""

    @_step(V.CONSTITUTE)
    def constitute(self):
        """Deed, registry and Gazette in time, or cured: the cooperative exists."""

    @_step(V.FILE)
    def file(self):
        """The papers are at the DAES."""

    @_step(V.OBSERVE)
    def observe(self):
        """The DAES asks for something; it never undoes the constitution."""

    @_step(V.ANSWER)
    def answer(self):
        """It is answered."""

    @_step(V.ASSIGN_ROLL)
    def assign_roll(self):
        """The DAES gave its number."""

    @_step(V.OPERATE)
    def operate(self):
        """It told the SII that it begins."""

    @_step(V.ABANDON)
    def abandon(self):
        """The group leaves it, before any deed."""

    @_step(V.ANNUL)
    def annul(self):
        """A lawyer's opinion or a judgment says that it is void."""

    @transition(field="state", source="*", target=RETURN_VALUE(*S))
    def correct(self, to):
        """An act recorded by mistake was taken back: where the file was before it."""
        return to
