"""The words of the kernel: values that are stored, and how a person reads them. Imports nothing of ours."""

from django.db.models import IntegerChoices, TextChoices


class Role(TextChoices):
    """What a post lets its holder do (docs/reference/roles.md)."""

    OFFICER_DISABILITY = "officer_disability", "Funcionaria/o, oficina de la discapacidad"
    OFFICER_DEVELOPMENT = "officer_development", "Funcionaria/o, fomento productivo u OMIL"
    COORDINATOR = "coordinator", "Coordinación de la incubadora"
    ADVISOR = "advisor", "Asesor/a, universidad"
    UNIVERSITY_COORDINATOR = "university_coordinator", "Coordinación, universidad"
    TRAINER = "trainer", "Relator/a"
    LEGAL_ADVISER = "legal_adviser", "Asesor/a legal"
    EVALUATOR = "evaluator", "Evaluador/a"
    REPRESENTATIVE = "representative", "Representante del grupo"
    FUNDER_ANALYST = "funder_analyst", "Analista, agencia que financia"
    FUNDER_APPROVER = "funder_approver", "Aprobación, agencia que financia"
    CERTIFYING_OFFICER = "certifying_officer", "Ministro/a de fe"
    AUDITOR = "auditor", "Auditoría"
    DATA_DELEGATE = "data_delegate", "Delegación de protección de datos"
    WEB_EDITOR = "web_editor", "Edición del sitio público"
    ADMINISTRATOR = "administrator", "Administración de cuentas"


class Reach(TextChoices):
    """How far a role's rights go: the letters of the table of roles."""

    ASSIGNED = "a", "organizaciones asignadas"
    MUNICIPALITY = "m", "la incubadora del municipio"
    AGREEMENT = "p", "el convenio"
    OWN = "o", "su propio grupo"
    COHORT = "c", "sus cursos"
    EVALUATION = "e", "postulaciones que se le encargan"
    SYSTEM = "s", "el sistema"


class OrganizationKind(TextChoices):
    """What an organization is. A pre-associative group is informal until its deed."""

    INFORMAL_GROUP = "informal_group", "Grupo pre-asociativo"
    COOPERATIVE = "cooperative", "Cooperativa"
    MUNICIPALITY = "municipality", "Municipalidad"
    UNIVERSITY = "university", "Universidad"
    FOUNDATION = "foundation", "Fundación o corporación"
    AGENCY = "agency", "Servicio público"
    OTHER = "other", "Otra organización"


#: The kinds that live a journey; the others are institutions.
GROUP_KINDS = (OrganizationKind.INFORMAL_GROUP, OrganizationKind.COOPERATIVE)


class LegalStatus(TextChoices):
    """Legal status of an organization (Ley General de Cooperativas, arts. 6-10; Ley 19.499)."""

    DE_FACTO = "de_facto", "De hecho"
    IN_CONSTITUTION = "in_constitution", "En constitución"
    VALID = "valid", "Constituida"
    VOID_CURABLE = "void_curable", "Nula, saneable"
    VOID = "void", "Nula"
    DISSOLVED = "dissolved", "Disuelta"
    IN_LIQUIDATION = "in_liquidation", "En liquidación"


class MembershipRole(TextChoices):
    """What a person is in a group; whoever represents it holds a Representation beside."""

    MEMBER = "member", "Integrante"
    SUPPORT = "support", "Persona de apoyo"


class LeaveReason(TextChoices):
    """Why a person left a group."""

    OWN_DECISION = "own_decision", "Por decisión propia"
    JOB = "job", "Por trabajo o estudio"
    HEALTH_OR_CARE = "care", "Por tiempo de cuidado o traslado"
    MOVED = "moved", "Cambio de comuna"
    GROUP_DECISION = "group_decision", "Por acuerdo del grupo"
    DECEASED = "deceased", "Fallecimiento"
    MISTAKE = "mistake", "Se anotó por error"
    TRANSFERRED = "transferred", "Traslado del grupo a otra municipalidad"
    OTHER = "other", "Otra razón"
    MERGED = "merged", "El grupo se unió a otro"
    SPLIT = "split", "El grupo se dividió"
    UNDECIDED = "undecided", "El grupo se dividió y no se decidió a cuál pasaba"
    REVERTED = "reverted", "Se deshizo el cambio de grupo"


#: The reasons a person chooses; the others come with what is done with whole groups.
CHOSEN_LEAVE_REASONS = [
    choice
    for choice in LeaveReason.choices
    if choice[0] not in ("transferred", "merged", "split", "undecided", "reverted")
]


class RegisteredSex(TextChoices):
    """Registered sex, codes of MINSAL's EIS catalogue."""

    FEMALE = "F", "Mujer"
    MALE = "M", "Hombre"
    NON_BINARY = "X", "No binario"
    INTERSEX = "I", "Intersexual o indeterminado"
    UNKNOWN = "D", "No informa"


class Declared(TextChoices):
    """A fact a person may state about herself. Blank is «no informa», never «no»."""

    YES = "yes", "Sí"
    NO = "no", "No"
    NOT_STATED = "not_stated", "No informa"


class DisabilityOrigin(TextChoices):
    """Main origin as the certificate says it (MINSAL EIS catalogue)."""

    PHYSICAL = "1", "Físico"
    VISUAL = "2", "Sensorial visual"
    HEARING = "3", "Sensorial auditivo"
    PSYCHIC = "4", "Mental psíquico"
    INTELLECTUAL = "5", "Mental intelectual"
    MULTIPLE = "6", "Múltiple"


class DisabilityDegree(TextChoices):
    """Degree as the certificate says it, never computed (MINSAL EIS catalogue)."""

    NONE = "1", "Sin discapacidad"
    MILD = "2", "Leve"
    MODERATE = "3", "Moderada"
    SEVERE = "4", "Severa"
    PROFOUND = "5", "Profunda"


class RndStatus(TextChoices):
    """Standing in the Registro Nacional de la Discapacidad (Ley 20.422, arts. 55-56)."""

    NO = "no", "Sin inscripción"
    IN_PROCESS = "in_process", "En trámite"
    VALID = "valid", "Vigente"
    EXPIRED = "expired", "Vencida"
    NOT_STATED = "not_stated", "No informa"


class SupportKind(TextChoices):
    """Supports and adjustments for taking part (Ley 20.422, arts. 8 and 26)."""

    SIGN_LANGUAGE = "sign_language", "Intérprete de Lengua de Señas Chilena"
    EASY_READ = "easy_read", "Lectura fácil"
    BRAILLE = "braille", "Braille o relieve"
    GUIDE_INTERPRETER = "guide_interpreter", "Guía intérprete"
    TRANSPORT = "transport", "Transporte"
    PERSONAL_ASSISTANT = "personal_assistant", "Asistencia personal"
    CARE = "care", "Cuidado durante la reunión"
    CALM_ROOM = "calm_room", "Sala de calma sensorial"
    RAMP = "ramp", "Acceso sin peldaños"
    OTHER = "other", "Otro apoyo"


class MeetingKind(TextChoices):
    """What a meeting was, as the agreement counts it."""

    SESSION = "session", "Sesión con grupo"
    JOINT_WORKSHOP = "joint_workshop", "Taller conjunto"
    LESSON = "lesson", "Clase de formación"
    TEAM_ADVICE = "team_advice", "Asesoría al equipo municipal"
    OUTREACH = "outreach", "Difusión"
    NETWORK = "network", "Reunión de red"


#: Kinds that belong to cases, and those that are logged without one.
CASE_MEETINGS = (MeetingKind.SESSION, MeetingKind.JOINT_WORKSHOP)
OPEN_MEETINGS = (MeetingKind.TEAM_ADVICE, MeetingKind.OUTREACH, MeetingKind.NETWORK)


class Modality(TextChoices):
    """How people met."""

    IN_PERSON = "in_person", "Presencial"
    REMOTE = "remote", "Remota"
    MIXED = "mixed", "Mixta"


class AttendanceMark(TextChoices):
    """How a person took part in a meeting."""

    PRESENT = "present", "Presente"
    REMOTE = "remote", "A distancia"
    JUSTIFIED = "justified", "Justificó"
    ABSENT = "absent", "No asistió"


#: The marks that count as having taken part.
ATTENDED = (AttendanceMark.PRESENT, AttendanceMark.REMOTE)


class ContactChannel(TextChoices):
    """How somebody tried to reach a group. A contact never counts as hours."""

    PHONE = "phone", "Llamada"
    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "email", "Correo"
    VISIT = "visit", "Visita"
    LETTER = "letter", "Carta"


class EvidenceKind(TextChoices):
    """What a stored file proves."""

    ATTENDANCE_SHEET = "attendance_sheet", "Lista de asistencia"
    PHOTO = "photo", "Fotografía"
    MINUTES = "minutes", "Acta"
    APPOINTMENT = "appointment", "Acto de nombramiento"
    CENSUS = "census", "Planilla de catastro"
    DEED = "deed", "Escritura o inscripción"
    REPORT = "report", "Informe"
    FUND = "fund", "Documento de un fondo"
    OTHER = "other", "Otro documento"


class Tier(IntegerChoices):
    """How private a fact is (docs/reference/roles.md)."""

    PUBLIC = 0, "Público"
    PROGRAMME = 1, "Programa"
    PERSONAL = 2, "Personal"
    SENSITIVE = 3, "Sensible"
    LEGAL = 4, "Legal y financiero"


class AbsenceReason(TextChoices):
    """Why somebody is away, as far as anybody needs to know: never a word about health."""

    HOLIDAY = "holiday", "Feriado legal (vacaciones)"
    LEAVE = "leave", "Permiso o licencia"
    DUTY = "duty", "Cometido o capacitación"
    OTHER = "other", "Otra ausencia"


class DigestChoice(TextChoices):
    """Whether a person wants her day by e-mail."""

    NONE = "none", "No recibir correos"
    DAILY = "daily", "Cada día hábil, todo lo que está a mi cargo"
    URGENT = "urgent", "Solo los días en que hay algo urgente"


class DigestOutcome(TextChoices):
    """How the sending of a day ended."""

    SENT = "sent", "Enviado"
    NOTHING = "nothing", "Nada que avisar"
    FAILED = "failed", "El correo no salió"
