"""The words of founding: how somebody signs, what she contributes, and how she is described in a deed."""

from django.db.models import TextChoices

from cases.papers import facts as papers


class CivilStatus(TextChoices):
    """Civil status, as a deed names it (COT art. 405). The words agree with the person (founding_words)."""

    SINGLE = "single", "Soltera o soltero"
    MARRIED = "married", "Casada o casado"
    CIVIL_UNION = "civil_union", "Conviviente civil"
    SEPARATED = "separated", "Separada o separado judicialmente"
    DIVORCED = "divorced", "Divorciada o divorciado"
    WIDOWED = "widowed", "Viuda o viudo"


class Signature(TextChoices):
    """How a person signs (COT art. 408)."""

    OWN = papers.OWN_HAND, "Firma por sí misma o por sí mismo"
    ON_REQUEST = papers.ON_REQUEST, "Otra persona firma a su ruego"


class Guardian(TextChoices):
    """The only question on capacity: a decree or a curator. Nobody is asked for a diagnosis."""

    UNASKED = "", "Sin preguntar"
    NO = "no", "No"
    YES = "yes", "Sí"


class Contribution(TextChoices):
    """With what the shares are paid."""

    MONEY = "money", "Dinero"
    GOODS = "goods", "Bienes"
    BOTH = "both", "Dinero y bienes"
    WORK = "work", "Trabajo"


class Direction(TextChoices):
    """Who manages the cooperative."""

    BOARD = papers.BOARD, "Consejo de administración, que nombra una gerencia"
    SOLE_MANAGER = papers.SOLE_MANAGER, "Gerente administrador, que elige la junta"


class Watch(TextChoices):
    """Who watches over the accounts."""

    VIGILANCE = papers.VIGILANCE, "Junta de vigilancia"
    INSPECTOR = papers.INSPECTOR, "Inspector de cuentas, con suplente"


class MeetingMonth(TextChoices):
    """The months in which the yearly meeting may be: until 30 June (art. 6 f)."""

    JANUARY = "enero", "Enero"
    FEBRUARY = "febrero", "Febrero"
    MARCH = "marzo", "Marzo"
    APRIL = "abril", "Abril"
    MAY = "mayo", "Mayo"
    JUNE = "junio", "Junio"
