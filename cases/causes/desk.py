"""What the causes of the journey share: the groups the user may see, the rules of each place, how a case is told."""

from collections import defaultdict

from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from cases import reading
from cases.models import Case


def open_cases(asked):
    """The open cases this user may see."""
    return Case.objects.visible_to(asked.user).open()


def accompanied(asked):
    """Those from training to operation."""
    return Case.objects.visible_to(asked.user).accompanied()


def told(asked) -> dict[int, Case]:
    """The cases that the tasks about to be told speak of, by id, with what a list shows of each. One query for all."""
    kept = asked.kept.setdefault("cases", {})
    missing = asked.wanted - set(kept)
    if missing:
        rows = reading.with_facts(Case.objects.visible_to(asked.user).filter(pk__in=missing), asked.on)
        kept.update({case.pk: case for case in rows})
    return kept


def each(asked, rows):
    """(row, case) of the rows about to be told."""
    cases = told(asked)
    return [(row, cases[row.about]) for row in rows if row.about in cases]


def by_rule(asked, name, condition, path="incubator_id") -> Q:
    """A condition on a parameter of the agreement of each incubator: `condition(value)`, place by place."""
    places = defaultdict(list)
    for incubator in asked.team.incubator_ids:
        places[getattr(asked.team.rules(incubator), name)].append(incubator)
    found = Q(pk__in=[])
    for value, incubators in places.items():
        found |= Q(**{f"{path}__in": incubators}) & condition(value)
    return found


def group_link(case):
    """The group's name, as a link to its page."""
    return format_html('<a href="{}">{}</a>', page_of(case), case.organization.name)


def page_of(case):
    """The address of the group's page."""
    return reverse("group_detail", args=[case.organization_id])
