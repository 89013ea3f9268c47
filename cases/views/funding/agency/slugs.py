"""How each fact is called in an address."""

from cases.funding.life import FundEventKind

K = FundEventKind
SLUGS = {
    K.CALL_FAILED: "falla-del-fondo",
    K.ADMISSION: "admisible",
    K.OBSERVATION: "observacion",
    K.OBSERVATION_ANSWER: "respuesta",
    K.SCORE: "puntaje",
    K.REJECTION: "inadmisible",
    K.WAITLIST: "lista-de-espera",
    K.REFUSAL: "no-adjudicada",
    K.AWARD: "adjudicacion",
    K.APPEAL: "recurso",
    K.APPEAL_RESULT: "resultado-del-recurso",
    K.AGREEMENT: "convenio",
    K.GUARANTEE: "garantia",
    K.GUARANTEE_BACK: "garantia-devuelta",
    K.START: "inicio",
    K.INSTALMENT: "cuota",
    K.MODIFICATION: "modificacion",
    K.EARLY_END: "termino-anticipado",
    K.FINAL_ACCOUNTS: "rendicion-final",
    K.REFUND_DUE: "restitucion-pedida",
    K.REFUND: "restitucion-pagada",
    K.ACCOUNTS_APPROVED: "rendicion-aprobada",
    K.RENUNCIATION: "renuncia",
    K.WITHDRAWAL: "desistimiento",
}
KINDS = {slug: kind for kind, slug in SLUGS.items()}
