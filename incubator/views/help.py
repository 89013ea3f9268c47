"""«Ayuda»: the manual, read inside Minga."""

from django.http import Http404
from django.shortcuts import render

from incubator import manual


def index(request):
    """Where to begin, by who one is."""
    return _shown(request, manual.INDEX)


def page(request, name):
    """One page of the manual; the index has an address of its own."""
    if name == manual.INDEX:
        raise Http404
    return _shown(request, name)


def _shown(request, name):
    found = manual.page(name)
    if found is None:
        raise Http404
    crumbs = [] if name == manual.INDEX else [("Ayuda", manual.address(manual.INDEX))]
    return render(request, "incubator/help.html", {"manual": found, "crumbs": crumbs})
