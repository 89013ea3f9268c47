"""What the report counts of the funds: acts with their day. Plain values, which a snapshot keeps as they are."""

from dataclasses import dataclass

from django.db.models import TextChoices


class What(TextChoices):
    """The acts that are counted, in the order lived."""

    FILED = "filed", "Enviadas"
    DECIDED = "decided", "Decididas por el fondo"
    AWARDED = "awarded", "Adjudicadas"
    SIGNED = "signed", "Con convenio firmado"
    RECEIVED = "received", "Cuotas recibidas"


@dataclass(frozen=True)
class Act:
    """One act of one application. `amount` in pesos, None where the act says none; `unsaid`: what it says instead."""

    key: str
    application: int
    code: str
    call: str
    what: str
    on: str
    amount: int | None = None
    unsaid: str = ""
