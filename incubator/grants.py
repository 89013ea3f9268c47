"""All rights, in one file a lawyer can read: permissions, and what each role grants, within which reach.

How far a reach goes for one user on one day is incubator.access; nothing else grants anything.
"""

from enum import StrEnum

from incubator.enums import Reach, Role


class Permission(StrEnum):
    """What may be done, in the words of docs/reference/roles.md."""

    VIEW_GROUPS = "ver grupos, etapas y actividades"
    VIEW_PEOPLE = "ver nombres, RUN y contacto"
    VIEW_SUPPORTS = "ver los apoyos que pide cada persona"
    VIEW_SENSITIVE = "ver datos sensibles"
    VIEW_LEGAL = "ver datos legales y financieros"
    VIEW_JOURNAL = "ver la bitácora de la incubadora"
    VIEW_REPORTS = "ver informes en preparación"
    VIEW_DELIVERED = "ver informes entregados"
    WRITE_PEOPLE = "anotar personas e integrantes"
    WRITE_SENSITIVE = "anotar datos sensibles"
    WRITE_GROUPS = "anotar grupos"
    IMPORT_CENSUS = "importar el catastro"
    LOG_MEETINGS = "registrar sesiones, reuniones y contactos"
    VOID_MEETINGS = "anular reuniones de otras personas"
    VALIDATE_HOURS = "validar horas"
    RECORD_FACTS = "anotar los hechos que piden las etapas"
    ADVANCE = "mover un grupo de etapa"
    DECIDE = "admitir, cerrar, reabrir y corregir"
    VALIDATE_LEGAL = "validar los actos legales que anotó otra persona"
    APPROVE_PLANS = "aprobar planes"
    CERTIFY_INDICATORS = "certificar indicadores que anotó otra persona"
    EVALUATE = "evaluar postulaciones"
    MANAGE_COHORTS = "abrir cursos e inscribir"
    TEACH = "registrar asistencia y resultados de un curso"
    ASSIGN_OFFICERS = "asignar funcionarias y funcionarios"
    ASSIGN_ADVISORS = "asignar asesoras y asesores"
    APPOINT = "nombrar en cargos"
    PREPARE_REPORTS = "preparar informes"
    SEAL_REPORTS = "sellar informes"
    DELIVER_REPORTS = "entregar informes"
    ANSWER_REPORTS = "observar o aceptar informes"
    HAND_OVER_ANNEX = "entregar el anexo nominal"
    READ_ANNEX = "leer el anexo nominal entregado"
    EXPORT = "descargar listados"
    EDIT_SITE = "editar el sitio público"
    MANAGE_CALENDAR = "editar los días sin atención"
    READ_CONSENT_TEXTS = "leer los textos de autorización"
    WRITE_CONSENT_TEXTS = "escribir los textos de autorización"
    MANAGE_ADVISERS = "anotar qué es la institución asesora y su contrato de datos"
    TRANSFER_GROUPS = "pedir y responder traslados de grupos"
    VIEW_READINGS = "ver quién leyó los datos sensibles de una persona"
    VIEW_FUNDS = "ver los fondos y las postulaciones"
    ENTER_FUND_CALLS = "ingresar llamados a fondos y comprobar los que ingresó otra persona"
    WRITE_FUNDS = "escribir postulaciones a fondos"
    APPROVE_FUNDS = "aprobar postulaciones a fondos que escribieron otras personas"
    FILE_FUNDS = "enviar postulaciones y anotar lo que dice y paga el fondo"
    VIEW_FUND_PAPERS = "ver los papeles bancarios, tributarios y personales de una postulación"
    HAND_OVER_FUND_PAPERS = "entregar los documentos reservados de una postulación"
    SETTLE_DUPLICATES = "conversar posibles repeticiones con otra incubadora"


P = Permission
_ACCOMPANY = {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.VIEW_SUPPORTS, P.LOG_MEETINGS, P.RECORD_FACTS}
_FUNDS = {P.VIEW_FUNDS, P.ENTER_FUND_CALLS, P.WRITE_FUNDS}
_OFFICER = (
    _ACCOMPANY
    | _FUNDS
    | {
        P.FILE_FUNDS,
        P.VIEW_FUND_PAPERS,
        P.READ_CONSENT_TEXTS,
        P.WRITE_PEOPLE,
        P.WRITE_GROUPS,
        P.IMPORT_CENSUS,
        P.ADVANCE,
        P.EVALUATE,
        P.MANAGE_COHORTS,
        P.TEACH,
        P.CERTIFY_INDICATORS,
        P.PREPARE_REPORTS,
        P.VIEW_REPORTS,
        P.VIEW_DELIVERED,
        P.EXPORT,
    }
)
_SENSITIVE = {P.VIEW_SENSITIVE, P.WRITE_SENSITIVE}
_FUNDER = {P.VIEW_DELIVERED, P.READ_ANNEX, P.ANSWER_REPORTS}

#: Role → (reach, permissions): the table of ROLES, and the only place where rights are granted.
GRANTS: dict[Role, tuple[Reach, frozenset[Permission]]] = {
    role: (reach, frozenset(permissions))
    for role, reach, permissions in [
        (Role.OFFICER_DISABILITY, Reach.MUNICIPALITY, _OFFICER | _SENSITIVE),
        (Role.OFFICER_DEVELOPMENT, Reach.MUNICIPALITY, _OFFICER),
        (
            Role.COORDINATOR,
            Reach.MUNICIPALITY,
            (_OFFICER - {P.EVALUATE})
            | {P.VIEW_SENSITIVE, P.VIEW_JOURNAL, P.VOID_MEETINGS, P.VALIDATE_HOURS, P.DECIDE, P.APPROVE_PLANS}
            | {P.WRITE_CONSENT_TEXTS, P.MANAGE_ADVISERS}
            | {P.ASSIGN_OFFICERS, P.APPOINT, P.SEAL_REPORTS, P.HAND_OVER_ANNEX, P.MANAGE_CALENDAR, P.SETTLE_DUPLICATES}
            | {P.TRANSFER_GROUPS, P.APPROVE_FUNDS, P.HAND_OVER_FUND_PAPERS},
        ),
        (
            Role.ADVISOR,
            Reach.ASSIGNED,
            _ACCOMPANY | _FUNDS | {P.PREPARE_REPORTS, P.TEACH, P.EVALUATE, P.EXPORT},
        ),
        (
            Role.UNIVERSITY_COORDINATOR,
            Reach.AGREEMENT,
            {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.LOG_MEETINGS, P.VALIDATE_HOURS, P.MANAGE_COHORTS, P.ASSIGN_ADVISORS}
            | {P.APPOINT, P.VIEW_REPORTS, P.VIEW_DELIVERED, P.DELIVER_REPORTS, P.EXPORT, P.APPROVE_PLANS}
            | {P.VIEW_FUNDS, P.ENTER_FUND_CALLS, P.APPROVE_FUNDS},
        ),
        (Role.TRAINER, Reach.COHORT, {P.TEACH}),
        (
            Role.LEGAL_ADVISER,
            Reach.ASSIGNED,
            {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.RECORD_FACTS, P.VALIDATE_LEGAL},
        ),
        (Role.EVALUATOR, Reach.EVALUATION, {P.EVALUATE}),
        (Role.REPRESENTATIVE, Reach.OWN, {P.VIEW_FUNDS}),
        (Role.FUNDER_ANALYST, Reach.AGREEMENT, _FUNDER),
        (Role.FUNDER_APPROVER, Reach.AGREEMENT, _FUNDER),
        (Role.CERTIFYING_OFFICER, Reach.MUNICIPALITY, {P.VIEW_GROUPS, P.VIEW_LEGAL}),
        (
            Role.AUDITOR,
            Reach.AGREEMENT,
            {P.VIEW_GROUPS, P.VIEW_PEOPLE, P.VIEW_LEGAL, P.VIEW_JOURNAL, P.VIEW_DELIVERED}
            | {P.VIEW_FUNDS, P.VIEW_FUND_PAPERS},
        ),
        (Role.DATA_DELEGATE, Reach.MUNICIPALITY, {P.READ_CONSENT_TEXTS, P.VIEW_READINGS}),
        (Role.WEB_EDITOR, Reach.MUNICIPALITY, {P.EDIT_SITE}),
        (Role.ADMINISTRATOR, Reach.SYSTEM, {P.APPOINT}),
    ]
}

#: Who appoints whom. Whoever appoints a post appoints its deputy, and a coordinator its own deputy.
APPOINTS: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset(
        {Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR, Role.DATA_DELEGATE, Role.AUDITOR}
        | {Role.FUNDER_ANALYST, Role.FUNDER_APPROVER}
    ),
    Role.UNIVERSITY_COORDINATOR: frozenset({Role.ADVISOR, Role.TRAINER, Role.LEGAL_ADVISER}),
    Role.COORDINATOR: frozenset(
        {Role.OFFICER_DISABILITY, Role.OFFICER_DEVELOPMENT, Role.WEB_EDITOR, Role.EVALUATOR}
        | {Role.CERTIFYING_OFFICER, Role.REPRESENTATIVE}
    ),
}

#: Roles that read sensitive data: in production they enter with a second factor.
SENSITIVE_ROLES = frozenset(role for role, (_, granted) in GRANTS.items() if P.VIEW_SENSITIVE in granted)
