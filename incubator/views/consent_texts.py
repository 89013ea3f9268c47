"""The words read to people for each purpose, and their new versions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.consent_forms import TextForm
from incubator.models import ConsentText, Incubator
from incubator.outcomes import accepted
from incubator.services import consents


def listing(request):
    """The text in force of each purpose, incubator by incubator within reach, and the former ones."""
    on = calendars.today()
    places = _places(request.user, Permission.READ_CONSENT_TEXTS)
    writes = scope_of(request.user, Permission.WRITE_CONSENT_TEXTS).incubator_ids
    blocks = [
        {
            "place": place,
            "texts": consents.texts_on(place, on).values(),
            "coming": ConsentText.objects.filter(incubator=place, in_force_from__gt=on),
            "may_write": place.pk in writes,
        }
        for place in places
    ]
    return render(request, "incubator/consents/texts.html", {"blocks": blocks, "on": on})


def write(request, pk, purpose):
    """A new version for one incubator."""
    place = next((place for place in _places(request.user, Permission.WRITE_CONSENT_TEXTS) if place.pk == pk), None)
    if place is None:
        raise Http404
    on = calendars.today()
    held = consents.in_force(place, purpose, on)
    initial = {"text": held.text, "easy_text": held.easy_text, "in_force_from": on} if held else {"in_force_from": on}
    form = TextForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        row = accepted(
            form,
            lambda: consents.write_text(by=request.user, incubator=place, purpose=purpose, on=on, **said),
        )
        if row is not None:
            messages.success(request, f"Quedó la versión {row.version}: rige desde el {row.in_force_from:%d-%m-%Y}.")
            return redirect("consent_texts")
    crumbs = [("Textos de autorización", reverse("consent_texts"))]
    context = {"form": form, "purpose": purpose, "place": place, "held": held, "crumbs": crumbs}
    return render(request, "incubator/consents/text_form.html", context)


def _places(user, permission):
    return Incubator.objects.visible_to(user, permission).order_by("name", "pk")
