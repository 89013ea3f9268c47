"""One page per verb of the journey, with the right the verb asks, and the pauses beside them."""

from functools import partial

from cases.enums import Verb
from cases.journey import BY_OPERATION
from cases.verbs import DEMANDS
from cases.views import pauses, transitions
from incubator.access import Permission
from incubator.doors import guarded_path

#: How each verb reads in an address.
SLUGS = {
    Verb.APPLY: "postular",
    Verb.EVALUATE: "pasar-a-seleccion",
    Verb.WAITLIST: "lista-de-espera",
    Verb.ADMIT: "admitir",
    Verb.ADMIT_FORMAL: "admitir-a-saneamiento",
    Verb.DECLINE: "no-admitir",
    Verb.APPLY_AGAIN: "volver-a-postular",
    Verb.DEFINE_BUSINESS: "pasar-a-negocio",
    Verb.START_FORMALIZATION: "pasar-a-formalizacion",
    Verb.START_OPERATION: "pasar-a-gestion",
    Verb.FINISH_REGULARIZATION: "terminar-saneamiento",
    Verb.REREGULARIZE: "volver-a-saneamiento",
    Verb.GRADUATE: "egresar",
    Verb.RETURN_TO_TRAINING: "volver-a-formacion",
    Verb.RETURN_TO_BUSINESS: "volver-a-negocio",
    Verb.CLOSE: "cerrar",
    Verb.REOPEN: "reabrir",
    Verb.CORRECT: "corregir",
    Verb.UPHOLD_APPEAL: "acoger-apelacion",
}

urlpatterns = [
    *(
        guarded_path(
            f"grupos/<int:pk>/pasos/{SLUGS[verb]}/",
            partial(transitions.step, verb=verb),
            name=f"case_{verb}",
            needs=demand.permission,
        )
        for verb, demand in DEMANDS.items()
        if verb not in BY_OPERATION
    ),
    guarded_path("grupos/<int:pk>/pausa/", pauses.pause, name="case_pause", needs=Permission.DECIDE),
    guarded_path("grupos/<int:pk>/pausa/terminar/", pauses.resume, name="case_resume", needs=Permission.DECIDE),
]
