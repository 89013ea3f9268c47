"""The words of a cooperative's books: what moves shares, which bodies and offices there are, how a seat ends."""

from django.db.models import TextChoices


class ShareKind(TextChoices):
    """What a row of the book of shares says."""

    SUBSCRIPTION = "subscription", "Suscripción"
    PAYMENT = "payment", "Pago"
    TRANSFER = "transfer", "Traspaso"
    REFUND = "refund", "Devolución"
    LAPSE = "lapse", "Baja de lo no pagado"
    UPDATE = "update", "Reajuste"


#: What each kind adds to (subscribed shares, paid shares, subscribed pesos, paid pesos) of the one who holds them.
#: A transfer takes from the one and gives the same to the other.
EFFECT = {
    ShareKind.SUBSCRIPTION: (1, 0, 1, 0),
    ShareKind.PAYMENT: (0, 1, 0, 1),
    ShareKind.TRANSFER: (-1, -1, -1, -1),
    ShareKind.REFUND: (-1, -1, -1, -1),
    ShareKind.LAPSE: (-1, 0, -1, 0),
    ShareKind.UPDATE: (0, 0, 1, 1),
}


class Body(TextChoices):
    """A body of a cooperative, by the codes of cases.law.bodies."""

    BOARD = "board", "Consejo de administración"
    MANAGER = "manager", "Gerencia"
    SOLE_MANAGER = "sole_manager", "Gerencia administradora"
    VIGILANCE = "vigilance", "Junta de vigilancia"
    INSPECTOR = "inspector", "Inspección de cuentas"
    CREDIT = "credit_committee", "Comité de crédito"


#: Bodies of more than one person: the gender mirror is read in them.
COLLEGIATE = (Body.BOARD, Body.VIGILANCE, Body.CREDIT)


class Office(TextChoices):
    """What one does in a body."""

    CHAIR = "chair", "Presidencia"
    VICE = "vice", "Vicepresidencia"
    SECRETARY = "secretary", "Secretaría"
    TREASURER = "treasurer", "Tesorería"
    MEMBER = "member", "Integrante"
    HEAD = "head", "Titular"


class SeatEnd(TextChoices):
    """Why a seat ended before its term."""

    RESIGNED = "resigned", "Renuncia"
    REMOVED = "removed", "Remoción por la junta"
    DIED = "died", "Fallecimiento"
    LEFT = "left", "Dejó la cooperativa"
    REPLACED = "replaced", "Empezó otro período"
