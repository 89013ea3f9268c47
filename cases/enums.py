"""The words of the journey: stages in the order lived, verbs, and the groups of stages that rules speak of."""

from django.db.models import TextChoices

from cases.formalization.life import LegalEventKind as LegalEventKind  # its acts stand beside what they move


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
    UPHOLD_APPEAL = "uphold_appeal", "Acoger la apelación"
    INHERIT = "inherit", "Tomar la etapa del grupo de origen"
    REVERT = "revert", "Deshacer el cambio de grupo"


class CloseReason(TextChoices):
    """Why a case was closed. Merged, split and reverted come with those operations, and nobody chooses them."""

    WITHDREW = "withdrew", "El grupo desistió"
    NO_CONTACT = "no_contact", "Sin contacto"
    DISSOLVED = "dissolved", "El grupo se disolvió"
    OUT_OF_COVERAGE = "out_of_coverage", "Fuera de cobertura"
    DUPLICATE = "duplicate", "Caso repetido"
    NOT_ADMITTED = "not_admitted", "No admitido"
    MERGED = "merged", "Se unió a otro grupo"
    SPLIT = "split", "Se dividió"
    REVERTED = "reverted", "Se deshizo la división"


class OperationKind(TextChoices):
    """What is done with whole groups."""

    MERGE = "merge", "Unión"
    SPLIT = "split", "División"


class OperationState(TextChoices):
    """How a change of groups stands."""

    PROPOSED = "proposed", "Propuesta"
    EXECUTED = "executed", "Hecha"
    REVERTED = "reverted", "Deshecha"
    WITHDRAWN = "withdrawn", "Retirada"


class CaseSource(TextChoices):
    """How a group came to be known."""

    CENSUS_FILE = "census_file", "Planilla de catastro"
    OFFICE = "office", "Llegó a la oficina"
    OUTREACH = "outreach", "Difusión en terreno"
    REFERRAL = "referral", "Derivación"
    CALL = "call", "Postuló a una convocatoria"


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


class CanvasBlock(TextChoices):
    """The blocks of the canvas, each with the question a group can answer."""

    OFFER = "offer", "Qué ofrecemos"
    CUSTOMERS = "customers", "A quién le sirve"
    CHANNELS = "channels", "Cómo llega a esas personas"
    RELATIONS = "relations", "Cómo las atendemos"
    INCOME = "income", "De qué viviremos"
    RESOURCES = "resources", "Qué tenemos y qué nos falta"
    ACTIVITIES = "activities", "Qué haremos cada semana"
    PARTNERS = "partners", "Quién nos ayuda"
    COSTS = "costs", "En qué gastaremos"
    INCLUSION = "inclusion", "Qué apoyos necesitamos para trabajar bien"


class PlanSection(TextChoices):
    """What a plan says in words."""

    SUMMARY = "summary", "El negocio en pocas palabras"
    MARKET = "market", "Quién compra y quién más vende"
    WORK = "work", "Cómo se trabaja y quién hace qué"
    SUPPORTS = "supports", "Apoyos y ajustes para trabajar"
    RISKS = "risks", "Qué puede salir mal y qué haremos"


class CostKind(TextChoices):
    """When a cost is paid."""

    MONTHLY = "monthly", "Todos los meses"
    ONCE = "once", "Una vez, para empezar"


class CheckKind(TextChoices):
    """How somebody found out whether people would buy."""

    INTERVIEWS = "interviews", "Preguntamos a personas"
    TEST_SALE = "test_sale", "Venta de prueba"
    COMPETITORS = "competitors", "Visita a quienes venden lo mismo"
    ORDER = "order", "Pedido o carta de intención"


class MarketKind(TextChoices):
    """How the group traded."""

    SALE = "sale", "Venta"
    FAIR = "fair", "Feria"
    CONTRACT = "contract", "Contrato"


class ConfirmationSubject(TextChoices):
    """What a group confirms."""

    GRADUATION = "graduation", "Su egreso del programa"
    PLAN = "plan", "Su plan de negocio"
    MEASUREMENT = "measurement", "Sus indicadores"
    FUND_APPLICATION = "fund_application", "Su postulación a un fondo"
    FUND_APPEAL = "fund_appeal", "El recurso contra lo que resolvió un fondo"
    FUND_RENUNCIATION = "fund_renunciation", "La renuncia a un fondo adjudicado"
    FUND_CUT = "fund_cut", "El presupuesto ajustado a lo adjudicado"


class ConfirmationChannel(TextChoices):
    """How it confirmed."""

    SIGNED_SHEET = "sheet", "Hoja firmada"
    CODE = "code", "Código de un solo uso"


class TransferState(TextChoices):
    """How a request to move a case to another municipality stands."""

    REQUESTED = "requested", "Pedido"
    ACCEPTED = "accepted", "Aceptado"
    REJECTED = "rejected", "Rechazado"
    REVOKED = "revoked", "Retirado"
    EXPIRED = "expired", "Vencido"


class TransferVerb(TextChoices):
    """What moves a request."""

    REQUEST = "request", "Pedir el traslado"
    ACCEPT = "accept", "Aceptar el traslado"
    REJECT = "reject", "Rechazar el traslado"
    REVOKE = "revoke", "Retirar el pedido"
    EXPIRE = "expire", "Dar por vencido el pedido"


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


class Conflict(TextChoices):
    """What may join somebody who evaluates to a group; anything but «ninguno» gives its application to another."""

    NONE = "none", "Ninguno"
    OWN_GROUP = "own_group", "Integro o represento a este grupo"
    RELATIVE = "relative", "Soy pariente de alguien del grupo"
    PAYMENT = "payment", "Recibo o recibí pagos del grupo, o trabajo con él"
    HELPED = "helped", "Ayudé a escribir la postulación"


class LetterKind(TextChoices):
    """What is told to a group about its application."""

    ADMITTED = "admitted", "Admitida"
    WAITING = "waiting", "En lista de espera"
    NOT_ADMITTED = "not_admitted", "No admitida"
    APPEAL_UPHELD = "appeal_upheld", "Apelación acogida"
    APPEAL_REJECTED = "appeal_rejected", "Apelación rechazada"


class AppealChannel(TextChoices):
    """How something written reaches, or leaves, the office."""

    IN_PERSON = "in_person", "En la oficina"
    MAIL = "mail", "Carta"
    EMAIL = "email", "Correo electrónico"
    PHONE = "phone", "Por teléfono, con apoyo para escribirla"
    VISIT = "visit", "En una visita"


class AppealOutcome(TextChoices):
    """How an appeal was decided."""

    UPHELD = "upheld", "Acogida"
    REJECTED = "rejected", "Rechazada"
