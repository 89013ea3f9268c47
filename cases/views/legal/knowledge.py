"""What the page of a legal file says beside its steps: what nobody read yet, the fee, the claims, then and today."""

from django import forms
from django.urls import reverse

from cases.formalization.life import LegalEventKind
from cases.formalization.past import as_known_then, as_known_today
from cases.forms.act_contents import DATA
from cases.law import acts, contents, validity
from cases.law.answers import Reading
from cases.models import ActContent, ObservationPoint
from incubator.forms import Form
from incubator.people_forms import not_after_today

K = LegalEventKind
_READ = (K.DEED, K.EXTRACT, K.REGISTRY_ENTRY)


class DayForm(Form):
    """The day of «qué se sabía entonces»."""

    dia = forms.DateField(label="Día", validators=[not_after_today])


def readings_of(events):
    """The last reading of each act. One query."""
    rows = ActContent.objects.filter(event__in=[event.pk for event in events]).order_by("pk")
    return {row.event_id: row for row in rows.select_related("domicile_commune", "registrar_commune", "read_by")}


def to_register(events, standing, group):
    """What nobody looked at yet in the documents that are there."""
    by_kind = {event.kind: event for event in events}
    unknown = standing.read.unknown or {}
    return [
        {
            "title": by_kind[kind].get_kind_display(),
            "labels": unknown[kind],
            "url": reverse("legal_act_read", args=[group, by_kind[kind].pk]),
        }
        for kind in _READ
        if kind in unknown and kind in by_kind
    ]


def registrar(events, readings):
    """The commune of the registrar beside that of the domicile: (words, whether they are the same), or None."""
    by_kind = {event.kind: readings.get(event.pk) for event in events}
    deed, entry = by_kind.get(K.DEED), by_kind.get(K.REGISTRY_ENTRY)
    home = deed.domicile_commune if deed else None
    office = entry.registrar_commune if entry else None
    if home is None or office is None:
        return None
    return {"home": home.name, "office": office.name, "same": home == office}


def fee(events, readings, standing, on):
    """R19, with the capital that the extract says; without it, the rule alone."""
    if standing.constitution is None or standing.day(K.PUBLICATION):
        return None
    read = next((readings[event.pk] for event in events if event.kind == K.EXTRACT and event.pk in readings), None)
    if read is None or read.subscribed_uf is None or read.paid_uf is None:
        return {"rule": Reading(on).rule("money", "gazette.free"), "answer": None}
    return {"rule": None, "answer": acts.publication_fee(subscribed_uf=read.subscribed_uf, paid_uf=read.paid_uf, on=on)}


def bars(standing, on):
    """R22 for what is wrong with the constitution."""
    kinds = dict.fromkeys(contents.bar_of(key) for key in standing.defects)
    deed = standing.day(K.DEED)
    return [validity.claim_bar(deed_on=deed, defect=kind, on=on) for kind in kinds] if deed else []


def notice(standing):
    """R12 for the founding meeting: the law is silent, and the terms of the other meetings are the safe default."""
    cited, held = standing.day(K.NOTICE), standing.day(K.MEETING)
    if cited is None or standing.day(K.DEED):
        return None
    read = Reading(held or cited)
    rule = read.rule("meetings", "founding.notice")
    days = read.value("meetings", "notice.individual")
    return {"rule": rule, "days": (held - cited).days if held else None, "asked": days, "opened": read.opened}


def points(file):
    """What the DAES asked for, with its answer or the day until which it waits. One query."""
    rows = ObservationPoint.objects.filter(event__file=file, event__taken_back=False)
    rows = rows.select_related("event", "answer__event").order_by("event_id", "number")
    return [{"point": row, "answer": getattr(row, "answer", None)} for row in rows]


def day_asked(request, file):
    """The form of the day and, when one was asked, both readings of it."""
    asked = "dia" in request.GET
    form = DayForm(request.GET if asked else None)
    context = {"day_form": form, "day": None}
    if asked and form.is_valid():
        day = form.cleaned_data["dia"]
        then, today = as_known_then(file, day), as_known_today(file, day)
        context |= {"day": day, "sides": [("Como se sabía entonces", then), ("Como se sabe hoy", today)]}
        context["same"] = (then.state, then.standing.outcome) == (today.state, today.standing.outcome)
    return context


def can_read(event):
    """Whether there is something to look for in the document of an act."""
    return event.kind in DATA


def is_daes(event):
    """Whether it has points."""
    return event.kind in (K.DAES_OBSERVATION, K.DAES_ANSWER)
