"""What the people of a group authorise: counts by purpose, who is left to ask, and the sheet to print."""

from django.shortcuts import render

from cases.views.frame import form_frame, visible_case
from incubator import calendars, masking
from incubator.access import Permission, allows
from incubator.services import consents
from incubator.views.consents import printed


def of_group(request, pk):
    """Purpose by purpose: how many do, how many do not, and who was never asked."""
    case = visible_case(request, pk, Permission.VIEW_PEOPLE)
    members = masking.cover(request.user, _members(case), pk)
    context = form_frame(
        case,
        purposes=consents.in_groups(members, calendars.today()),
        members=len(members),
        masked={row.person.pk for row in members if row.masked},
        may_ask=allows(request.user, Permission.WRITE_PEOPLE, case),
    )
    return render(request, "cases/consents/group.html", context)


def sheet(request, pk):
    """The sheets of everybody in the group, one a person."""
    case = visible_case(request, pk, Permission.WRITE_PEOPLE)
    names = [row.person.survivor.name for row in _members(case)]
    return printed(request, case.incubator, names, f"autorizaciones-{case.code}")


def _members(case):
    rows = case.organization.members_on(calendars.today()).select_related("person__same_as")
    return list({row.person.survivor.pk: row for row in rows}.values())
