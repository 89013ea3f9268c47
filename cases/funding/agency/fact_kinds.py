"""The kinds of dated facts of an application, and why one goes no further."""

from django.db.models import TextChoices


class FundEventKind(TextChoices):
    """Dated facts of an application, beside its state or moving it."""

    OBSERVATION = "observation", "Observación"
    OBSERVATION_ANSWER = "observation_answer", "Respuesta a una observación"
    ADMISSION = "admission", "Admisibilidad"
    REJECTION = "rejection", "Inadmisibilidad"
    SCORE = "score", "Puntaje"
    WAITLIST = "waitlist", "Lista de espera"
    REFUSAL = "refusal", "No adjudicación"
    AWARD = "award", "Adjudicación"
    APPEAL = "appeal", "Recurso presentado"
    APPEAL_RESULT = "appeal_result", "Resultado del recurso"
    AGREEMENT = "agreement", "Convenio firmado"
    GUARANTEE = "guarantee", "Garantía"
    GUARANTEE_BACK = "guarantee_back", "Garantía devuelta"
    START = "start", "Inicio de la ejecución"
    INSTALMENT = "instalment", "Cuota recibida"
    MODIFICATION = "modification", "Modificación"
    EARLY_END = "early_end", "Término anticipado"
    FINAL_ACCOUNTS = "final_accounts", "Rendición final entregada"
    ACCOUNTS_APPROVED = "accounts_approved", "Rendición final aprobada"
    REFUND_DUE = "refund_due", "Restitución pedida"
    REFUND = "refund", "Restitución pagada"
    WITHDRAWAL = "withdrawal", "Desistimiento"
    RENUNCIATION = "renunciation", "Renuncia"
    CALL_FAILED = "call_failed", "Falla de la plataforma"
    CORRECTION = "correction", "Corrección"


class Leaving(TextChoices):
    """Why an application goes no further before there was an award."""

    DECIDED = "decided", "Así lo decidió el grupo"
    NOT_SENT = "not_sent", "No se envió antes del cierre"
    MERGED = "merged", "El grupo se unió a otro"
