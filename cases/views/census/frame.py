"""What the screens of an import share: the import within reach, where it stands, and the way here."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.enums import ImportState
from cases.models import CensusImport
from incubator.access import Permission, allows

STEPS = ("Elegir la planilla", "Revisar las columnas", "Ver qué pasará", "Resultado")


def visible_import(request, pk) -> CensusImport:
    """An import of an incubator where this user imports; one not loaded yet is only of whoever uploaded it."""
    rows = CensusImport.objects.visible_to(request.user).select_related(
        "incubator", "file", "uploaded_by", "applied_by", "undone_by"
    )
    batch = get_object_or_404(rows, pk=pk)
    if batch.state == ImportState.READ and batch.uploaded_by_id != request.user.pk:
        raise Http404
    return batch


def short(sentence: str) -> str:
    """The sentence without its «Fila 7, columna «X»:», for a table that already says them."""
    place, _, rest = sentence.partition(": ")
    return rest[:1].upper() + rest[1:] if place.startswith("Fila ") and rest else sentence


def sees_sensitive(user, batch) -> bool:
    """Whether this user may see what the import says of disability."""
    return allows(user, Permission.VIEW_SENSITIVE, batch.incubator)


def step_frame(batch, here: int) -> dict:
    """Context of a step: the import, the path of steps and the way back."""
    return {
        "batch": batch,
        "steps": steps_at(here),
        "now": f"{STEPS[here]}, paso {here + 1} de {len(STEPS)}.",
        "crumbs": [("Catastro", reverse("census_list"))],
    }


def steps_at(here: int) -> list[dict]:
    """The path of steps, as drawn when the person is at one of them."""
    state = {-1: "past", 0: "here", 1: "next"}
    return [
        {"label": label, "state": state[(index > here) - (index < here)], "date": None, "note": ""}
        for index, label in enumerate(STEPS)
    ]
