"""What every act on a meeting shares: the right, the lock, the refusals, and its line in the journal."""

from cases.assemblies.life import AssemblyState
from cases.models import Assembly, AssemblyRole, Case
from incubator import access, journal
from incubator.access import Permission
from incubator.requirements import Refused


def held_case(by, case):
    """The case, held as every writer of it does, for somebody who may record its facts."""
    access.require(by, Permission.RECORD_FACTS, case)
    held = Case.objects.select_for_update(of=("self",), no_key=True).select_related("organization", "incubator")
    case = held.get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    return case


def open_assembly(by, assembly):
    """The meeting, held after its case, while its minutes are open."""
    case = held_case(by, assembly.case)
    held = Assembly.objects.select_for_update(of=("self",)).get(pk=assembly.pk)
    held.case = case
    if held.state == AssemblyState.FAILED:
        raise Refused("Se anotó que esta junta no se hizo: prepare otra.")
    if held.closed_on is not None:
        raise Refused("El acta está cerrada: lo que dice ya no cambia.")
    return held


def refuse_strangers(case, people):
    """People of a meeting belong to the same incubator as its case."""
    if any(person is not None and person.incubator_id != case.incubator_id for person in people):
        raise Refused("Esa persona está anotada en otra incubadora: anótela primero en esta.")


def saved(assembly, by, on, verb, **data):
    """Write the meeting and tell the journal, in codes."""
    assembly.full_clean(exclude=["case", "file", "recorded_by", "closed_by", "minutes"])
    assembly.save()
    journal.record(by, verb, on, subject=assembly, organization=assembly.case.organization, **data)
    return assembly


def give_roles(assembly, roles):
    """Say who does what: {role: [person or name, …]}; the roles that are not named stay as they are."""
    assembly.roles.filter(role__in=list(roles)).delete()
    for role, holders in roles.items():
        for holder in holders:
            who = {"name": holder} if isinstance(holder, str) else {"person": holder}
            row = AssemblyRole(assembly=assembly, role=role, **who)
            row.full_clean(exclude=["assembly", "person"])
            row.save()
