"""The calls within reach: open, to open and closed, with their hour and the days left."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.http import urlencode

from cases.funding.bases import closings
from cases.funding.bases.describing import amount
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.funding.calls import filters as calls_filters
from cases.funding.calls.filters import STANDINGS, Asked
from cases.funding.words import ApplicantKind
from cases.models import BasesVersion, FundingAgency
from cases.views.funding.calls.frame import region_names, zone_of
from incubator import calendars

PAGE = 25


def listing(request):
    """The list, narrowed as asked."""
    user, at, on = request.user, calendars.now(), calendars.today()
    asked, enters = _asked(request.GET), bool(calls_access.agreements_to_enter(user))
    rows = calls_filters.of_standing(calls_filters.standing(user, on, at), asked.standing, on, at)
    page = Paginator(calls_filters.narrowed(rows, asked, user), PAGE).get_page(request.GET.get("page"))
    said = _said(asked)
    context = {
        "page": page,
        "rows": shown(page.object_list, at, zone_of(user)),
        "asked": asked,
        "chips": _chips(asked, enters),
        "agencies": FundingAgency.objects.filter(calls__in=rows.order_by().values("pk")).distinct(),
        "applicants": ApplicantKind.choices,
        "regions": region_names(),
        "query": f"{urlencode(said)}&" if said else "",
        "is_narrowed": any(value for key, value in said.items() if key != "estado"),
        "enters": enters,
    }
    return render(request, "cases/funding/calls/list.html", context)


def shown(calls, at, zone):
    """Each call with its closings in words; one query for the bases of all."""
    versions = BasesVersion.objects.in_bulk([call.bases_id for call in calls if call.bases_id])
    return [_row(call, versions.get(call.bases_id), at, zone) for call in calls]


def _row(call, version, at, zone):
    if version is None:
        return {"call": call, "closings": [], "amount": "", "tone": "waits", "words": "Por comprobar"}
    bases = bases_of(version)
    ahead = [one for one in bases.closings if closings.in_time(one, at)] or list(bases.closings)
    ahead.sort(key=lambda one: closings.instant(one.wall))
    tone, words = _standing(call, ahead, at, zone)
    shown_ones = sorted(ahead, key=lambda one: bool(one.regions))[:3]  # what is for everybody before a region's own
    return {
        "call": call,
        "closings": [(closings.said(one, zone), _where(one)) for one in shown_ones],
        "amount": amount(bases.money.maximum or bases.money.per_person, bases.money.unit),
        "tone": tone,
        "words": words,
    }


def _where(closing):
    return " · ".join(filter(None, (closing.channel.label, closing.place)))


def _standing(call, ahead, at, zone):
    """Tone and words of how a call stands."""
    if call.opens_on and call.opens_on > calendars.local_day(at):
        return "info", f"Abre el {call.opens_on:%d-%m-%Y}"
    if not ahead:
        return "plain", "Sin hora de cierre"
    days = closings.days_left(ahead[0], at, zone)
    words = closings.left_said(ahead[0], at, zone)
    return "plain" if days < 0 else "urgent" if days <= 7 else "waits", words[:1].upper() + words[1:]


def _asked(query):
    which = query.get("estado", "")
    return Asked(
        which if which in STANDINGS else "abiertos",
        query.get("institucion", "")[:9],
        query.get("postula", "") if query.get("postula") in ApplicantKind.values else "",
        query.get("region", "")[:2],
        query.get("q", "").strip()[:80],
        query.get("interesa") == "1",
    )


def _said(asked):
    pairs = {
        "estado": "" if asked.standing == "abiertos" else asked.standing,
        "institucion": asked.agency,
        "postula": asked.applicant,
        "region": asked.region,
        "q": asked.text,
        "interesa": "1" if asked.mine else "",
    }
    return {key: value for key, value in pairs.items() if value}


def _chips(asked, enters):
    rest = {key: value for key, value in _said(asked).items() if key != "estado"}
    return [
        {
            "label": label,
            "url": "?" + urlencode(({} if key == "abiertos" else {"estado": key}) | rest),
            "current": key == asked.standing,
            "count": "",
        }
        for key, label in STANDINGS.items()
        if enters or key != "borradores"
    ]
