"""Step 1: the register of founders, and who each of them is for the deed."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.forms.founding import FounderForm
from cases.law.answers import Outcome
from cases.law.capacity import advice, of_age
from cases.services import founding
from cases.services.founding.people import FIELDS
from cases.services.founding.room import closed
from cases.views.founding.room import room_of, saved, shut, step_frame
from incubator import masking

_TONES = {Outcome.WARNING: "waits", Outcome.NOT_MET: "urgent", Outcome.PENDING: "waits", Outcome.UNKNOWN: "waits"}


def register(request, pk):
    """Every member of today: who founds, and what each one still lacks."""
    room = room_of(request, pk)
    rows = [
        {"one": one, "shown": room.shown[one.person.pk]}
        for one in sorted(room.members, key=lambda one: masking.last(room.shown[one.person.pk]))
    ]
    rules = room.rules(("capacity", "all"), ("types", f"{room.kind}.minimum"))
    notary = any(one.needs_notary_first for one in room.founders)
    context = step_frame(room, "founders", rows=rows, rules=rules, notary=notary, why_closed=closed(room.file))
    return render(request, "cases/founding/founders.html", context)


def founder(request, pk, founder):
    """One of them."""
    room = room_of(request, pk)
    one = next((row for row in room.members if row.person.pk == founder), None)
    if one is None or room.shown[founder].is_masked:
        raise Http404
    if answer := shut(request, room, statutes=False):
        return answer
    form = FounderForm(request.POST or None, initial=_initial(one))
    if saved(
        request,
        form,
        lambda: founding.describe(by=request.user, file=room.file, on=room.on, person=one.person, **form.values()),
        f"Los datos de {one.name} quedaron guardados.",
    ):
        return redirect("founding_founders", pk)
    context = step_frame(room, "founders", form=form, one=one, advice=_advice(one, room.on), rules=_rules(room))
    page = reverse("founding_founders", args=[pk])
    context |= {"back": page, "crumbs": [*context["crumbs"], ("Quiénes fundan", page)]}
    return render(request, "cases/founding/founder.html", context)


def _initial(one):
    """What is kept; of whoever has no record yet, what is likely, to be confirmed."""
    values = {name: getattr(one.record, name) for name in FIELDS}
    if not one.record.pk:
        commune = one.person.commune.name if one.person.commune else ""
        values |= {"nationality": "chilena", "address": ", ".join(filter(None, [one.person.sector, commune]))}
    return values | {"founds": "yes" if one.record.founds else "no"}


def _advice(one, on):
    """What to prepare for this person, in plain words, with the rule of each."""
    record = one.record
    answers = advice(
        on=on,
        guardian=record.guardian,
        on_request=record.signature == "a_ruego",
        signs_for=record.signs_for,
        thumb_possible=record.thumb_possible,
        read_aloud=record.read_aloud,
        interpreter=record.interpreter,
    )
    found = [of_age(birth_date=one.person.birth_date, on=on), *answers]
    return [{"answer": answer, "tone": _TONES.get(answer.outcome, "info")} for answer in found]


def _rules(room):
    keys = ("all", "curator", "age", "on_request", "thumb", "reading", "sign_language", "support")
    return room.rules(*(("capacity", key) for key in keys))
