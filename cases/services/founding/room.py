"""What every writing of the founding shares: the file held, still without a deed, and its project at hand."""

from cases.formalization.life import BEFORE_DEED, LegalState
from cases.founding.founders import case_of, members_of
from cases.models import FoundingProject, LegalFile
from cases.services.legal import steps
from incubator import access, calendars
from incubator.access import Permission
from incubator.requirements import Refused

DEEDED = (
    "El expediente ya tiene escritura: lo que ella dice queda como se firmó. Para cambiarlo se reforman los estatutos "
    "o se sanea la escritura."
)
APPROVED = (
    "La junta ya aprobó estos estatutos. Para cambiarlos, anote primero el acto «Los estatutos vuelven a una junta»."
)


def enter(*, by, file, on, statutes=False):
    """Ask for the right, hold the file and refuse once it is too late. `statutes`: what the meeting approves."""
    access.require(by, Permission.RECORD_FACTS, case_of(file))
    held = steps.locked(file)
    if why := closed(held, statutes=statutes):
        raise Refused(why)
    if not held.opened_on <= on <= calendars.today():
        raise Refused("La fecha está entre el día en que se abrió el expediente y hoy.")
    return held


def closed(file, *, statutes=False) -> str:
    """Why nothing may be written any more; empty while it may."""
    if file.state not in BEFORE_DEED:
        return DEEDED
    if file.closed_on is not None or not case_of(file).is_open:
        return "El expediente está cerrado: lo que se decidió queda como está."
    if statutes and file.state == LegalState.HELD:
        return APPROVED
    return ""


def project_for(file):
    """The project of a file that is held; the first one begins with what the group decided in a file that ended."""
    found = FoundingProject.objects.filter(file=file).first()
    if found is not None:
        return found
    earlier = LegalFile.objects.filter(case=file.case, pk__lt=file.pk, project__isnull=False).order_by("pk").last()
    if earlier is None:
        return FoundingProject.objects.create(file=file)
    found = FoundingProject.objects.get(file=earlier)
    found.pk, found.file, found._state.adding = None, file, True
    found.save()
    return found


def founders_by_id(file, on):
    """{person id: Founder} of those who found the cooperative of a file today."""
    return {one.person.pk: one for one in members_of(case_of(file).organization, on) if one.founds}
