"""Call a meeting: the public notice, and the notice of each member with its day and channel."""

from django.db import transaction

from cases.assemblies.life import AssemblyState
from cases.models import NoticeSent
from cases.services.assemblies.common import open_assembly, refuse_strangers, saved
from incubator import calendars
from incubator.requirements import Refused


@transaction.atomic
def summon(*, by, assembly, on, people=(), channel="", sent_on=None, proof="", medium="", medium_name="",
           published_on=None):  # fmt: skip
    """Record the notices that went out. Whoever had one already has this one instead; the first ones call the meeting.

    What the law says of their days is answered beside, never refused: a notice out of term was sent all the same.
    """
    assembly = open_assembly(by, assembly)
    people = list(people)
    refuse_strangers(assembly.case, people)
    _refuse_days(assembly, sent_on if people else None, published_on)
    if people and not (channel and sent_on):
        raise Refused("Diga cómo se envió la citación, y qué día.")
    if not people and not published_on:
        raise Refused("Marque a quiénes se citó, o escriba el día del aviso.")
    if published_on:
        assembly.medium, assembly.medium_name, assembly.published_on = medium, medium_name, published_on
    for person in people:
        _notice(assembly, person, channel, sent_on, proof)
    if assembly.state == AssemblyState.PLANNED and assembly.notices.exists():
        assembly.summon()
    return saved(assembly, by, on, "assembly_summoned", notices=len(people))


@transaction.atomic
def take_back_notice(*, by, sent, on):
    """A notice that was not sent is taken away, while the minutes are open."""
    assembly = open_assembly(by, sent.assembly)
    assembly.notices.filter(pk=sent.pk).delete()
    return saved(assembly, by, on, "assembly_notice_removed")


def _notice(assembly, person, channel, sent_on, proof):
    row = assembly.notices.filter(person=person).first() or NoticeSent(assembly=assembly, person=person)
    row.channel, row.sent_on, row.proof = channel, sent_on, proof.strip()
    row.full_clean(exclude=["assembly", "person"])
    row.save()


def _refuse_days(assembly, *days):
    today = calendars.today()
    for day in filter(None, days):
        if day > today:
            raise Refused("Anote lo que ya salió: la fecha no puede ser posterior a hoy.")
        if day > assembly.meets_on:
            raise Refused("La citación no puede ser posterior a la junta.")
