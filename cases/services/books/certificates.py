"""Certificates of shares: numbered, in somebody's name, for shares she paid; cancelled with a reason."""

from django.db import transaction
from django.db.models import Max, Sum

from cases.books import shares
from cases.models import ShareCertificate
from cases.services.books import holding
from incubator import calendars, journal
from incubator.requirements import Refused


@transaction.atomic
def issue_certificate(*, by, case, on, person, count):
    """A certificate, with the number that follows, for paid shares that no other one covers."""
    held = holding.hold(by, case, on)
    mine = held.people.records(person.pk)
    issued = ShareCertificate.objects.filter(book=held.book, person_id__in=mine, cancelled_on__isnull=True)
    free = held.balance(person).paid - (issued.aggregate(Sum("shares"))["shares__sum"] or 0)
    if not 0 < count <= free:
        raise Refused(f"{held.name(person)} tiene {max(free, 0)} cuotas pagadas sin título ese día.")
    last = ShareCertificate.objects.filter(book=held.book).aggregate(Max("number"))["number__max"] or 0
    value = shares.unit_value(held.book, held.until)
    fields = {"case": held.case, "book": held.book, "happened_on": on, "recorded_by": by}
    made = ShareCertificate(person=person, number=last + 1, shares=count, unit_value=value, **fields)
    made.full_clean()
    made.save()
    journal.record(by, "certificate_issued", on, subject=made, organization=held.case.organization, number=made.number)
    return made


@transaction.atomic
def cancel_certificate(*, by, certificate, on, reason):
    """It stops being worth anything from a day on."""
    held = holding.hold(by, certificate.case, on)
    row = ShareCertificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    if not reason.strip():
        raise Refused("Escriba por qué se anula.")
    if row.cancelled_on is not None:
        raise Refused("Ese título ya está anulado.")
    if not row.happened_on <= on <= calendars.today():
        raise Refused("La fecha va desde el día del título hasta hoy.")
    row.cancelled_on, row.cancelled_by, row.cancel_reason = on, by, reason.strip()[:300]
    row.save(update_fields=["cancelled_on", "cancelled_by", "cancel_reason"])
    journal.record(by, "certificate_cancelled", on, subject=row, organization=held.case.organization, number=row.number)
    return row
