"""How each person is told of her day: the e-mail, with what was sent, and the private calendar."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from incubator import access, calendars, feeds, mailing
from incubator.models import DigestDelivery
from incubator.outcomes import accepted, told
from incubator.requirements import Refused
from incubator.services import digests
from incubator.services import feeds as addresses
from incubator.task_forms import DigestForm

#: How many sendings the page tells, and for how long a program may keep the calendar.
SENDINGS, KEEPS = 30, 900


def digest(request):
    """Whether one wants the day by e-mail, and what was sent."""
    form = DigestForm(request.POST or None, initial={"choice": digests.choice_of(request.user)})
    if form.is_valid() and accepted(form, lambda: digests.choose(by=request.user, **form.cleaned_data)):
        messages.success(request, "Guardamos su preferencia: vale desde el próximo resumen.")
        return redirect("my_digest")
    context = {
        "form": form,
        "sent": DigestDelivery.objects.filter(user=request.user)[:SENDINGS],
        "crumbs": [("Mi cuenta", reverse("my_account"))],
    }
    return render(request, "incubator/digest.html", context)


def feed(request):
    """The private calendar: make it, see its address once, revoke it."""
    address = ""
    if request.method == "POST":
        try:
            token = addresses.create(by=request.user, now=calendars.now())
        except Refused as refused:
            for reason in refused.sentences:
                messages.error(request, reason)
        else:
            address = mailing.address(reverse("calendar_feed", args=[token]))
    context = {
        "address": address,
        "feed": addresses.in_force(request.user),
        "has_post": bool(access.posts_of(request.user)),
        "crumbs": [("Mi cuenta", reverse("my_account"))],
    }
    return render(request, "incubator/feed.html", context)


@require_POST
def revoke(request):
    """The address stops working at once."""
    ended = "El calendario dejó de funcionar. Puede quitarlo de su teléfono o computador."
    told(request, lambda: addresses.revoke(by=request.user, now=calendars.now()), ended)
    return redirect("my_feed")


@require_safe
def calendar(request, token):
    """The days of whoever holds that key, for a calendar program: no session, no cookie, no name."""
    user = addresses.owner_of(token)
    if user is None:
        raise Http404
    content = feeds.calendar_of(user, calendars.today(), calendars.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="minga.ics"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, max_age=KEEPS)
    return response
