"""Groups, by what they are called and do, by the number of a case or by their RUT; calls, funds and applications."""

import re

from django.db.models import Q
from django.urls import reverse

from cases import document_search, reading
from cases.funding.around.filters import name_of, said
from cases.models import Call, Case, FundApplication, FundingCall
from incubator import country, search, words
from incubator.access import Permission, scope_of
from incubator.models import Organization
from incubator.navigation import address

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


def _funds(user, text, limit):
    rows = FundingCall.objects.visible_to(user).filter(withdrawn_on__isnull=True)
    rows = rows.filter(words.says(text, "programme", "line", "agency__name", "agency__short_name"))
    return search.counted(rows.select_related("agency").order_by("-year", "programme", "pk"), limit, _fund_hit)


def _fund_hit(call):
    return search.Hit(str(call), address("fund_call", call.pk), call.agency.name)


def _applications(user, text, limit):
    rows = FundApplication.objects.visible_to(user).filter(case__annulled_at__isnull=True)
    rows = rows.filter(pk__in=FundApplication.objects.filter(said(text)).values("pk"))
    rows = rows.select_related("case__organization", "case__incubator", "case__born_in", "call__agency", "stays_with")
    return search.counted(rows.order_by("-opened_on", "-pk"), limit, _application_hit)


def _application_hit(one):
    about = [one.code, one.call.programme, one.get_state_display(), name_of(one)]
    return search.Hit(one.title, address("application_summary", one.pk), " · ".join(about))


search.add("groups", search.Searcher("Grupos", "group", _groups, _alike))
search.add("calls", search.Searcher("Convocatorias", "open", _calls))
search.add("funds", search.Searcher("Fondos", "funds", _funds))
search.add("fund_applications", search.Searcher("Postulaciones a fondos", "funds", _applications))
search.add("documents", search.Searcher("Documentos", "file", document_search.find))
