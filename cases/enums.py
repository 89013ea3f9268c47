"""The words of the journey: stages in the order lived, verbs, and the groups of stages that rules speak of."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """The stages of a case, in the order lived."""

    CENSUS = "census", "Catastro"
    CALL = "call", "Convocatoria"
    SELECTION = "selection", "Selección"
    WAITING = "waiting", "Lista de espera"
    TRAINING = "training", "Formación"
    BUSINESS = "business", "Definición de negocio"
    FORMALIZATION = "formalization", "Formalización"
    REGULARIZATION = "regularization", "Saneamiento"
    OPERATION = "operation", "Gestión y comercialización"
    GRADUATED = "graduated", "Egresada"
    CLOSED = "closed", "Cerrada"


#: Named groups: together they are every stage, once (a test proves it).
BEFORE_ADMISSION = (Stage.CENSUS, Stage.CALL, Stage.SELECTION, Stage.WAITING)
ACCOMPANIED = (Stage.TRAINING, Stage.BUSINESS, Stage.FORMALIZATION, Stage.REGULARIZATION, Stage.OPERATION)
TERMINAL = (Stage.GRADUATED, Stage.CLOSED)
OPEN = BEFORE_ADMISSION + ACCOMPANIED

#: The path drawn on a group's page; saneamiento stands where formalization does for a cooperative that exists.
PATH = (
    Stage.CENSUS,
    Stage.CALL,
    Stage.SELECTION,
    Stage.TRAINING,
    Stage.BUSINESS,
    Stage.FORMALIZATION,
    Stage.OPERATION,
    Stage.GRADUATED,
)
PATH_OF_COOPERATIVE = (
    Stage.CENSUS,
    Stage.CALL,
    Stage.SELECTION,
    Stage.REGULARIZATION,
    Stage.OPERATION,
    Stage.GRADUATED,
)


class Verb(TextChoices):
    """What moves a case from a stage to another."""

    RECORD = "record", "Anotar en el catastro"
    APPLY = "apply", "Postular a la convocatoria"
    EVALUATE = "evaluate", "Pasar a selección"
    WAITLIST = "waitlist", "Dejar en lista de espera"
    ADMIT = "admit", "Admitir a formación"
    ADMIT_FORMAL = "admit_formal", "Admitir a saneamiento"
    DECLINE = "decline", "No admitir"
    APPLY_AGAIN = "apply_again", "Volver a postular"
    DEFINE_BUSINESS = "define_business", "Pasar a Definición de negocio"
    START_FORMALIZATION = "start_formalization", "Pasar a Formalización"
    START_OPERATION = "start_operation", "Pasar a Gestión y comercialización"
    FINISH_REGULARIZATION = "finish_regularization", "Terminar el saneamiento"
    REREGULARIZE = "reregularize", "Volver a saneamiento"
    GRADUATE = "graduate", "Egresar"
    RETURN_TO_TRAINING = "return_to_training", "Volver a Formación"
    RETURN_TO_BUSINESS = "return_to_business", "Volver a Definición de negocio"
    CLOSE = "close", "Cerrar el caso"
    REOPEN = "reopen", "Reabrir el caso"
    CORRECT = "correct", "Corregir el último paso"


class CloseReason(TextChoices):
    """Why a case was closed. Merged, split and reverted come with those operations."""

    WITHDREW = "withdrew", "El grupo desistió"
    NO_CONTACT = "no_contact", "Sin contacto"
    DISSOLVED = "dissolved", "El grupo se disolvió"
    OUT_OF_COVERAGE = "out_of_coverage", "Fuera de cobertura"
    DUPLICATE = "duplicate", "Caso repetido"
    NOT_ADMITTED = "not_admitted", "No admitido"


class CaseSource(TextChoices):
    """How a group came to be known."""

    CENSUS_FILE = "census_file", "Planilla de catastro"
    OFFICE = "office", "Llegó a la oficina"
    OUTREACH = "outreach", "Difusión en terreno"
    REFERRAL = "referral", "Derivación"


class LegalEventKind(TextChoices):
    """The dated acts that make a cooperative (Ley General de Cooperativas, arts. 6-8 and 108; CT art. 66)."""

    DEED = "deed", "Escritura pública"
    REGISTRY_ENTRY = "registry_entry", "Inscripción en el Registro de Comercio"
    PUBLICATION = "publication", "Publicación en el Diario Oficial"
    ROLL = "roll", "Rol en el registro de DAES"
    TAX_ID = "tax_id", "RUT en el SII"


class ItemStatus(TextChoices):
    """How one item of a regularization stands."""

    UNKNOWN = "unknown", "Por revisar"
    MEETS = "meets", "Cumple"
    DOES_NOT = "does_not", "No cumple"
    NOT_APPLICABLE = "not_applicable", "No aplica"


class Risk(TextChoices):
    """What an unmet item puts at stake."""

    HIGH = "high", "Alto"
    LOW = "low", "Bajo"


class Moment(TextChoices):
    """When indicators are measured."""

    BASELINE = "baseline", "Línea de base"
    FOLLOW_UP = "follow_up", "Seguimiento"
    EXIT = "exit", "Salida"


class RowOutcome(TextChoices):
    """How a row of a census ended."""

    CREATED = "created", "Nueva"
    UPDATED = "updated", "Actualizada"
    UNCHANGED = "unchanged", "Sin cambios"
    WARNED = "warned", "Con aviso"
    REFUSED = "refused", "No cargada"


class ImportState(TextChoices):
    """How an import stands."""

    READ = "read", "Leída, sin cargar"
    APPLIED = "applied", "Cargada"
    UNDONE = "undone", "Deshecha"
