"""Prepare a meeting: which one, when and where, with which agenda. A meeting of before is prepared in the same way."""

from django.db import transaction

from cases import lineage
from cases.assemblies.life import AssemblyKind, AssemblyRoleKind, AssemblyState
from cases.formalization.life import BEFORE_DEED
from cases.models import AgendaItem, Assembly
from cases.services.assemblies.common import give_roles, held_case, open_assembly, refuse_strangers, saved
from incubator.requirements import Refused


@transaction.atomic
def plan(*, by, case, on, kind, agenda, organizers=(), **facts):
    """Prepare a meeting. `facts`: meets_on, starts_at, second_call_at, place, commune, convener, supports.

    `agenda`: [{matter, letter, topic, specially_called, touches}, …]; `organizers`: people or names.
    """
    case = held_case(by, case)
    file = _file_for(case, kind)
    if kind == AssemblyKind.FOUNDING and _another_stands(case):
        raise Refused("La junta constitutiva ya está en preparación o se hizo.")
    assembly = Assembly(case=case, file=file, kind=kind, recorded_by=by)
    _write(assembly, facts)
    saved(assembly, by, on, "assembly_planned", kind=str(kind))
    _write_parts(assembly, agenda, organizers)
    return assembly


@transaction.atomic
def replan(*, by, assembly, on, agenda, organizers=(), **facts):
    """Correct what was prepared; once the notices went out, a new day asks for new ones."""
    assembly = open_assembly(by, assembly)
    moved = assembly.meets_on != facts["meets_on"]
    if moved and assembly.state == AssemblyState.SUMMONED:
        raise Refused("La junta ya se citó para otro día: anote que no se hizo y prepare otra.")
    if assembly.state == AssemblyState.HELD and any(item.voted for item in assembly.items.all()):
        raise Refused("Ya hay votos anotados: la tabla no cambia.")
    _write(assembly, facts)
    saved(assembly, by, on, "assembly_replanned", kind=assembly.kind)
    _write_parts(assembly, agenda, organizers)
    return assembly


def _file_for(case, kind):
    """The legal file of a founding meeting."""
    if kind != AssemblyKind.FOUNDING:
        return None
    file = lineage.open_legal_file(case)
    if file is None:
        raise Refused("El caso no tiene un expediente legal abierto: pase primero a Formalización.")
    return file


def _another_stands(case):
    """One founding meeting at a time; another may be prepared when the statutes go back to a meeting."""
    standing = Assembly.objects.filter(case=case, kind=AssemblyKind.FOUNDING).exclude(state=AssemblyState.FAILED)
    last = standing.order_by("-pk").first()
    if last is None:
        return False
    return last.closed_on is None or last.file.state not in BEFORE_DEED


def _write(assembly, facts):
    for name, value in facts.items():
        setattr(assembly, name, value)
    _refuse_hours(assembly)


def _refuse_hours(assembly):
    first, second = assembly.starts_at, assembly.second_call_at
    if first and second and second <= first:
        raise Refused("La segunda citación va después de la primera.")


def _write_parts(assembly, agenda, organizers):
    people = [who for who in organizers if not isinstance(who, str)]
    refuse_strangers(assembly.case, people)
    if not agenda:
        raise Refused("Escriba la tabla: al menos una materia.")
    give_roles(assembly, {AssemblyRoleKind.ORGANIZER: list(organizers)})
    assembly.items.all().delete()
    for position, said in enumerate(agenda, start=1):
        item = AgendaItem(assembly=assembly, position=position, **said)
        item.full_clean(exclude=["assembly"])
        item.save()
