"""Take a person into a group: her record and her membership are born together; and mend a membership's dates."""

from django.db import transaction

from incubator import access, journal, same_person
from incubator.access import Permission
from incubator.enums import CHOSEN_LEAVE_REASONS, LeaveReason
from incubator.models import Attendance, Membership
from incubator.requirements import Refused
from incubator.services import organizations, people
from incubator.services.same_person import say_distinct

_SAID_AT_ENTRY = "Se dijo al anotarla que es otra persona."


@transaction.atomic
def welcome(*, by, organization, since, on, another_than=(), **fields):
    """A new person of the group's incubator who belongs to it from a day on. Returns the membership.

    `another_than`: people so alike that somebody was asked, and said that this is another one; it is remembered.
    """
    person = people.create(by=by, incubator=organization.incubator, on=on, **fields)
    for other in another_than:
        say_distinct(by=by, first=person, second=other, reason=_SAID_AT_ENTRY, on=on)
    return organizations.join(by=by, organization=organization, person=person, since=since)


@transaction.atomic
def mend(*, by, membership, since, on, until=None, reason="", note=""):
    """Correct the dates of a membership that were written wrong; what it rests on stays within them.

    `until` is the first day she is no longer a member; equal to `since` and by mistake, she never was one. Raises
    Refused when her attendance with the group, or her time as its representative, falls outside.
    """
    access.require(by, Permission.WRITE_PEOPLE, membership.organization)
    row = Membership.objects.select_for_update(of=("self",)).select_related("organization").get(pk=membership.pk)
    if row.annulled_at is not None:
        raise Refused("Ese ingreso se anuló al deshacer una importación.")
    if row.leave_reason and row.leave_reason not in dict(CHOSEN_LEAVE_REASONS):
        raise Refused("Esa salida es de una unión, una división o un traslado del grupo: se corrige deshaciendo eso.")
    if until is not None and until < since:
        raise Refused("La fecha de salida no puede ser anterior a la de ingreso.")
    row.since, row.until = since, until
    row.leave_reason, row.leave_note = (reason, note) if until else ("", "")
    row.full_clean()
    _refuse_outside(row)
    organizations.refuse_overlap(row)
    row.save()
    by_mistake = int(bool(until) and reason == LeaveReason.MISTAKE)
    journal.record(by, "membership_mended", on, subject=row, organization=row.organization, by_mistake=by_mistake)
    return row


def _refuse_outside(row):
    """What happened while she was a member keeps her a member that day."""
    ids = [pk for mine in same_person.records([row.person_id]).values() for pk in mine]
    marks = Attendance.objects.filter(
        person__in=ids, organization=row.organization_id, meeting__voided_at__isnull=True
    ).order_by("meeting__held_on")
    others = organizations.other_memberships(row)
    for day in marks.values_list("meeting__held_on", flat=True):
        if not row.holds(day) and not any(other.holds(day) for other in others):
            raise Refused(f"Tiene asistencia anotada con el grupo el {day:%d-%m-%Y}: las fechas deben incluir ese día.")
    for term in row.representations.order_by("since"):
        empty = term.until == term.since
        if not empty and (term.since < row.since or (row.until and (term.until is None or term.until > row.until))):
            raise Refused("Representó al grupo fuera de esas fechas: anote primero a otra persona como representante.")
