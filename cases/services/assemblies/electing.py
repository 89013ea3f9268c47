"""Who stood for a seat, who was elected, and who turns the founding minutes into a deed."""

from django.db import transaction

from cases.assemblies.life import AssemblyRoleKind, AssemblyState
from cases.models import AssemblyCandidate
from cases.services.assemblies.common import give_roles, open_assembly, refuse_strangers, saved
from incubator.requirements import Refused


@transaction.atomic
def elect(*, by, assembly, on, candidates, reduces=(), signers=()):
    """Record candidates and the elected. `candidates`: [{person, body, office, alternate, by_users, elected, …}, …].

    `reduces`: who takes the minutes to the notary; `signers`: members who sign them. People or names.
    The seats themselves are written when the minutes are closed.
    """
    assembly = open_assembly(by, assembly)
    if assembly.state != AssemblyState.HELD:
        raise Refused("Anote primero quiénes asistieron.")
    named = [who for who in (*reduces, *signers) if not isinstance(who, str)]
    refuse_strangers(assembly.case, [said["person"] for said in candidates] + named)
    if len({(said["person"].pk, said["body"]) for said in candidates}) < len(candidates):
        raise Refused("Una persona está dos veces en el mismo órgano.")
    assembly.candidates.all().delete()
    for said in candidates:
        row = AssemblyCandidate(assembly=assembly, **said)
        row.full_clean(exclude=["assembly", "person"])
        _refuse_term(row)
        row.save()
    give_roles(assembly, {AssemblyRoleKind.REDUCES: list(reduces), AssemblyRoleKind.SIGNER: list(signers)})
    return saved(assembly, by, on, "assembly_elected", seats=sum(bool(said.get("elected")) for said in candidates))


def _refuse_term(row):
    since = row.since or row.assembly.meets_on
    if since < row.assembly.meets_on:
        raise Refused("Un cargo no empieza antes de la junta que lo eligió.")
    if row.until is not None and row.until <= since:
        raise Refused("El período de un cargo termina después de empezar.")
