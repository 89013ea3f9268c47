"""Who certifies a measurement is not who entered it."""

from django.db import transaction

from cases.enums import Moment
from cases.models import Measurement
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def certify(*, by, measurement, on):
    """Somebody else of the municipality looked at what backs the figures."""
    access.require(by, Permission.CERTIFY_INDICATORS, measurement.case)
    measurement = Measurement.objects.select_for_update(of=("self",)).get(pk=measurement.pk)
    if measurement.recorded_by_id == by.pk:
        raise Refused("La medición la certifica otra persona que quien la anotó.")
    if measurement.certified_on is not None:
        raise Refused(f"La medición ya se certificó el {measurement.certified_on:%d-%m-%Y}.")
    if not measurement.happened_on <= on <= calendars.today():
        raise Refused("La fecha está entre la de la medición y hoy.")
    measurement.certified_by, measurement.certified_on = by, on
    measurement.save(update_fields=["certified_by", "certified_on"])
    journal.record(by, "measurement_certified", on, subject=measurement, organization=measurement.case.organization)
    return measurement


def compared(case):
    """The newest measurement of each moment, oldest moment first: [(moment, measurement or None)]."""
    newest = {}
    for row in case.measurements.select_related("recorded_by", "certified_by").order_by("happened_on", "pk"):
        newest[row.moment] = row
    return [(moment, newest.get(moment)) for moment in Moment]
