"""The words of a submission: what somebody sent to a call by herself, or helped."""

from django.db.models import TextChoices


class SubmissionKind(TextChoices):
    """Who applies."""

    GROUP = "group", "Un grupo"
    PERSON = "person", "Una persona sin grupo"


class SubmissionState(TextChoices):
    """How a submission stands. A group's is taken in; a person's own is placed in a group, referred or not placed."""

    RECEIVED = "received", "Recibida"
    TAKEN_IN = "taken_in", "Tomada por la incubadora"
    PLACED = "placed", "En un grupo"
    REFERRED = "referred", "Derivada"
    NOT_PLACED = "not_placed", "Sin grupo por ahora"
    SET_ASIDE = "set_aside", "Apartada"
    WITHDRAWN = "withdrawn", "Retirada"


class HelpChannel(TextChoices):
    """How whoever helped reached who applies."""

    OFFICE = "office", "En la oficina"
    PHONE = "phone", "Por teléfono"
    VISIT = "visit", "En una visita"
    ONLINE = "online", "Por internet, a su lado"


#: What ends a submission without taking it in: the verb a person chooses, and whose submissions it fits.
ENDINGS = {
    SubmissionKind.GROUP: (SubmissionState.SET_ASIDE, SubmissionState.WITHDRAWN),
    SubmissionKind.PERSON: (
        SubmissionState.REFERRED,
        SubmissionState.NOT_PLACED,
        SubmissionState.SET_ASIDE,
        SubmissionState.WITHDRAWN,
    ),
}
