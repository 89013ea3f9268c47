"""The records of training."""

from curricula.models.training import (
    Cohort,
    CohortTrainer,
    Curriculum,
    Enrollment,
    EnrollmentChange,
    Lesson,
    Module,
)

__all__ = ["Cohort", "CohortTrainer", "Curriculum", "Enrollment", "EnrollmentChange", "Lesson", "Module"]

from curricula.models import tracked  # noqa: F401 - last: it follows the records above
