"""How a group's journal reads: each verb of the journal as a Spanish sentence without names."""

from cases import kernel_words
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
    "submission_taken_in": "Tomó una postulación recibida",
    "submission_placed": "Dejó en el grupo a una persona que postuló sola",
    "evaluator_assigned": "Encargó evaluar la postulación",
    "evaluator_released": "Terminó un encargo de evaluar la postulación",
    "interests_declared": "Declaró sus intereses antes de evaluar",
    "sheet_filed": "Presentó una pauta de evaluación",
    "letter_issued": "Emitió una carta",
    "letter_notified": "Anotó que el grupo recibió una carta",
    "appeal_recorded": "Anotó una apelación",
    "appeal_decided": "Anotó la decisión de una apelación",
    "signedcommitment_recorded": "Anotó el acta de compromiso",
    "supportdeclaration_recorded": "Anotó los apoyos acordados",
    "businessdefinition_recorded": "Anotó la actividad y el tipo de cooperativa",
    "businessplan_recorded": "Anotó el plan de negocio",
    "plan_started": "Empezó a escribir una versión del plan de negocio",
    "plan_written": "Escribió en el borrador del plan de negocio",
    "plan_presented": "Presentó una versión del plan de negocio",
    "plan_discarded": "Borró un borrador del plan de negocio",
    "canvas_saved": "Guardó una versión del lienzo de negocio",
    "market_recorded": "Anotó una venta, feria o contrato",
    "market_voided": "Anuló una venta, feria o contrato",
    "measurement_certified": "Certificó una medición de indicadores",
    "codes_handed_over": "Entregó al grupo una hoja de códigos",
    "confirmation_asked": "Pidió al grupo una confirmación",
    "confirmation_withdrawn": "Retiró la confirmación pedida al grupo",
    "group_confirmed": "El grupo confirmó con un código",
    "legalevent_recorded": "Anotó un acto legal",
    "legalfile_moved": "Un acto movió el expediente legal",
    "legalfile_opened": "Abrió otro expediente legal",
    "legalfile_pack_adopted": "Adoptó reglas más nuevas en el expediente legal",
    "legalact_reviewed": "Validó un acto legal",
    "item_recorded": "Anotó un punto del saneamiento",
    "measurement_recorded": "Anotó una medición de indicadores",
    "groupconfirmation_recorded": "Anotó la confirmación del grupo",
    "transfer_requested": "Pidió trasladar el caso a otra incubadora",
    "transfer_accepted": "Aceptó el traslado del caso",
    "transfer_rejected": "Rechazó el traslado del caso",
    "transfer_revoked": "Retiró el pedido de traslado",
    "correction_asked": "Pidió corregir un registro anterior al traslado",
    "correction_answered": "Respondió una corrección pedida",
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
    "meeting_planned": "Planificó una reunión",
    "planned_meeting_changed": "Cambió una reunión planificada",
    "planned_meeting_cancelled": "Suspendió una reunión planificada",
    "operation_proposed": "Propuso una unión o una división de grupos",
    "operation_withdrawn": "Retiró la propuesta de unión o división",
    "operation_executed": "Hizo una unión o una división de grupos",
    "operation_revert_asked": "Pidió deshacer una unión o una división",
    "operation_revert_dropped": "Retiró el pedido de deshacer una unión o una división",
    "operation_reverted": "Deshizo una unión o una división de grupos",
    "member_decided": "Anotó a qué grupo pasa un integrante que estaba por decidir",
    "session_made_joint": "Dejó una sesión como conjunta de dos grupos",
}
_WORDS |= {f"case_{verb}": f"Paso: {verb.label}" for verb in Verb}
_WORDS |= {
    f"enrollment_{state}": f"Anotó la formación de una persona: {state.label.lower()}" for state in EnrollmentState
}
_WORDS |= kernel_words.WORDS


def said(entry) -> str:
    """What an entry of the journal says; a verb without words reads as an annotation."""
    return _WORDS.get(entry.verb, PLAIN)
