"""The life of a regularization in one glance: its states, what moves it, and how each of its items stands.

Like the journey of a case, no logic here: cases/services/regularization writes the state, and the database's own guard
asks for the row of every change. From «en marcha» to «saneada» nobody fires a step: the filings say it.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import TextChoices
from django_fsm import FSMField, transition


class RegularState(TextChoices):
    """How the regularization of a cooperative stands."""

    DIAGNOSIS = "diagnosis", "Diagnóstico"
    PLAN = "plan", "Plan por aprobar"
    PLAN_APPROVED = "plan_approved", "Plan aprobado"
    IN_PROGRESS = "in_progress", "En marcha"
    FILED = "filed", "Todo presentado"
    OBSERVED = "observed", "Con observaciones"
    REGULARIZED = "regularized", "Saneada"
    WATCHED = "watched", "Al día, en seguimiento"
    DISSOLVED = "dissolved", "Disuelta"
    NOT_CURABLE = "not_curable", "No se puede sanear"
    WITHDRAWN = "withdrawn", "Retirada"


class RegularVerb(TextChoices):
    """What moves it."""

    PLAN = "plan", "Presentar el plan"
    APPROVE = "approve", "Aprobar el plan"
    REVISE = "revise", "Volver a planificar"
    START = "start", "Empezar el trabajo"
    FILE = "file", "Quedar todo presentado"
    OBSERVE = "observe", "Recibir observaciones"
    ANSWER = "answer", "Responder las observaciones"
    LACK = "lack", "Encontrar algo sin presentar"
    REGULARIZE = "regularize", "Quedar saneada"
    IN_ORDER = "in_order", "Encontrarse en orden"
    WATCH = "watch", "Pasar a seguimiento"
    LAPSE = "lapse", "Volver al diagnóstico"
    UNWATCH = "unwatch", "Corregir el término"
    UNLAPSE = "unlapse", "Corregir la vuelta al diagnóstico"
    DISSOLVE = "dissolve", "Darla por disuelta"
    GIVE_UP = "give_up", "Darla por no saneable"
    WITHDRAW = "withdraw", "Retirarla"


@dataclass(frozen=True)
class Move:
    """One line of the machine. `computed`: the filings decide. `staged`: a step of the case itself brings it about."""

    sources: tuple[RegularState, ...]
    target: RegularState
    computed: bool = False
    staged: bool = False


S, V = RegularState, RegularVerb
UNDER_WAY = (S.IN_PROGRESS, S.FILED, S.OBSERVED)
ENDED = (S.DISSOLVED, S.NOT_CURABLE, S.WITHDRAWN)
#: Before somebody approved the plan: nothing but what R02 asks is filed.
BEFORE_APPROVAL = (S.DIAGNOSIS, S.PLAN)
_LIVING = (S.DIAGNOSIS, S.PLAN, S.PLAN_APPROVED, *UNDER_WAY)
MOVES: dict[RegularVerb, Move] = {
    V.PLAN: Move((S.DIAGNOSIS,), S.PLAN),
    V.APPROVE: Move((S.PLAN,), S.PLAN_APPROVED),
    V.REVISE: Move((S.PLAN_APPROVED, S.IN_PROGRESS), S.PLAN),
    V.START: Move((S.PLAN_APPROVED,), S.IN_PROGRESS),
    V.FILE: Move((S.IN_PROGRESS,), S.FILED, computed=True),
    V.OBSERVE: Move((S.FILED,), S.OBSERVED, computed=True),
    V.ANSWER: Move((S.OBSERVED,), S.FILED, computed=True),
    V.LACK: Move((S.FILED, S.OBSERVED), S.IN_PROGRESS, computed=True),
    V.REGULARIZE: Move((S.FILED,), S.REGULARIZED, computed=True),
    V.IN_ORDER: Move((S.DIAGNOSIS,), S.REGULARIZED, computed=True),
    V.WATCH: Move((S.REGULARIZED,), S.WATCHED, staged=True),
    V.LAPSE: Move((S.REGULARIZED, S.WATCHED), S.DIAGNOSIS),
    V.UNWATCH: Move((S.WATCHED,), S.REGULARIZED, staged=True),
    V.UNLAPSE: Move((S.DIAGNOSIS,), S.WATCHED, staged=True),
    V.DISSOLVE: Move((*_LIVING, S.REGULARIZED, S.WATCHED), S.DISSOLVED),
    V.GIVE_UP: Move(_LIVING, S.NOT_CURABLE),
    V.WITHDRAW: Move(_LIVING, S.WITHDRAWN),
}


class Block(TextChoices):
    """The blocks of the checklist, in the order they are looked at."""

    EXISTENCE = "existence", "Existencia"
    MEMBERS = "members", "Integrantes"
    BODIES = "bodies", "Órganos y cargos"
    MEETINGS = "meetings", "Juntas y actas"
    ACCOUNTING = "accounting", "Contabilidad"
    DAES = "daes", "DAES"
    TAX = "tax", "Impuestos"
    LABOUR = "labour", "Trabajo y previsión"
    PERMITS = "permits", "Permisos"
    FUNDS = "funds", "Fondos públicos"
    STATUTES = "statutes", "Estatutos"
    OTHER = "other", "Otros"


class Authority(TextChoices):
    """Before whom an item is put in order."""

    DAES = "daes", "DAES"
    SII = "sii", "SII"
    TREASURY = "treasury", "Tesorería"
    PREVIRED = "previred", "Previred"
    MUNICIPALITY = "municipality", "Municipalidad"
    CBR = "cbr", "Conservador (Registro de Comercio)"


class FilingState(TextChoices):
    """How a filing stands."""

    PENDING = "pending", "Por presentar"
    FILED = "filed", "Presentada"
    OBSERVED = "observed", "Con observaciones"
    MET = "met", "Cumplida"


#: From how a filing stands to how it may stand next. An observation is answered by filing again.
FILING_MOVES: dict[FilingState, tuple[FilingState, ...]] = {
    FilingState.PENDING: (FilingState.FILED, FilingState.MET),
    FilingState.FILED: (FilingState.OBSERVED, FilingState.MET),
    FilingState.OBSERVED: (FilingState.FILED, FilingState.MET),
    FilingState.MET: (FilingState.OBSERVED,),
}


class EntryKind(TextChoices):
    """What was written of an item."""

    DIAGNOSIS = "diagnosis", "Diagnóstico"
    PLAN = "plan", "Plan"
    PROGRESS = "progress", "Avance"


class RegistryKind(TextChoices):
    """Two things that the regulator says, never the same: that it exists, and that it files."""

    EXISTENCE = "existence", "Estado en el registro"
    SITUATION = "situation", "Situación"


def _step(verb):
    move = MOVES[verb]
    return transition(field="state", source=list(move.sources), target=move.target)


class RegularizationLife(models.Model):
    """The spine of a regularization. `state` is written by cases.services.regularization.moves alone."""

    state = FSMField("estado", choices=RegularState, default=RegularState.DIAGNOSIS, editable=False, max_length=15)

    class Meta:
        abstract = True

    @_step(V.PLAN)
    def plan(self):
        """What is missing is known, and what will be done about it is written."""

    @_step(V.APPROVE)
    def approve(self):
        """Somebody who wrote none of it agrees."""

    @_step(V.REVISE)
    def revise(self):
        """The plan no longer fits: it is written and approved again."""

    @_step(V.START)
    def start(self):
        """The first thing of the plan is done."""

    @_step(V.FILE)
    def file(self):
        """Every item of high risk was filed."""

    @_step(V.OBSERVE)
    def observe(self):
        """An authority asks for something."""

    @_step(V.ANSWER)
    def answer(self):
        """Nothing waits for an answer."""

    @_step(V.LACK)
    def lack(self):
        """Something of high risk turned up that was not filed."""

    @_step(V.REGULARIZE)
    def regularize(self):
        """Every item of high risk is met."""

    @_step(V.IN_ORDER)
    def in_order(self):
        """The diagnosis found everything met: there is nothing to plan."""

    @_step(V.WATCH)
    def watch(self):
        """The case goes on to operation: its yearly duties are watched."""

    @_step(V.LAPSE)
    def lapse(self):
        """A dated fact lapsed: back to the diagnosis."""

    @_step(V.UNWATCH)
    def unwatch(self):
        """The step of the case that finished it was corrected."""

    @_step(V.UNLAPSE)
    def unlapse(self):
        """The step of the case that brought it back was corrected."""

    @_step(V.DISSOLVE)
    def dissolve(self):
        """The law dissolved it, or its meeting did."""

    @_step(V.GIVE_UP)
    def give_up(self):
        """A lawyer or a judge says that it cannot be cured."""

    @_step(V.WITHDRAW)
    def withdraw(self):
        """The cooperative leaves it."""
