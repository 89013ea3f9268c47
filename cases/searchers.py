"""Groups, by any part of their name or by the number of their case."""

from django.db.models import Q
from django.urls import reverse

from cases import reading
from incubator import calendars, search


def _groups(user, text, limit):
    found = reading.cases_of(user, calendars.today()).filter(_matches(text))
    found = found.order_by("organization__sort_key", "pk")
    return search.Found(found.count(), [_hit(case) for case in found[:limit]])


def _matches(text):
    commune, _, number = text.strip().partition("-")
    if commune.isdigit() and number.isdigit():
        return Q(incubator__commune_id=commune, number=int(number))
    return search.has_words("organization__name_folded", text)


def _hit(case):
    about = [case.get_stage_display(), case.organization.trade, case.incubator.name, f"caso {case.code}"]
    return search.Hit(
        case.organization.name,
        reverse("group_detail", args=[case.organization_id]),
        " · ".join(filter(None, about)),
    )


search.add("groups", search.Searcher("Grupos", "group", _groups))
