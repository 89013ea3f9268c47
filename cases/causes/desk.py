"""The groups one user answers for on a day, read once and shared by every cause of the journey."""

from django.urls import reverse
from django.utils.html import format_html

from cases import reading
from cases.enums import ACCOMPANIED


class Desk:
    """The open groups one user may see on a day, with who is in charge and the rules of each incubator."""

    def __init__(self, user, on):
        self.user, self.on = user, on
        self.cases = list(reading.cases_of(user, on).open())
        self.by_id = {case.pk: case for case in self.cases}
        self.accompanied = [case for case in self.cases if case.stage in ACCOMPANIED]
        self._charge = reading.in_charge(self.cases, on)
        self._rules = reading.parameters_by_incubator({case.incubator_id for case in self.cases}, on)

    def rules(self, case):
        """The parameters of the agreement of its incubator."""
        return self._rules[case.incubator_id]

    def responsible(self, case):
        """The ids of the people in charge; nobody means whoever sees it."""
        return frozenset(row.post.user_id for row in self._charge[case.organization_id])

    def has_in_charge(self, case, roles):
        """Whether somebody with one of these roles looks after the group."""
        return any(row.post.role in roles for row in self._charge[case.organization_id])


def desk_of(asked) -> Desk:
    """The desk of whoever asks, read once."""
    if "desk" not in asked.kept:
        asked.kept["desk"] = Desk(asked.user, asked.on)
    return asked.kept["desk"]


def group_link(case):
    """The group's name, as a link to its page."""
    return format_html('<a href="{}">{}</a>', page_of(case), case.organization.name)


def page_of(case):
    """The address of the group's page."""
    return reverse("group_detail", args=[case.organization_id])
