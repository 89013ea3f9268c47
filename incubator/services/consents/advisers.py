"""What an adviser institution is for an incubator, and the contract by which a private one handles its data."""

from django.db import transaction

from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import AdviserStanding, Incubator, Organization, Participation, ProcessorContract
from incubator.purposes import AdviserNature
from incubator.requirements import Refused


def institutions_of(incubator):
    """The institutions that advise or have advised an incubator through its agreements."""
    rows = Participation.objects.filter(incubator=incubator).order_by().values("agreement__adviser_id")
    return Organization.objects.filter(pk__in=rows).order_by("sort_key", "pk")


@transaction.atomic
def record_standing(*, by, incubator, organization, nature, since, evidence=None):
    """From that day the institution is public or private for the incubator. The former standing ends there."""
    access.require(by, Permission.MANAGE_ADVISERS, incubator)
    Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
    _check(incubator, organization, evidence)
    if nature not in AdviserNature.values:
        raise Refused("Elija si es pública o privada.")
    if since > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    rows = AdviserStanding.objects.filter(incubator=incubator, organization=organization)
    last = rows.order_by("-since", "-pk").first()
    if last is not None and since < last.since:
        raise Refused(f"Hay algo anotado el {last.since:%d-%m-%Y}: la fecha no puede ser anterior.")
    if (last.nature if last else AdviserNature.PUBLIC) == nature:
        raise Refused("Ya consta así: no hay nada que cambiar.")
    rows.filter(until__isnull=True).update(until=since)
    row = AdviserStanding.objects.create(
        incubator=incubator, organization=organization, nature=nature, since=since, evidence=evidence, recorded_by=by
    )
    journal.record(by, "adviser_standing", since, subject=row, incubator=incubator, nature=nature)
    return row


@transaction.atomic
def record_contract(*, by, incubator, organization, since, until, evidence, **said):
    """A processor contract with its term. `said`: act, object, purpose, data, people, at_end; all are asked."""
    access.require(by, Permission.MANAGE_ADVISERS, incubator)
    Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
    _check(incubator, organization, evidence)
    if evidence is None:
        raise Refused("Adjunte el contrato firmado.")
    if until is None or until <= since:
        raise Refused("Un contrato de datos tiene fecha de término, posterior a la de inicio.")
    row = ProcessorContract(
        incubator=incubator, organization=organization, since=since, until=until, evidence=evidence, recorded_by=by
    )
    for name in ("act", "object", "purpose", "data", "people", "at_end"):
        setattr(row, name, said.pop(name, "").strip())
    if said:
        raise TypeError(f"not parts of a contract: {', '.join(sorted(said))}")
    row.full_clean(exclude=["incubator", "organization", "evidence", "recorded_by"])
    row.save()
    journal.record(by, "processor_contract", calendars.today(), subject=row, incubator=incubator)
    return row


@transaction.atomic
def end_contract(*, by, contract, until):
    """The contract ends before its term: from that day it covers nothing."""
    access.require(by, Permission.MANAGE_ADVISERS, contract.incubator)
    held = ProcessorContract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    if until < held.since or (held.until and until >= held.until):
        raise Refused("La fecha debe estar dentro del plazo del contrato.")
    held.until = until
    held.save(update_fields=["until"])
    journal.record(by, "processor_contract_ended", until, subject=held, incubator=contract.incubator)
    return held


def _check(incubator, organization, evidence):
    if not institutions_of(incubator).filter(pk=organization.pk).exists():
        raise Refused("Esa institución no asesora a la incubadora.")
    if evidence is not None and evidence.incubator_id != incubator.pk:
        raise Refused("El documento pertenece a otra incubadora: súbalo otra vez aquí.")
