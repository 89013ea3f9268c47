"""How a regularization ends otherwise, goes back to its diagnosis, or begins again."""

from datetime import timedelta

from django.db import transaction

from cases.enums import Stage
from cases.law.answers import Outcome
from cases.law.versions import packs
from cases.models import Case, RegularizationFile
from cases.regularization import reading
from cases.regularization.life import RegularVerb
from cases.services.regularization import moves, staged
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.enums import LegalStatus
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

V = RegularVerb


@transaction.atomic
def dissolve(*, by, file, on, reason="", evidence=None):
    """It is dissolved: by the law, once R02 ran out (`evidence` None); or by an act of its own, with its document.

    Either way it is published and noted at the registry within a term, and then liquidated (arts. 13, 40 and 47-48).
    """
    file = moves.writable(file, by=by, permission=Permission.DECIDE, on=on)
    said = reading.minimum(file, on)
    by_law = said is not None and said.outcome == Outcome.DISSOLVED
    if not by_law and evidence is None:
        raise Refused("La ley todavía no la disuelve: adjunte el acta, la escritura o la sentencia que la disuelve.")
    days = packs()[-1].by_topic["clocks"]["minimum.dissolution"].value
    file.publish_by = said.figures["publish_by"] if by_law else on + timedelta(days=days)
    file.save(update_fields=["publish_by"])
    change = moves.move(file, V.DISSOLVE, by=by, on=on, reason=reason or _why(said, by_law), evidence=evidence)
    moves.tell_status(file.case.organization_id, LegalStatus.DISSOLVED)
    return change


def _why(said, by_law):
    return f"Bajo el mínimo hasta el {dmy(said.figures['recover_by'])} (art. 13)." if by_law else ""


@transaction.atomic
def give_up(*, by, file, on, reason, evidence):
    """A lawyer's opinion or a judgment says that it cannot be cured. Never a cooperative that the law dissolved."""
    file = moves.writable(file, by=by, permission=Permission.DECIDE, on=on)
    if reading.dissolved_by_law(file, on):
        raise Refused("La ley la disolvió (R02): anote la disolución, no que no se puede sanear.")
    if evidence is None:
        raise Refused("Adjunte el informe de abogada o abogado, o la sentencia.")
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    return moves.move(file, V.GIVE_UP, by=by, on=on, reason=reason, evidence=evidence)


@transaction.atomic
def withdraw(*, by, file, on, reason):
    """The cooperative leaves it."""
    file = moves.writable(file, by=by, permission=Permission.DECIDE, on=on)
    if reading.dissolved_by_law(file, on):
        raise Refused("La ley la disolvió (R02): anote la disolución.")
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    return moves.move(file, V.WITHDRAW, by=by, on=on, reason=reason)


@transaction.atomic
def lapse(*, by, file, on, reason):
    """Something lapsed before the case went on: back to the diagnosis. From operation, the case itself goes back."""
    file = moves.writable(file, by=by, permission=Permission.RECORD_FACTS, on=on)
    if file.case.stage != Stage.REGULARIZATION:
        raise Refused("El caso ya pasó a Gestión: use «Volver a saneamiento» en la página del grupo.")
    if not reason.strip():
        raise Refused("Escriba qué dejó de cumplir.")
    return moves.move(file, V.LAPSE, by=by, on=on, reason=reason)


@transaction.atomic
def open_again(*, by, case, on):
    """Another regularization, after one that ended."""
    access.require(by, Permission.DECIDE, case)
    case = Case.objects.select_for_update(of=("self",)).select_related("organization").get(pk=case.pk)
    former = reading.file_of(case)
    if case.stage != Stage.REGULARIZATION:
        raise Refused("El saneamiento se abre en la etapa Saneamiento.")
    if former is not None and former.closed_on is None:
        raise Refused("El caso ya tiene un saneamiento abierto.")
    if on != calendars.today():
        raise Refused("Se abre con la fecha de hoy.")
    file = RegularizationFile.objects.create(case=case, opened_on=on, pack=staged.pack_code(on))
    journal.record(by, "regularization_opened", on, subject=file, organization=case.organization)
    return file
