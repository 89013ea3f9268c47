"""How a call reads to everybody: where it stands, what each amendment changed, and its address."""

from datetime import date

from django.urls import reverse
from django.utils.text import slugify

from cases.call_life import CallState, TieBreaker
from incubator.calendars import local_day, long_date

#: Field → its name in an amendment.
NAMES = {
    "name": "Nombre",
    "opens_on": "Abre",
    "closes_on": "Cierra",
    "seats": "Cupos",
    "waiting_until": "La lista de espera vence",
    "minimum_interested": "Personas interesadas, al menos",
    "appeal_days": "Días hábiles para reclamar",
    "evaluators": "Evaluadores por postulación",
    "spread_percent": "Diferencia que pide otra evaluación, en %",
    "tie_breakers": "Desempates",
    "text": "Texto",
    "easy_text": "Lectura fácil",
    "rubric": "Pauta",
}
_LONG = ("text", "easy_text")
_DATES = ("opens_on", "closes_on", "waiting_until")


def slug_of(call):
    """The commune in its address."""
    return slugify(call.incubator.commune.name)


def address_of(call, name="public_call"):
    """The address of one of its public pages."""
    return reverse(name, args=[slug_of(call), call.pk])


def standing(call, moment):
    """(tone, short words, sentence) for everybody."""
    on = local_day(moment)
    if call.state == CallState.VOID:
        return "urgent", "Anulada", "Esta convocatoria quedó sin efecto."
    if call.state in (CallState.RANKED, CallState.RESOLVED):
        return "info", call.get_state_display(), "Las postulaciones ya se evaluaron."
    if call.state == CallState.CLOSED or on > call.closes_on:
        return "info", "Cerrada", f"Se podía postular hasta el {long_date(call.closes_on)}."
    if on < call.opens_on:
        return "waits", "Abre pronto", f"Se podrá postular desde el {long_date(call.opens_on)}."
    return "done", "Abierta", f"Se puede postular hasta el {long_date(call.closes_on)}, a las 23:59 horas."


def card(call, moment):
    """What a list shows of a call."""
    tone, words, sentence = standing(call, moment)
    return {"call": call, "url": address_of(call), "tone": tone, "words": words, "sentence": sentence}


def changed(amendment):
    """(what, before, after) of each change; a long text only says that it changed."""
    for name, (before, after) in amendment.changes.items():
        if name in _LONG:
            yield NAMES[name], "", "Se publica el texto nuevo en esta página."
        else:
            yield NAMES.get(name, name), _said(name, before), _said(name, after)


def tie_breakers(call):
    """How ties are decided, in order."""
    return [TieBreaker(item).label for item in call.tie_breakers]


def _said(name, value):
    if value is None or value == "":
        return "sin indicar"
    if name in _DATES:
        return long_date(date.fromisoformat(value))
    if name == "tie_breakers":
        return "; ".join(TieBreaker(item).label.lower() for item in value)
    if name == "rubric":
        return "; ".join(value)
    return str(value)
