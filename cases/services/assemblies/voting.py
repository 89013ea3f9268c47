"""What a meeting agreed, matter by matter: the text, and the votes of those present or represented."""

from django.db import transaction

from cases.assemblies.life import AssemblyState
from cases.services.assemblies.common import open_assembly, saved
from incubator.requirements import Refused


@transaction.atomic
def vote(*, by, assembly, on, votes):
    """Record the votes. `votes`: {item id: {text, yes, no, abstained, statutes_ask, specially_called}}."""
    assembly = open_assembly(by, assembly)
    if assembly.state != AssemblyState.HELD:
        raise Refused("Anote primero quiénes asistieron.")
    n = assembly.attendance.count()
    for item in assembly.items.all():
        if item.pk in votes:
            _write(item, votes[item.pk], n)
    return saved(assembly, by, on, "assembly_voted", items=len(votes))


def _write(item, said, n):
    for name, value in said.items():
        setattr(item, name, value)
    counts = [count for count in (item.yes, item.no, item.abstained) if count is not None]
    if counts and len(counts) < 3:
        raise Refused(f"«{item.matter}»: escriba los votos a favor, en contra y las abstenciones; si no hubo, cero.")
    if sum(counts) > n:
        raise Refused(f"«{item.matter}»: hay {sum(counts)} votos y {n} personas presentes o representadas.")
    item.full_clean(exclude=["assembly"])
    item.save()
