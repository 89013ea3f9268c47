"""The living page of components."""

from django.shortcuts import render

from incubator import samples


def estilo(request):
    """Every component in every state, with invented data."""
    return render(request, "incubator/estilo.html", samples.samples())
