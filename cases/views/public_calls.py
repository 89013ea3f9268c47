"""The calls, for everybody: what each says in plain words, easy to read, and on paper. T0 only."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases import call_words
from cases.call_life import CallState
from cases.models import Call
from cases.rules.call_days import waits_until
from incubator import calendars
from incubator.paper import render_pdf

#: How many past calls the list keeps in sight.
PAST = 12


def listing(request):
    """Calls that can be answered now, those to come, and the last ones that closed."""
    on, moment = calendars.today(), calendars.now()
    rows = Call.objects.public().select_related("incubator__commune")
    alive = rows.filter(state=CallState.PUBLISHED, closes_on__gte=on).order_by("closes_on", "pk")
    past = rows.exclude(pk__in=alive).order_by("-closes_on", "-pk")[:PAST]
    shown = [call_words.card(call, moment) for call in alive]
    context = {
        "open": [row for row in shown if row["call"].opens_on <= on],
        "coming": [row for row in shown if row["call"].opens_on > on],
        "past": [call_words.card(call, moment) for call in past],
    }
    return page(request, "cases/public/list.html", context)


def detail(request, place, pk):
    """The page of one call."""
    call = found(pk)
    if place != call_words.slug_of(call):
        return redirect(call_words.address_of(call))
    return page(request, "cases/public/call.html", about(call))


def easy(request, place, pk):
    """The same in short sentences, at an address of its own."""
    call = found(pk)
    if place != call_words.slug_of(call):
        return redirect(call_words.address_of(call, "public_call_easy"))
    return page(request, "cases/public/easy.html", about(call))


def printed(request, place, pk):
    """The call on paper: PDF/UA."""
    call = found(pk)
    context = about(call) | {"incubator": call.incubator.name}
    content = render_pdf(
        "print/call.html", context, title=call.name, created=_said_at(call), author=call.incubator.name
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="convocatoria-{call_words.slug_of(call)}-{call.pk}.pdf"'
    return answer


def found(pk):
    """A call everybody may read, or 404."""
    return get_object_or_404(Call.objects.public().select_related("incubator__commune"), pk=pk)


def about(call):
    """What the pages of a call show."""
    moment = calendars.now()
    tone, words, sentence = call_words.standing(call, moment)
    void = call.changes.filter(to_state=CallState.VOID).first() if call.state == CallState.VOID else None
    return {
        "call": call,
        "place": call_words.slug_of(call),
        "tone": tone,
        "words": words,
        "sentence": sentence,
        "receives": call.receives(moment),
        "waits_until": waits_until(call),
        "tie_breakers": call_words.tie_breakers(call),
        "criteria": call.criteria.all(),
        "amendments": [(row, list(call_words.changed(row))) for row in call.amendments.order_by("-number")],
        "void": void,
        "crumbs": [("Portada", "/"), ("Convocatorias", "/convocatorias/")],
    }


def page(request, template, context, status=200):
    """A public page: the same for everybody, without the menu of the house."""
    return render(request, template, {"nav": [], "crumbs": [("Portada", "/")]} | context, status=status)


def _said_at(call):
    """The moment of what the paper says: its last amendment, or its publication."""
    last = call.amendments.order_by("-number").first() or call.changes.order_by("number").first()
    return last.recorded_at if last else calendars.now()
