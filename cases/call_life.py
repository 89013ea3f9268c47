"""The life of a call in one glance: its states, what moves it between them, and what orders those who tie.

Like the journey of a case, no logic here: rights and facts live in cases/services/calls.py, which writes the state, and
the database's own guard asks for the row of every change.
"""

from django.db import models
from django.db.models import TextChoices
from django_fsm import FSMField, transition


class CallState(TextChoices):
    """How a call stands."""

    DRAFT = "draft", "Borrador"
    PUBLISHED = "published", "Publicada"
    CLOSED = "closed", "Cerrada"
    RANKED = "ranked", "Con orden"
    RESOLVED = "resolved", "Resuelta"
    VOID = "void", "Anulada"


class CallVerb(TextChoices):
    """What moves a call."""

    PUBLISH = "publish", "Publicar la convocatoria"
    CLOSE = "close", "Cerrar la convocatoria"
    RANK = "rank", "Fijar el orden"
    RESOLVE = "resolve", "Dar por resuelta"
    VOID = "void", "Anular la convocatoria"


class TieBreaker(TextChoices):
    """What decides between two applications of the same score."""

    HEAVIEST = "heaviest", "Más puntaje en el criterio que más pesa"
    INTERESTED = "interested", "Más personas interesadas"
    RECEIPT = "receipt", "Orden de recepción"


C = CallState
#: The states the public sees a call in; a draft is nobody's but the team's.
PUBLIC = (C.PUBLISHED, C.CLOSED, C.RANKED, C.RESOLVED, C.VOID)
#: What may be taken in still: until there is an order.
RECEIVING = (C.PUBLISHED, C.CLOSED)

CALL_STEPS: dict[CallVerb, tuple[tuple[CallState, ...], CallState]] = {
    CallVerb.PUBLISH: ((C.DRAFT,), C.PUBLISHED),
    CallVerb.CLOSE: ((C.PUBLISHED,), C.CLOSED),
    CallVerb.RANK: ((C.CLOSED,), C.RANKED),
    CallVerb.RESOLVE: ((C.RANKED,), C.RESOLVED),
    CallVerb.VOID: ((C.DRAFT, C.PUBLISHED, C.CLOSED, C.RANKED), C.VOID),
}


def _step(verb):
    sources, target = CALL_STEPS[verb]
    return transition(field="state", source=list(sources), target=target)


class CallLife(models.Model):
    """The spine of a call. `state` is written by cases.services.call_steps alone."""

    state = FSMField("estado", choices=CallState, default=CallState.DRAFT, editable=False)

    class Meta:
        abstract = True

    @_step(CallVerb.PUBLISH)
    def publish(self):
        """Its days, seats and rules are set, and everybody may read them."""

    @_step(CallVerb.CLOSE)
    def close(self):
        """Its days are over: somebody says so, and what was received is complete."""

    @_step(CallVerb.RANK)
    def rank(self):
        """Those who applied have an order."""

    @_step(CallVerb.RESOLVE)
    def resolve(self):
        """Everybody has an answer."""

    @_step(CallVerb.VOID)
    def void(self):
        """It is left without effect, with its reason."""
