"""«Mi día»: what is due today, and beside it the panels that each room adds."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse

from incubator import calendars, causes, panels
from incubator.access import Permission, allows

#: How many things of each tone the first page shows, and how many the whole list.
FIRST, PAGE = 5, 25
#: How many put off tasks the page tells before it only counts them.
PUT_OFF = 20
TONES = {
    "urgent": "Urgente",
    "waits": "Por atender",
    "info": "De hoy y por decidir",
    "plain": "Cuando pueda",
}
_WORDS = ("ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")


def my_day(request):
    """The first page after entering: it answers «what do I do today?»."""
    on = calendars.today()
    everyone = request.GET.get("de") == "todas"
    agenda = causes.Agenda(request.user, on, everyone=everyone)
    shown = [
        {"tone": one.tone, "title": TONES[one.tone], "tasks": one.tasks, "count": one.count}
        for one in agenda.first(FIRST)
    ]
    put_off = agenda.snoozed()
    context = {
        "greeting": f"{_greeting()}, {request.user.get_short_name()}. {_how_many(shown, everyone)}",
        "on": on,
        "tones": shown,
        "everyone": everyone,
        "sees_others": allows(request.user, Permission.VIEW_GROUPS),
        "put_off": [{"task": task, "decision": decision} for task, decision in put_off[:PUT_OFF]],
        "put_off_count": len(put_off),
        "panels": panels.shown(request.user, on),
        "action": panels.action(request.user),
    }
    return render(request, "incubator/mi_dia.html", context)


def everything(request):
    """The whole list: of one tone or one kind, one's own or everybody's, by pages."""
    on = calendars.today()
    tone, kind, everyone = request.GET.get("tono", ""), request.GET.get("tipo", ""), request.GET.get("de") == "todas"
    tone = tone if tone in TONES else ""
    agenda = causes.Agenda(request.user, on, everyone=everyone)
    kinds = agenda.kinds(tone)
    kind = kind if kind in kinds else ""
    total = kinds[kind] if kind else sum(kinds.values())
    page = Paginator(range(total), PAGE).get_page(request.GET.get("page"))
    tasks, _ = agenda.page(page.start_index() - 1 if total else 0, page.end_index(), tone, kind)
    context = {
        "title": TONES.get(tone, "Todo lo pendiente"),
        "tasks": tasks,
        "page": page,
        "everyone": everyone,
        "crumbs": [("Mi día", reverse("my_day"))],
        "query": _query(tone, kind, everyone),
        "chips": _chips(kinds, tone, kind, everyone),
    }
    return render(request, "incubator/tasks.html", context)


def _chips(kinds, tone, kind, everyone):
    """A filter by kind, each with its count."""
    words = causes.labels()
    whole = {
        "label": "Todas",
        "url": "?" + _query(tone, "", everyone),
        "current": not kind,
        "count": sum(kinds.values()),
    }
    ordered = sorted(kinds.items(), key=lambda item: words[item[0]])
    return [whole] + [
        {"label": words[name], "url": "?" + _query(tone, name, everyone), "current": name == kind, "count": count}
        for name, count in ordered
    ]


def _query(tone, kind, everyone):
    """The address of this list, for its links; codes of ours only."""
    parts = {"tono": tone, "tipo": kind, "de": "todas" if everyone else ""}
    return "".join(f"{name}={value}&" for name, value in parts.items() if value)


def _greeting():
    hour = calendars.now().hour
    return "Buenos días" if hour < 12 else "Buenas tardes" if hour < 20 else "Buenas noches"


def _how_many(shown, everyone):
    count = sum(one["count"] for one in shown)
    if count == 0:
        return "Hoy no hay nada pendiente."
    words = _WORDS[count] if count < len(_WORDS) else str(count)
    where = " entre todas las personas" if everyone else ""
    return f"Hoy hay {words} {'cosa' if count == 1 else 'cosas'}{where}."
