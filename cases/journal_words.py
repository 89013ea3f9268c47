"""How a group's journal reads: each verb of the journal as a Spanish sentence without names."""

from cases.enums import Verb
from curricula.enums import EnrollmentState

#: How a verb without words reads.
PLAIN = "Hizo una anotación"
_WORDS = {
    "group_created": "Anotó el grupo",
    "appointed": "Nombró a alguien en un cargo del grupo",
    "post_ended": "Terminó un cargo del grupo",
    "census_loaded": "Cargó al grupo desde una planilla de catastro",
    "census_undone": "Deshizo lo cargado desde una planilla de catastro",
    "census_resolved": "Resolvió una diferencia con la planilla de catastro",
    "group_updated": "Corrigió los datos del grupo",
    "group_assigned": "Puso a alguien a cargo del grupo",
    "assignment_ended": "Terminó un encargo sobre el grupo",
    "member_joined": "Anotó el ingreso de un integrante",
    "member_left": "Anotó la salida de un integrante",
    "representative_chosen": "Anotó quién representa al grupo",
    "person_created": "Anotó a una persona",
    "person_updated": "Corrigió los datos de una persona",
    "case_paused": "Puso el caso en pausa",
    "case_resumed": "Terminó la pausa",
    "application_recorded": "Anotó la postulación",
    "application_ranked": "Anotó el lugar en la convocatoria",
    "evaluation_recorded": "Anotó una evaluación",
    "signedcommitment_recorded": "Anotó el acta de compromiso",
    "supportdeclaration_recorded": "Anotó los apoyos acordados",
    "businessdefinition_recorded": "Anotó la actividad y el tipo de cooperativa",
    "businessplan_recorded": "Anotó el plan de negocio",
    "legalevent_recorded": "Anotó un acto legal",
    "item_recorded": "Anotó un punto del saneamiento",
    "measurement_recorded": "Anotó una medición de indicadores",
    "groupconfirmation_recorded": "Anotó la confirmación del grupo",
    "contact_logged": "Anotó un contacto",
    "session_logged": "Registró una sesión",
    "session_corrected": "Corrigió una sesión",
    "session_voided": "Anuló una sesión",
    "part_voided": "Anuló la parte del grupo en una sesión",
    "lesson_logged": "Registró una clase",
    "supports_given": "Anotó los apoyos entregados",
    "meeting_logged": "Registró una reunión",
    "meeting_corrected": "Corrigió una reunión",
    "meeting_voided": "Anuló una reunión",
    "hours_validated": "Validó las horas de una reunión",
}
_WORDS |= {f"case_{verb}": f"Paso: {verb.label}" for verb in Verb}
_WORDS |= {
    f"enrollment_{state}": f"Anotó la formación de una persona: {state.label.lower()}" for state in EnrollmentState
}


def said(entry) -> str:
    """What an entry of the journal says; a verb without words reads as an annotation."""
    return _WORDS.get(entry.verb, PLAIN)
