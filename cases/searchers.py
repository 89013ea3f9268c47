"""Groups, by what they are called and do, by the number of a case or by their RUT; and calls."""

import re

from django.db.models import Q
from django.urls import reverse

from cases import document_search, reading
from cases.models import Call, Case
from incubator import country, search, words
from incubator.access import Permission, scope_of
from incubator.models import Organization

_CODE = re.compile(r"(?:caso\s+)?(\d{4,5})\s*-\s*(\d{1,6})", re.ASCII | re.IGNORECASE)
_SAID = ("name", "trade", "sector")


def _groups(user, text, limit):
    code = _CODE.fullmatch(text)
    if code:
        return search.counted(_of_number(user, *code.groups()), limit, _hit)
    return search.counted(_in_order(reading.newest_of(user).filter(_called(user, text))), limit, _hit)


def _alike(user, text, limit):
    like = words.sounds_like("name_folded", text)
    if like is None:
        return search.Found(0)
    rows = reading.newest_of(user).filter(_of(like & ~_named(text)))
    return search.counted(_in_order(rows), limit, _hit)


def _of_number(user, commune, number):
    """The case of that number, whichever stay of the group it was."""
    return _in_order(Case.objects.visible_to(user).filter(born_in__commune_id=commune.zfill(5), number=int(number)))


def _called(user, text):
    run = country.parse_run(text)
    if run:  # a RUT is a legal fact: not everybody who sees the group reads it
        scope = scope_of(user, Permission.VIEW_LEGAL)
        reached = Q(incubator_id__in=scope.incubator_ids) | Q(organization_id__in=scope.organization_ids)
        return reached & Q(organization__rut=run)
    return _of(Q(words.says(text, *_SAID)) | _named(text))


def _named(text):
    return words.has_parts("name_folded", text)


def _of(condition):
    """The cases of the groups that fit: looked for by themselves, so that their indexes serve."""
    return Q(organization__in=Organization.objects.filter(condition).values("pk"))


def _in_order(cases):
    return cases.select_related("organization", "incubator", "born_in").order_by("organization__sort_key", "pk")


def _hit(case):
    about = [case.get_stage_display(), case.organization.trade, case.incubator.name, f"caso {case.code}"]
    return search.Hit(
        case.organization.name,
        reverse("group_detail", args=[case.organization_id]),
        " · ".join(filter(None, about)),
    )


def _calls(user, text, limit):
    rows = Call.objects.visible_to(user).filter(words.says(text, "name")).select_related("incubator")
    return search.counted(rows.order_by("-opens_on", "-pk"), limit, _call_hit)


def _call_hit(call):
    days = f"del {call.opens_on:%d-%m-%Y} al {call.closes_on:%d-%m-%Y}"
    about = [call.get_state_display(), days, call.incubator.name]
    return search.Hit(call.name, reverse("call_detail", args=[call.pk]), " · ".join(about))


search.add("groups", search.Searcher("Grupos", "group", _groups, _alike))
search.add("calls", search.Searcher("Convocatorias", "open", _calls))
search.add("documents", search.Searcher("Documentos", "file", document_search.find))
