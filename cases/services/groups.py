"""Take a group in: its record and its case are born together."""

from django.db import transaction

from cases import stays
from cases.services import advancement
from incubator import access, calendars
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.services import organizations


@transaction.atomic
def register(*, by, incubator, on, case_source, name, kind, **fields):
    """A group of this incubator with its case at CENSUS, on the day it came to be known. Returns the case."""
    group = organizations.create_group(by=by, incubator=incubator, on=on, name=name, kind=kind, **fields)
    return advancement.open_case(by=by, organization=group, incubator=incubator, on=on, source=case_source)


@transaction.atomic
def take_in_again(*, by, case, on, case_source):
    """A group whose case ended comes back: a new case, linked to the former one. Returns it."""
    return advancement.open_case(
        by=by, organization=case.organization, incubator=case.incubator, on=on, source=case_source, previous=case
    )


@transaction.atomic
def welcome_back(*, by, case, people, since):
    """People who were in the group before belong to it again from that day; nobody leaves another group for it."""
    access.require(by, Permission.WRITE_PEOPLE, case)
    if not case.is_open:
        raise Refused("El caso está cerrado: abra primero un nuevo caso.")
    if not case.opened_on <= since <= calendars.today():
        raise Refused(f"La fecha va del {case.opened_on:%d-%m-%Y} a hoy.")
    former = {row.who.pk for row in stays.former_members(case.organization, calendars.today())}
    if {person.pk for person in people} - former:
        raise Refused("Alguna de esas personas no estuvo antes en el grupo, o ya está: revise la lista.")
    return [organizations.join(by=by, organization=case.organization, person=person, since=since) for person in people]
