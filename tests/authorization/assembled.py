"""A junta of the group of a corner, held and not closed yet, with one of each of its parts."""

from datetime import time, timedelta

from cases.models import (
    AgendaItem,
    Assembly,
    AssemblyAttendance,
    AssemblyCandidate,
    AssemblyRole,
    NoticeSent,
)
from incubator.enums import Tier


def furnish_assemblies(corner, today, stored):
    """Written straight: the sweeps ask who reaches them, not how they came to be."""
    day, person = today - timedelta(days=3), corner["person"]
    corner["assembly"] = junta = Assembly.objects.create(
        case=corner["case"], kind="special", state="held", meets_on=day, starts_at=time(18), ends_at=time(19),
        place=f"Sede {corner.word}", commune=corner.place.commune, convener="el consejo", recorded_by=corner["officer"],
        minutes=stored(corner, 61, Tier.LEGAL), medium="newspaper", medium_name="El Día", published_on=day,
    )  # fmt: skip
    mine = {"assembly": junta, "person": person}
    corner["sent"] = NoticeSent.objects.create(channel="post", sent_on=day, **mine)
    corner["matter"] = AgendaItem.objects.create(
        assembly=junta, position=1, matter=f"Materia {corner.word}", letter="a", text="x", yes=1, no=0, abstained=0
    )
    corner["came"] = AssemblyAttendance.objects.create(**mine)
    corner["candidate"] = AssemblyCandidate.objects.create(body="board", **mine)
    corner["charge"] = AssemblyRole.objects.create(role="president", **mine)
    AssemblyRole.objects.create(role="secretary", name="Luis Rojas", assembly=junta)
