"""The words of the funds: closed lists, in Spanish as people read them."""

from django.db.models import TextChoices


class ApplicantKind(TextChoices):
    """Who applies. The money may be received by somebody else, and the case is a third thing."""

    GROUP = "group", "Grupo sin personalidad jurídica"
    COOPERATIVE = "cooperative", "Cooperativa"
    MEMBER = "member", "Una persona del grupo"
    MUNICIPALITY = "municipality", "La municipalidad, por el grupo"
    SPONSOR = "sponsor", "Otra institución, por el grupo"


class ReceiverKind(TextChoices):
    """Who receives the money."""

    APPLICANT = "applicant", "Quien postula"
    MEMBER = "member", "Una persona del grupo, por todas"
    MUNICIPALITY = "municipality", "La municipalidad"
    SPONSOR = "sponsor", "Otra institución"


class AnswerSource(TextChoices):
    """Where what a field of the form says comes from."""

    TYPED = "typed", "Escrito aquí"
    CASE = "case", "Traído del caso"
    COPIED = "copied", "Copiado de otra postulación"
    CHOSEN = "chosen", "Elegido entre dos versiones"


class Channel(TextChoices):
    """How an application reaches the agency."""

    ONLINE = "online", "En línea"
    IN_PERSON = "in_person", "En una oficina"
    MAIL = "mail", "Por correo electrónico"


class InterestKind(TextChoices):
    """What a group says of a call."""

    INTERESTED = "interested", "Nos interesa"
    DISCARDED = "discarded", "Descartada"


class DocumentKind(TextChoices):
    """What a document of the vault is, whoever asks for it."""

    STATUTES = "statutes", "Estatutos o escritura"
    LEGAL_STANDING = "legal_standing", "Certificado de vigencia"
    DIRECTORS = "directors", "Certificado de directorio o consejo"
    TAX_ID = "tax_id", "RUT o e-RUT"
    TAX_START = "tax_start", "Inicio de actividades"
    TAX_DEBT = "tax_debt", "Certificado de deuda tributaria"
    LABOUR = "labour", "Certificado de obligaciones laborales (F30)"
    ALIMONY = "alimony", "Certificado de pensiones de alimentos"
    RECEIVER_REGISTRY = "receiver_registry", "Registro de receptores de fondos públicos (Ley 19.862)"
    BANK = "bank", "Cuenta bancaria"
    SOCIAL_REGISTRY = "social_registry", "Cartola del Registro Social de Hogares"
    DISABILITY = "disability", "Credencial o certificado de discapacidad"
    IDENTITY = "identity", "Cédula de identidad"
    SUPPORT_LETTER = "support_letter", "Carta de apoyo"
    SWORN = "sworn", "Declaración jurada"
    MEMBERS_LIST = "members_list", "Nómina de socias y socios"
    PERMIT = "permit", "Permiso o patente"
    OTHER = "other", "Otro documento"


#: What says something sensitive of a person: kept apart within a package.
RESERVED = (DocumentKind.SOCIAL_REGISTRY, DocumentKind.DISABILITY)
#: What only officers keep: bank, tax and personal papers.
OFFICERS_ONLY = (
    DocumentKind.BANK,
    DocumentKind.TAX_DEBT,
    DocumentKind.ALIMONY,
    DocumentKind.IDENTITY,
    DocumentKind.MEMBERS_LIST,
    *RESERVED,
)


class DocumentOf(TextChoices):
    """Of whom a document is."""

    GROUP = "group", "Del grupo o cooperativa"
    PERSON = "person", "De una persona"
    INSTITUTION = "institution", "De la municipalidad o institución"


class BudgetKind(TextChoices):
    """Why a version of a budget was written."""

    REQUESTED = "requested", "Lo que se pide"
    AWARDED = "awarded", "Ajustado a lo adjudicado"
    MODIFIED = "modified", "Modificado durante la ejecución"


class Unit(TextChoices):
    """The unit in which an act says an amount; pesos are whole, UF and UTM keep their value and its day."""

    CLP = "clp", "pesos"
    UF = "uf", "UF"
    UTM = "utm", "UTM"


class PackageFileKind(TextChoices):
    """What each file of a package is."""

    FORM = "form", "Formulario"
    DATA = "data", "Datos"
    INDEX = "index", "Índice"
    DOCUMENT = "document", "Documento"
    QUOTATION = "quotation", "Cotización"


class HandOverBasis(TextChoices):
    """Why reserved documents may leave with a package."""

    ARTICLE_24_BIS = "art_24_bis", "Entre órganos públicos (Ley 19.880, art. 24 bis)"
    CONSENT = "consent", "Con la autorización de cada persona"


class PlacementKind(TextChoices):
    """Why the place of an application, or who answers for it, changed."""

    STAYED = "stayed", "Se quedó con la institución que firmó"
    WENT = "went", "Se fue con el caso"
    INHERITED = "inherited", "Borrador heredado"
    HANDED_OVER = "handed_over", "Quedó a cargo de alguien al cerrar el caso"
    RENAMED = "renamed", "Cambió quien responde"
    MERGED = "merged", "Su grupo se unió a otro"
