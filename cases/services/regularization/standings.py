"""What the regulator says of a cooperative, and the duties of a year that it did: dated facts with their document."""

from django.db import transaction

from cases.law.regulator import register
from cases.models import Case, DutyDone, RegistryStanding
from cases.regularization import duties
from cases.regularization.life import RegistryKind
from cases.services.regularization import moves
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.enums import LegalStatus
from incubator.requirements import Refused


@transaction.atomic
def record_standing(*, by, case, on, kind, code, reference="", evidence=None):
    """What the register said on a day: that it exists, or that it files. One says nothing of the other."""
    case = _held(by, case, on, evidence)
    if code not in register().words[RegistryKind(kind).value]:
        raise Refused("Elija un estado de la lista.")
    fact = RegistryStanding(
        case=case, happened_on=on, kind=kind, code=code, reference=reference.strip(), evidence=evidence, recorded_by=by
    )
    return _saved(fact, by, on, "registrystanding_recorded", code=code)


@transaction.atomic
def do_duty(*, by, case, on, key, year, reference="", evidence=None):
    """A duty was done, with its document. Published and noted, a dissolved cooperative goes on to its liquidation."""
    case = _held(by, case, on, evidence)
    if evidence is None:
        raise Refused("Adjunte el documento que lo respalda.")
    if (key, year) not in duties.asked_of(case, calendars.today()):
        raise Refused("Ese deber no está entre los de esta cooperativa.")
    fact = DutyDone(
        case=case, happened_on=on, key=key, year=year, reference=reference.strip(), evidence=evidence, recorded_by=by
    )
    fact = _saved(fact, by, on, "dutydone_recorded", key=key, year=year)
    done = set(DutyDone.objects.filter(case=case, key__in=duties.TO_LIQUIDATE).values_list("key", flat=True))
    if key in duties.TO_LIQUIDATE and done == set(duties.TO_LIQUIDATE):
        moves.tell_status(case.organization_id, LegalStatus.IN_LIQUIDATION)
    return fact


def _held(by, case, on, evidence):
    access.require(by, Permission.RECORD_FACTS, case)
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("organization").get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    if evidence is not None and evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    return case


def _saved(fact, by, on, verb, **data):
    fact.full_clean(exclude=["case", "recorded_by", "evidence"])
    fact.save()
    journal.record(by, verb, on, subject=fact, organization=fact.case.organization, **data)
    return fact
