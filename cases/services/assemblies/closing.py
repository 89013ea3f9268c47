"""End a meeting: its minutes are closed and nothing in it changes any more, or it is said that it was not held."""

from django.db import transaction

from cases.assemblies import gaps as assembly_gaps
from cases.models import Assembly, Dissent
from cases.services import books
from cases.services.assemblies.common import held_case, open_assembly, refuse_strangers, saved
from incubator import calendars, journal
from incubator.requirements import Refused


@transaction.atomic
def close(*, by, assembly, on):
    """Close the minutes: what is missing is said by name; whoever was elected takes her seat in the books."""
    assembly = open_assembly(by, assembly)
    missing = assembly_gaps.to_close(assembly)
    if missing:
        raise Refused(*missing)
    _refuse_day(assembly, on)
    for row in assembly.candidates.select_related("person__same_as").filter(elected=True):
        _seat(by, assembly, row)
    assembly.closed_on, assembly.closed_by = on, by
    return saved(assembly, by, on, "assembly_closed", kind=assembly.kind)


@transaction.atomic
def fail(*, by, assembly, on, reason):
    """It was not held, or there was no quorum: it stays, with why."""
    assembly = open_assembly(by, assembly)
    if not reason.strip():
        raise Refused("Escriba por qué no se hizo.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    assembly.fail()
    assembly.failed_because = reason.strip()[:300]
    assembly.closed_on, assembly.closed_by = on, by
    return saved(assembly, by, on, "assembly_failed", kind=assembly.kind)


@transaction.atomic
def attach_minutes(*, by, assembly, on, evidence):
    """The signed minutes, scanned: once, also after they were closed."""
    case = held_case(by, assembly.case)
    assembly = Assembly.objects.select_for_update(of=("self",)).get(pk=assembly.pk)
    if evidence is None:
        raise Refused("Adjunte el acta firmada.")
    if evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    if assembly.minutes_id is not None:
        raise Refused("El acta firmada ya está guardada.")
    if assembly.closed_on is None or assembly.failed_because:
        raise Refused("Cierre primero el acta: se firma lo que ya no cambia.")
    assembly.minutes = evidence
    assembly.save(update_fields=["minutes"])
    journal.record(by, "assembly_minutes_kept", on, subject=assembly, organization=case.organization)
    return assembly


@transaction.atomic
def dissent(*, by, matter, on, person, voted_against, dissented_on):
    """A member voted against, or was absent and dissented in writing: also after the minutes were closed (art. 19)."""
    case = held_case(by, matter.assembly.case)
    refuse_strangers(case, [person])
    if matter.assembly.closed_on is None:
        raise Refused("Cierre primero el acta: se disiente de lo que la junta acordó.")
    if dissented_on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    came = matter.assembly.attendance.filter(person=person).exists()
    if voted_against != came:
        raise Refused(
            "Esa persona no asistió: disiente por escrito, no votó en contra."
            if voted_against
            else "Esa persona asistió: disiente quien votó en contra; abstenerse no es disentir."
        )
    row = Dissent(item=matter, person=person, voted_against=voted_against, dissented_on=dissented_on, recorded_by=by)
    row.full_clean(exclude=["item", "person", "recorded_by"])
    row.save()
    journal.record(by, "dissent_recorded", on, subject=row, organization=case.organization)
    return row


def _refuse_day(assembly, on):
    if not assembly.meets_on <= on <= calendars.today():
        raise Refused("El acta se cierra entre el día de la junta y hoy.")


def _seat(by, assembly, row):
    books.take_seat(
        by=by,
        case=assembly.case,
        person=row.person.survivor,
        body=row.body,
        office=row.office,
        since=row.since or assembly.meets_on,
        until=row.until,
        elected_in=assembly,
        alternate=row.alternate,
        by_users=row.by_users,
    )
