"""Whoever moved with her group is corrected where the group is now, unless she belongs to another group here."""

from cases.models import PersonCopy
from incubator import frozen
from incubator.models import Membership


def _moved(person, on):
    line = PersonCopy.objects.filter(original=person).select_related("copy__incubator").order_by("-pk").first()
    if line is None or Membership.objects.in_force(on).filter(person=person).exists():
        return ""
    return (
        f"Esta ficha pasó con su grupo a {line.copy.incubator.name} y aquí queda como estaba: "
        "pida la corrección a esa incubadora."
    )


frozen.add("moved", _moved)
