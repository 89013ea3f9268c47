"""«Mi día»: what is due today, and beside it the panels that each room adds."""

from django.core.paginator import Paginator
from django.shortcuts import render

from incubator import calendars, causes, panels

#: How many things a page shows before «Ver más».
PAGE = 12
_WORDS = ("ninguna", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")


def my_day(request):
    """The first page after entering: it answers «what do I do today?»."""
    on = calendars.today()
    due = causes.tasks(request.user, on)
    mine = [task for task in due if task.is_of(request.user)]
    everyone = request.GET.get("de") == "todas"
    context = {
        "greeting": f"{_greeting()}, {request.user.get_short_name()}. {_how_many(len(mine))}",
        "on": on,
        "page": Paginator(due if everyone else mine, PAGE).get_page(request.GET.get("page")),
        "everyone": everyone,
        "others": len(due) - len(mine),
        "panels": panels.shown(request.user, on),
        "action": panels.action(request.user),
    }
    return render(request, "incubator/mi_dia.html", context)


def _greeting():
    hour = calendars.now().hour
    return "Buenos días" if hour < 12 else "Buenas tardes" if hour < 20 else "Buenas noches"


def _how_many(count):
    if count == 0:
        return "Hoy no hay nada pendiente."
    words = _WORDS[count] if count < len(_WORDS) else str(count)
    return f"Hoy hay {words} {'cosa' if count == 1 else 'cosas'}."
