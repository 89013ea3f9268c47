"""Which records of training are followed, and how private each of their fields is. A new model needs a line here,
or its reason not to in tests/history/decisions.py.
"""

from curricula import models
from incubator.models.past import track

track(models.Curriculum, programme="name agreement is_core", hidden="id")
track(models.Module, programme="number name hours", hidden="id curriculum")
track(models.Cohort, programme="curriculum name starts_on ends_on", hidden="id incubator")
track(models.CohortTrainer, programme="post since until", hidden="id cohort")
track(
    models.Enrollment,
    group="organization",
    personal="person cohort state state_on",
    hidden="id organization",
)
track(models.Lesson, programme="module", hidden="meeting cohort")
