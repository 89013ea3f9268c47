"""What a step will bring about, in sentences, before anybody confirms it."""

from datetime import timedelta

from cases.enums import Stage, Verb
from cases.journey import CORRECTABLE
from cases.rules.endings import UNDO_DAYS, last_change
from cases.verbs import DEMANDS

#: What a correction takes back with the step.
_TAKES_BACK = {
    Verb.START_FORMALIZATION: "El expediente legal que se abrió con ese paso se retira.",
    Verb.ADMIT_FORMAL: "El expediente de saneamiento que se abrió con ese paso se retira.",
    Verb.REREGULARIZE: "El saneamiento vuelve a como estaba antes de ese paso.",
    Verb.FINISH_REGULARIZATION: "El saneamiento deja el seguimiento y vuelve a estar abierto.",
    Verb.RETURN_TO_BUSINESS: "El expediente legal que se cerró con ese paso vuelve a estar abierto.",
}


def what_happens(case, verb, on) -> str:
    """The sentences of one step of one case."""
    last = last_change(case)
    if verb == Verb.CLOSE:
        return " ".join([DEMANDS[verb].outcome, *_closing(case, on)])
    if verb == Verb.REOPEN and last and last.verb == Verb.CLOSE:
        return f"El caso vuelve a {Stage(last.from_stage).label}. El cierre queda anotado con su motivo."
    if verb == Verb.CORRECT and last and last.verb in CORRECTABLE:
        done = f"«{Verb(last.verb).label}», del {last.effective_on:%d-%m-%Y}, queda anotado como error"
        back = f"y el caso vuelve a {Stage(last.from_stage).label}."
        return " ".join(filter(None, [f"El paso {done}", back, _TAKES_BACK.get(Verb(last.verb), "")]))
    if verb in CORRECTABLE:
        return f"{DEMANDS[verb].outcome} Si fue un error, se puede corregir hasta el {_last_day(on):%d-%m-%Y}."
    return DEMANDS[verb].outcome


def _closing(case, on):
    members = case.organization.members_on(on).count()
    if members:
        stay = "Su integrante sigue anotado" if members == 1 else f"Sus {members} integrantes siguen anotados"
        yield f"{stay} en el grupo."
    yield "Deja de aparecer entre los pendientes, y puede volver después con un caso nuevo."
    yield f"Si fue un error, se puede reabrir hasta el {_last_day(on):%d-%m-%Y}."


def _last_day(on):
    return on + timedelta(days=UNDO_DAYS)
