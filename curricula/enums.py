"""The words of training."""

from django.db.models import TextChoices


class EnrollmentState(TextChoices):
    """How one person stands in one cohort (docs/reference/stages.md)."""

    PRE = "pre", "Preinscrita"
    ENROLLED = "enrolled", "Inscrita"
    WAITLIST = "waitlist", "En espera"
    ACTIVE = "active", "Cursando"
    SUSPENDED = "suspended", "En suspenso"
    APPROVED = "approved", "Aprobada"
    FAILED = "failed", "No aprobada"
    WITHDRAWN = "withdrawn", "Retirada"
    VALIDATED = "validated", "Convalidada"


#: States that give the credit of the curriculum, and those still under way.
CREDITED = (EnrollmentState.APPROVED, EnrollmentState.VALIDATED)
UNDER_WAY = (EnrollmentState.ENROLLED, EnrollmentState.ACTIVE, EnrollmentState.SUSPENDED)
NOT_BEGUN = (EnrollmentState.PRE, EnrollmentState.WAITLIST)
ENDED_WITHOUT = (EnrollmentState.FAILED, EnrollmentState.WITHDRAWN)

#: What may follow what.
STEPS: dict[EnrollmentState, frozenset[EnrollmentState]] = {
    EnrollmentState.PRE: frozenset({EnrollmentState.ENROLLED, EnrollmentState.WAITLIST, EnrollmentState.WITHDRAWN}),
    EnrollmentState.WAITLIST: frozenset({EnrollmentState.ENROLLED, EnrollmentState.WITHDRAWN}),
    EnrollmentState.ENROLLED: frozenset({EnrollmentState.ACTIVE, EnrollmentState.WITHDRAWN, EnrollmentState.VALIDATED}),
    EnrollmentState.ACTIVE: frozenset(
        {
            EnrollmentState.SUSPENDED,
            EnrollmentState.APPROVED,
            EnrollmentState.FAILED,
            EnrollmentState.WITHDRAWN,
            EnrollmentState.VALIDATED,
        }
    ),
    EnrollmentState.SUSPENDED: frozenset({EnrollmentState.ACTIVE, EnrollmentState.WITHDRAWN}),
}
