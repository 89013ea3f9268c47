"""Open a course, say who teaches it, and who may see what of it."""

from django.db import transaction
from django.db.models import Q

from curricula.enums import EnrollmentState
from curricula.models import Cohort, CohortTrainer, Curriculum, Enrollment, Module
from incubator import access, journal, same_person
from incubator.access import Permission
from incubator.enums import Role
from incubator.requirements import Refused


@transaction.atomic
def create_curriculum(*, by, agreement, name, modules, on, is_core=True):
    """A malla of an agreement with its modules, [(name, hours)] in order."""
    access.require(by, Permission.MANAGE_COHORTS, agreement)
    if not modules:
        raise Refused("Una malla tiene al menos un módulo.")
    curriculum = Curriculum(agreement=agreement, name=name, is_core=is_core)
    curriculum.full_clean(exclude=["agreement"])
    curriculum.save()
    for number, (title, hours) in enumerate(modules, start=1):
        module = Module(curriculum=curriculum, number=number, name=title, hours=hours)
        module.full_clean(exclude=["curriculum"])
        module.save()
    journal.record(by, "curriculum_created", on, subject=curriculum, modules=len(modules))
    return curriculum


def curricula_for(incubator, on):
    """The curricula an incubator may give that day: those of its agreements, and those of no agreement."""
    agreements = incubator.participations.in_force(on).values("agreement_id")
    return Curriculum.objects.filter(Q(agreement__isnull=True) | Q(agreement_id__in=agreements)).order_by("name", "id")


@transaction.atomic
def create_cohort(*, by, incubator, curriculum, name, starts_on, ends_on=None):
    """A course of a curriculum in an incubator, from a day on."""
    access.require(by, Permission.MANAGE_COHORTS, incubator)
    if not curricula_for(incubator, starts_on).filter(pk=curriculum.pk).exists():
        raise Refused("Esa malla es de otro convenio: elija una de la incubadora.")
    if ends_on and ends_on < starts_on:
        raise Refused("El curso no puede terminar antes de empezar.")
    cohort = Cohort(incubator=incubator, curriculum=curriculum, name=name, starts_on=starts_on, ends_on=ends_on)
    cohort.full_clean(exclude=["incubator", "curriculum"])
    cohort.save()
    journal.record(by, "cohort_created", starts_on, subject=cohort, incubator=incubator)
    return cohort


@transaction.atomic
def add_trainer(*, by, cohort, post, since):
    """A trainer's post teaches the cohort from that day: its holder reaches its people and no others."""
    access.require(by, Permission.MANAGE_COHORTS, cohort)
    if post.role != Role.TRAINER:
        raise Refused("Elija un cargo de relatoría.")
    if cohort.trainers.filter(post=post, until__isnull=True).exists():
        raise Refused("Esa persona ya es relatora del curso.")
    term = CohortTrainer.objects.create(cohort=cohort, post=post, since=since)
    journal.record(by, "trainer_added", since, subject=term, incubator=cohort.incubator)
    return term


@transaction.atomic
def end_trainer(*, by, trainer, until):
    """From that day the post no longer teaches the cohort."""
    access.require(by, Permission.MANAGE_COHORTS, trainer.cohort)
    if trainer.until is not None:
        raise Refused("Esa relatoría ya terminó.")
    trainer.until = max(until, trainer.since)
    trainer.save(update_fields=["until"])
    journal.record(by, "trainer_ended", trainer.until, subject=trainer, incubator=trainer.cohort.incubator)
    return trainer


def visible_to(user):
    """Courses the user reaches: of her incubators, those she teaches, and those of members of assigned groups."""
    return Cohort.objects.visible_to(user) | Cohort.objects.visible_to(user, Permission.TEACH)


def one_each(enrollments):
    """One enrollment a person, in the order of names; of two records in one course, the one that did not withdraw."""
    rows = sorted(enrollments, key=lambda row: (row.state == EnrollmentState.WITHDRAWN, row.pk))
    return sorted(same_person.once(rows), key=lambda row: (row.who.sort_key, row.pk))


def people_of(user, cohort):
    """The enrollments of a course whose names the user may read."""
    rows = Enrollment.objects.filter(cohort=cohort)
    scopes = [access.scope_of(user, right) for right in (Permission.TEACH, Permission.VIEW_PEOPLE)]
    if any(scope.covers(cohort) for scope in scopes):
        return rows
    return rows.filter(organization_id__in=frozenset().union(*(scope.organization_ids for scope in scopes)))


def may_teach(user, cohort):
    """Whether the user may log lessons of a course: it is within reach, or has members of groups assigned to her."""
    scope = access.scope_of(user, Permission.TEACH)
    return scope.covers(cohort) or (
        bool(scope.organization_ids) and cohort.enrollments.filter(organization_id__in=scope.organization_ids).exists()
    )
