"""The people of a group that moves: copied with their lineage, members of the copy from that day (docs/adr/0013)."""

from cases.models import PersonCopy, SensitiveHandover
from incubator import access, journal
from incubator.access import Permission
from incubator.enums import LeaveReason
from incubator.models import Membership, Person, Representation
from incubator.services import consents, sensitive_copies
from incubator.services.people import FIELDS

#: Why sensitive facts pass with the group, and for what: the words of the register (Ley 19.880, art. 24 bis).
BASIS = (
    "Ley 20.422, arts. 4 y 8; Ley 19.628, art. 16 bis (función pública); "
    "traslado aceptado del caso con acuerdo del grupo"
)
PURPOSE = "Seguir acompañando al grupo con los apoyos que sus integrantes piden"


def bring(*, by, transfer, on):
    """Every member of that day goes on by a record of the receiver; the one of the origin stays as it was."""
    access.require(by, Permission.TRANSFER_GROUPS, transfer.to_incubator)
    group = transfer.case.organization
    rows = list(group.memberships.in_force(on).select_related("person__same_as").order_by("since", "pk"))
    speaking = {term.membership_id: term for term in group.representations.filter(until__isnull=True)}
    _end_planned(group, on)
    copies = {}
    for row in rows:
        who = row.person.survivor
        _end(row, speaking.get(row.pk), by, on, transfer)
        if who.pk in copies:  # written down twice there: one person here
            continue
        known = _known(transfer.to_incubator, who)
        copies[who.pk] = known or _copied(transfer.to_incubator, who)
        began = _begin(copies[who.pk], row, on, group, by)
        PersonCopy.objects.create(
            transfer=transfer,
            original=who,
            copy=copies[who.pk],
            was_known=known is not None,
            ended=row,
            began=began,
        )
        if row.pk in speaking:
            _speak(began, on, group, speaking[row.pk], by)
    _hand_over_sensitive(transfer, by, on)
    for line in transfer.copies.select_related("original", "copy__incubator"):
        consents.carry_withdrawals(by=by, origin=line.original, copy=line.copy, on=on)


def _end_planned(group, on):
    """Somebody who speaks for the group until a day still to come hands over now, to whoever was chosen after her."""
    for term in group.representations.filter(since__lte=on, until__gt=on):
        term.until = on
        term.save(update_fields=["until"])


def _end(row, term, by, on, transfer):
    """The membership of the record that stays ends that day, with a reason of its own; a later end is kept aside."""
    row.planned_end = (row.until, row.leave_reason, row.leave_note)
    row.until, row.leave_reason, row.leave_note = on, LeaveReason.TRANSFERRED, ""
    row.save(update_fields=["until", "leave_reason", "leave_note"])
    if term is not None:
        term.until = max(on, term.since)
        term.save(update_fields=["until"])
    journal.record(by, "member_left", on, subject=row, incubator=transfer.from_incubator, reason=row.leave_reason)


def _copied(incubator, original):
    """A record of the receiver with what the origin's says, source and day of each value included."""
    fields = {name: getattr(original, name) for name in FIELDS}
    made = Person(incubator=incubator, provenance=dict(original.provenance), **fields)
    made.full_clean()
    made.save()
    return made


def _known(incubator, original):
    """Whom the receiver already holds under the same RUN: her record stays, and nothing of it is overwritten."""
    if not original.run:
        return None
    rows = Person.objects.current().filter(incubator=incubator, run=original.run).select_related("same_as")
    found = rows.first()
    return found.survivor if found else None


def _begin(person, row, on, group, by):
    until, reason, note = row.planned_end
    made = Membership(
        person=person,
        organization=group,
        role=row.role,
        since=on,
        until=until,
        leave_reason=reason if until else "",
        leave_note=note if until else "",
    )
    made.full_clean()
    made.save()
    journal.record(by, "member_joined", on, subject=made, organization=group)
    return made


def _speak(membership, on, group, term, by):
    """Whoever spoke for the group still does."""
    made = Representation.objects.create(membership=membership, organization=group, since=on, evidence=term.evidence)
    journal.record(by, "representative_chosen", on, subject=made, organization=group)


def _hand_over_sensitive(transfer, by, on):
    """Sensitive facts go to the records that are new here; one row of the register says which, why and by whom."""
    lines = transfer.copies.filter(was_known=False).order_by("pk")
    pairs = dict(lines.values_list("original_id", "copy_id"))
    if not pairs:
        return
    passed = sensitive_copies.carry(by=by, pairs=pairs, on=on, purpose="transfer")
    SensitiveHandover.objects.create(
        transfer=transfer,
        official=by,
        basis=BASIS,
        purpose=PURPOSE,
        fields=sorted(passed.fields),
        persons=sorted(passed.persons),
        made_on=on,
    )
