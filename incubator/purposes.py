"""The words of consent and of planned meetings: what a person is asked for, how she answers, who an adviser is."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What a person may authorise, one by one. What the law already lets the municipality do is not asked here."""

    PHOTO = "photo", "Fotografías y videos"
    WHATSAPP = "whatsapp", "Mensajes por WhatsApp"
    PRIVATE_ADVISER = "private_adviser", "Compartir sus datos con una asesora privada"
    PUBLIC_PROFILE = "public_profile", "Aparecer en páginas públicas"
    QUOTATION = "quotation", "Citar sus palabras"
    AFTERWARDS = "afterwards", "Contactarla después del programa"
    PRIVATE_FUND = "private_fund", "Entregar sus documentos a un fondo privado"


class ConsentChannel(TextChoices):
    """How she said it. The person chooses the way that suits her."""

    PAPER = "paper", "En papel"
    READ_ALOUD = "read_aloud", "En persona, leído en voz alta"
    SIGNED = "signed", "En persona, en Lengua de Señas Chilena"
    PHONE = "phone", "Por teléfono"
    VIDEO = "video", "Por videollamada"
    WRITTEN = "written", "Por mensaje o correo"


class Said(TextChoices):
    """How it was left written: the law asks for no signature in particular, only that it can be proved."""

    SIGNATURE = "signature", "Firmó"
    MARK = "mark", "Firmó con huella o marca"
    SPOKEN = "spoken", "Lo dijo o lo señó, sin firmar"


class AdviserNature(TextChoices):
    """What an adviser institution is before the law."""

    PUBLIC = "public", "Pública"
    PRIVATE = "private", "Privada"


class PlannedState(TextChoices):
    """How a planned meeting stands."""

    PLANNED = "planned", "Por realizar"
    HELD = "held", "Realizada"
    CANCELLED = "cancelled", "Suspendida"
