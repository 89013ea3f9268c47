"""The group's signed sheet about one of its applications, kept where the application is.

While the case goes with it, it is a fact of the case. One that stayed with an institution is confirmed by whoever keeps
it, under the rights of that institution: the municipality that received the case reads neither the sheet nor the line.
"""

from django.db import transaction

from cases.enums import ConfirmationChannel
from cases.funding import reach
from cases.models import GroupConfirmation
from cases.services import facts
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy


@transaction.atomic
def confirm(*, by, application, subject, on, evidence, statement):
    """The group signed this exact text about its application, on a day."""
    said = {"subject": subject, "subject_id": application.pk, "statement": statement}
    if not reach.is_kept(application):
        return facts.confirm(by=by, case=application.case, on=on, evidence=evidence, **said)
    held = moves.held(application, by=by, permission=Permission.RECORD_FACTS)
    if evidence is None:
        raise Refused("Adjunte el documento que lo respalda.")
    if evidence.incubator_id != reach.incubator_of(held).pk:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo aquí.")
    if not held.opened_on <= on <= calendars.today():
        raise Refused(f"La fecha va entre el {dmy(held.opened_on)} y hoy.")
    row = GroupConfirmation(
        case=held.case,
        happened_on=on,
        evidence=evidence,
        recorded_by=by,
        channel=ConfirmationChannel.SIGNED_SHEET,
        **said,
    )
    row.full_clean()
    row.save()
    moves.tell(by, "groupconfirmation_recorded", on, held, subject=row)
    return row
