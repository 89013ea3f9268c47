"""What every page of a call in the house shows: its name, where it stands and its sections."""

from django.http import Http404

from cases import call_words
from cases.models import Call
from incubator import calendars, navigation
from incubator.access import Permission, allows

#: (words, URL name) of each section; whoever may not open it does not see it.
SECTIONS = [
    ("Convocatoria", "call_detail"),
    ("Postulaciones recibidas", "call_submissions"),
    ("Pauta", "call_rubric"),
    ("Selección", "call_selection"),
    ("Lista de espera", "call_waiting"),
]


def visible_call(request, pk, *needs):
    """A call the user reaches with one of these rights, or 404."""
    rows = Call.objects.select_related("incubator__commune")
    for permission in needs or (Permission.VIEW_GROUPS,):
        found = rows.visible_to(request.user, permission).filter(pk=pk).first()
        if found is not None:
            return found
    raise Http404


def call_frame(request, call, current):
    """{call, crumbs, tabs, tone, words, sentence, may_write, may_decide} of a page of the call."""
    tone, words, sentence = call_words.standing(call, calendars.now())
    if call.state == "draft":
        tone, words, sentence = "plain", "Borrador", "Solo la ve el equipo."
    tabs = [
        {"label": label, "url": url, "current": name == current, "count": ""}
        for label, name in SECTIONS
        if (url := navigation.door(request.user, name, call.incubator, call.pk))
    ]
    return {
        "call": call,
        "crumbs": [("Convocatorias", navigation.address("call_list"))],
        "tabs": tabs,
        "tone": tone,
        "words": words,
        "sentence": sentence,
        "may_write": allows(request.user, Permission.WRITE_GROUPS, call.incubator),
        "may_decide": allows(request.user, Permission.DECIDE, call.incubator),
    }
