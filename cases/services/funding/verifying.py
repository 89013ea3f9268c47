"""Answer in writing a condition that no register open to the house answers: yes or no, what was seen, which day."""

from django.db import transaction

from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.form import conditions as conditions_reading
from cases.funding.life import BEFORE_FILING
from cases.models import VerifiedCondition
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused


@transaction.atomic
def answer(*, by, application, key, meets, text, seen_on, at, evidence=None):
    """What somebody saw of a condition, with its paper when there is one. The last answer is the one that counts."""
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    if held.state not in BEFORE_FILING:
        raise Refused("Ya se envió: lo comprobado antes queda como está.")
    if key not in conditions_reading.keys_of(bases_of(held.bases)):
        raise Refused("Las bases adoptadas no tienen esa condición.")
    if seen_on > calendars.local_day(at):
        raise Refused("La fecha no puede ser posterior a hoy.")
    if evidence is not None and evidence.incubator_id != reach.incubator_of(held).pk:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    row = VerifiedCondition(
        application=held, key=key, meets=meets, text=text.strip(), seen_on=seen_on, evidence=evidence, by=by, at=at
    )
    row.full_clean()
    row.save()
    moves.tell(by, "fund_verified", calendars.local_day(at), held, verification=row.pk)
    return row
