"""The words of a cooperative's meetings: the founding one, juntas and sessions of the board, and how each one ends."""

from django.db.models import TextChoices


class AssemblyKind(TextChoices):
    """Which meeting it is (Ley General de Cooperativas, arts. 6, 22-25)."""

    FOUNDING = "founding", "Junta constitutiva"
    ORDINARY = "ordinary", "Junta ordinaria"
    SPECIAL = "special", "Junta especialmente citada"
    BOARD = "board", "Sesión del consejo de administración"


#: The meetings of everybody: the law asks them for notices, proxies and majorities.
JUNTAS = (AssemblyKind.FOUNDING, AssemblyKind.ORDINARY, AssemblyKind.SPECIAL)


class AssemblyState(TextChoices):
    """How a meeting stands."""

    PLANNED = "planned", "En preparación"
    SUMMONED = "summoned", "Citada"
    HELD = "held", "Celebrada"
    FAILED = "failed", "No se hizo"


#: States in which its facts may be written, until its minutes are closed.
NOT_FAILED = (AssemblyState.PLANNED, AssemblyState.SUMMONED, AssemblyState.HELD)


class NoticeChannel(TextChoices):
    """How an individual notice travels. The first two are those of art. 23; the others do not replace them."""

    POST = "post", "Correo postal certificado"
    REGISTERED_EMAIL = "registered_email", "Correo electrónico registrado"
    IN_HAND = "in_hand", "En mano, con firma"
    MESSAGE = "message", "Mensaje de teléfono"


class Medium(TextChoices):
    """Where the public notice appears (art. 23: «un medio de comunicación social»)."""

    NEWSPAPER = "newspaper", "Diario"
    RADIO = "radio", "Radio"
    DIGITAL = "digital", "Medio digital"


class AssemblyRoleKind(TextChoices):
    """What somebody does for a meeting."""

    ORGANIZER = "organizer", "Comité organizador"
    PRESIDENT = "president", "Preside"
    SECRETARY = "secretary", "Secretaría"
    SIGNER = "signer", "Firma el acta"
    REDUCES = "reduces", "Reduce el acta a escritura pública"


#: The ones that only one person holds.
SINGLE_ROLES = (AssemblyRoleKind.PRESIDENT, AssemblyRoleKind.SECRETARY)


class PresentAs(TextChoices):
    """How a member counts in `n`."""

    PRESENT = "present", "En persona"
    REPRESENTED = "represented", "Con poder"


class HolderKind(TextChoices):
    """Who goes for another member (cases.law.proxies knows which may)."""

    MEMBER = "member", "Otra persona integrante"
    SPOUSE = "spouse", "Cónyuge"
    CHILD = "child", "Hijo o hija"
    ADMINISTRATOR = "administrator_of_member", "Administra bienes de quien da el poder"
    WORKER = "worker_of_member", "Trabaja para quien da el poder"
    CIVIL_PARTNER = "civil_partner", "Conviviente civil"
    BOARD = "board", "Consejo de administración"
    VIGILANCE = "vigilance", "Junta de vigilancia"
    MANAGER = "manager", "Gerencia"
    SOLE_MANAGER = "sole_manager", "Gerencia administradora"
    INSPECTOR = "inspector", "Inspección de cuentas"
    COOP_WORKER = "coop_worker", "Trabaja en la cooperativa"
    WORK_MEMBER = "work_member", "Integrante que trabaja en la cooperativa de trabajo"


class ProxyForm(TextChoices):
    """The form of a proxy (art. 22)."""

    SIMPLE = "simple", "Carta simple"
    NOTARY = "notary", "Ante notario"
    ADVANCED = "advanced_signature", "Firma electrónica avanzada"


class Topic(TextChoices):
    """What an item of the agenda is about, when the house knows it and proposes it."""

    STATUTES = "statutes", "Aprobar los estatutos"
    SHARES = "shares", "Suscribir y pagar las cuotas"
    SEATS = "seats", "Elegir los primeros cargos"
    REDUCTION = "reduction", "Encargar la reducción a escritura pública"
    BALANCE = "balance", "Balance del año"
    SURPLUS = "surplus", "Excedentes o pérdidas"
    ELECTIONS = "elections", "Elecciones"
    OTHER = "other", "Otra materia"


class Letter(TextChoices):
    """The matters of a junta: the letters of art. 23."""

    A = "a", "a · Situación de la cooperativa y balance"
    B = "b", "b · Excedentes o pérdidas"
    C = "c", "c · Elegir o revocar cargos"
    D = "d", "d · Elegir gerencia administradora en vez de consejo"
    E = "e", "e · Disolver la cooperativa"
    F = "f", "f · Transformarla, unirla con otra o dividirla"
    G = "g", "g · Reformar los estatutos en lo que no tiene letra propia"
    H = "h", "h · Vender la mitad o más de los bienes"
    LETTER_I = "i", "i · Garantizar deudas de otros"
    J = "j", "j · Aportes que no son dinero"
    K = "k", "k · Cambiar el domicilio a otra región"
    L = "l", "l · Cambiar el objeto"
    M = "m", "m · Cambiar los órganos"
    N = "n", "n · Aumento obligatorio del capital"
    ENYE = "ñ", "ñ · Cambiar la responsabilidad de los integrantes"
    LETTER_O = "o", "o · Otra materia que los estatutos le dan a la junta"
    P = "p", "p · Las demás materias"
