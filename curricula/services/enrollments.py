"""Enroll people in a course and decide how they end. Approval is computed; a person decides it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from curricula.enums import STEPS, EnrollmentState
from curricula.models import Enrollment, EnrollmentChange
from curricula.services.progress import progress_of, threshold
from incubator import access, calendars, journal, same_person
from incubator.access import Permission
from incubator.models import Membership
from incubator.requirements import Refused

#: How an enrollment may begin, and the steps that ask for a reason.
_BEGINNINGS = (EnrollmentState.PRE, EnrollmentState.WAITLIST, EnrollmentState.ENROLLED)
_WITH_REASON = (
    EnrollmentState.SUSPENDED,
    EnrollmentState.FAILED,
    EnrollmentState.WITHDRAWN,
    EnrollmentState.VALIDATED,
)
#: The results, which whoever teaches may decide.
_RESULTS = (EnrollmentState.APPROVED, EnrollmentState.FAILED)


@transaction.atomic
def enroll(*, by, cohort, person, on, organization=None, state=EnrollmentState.ENROLLED, supports_on=None):
    """A person enters a course. ENROLLED asks `supports_on`: the day by which the supports she asked for are booked
    or planned (or the day she said she asks for none). The note keeps the day alone, never what she asked for.
    """
    access.require(by, Permission.MANAGE_COHORTS, cohort)
    if person.incubator_id != cohort.incubator_id:
        raise Refused("La persona está anotada en otra incubadora.")
    if state not in _BEGINNINGS:
        raise Refused("Una inscripción empieza como preinscrita, en espera o inscrita.")
    records = same_person.records([person.pk])
    ((survivor, mine),) = records.items()
    if cohort.enrollments.filter(person__in=mine).exists():
        raise Refused("Esa persona ya está en el curso.")
    _check_day(on, cohort.incubator.opened_on)
    note = _planned(state, supports_on)
    organization = organization or group_of(mine, on).get(survivor)
    enrollment = Enrollment.objects.create(
        cohort=cohort,
        person_id=survivor,
        organization_id=getattr(organization, "pk", organization),
        state=state,
        state_on=on,
    )
    _write(enrollment, "", state, by, on, note)
    return enrollment


@transaction.atomic
def change(*, by, enrollment, to, on, reason="", supports_on=None):
    """Move an enrollment to what may follow (curricula.enums.STEPS), with its reason where one is asked.

    APPROVED is refused until the share of lessons reaches what the agreement asks and every lesson is marked.
    """
    _require(by, enrollment, to)
    held = Enrollment.objects.select_for_update(of=("self",)).select_related("cohort__curriculum").get(pk=enrollment.pk)
    source, to = EnrollmentState(held.state), EnrollmentState(to)
    if to not in STEPS.get(source, ()):
        raise Refused(f"De «{source.label}» no se pasa a «{to.label}»: vuelva a abrir la página, pudo cambiar.")
    _check_day(on, held.state_on)
    if to in _WITH_REASON and not reason.strip():
        raise Refused("Escriba el motivo.")
    if to == EnrollmentState.APPROVED:
        _check_share(held, on)
    note = reason.strip() or _planned(to, supports_on)
    held.state, held.state_on = to, on
    held.save(update_fields=["state", "state_on"])
    _write(held, source, to, by, on, note)
    return held


def approve(*, by, enrollment, on):
    """A person decides that the course is approved; see `change`."""
    return change(by=by, enrollment=enrollment, to=EnrollmentState.APPROVED, on=on)


def next_states(by, enrollment):
    """The states this user may move an enrollment to, in the order of the enum."""
    return [
        to
        for to in EnrollmentState
        if to in STEPS.get(EnrollmentState(enrollment.state), ()) and _may(by, enrollment, to)
    ]


def begin(*, by, enrollments, on):
    """Whoever attended a first lesson is studying: part of logging that lesson, by the same person."""
    for enrollment in enrollments:
        held = Enrollment.objects.select_for_update(of=("self",)).get(pk=enrollment.pk)
        if held.state != EnrollmentState.ENROLLED:
            continue
        day = max(on, held.state_on)
        held.state, held.state_on = EnrollmentState.ACTIVE, day
        held.save(update_fields=["state", "state_on"])
        _write(held, EnrollmentState.ENROLLED, EnrollmentState.ACTIVE, by, day, "Asistió a su primera clase.")


def group_of(person_ids, day):
    """{person_id: organization_id} of the group each person belonged to that day; whoever had none is left out."""
    read_as = same_person.canonical(person_ids)
    rows = Membership.objects.in_force(day).annotate(one_person=same_person.surviving())
    rows = rows.filter(one_person__in=set(read_as.values())).order_by("-since", "-pk")
    groups = dict(rows.values_list("one_person", "organization_id"))
    return {pk: groups[who] for pk, who in read_as.items() if who in groups}


def _may(by, enrollment, to):
    cohort = enrollment.cohort
    if access.allows(by, Permission.MANAGE_COHORTS, cohort):
        return True
    return to in _RESULTS and (
        access.allows(by, Permission.TEACH, cohort) or access.allows(by, Permission.TEACH, enrollment)
    )


def _require(by, enrollment, to):
    if not _may(by, enrollment, to):
        raise PermissionDenied("Su cargo no permite cambiar esa inscripción. Pídalo a la coordinación.")


def _check_day(on, first):
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    if on < first:
        raise Refused(f"La fecha no puede ser anterior al {first:%d-%m-%Y}, la del último cambio.")


def _planned(state, supports_on):
    """The dated note that the supports asked for are planned; asked of everybody, so that it reveals nobody."""
    if state != EnrollmentState.ENROLLED:
        return ""
    if supports_on is None:
        raise Refused(
            "Anote para qué fecha quedan reservados los apoyos que pidió la persona; "
            "si no pide ninguno, la fecha en que se le preguntó."
        )
    return f"Apoyos previstos para el {supports_on:%d-%m-%Y}."


def _check_share(enrollment, on):
    progress = progress_of(enrollment.cohort, Enrollment.objects.filter(pk=enrollment.pk), on)[enrollment.pk]
    asked = threshold(enrollment.cohort, on)
    if progress.unmarked:
        lessons = "1 clase" if progress.unmarked == 1 else f"{progress.unmarked} clases"
        raise Refused(f"Falta marcar su asistencia en {lessons}: complétela antes de aprobar.")
    if not progress.meets(asked):
        raise Refused(
            f"Asistió a {progress.attended} de las {progress.counted} clases que cuentan; "
            f"para aprobar se pide el {asked} %."
        )


def _write(enrollment, source, to, by, on, reason):
    EnrollmentChange.objects.create(
        enrollment=enrollment, from_state=source, to_state=to, by=by, effective_on=on, reason=reason[:300]
    )
    journal.record(
        by,
        f"enrollment_{to}",
        on,
        subject=enrollment,
        incubator=enrollment.cohort.incubator,
        organization=enrollment.organization,
    )
