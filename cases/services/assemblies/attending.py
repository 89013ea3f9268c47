"""A meeting was held: who presided and wrote, and which members came, in person or by a proxy that the law admits."""

from django.db import transaction

from cases.assemblies import law as assembly_law
from cases.assemblies.life import AssemblyRoleKind, AssemblyState, PresentAs
from cases.law.answers import Outcome
from cases.models import AssemblyAttendance
from cases.services.assemblies.common import give_roles, open_assembly, refuse_strangers, saved
from incubator import calendars
from incubator.requirements import Refused


@transaction.atomic
def hold(*, by, assembly, on, attendance, president="", secretary="", ends_at=None, quorum=None, on_second_call=False):
    """Record who came. `attendance`: [{person, present_as, holder, holder_name, holder_kind, proxy_form, arrived_at,
    left_at}, …]; members who are not in it did not come. `president`, `secretary`: a person or a name.

    A proxy that the law does not admit is refused with its article: that member did not come.
    """
    assembly = open_assembly(by, assembly)
    if assembly.meets_on > calendars.today():
        raise Refused("La junta todavía no se hace: anote la asistencia ese día o después.")
    if not attendance:
        raise Refused("Marque quiénes asistieron.")
    _refuse_people(assembly, attendance, president, secretary)
    _refuse_hours(assembly, ends_at)
    assembly.attendance.all().delete()
    rows = [_row(assembly, said) for said in attendance]
    _refuse_proxies(assembly, rows)
    give_roles(assembly, {role: [who] if who else [] for role, who in _chairs(president, secretary)})
    assembly.ends_at, assembly.quorum, assembly.on_second_call = ends_at, quorum, on_second_call
    if assembly.state != AssemblyState.HELD:
        assembly.hold()
    _refuse_votes(assembly, len(rows))
    return saved(assembly, by, on, "assembly_held", present=len(rows))


def _chairs(president, secretary):
    return ((AssemblyRoleKind.PRESIDENT, president), (AssemblyRoleKind.SECRETARY, secretary))


def _refuse_people(assembly, attendance, *chairs):
    people = [said["person"] for said in attendance] + [said.get("holder") for said in attendance]
    refuse_strangers(assembly.case, people + [who for who in chairs if not isinstance(who, str)])


def _refuse_hours(assembly, ends_at):
    if ends_at and assembly.starts_at and ends_at <= assembly.starts_at:
        raise Refused("La junta termina después de empezar.")


def _row(assembly, said):
    row = AssemblyAttendance(assembly=assembly, **said)
    row.full_clean(exclude=["assembly", "person", "holder"])
    row.save()
    return row


def _refuse_proxies(assembly, rows):
    """R10 and R11: what does not count is not written as if it did."""
    wrong = []
    for row in rows:
        if row.present_as == PresentAs.REPRESENTED:
            answer = assembly_law.proxy(assembly, row)
            if answer.outcome != Outcome.MET:
                wrong.append(_said(row.person.survivor.name, answer))
    kinds = assembly_law.types_of(assembly.case)
    if not wrong:
        held = assembly_law.proxies_held(assembly, rows, kind=kinds[0] if kinds else "")
        wrong = [_said(name, answer) for name, answer in held if answer.outcome != Outcome.MET]
    if wrong:
        raise Refused(*wrong)


def _said(name, answer):
    return f"{name}: {answer.arithmetic} {answer.remedy} ({answer.cited})"


def _refuse_votes(assembly, n):
    if any(item.voted and item.yes + item.no + item.abstained > n for item in assembly.items.all()):
        raise Refused("Ya hay más votos anotados que personas: corrija primero los votos.")
