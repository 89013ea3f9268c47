"""What no register open to us says: it is seen by somebody, who writes down what they saw."""

from django.db.models import TextChoices

from cases.funding.eligibility.asking import Actor, Asked, Verdict, missing, of, to_verify
from cases.funding.eligibility.days import dmy
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind
from cases.funding.words import DocumentKind


class Register(TextChoices):
    """Registers that the bases ask about and that nobody here can query."""

    TREASURY = "treasury", "deudas en Tesorería"
    TAX = "tax", "situación ante el SII"
    LABOUR = "labour", "obligaciones laborales y previsionales"
    ALIMONY = "alimony", "Registro de Deudores de Pensiones de Alimentos"
    RECEIVERS = "receivers", "Registro de la Ley 19.862"
    OTHER = "other", "otro registro"


_CERTIFICATE = {
    Register.TREASURY: DocumentKind.TAX_DEBT,
    Register.TAX: DocumentKind.TAX_DEBT,
    Register.LABOUR: DocumentKind.LABOUR,
    Register.ALIMONY: DocumentKind.ALIMONY,
    Register.RECEIVERS: DocumentKind.RECEIVER_REGISTRY,
}


def _debts(asked: Asked) -> Verdict:
    if asked.actor == Actor.UNKNOWN:
        return missing("Falta decir quién recibe el dinero.", "Elija quién recibe el dinero.")
    registers = asked.given["registers"]
    said = f"No se puede consultar desde aquí: {', '.join(register.label for register in registers)}."
    kinds = {_CERTIFICATE.get(register) for register in registers}
    last = max((paper.issued_on for paper in asked.facts.papers if paper.kind in kinds), default=None)
    if last is not None:
        return to_verify(said, f"Hay un certificado del {dmy(last)}: léalo y anote lo que dice.")
    return to_verify(said, f"Pida el certificado {of(asked.actor)}, con fecha, y anote lo que dice.")


def _free(_asked: Asked) -> Verdict:
    return to_verify("Ningún dato de este sistema lo responde.", "Compruébelo y anote lo que vio.")


KINDS = (
    Kind(
        key="debts",
        label="Sin deudas en registros",
        parameters=(Parameter("registers", "Registros", Type.CHOICES, required=True, options=Register),),
        judge=_debts,
        say=lambda given: f"Sin deudas ni impedimentos: {', '.join(register.label for register in given['registers'])}",
        of_group=False,
        help="Nadie puede consultarlos desde aquí: alguien mira el certificado y anota lo que vio.",
    ),
    Kind(
        key="free_text",
        label="Otra condición",
        parameters=(Parameter("text", "Qué se pide", Type.TEXT, required=True),),
        judge=_free,
        say=lambda given: given["text"],
        of_group=False,
        help="Lo que ninguna otra clase dice. Siempre queda por comprobar.",
    ),
)
