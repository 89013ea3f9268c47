"""What is taught and to whom: curricula, modules, cohorts, enrollments and lessons. Knows nothing of cases."""

from django.db import models
from django.db.models import Q

from curricula.enums import CREDITED, EnrollmentState
from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models.dated import Dated, DatedQuerySet


class Curriculum(models.Model):
    """A malla: its modules and hours. The core one is what the programme asks of a group."""

    name = models.CharField("nombre", max_length=200)
    agreement = models.ForeignKey(
        "incubator.Agreement", models.PROTECT, null=True, blank=True, related_name="curricula"
    )
    is_core = models.BooleanField("malla obligatoria", default=True)

    class Meta:
        verbose_name = "malla"
        verbose_name_plural = "mallas"
        ordering = ["name", "id"]

    def __str__(self):
        return self.name


class Module(models.Model):
    """One subject of a curriculum with its hours."""

    curriculum = models.ForeignKey(Curriculum, models.PROTECT, related_name="modules")
    number = models.PositiveSmallIntegerField("orden")
    name = models.CharField("nombre", max_length=200)
    hours = models.DecimalField("horas", max_digits=5, decimal_places=1)

    class Meta:
        verbose_name = "módulo"
        verbose_name_plural = "módulos"
        ordering = ["curriculum_id", "number"]
        constraints = [models.UniqueConstraint(fields=["curriculum", "number"], name="module_number_unique")]

    def __str__(self):
        return self.name


class CohortQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Cohorts of the user's incubators, those the user teaches, and those of members of assigned groups."""
        scope = scope_of(user, permission)
        enrolled = Enrollment.objects.filter(organization_id__in=scope.organization_ids).values("cohort_id")
        return self.filter(Q(incubator_id__in=scope.incubator_ids) | Q(id__in=scope.cohort_ids) | Q(id__in=enrolled))


class Cohort(models.Model):
    """A course given in an incubator: a curriculum, from a day to a day."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="cohorts")
    curriculum = models.ForeignKey(Curriculum, models.PROTECT, related_name="cohorts", verbose_name="malla")
    name = models.CharField("nombre", max_length=200)
    starts_on = models.DateField("empieza")
    ends_on = models.DateField("termina", null=True, blank=True)

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = "curso"
        verbose_name_plural = "cursos"
        ordering = ["-starts_on", "-id"]

    def __str__(self):
        return self.name


class CohortTrainer(Dated):
    """A trainer's post teaches a cohort: how Reach.COHORT is resolved."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="trainers")
    post = models.ForeignKey("incubator.Post", models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "relatoría de un curso"
        verbose_name_plural = "relatorías de cursos"
        ordering = ["since", "id"]
        constraints = [Dated.range_constraint("cohorttrainer")]


class EnrollmentQuerySet(models.QuerySet):
    def credited(self, on):
        """Enrollments that give the credit on that day."""
        return self.filter(state__in=CREDITED, state_on__lte=on)

    def core(self):
        """Those of the core curriculum."""
        return self.filter(cohort__curriculum__is_core=True)


class Enrollment(models.Model):
    """One person in one cohort, and the group she was in when she enrolled. The credit is hers."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="enrollments")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="enrollments")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, null=True, related_name="+")
    state = models.CharField("estado", max_length=10, choices=EnrollmentState, default=EnrollmentState.PRE)
    state_on = models.DateField("desde")

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        verbose_name = "inscripción"
        verbose_name_plural = "inscripciones"
        ordering = ["person__sort_key", "id"]
        constraints = [models.UniqueConstraint(fields=["cohort", "person"], name="enrollment_once")]


class EnrollmentChange(models.Model):
    """One change of an enrollment, append-only: from, to, by, day, reason."""

    enrollment = models.ForeignKey(Enrollment, models.PROTECT, related_name="changes")
    from_state = models.CharField(max_length=10, choices=EnrollmentState, blank=True)
    to_state = models.CharField(max_length=10, choices=EnrollmentState)
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "cambio de inscripción"
        verbose_name_plural = "cambios de inscripción"
        ordering = ["id"]


class Lesson(models.Model):
    """A class of a cohort: a meeting, and the module it taught."""

    meeting = models.OneToOneField("incubator.Meeting", models.PROTECT, related_name="lesson", primary_key=True)
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="lessons")
    module = models.ForeignKey(Module, models.PROTECT, null=True, blank=True, related_name="lessons")

    class Meta:
        verbose_name = "clase"
        verbose_name_plural = "clases"
        ordering = ["-meeting__held_on", "-meeting_id"]
