"""The members of an invented group: people, what they declare, the supports they ask for, and who speaks for them."""

from incubator.enums import Declared, DisabilityOrigin, RndStatus, SupportKind
from incubator.services import organizations, people, sensitive

#: About how many declare a disability, that they have none, or nothing; and how many care for somebody.
WITH, WITHOUT, CARERS = 0.55, 0.25, 0.22


def gather(life, group, script, day, cast):
    """Write the members of a group, on the day it is recorded; the first represents it."""
    by = life.team.disability
    for number in range(script.members):
        someone = cast.someone()
        fields = {name: getattr(someone, name) for name in someone.__dataclass_fields__}
        person = people.create(by=by, incubator=life.incubator, on=day, commune=life.incubator.commune, **fields)
        membership = organizations.join(by=by, organization=group, person=person, since=day)
        _declare(cast, by, person, day)
        if number == 0:
            organizations.represent(by=by, membership=membership, since=day)


def _declare(cast, by, person, day):
    with_disability = cast.chance(WITH)
    said = (
        Declared.YES if with_disability else Declared.NO if cast.chance(WITHOUT / (1 - WITH)) else Declared.NOT_STATED
    )
    facts = {"disability": said, "carer": Declared.YES if cast.chance(CARERS) else Declared.NO}
    if with_disability:
        facts["disability_on"] = day
        facts["main_origin"] = cast.pick(DisabilityOrigin.values)
        facts["rnd_status"] = cast.pick([RndStatus.VALID, RndStatus.VALID, RndStatus.IN_PROCESS, RndStatus.NO])
    sensitive.write(by=by, person=person, on=day, **facts)
    if with_disability and cast.chance(0.5):
        sensitive.set_needs(by=by, person=person, on=day, needs={cast.pick(SupportKind.values[:8]): ""})
