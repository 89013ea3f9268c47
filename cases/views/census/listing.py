"""The imports of the census, and the way in for a new workbook."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.census.reading import UnusableWorkbook
from cases.enums import ImportState
from cases.forms.census import UploadForm
from cases.models import CensusImport
from cases.services.census import understand
from cases.views.census.frame import STEPS, steps_at
from incubator import calendars, files
from incubator.access import Permission
from incubator.models import Incubator
from incubator.outcomes import accepted

PAGE = 20
_TONES = {ImportState.READ: "waits", ImportState.APPLIED: "done", ImportState.UNDONE: "plain"}


def listing(request):
    """Every import within reach, newest first; what another person has not loaded yet is not shown."""
    mine_or_loaded = Q(uploaded_by=request.user) | ~Q(state=ImportState.READ)
    rows = CensusImport.objects.visible_to(request.user).filter(mine_or_loaded)
    rows = rows.select_related("incubator", "uploaded_by").order_by("-uploaded_at", "-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    entries = [{"batch": batch, "tone": _TONES[batch.state], "counts": batch.summary.get("people")} for batch in page]
    several = Incubator.objects.visible_to(request.user, Permission.IMPORT_CENSUS).count() > 1
    return render(request, "cases/census/list.html", {"page": page, "entries": entries, "several": several})


def upload(request):
    """Choose a workbook; it is read at once, and what cannot be read says why."""
    places = Incubator.objects.visible_to(request.user, Permission.IMPORT_CENSUS).order_by("name")
    form = UploadForm(request.POST or None, request.FILES or None, incubators=places)
    if request.method == "POST" and form.is_valid():
        batch = accepted(form, lambda: _received(request, form))
        if batch:
            return redirect("census_columns", pk=batch.pk)
    crumbs = [("Catastro", reverse("census_list"))]
    context = {"form": form, "crumbs": crumbs, "steps": steps_at(0), "now": f"{STEPS[0]}, paso 1 de {len(STEPS)}."}
    return render(request, "cases/census/upload.html", context)


def _received(request, form):
    """The workbook read and its copy kept; None, with the sentence on the form, when it is no census."""
    upload, on = form.cleaned_data["file"], calendars.today()
    if upload.size > files.max_bytes():
        form.add_error("file", "El archivo pesa más de 20 MB. Deje en él solo la hoja del catastro y súbalo otra vez.")
        return None
    place = form.cleaned_data["incubator"]
    try:
        understood = understand.understand(
            by=request.user, incubator=place, source=upload.read(), filename=upload.name, on=on
        )
    except UnusableWorkbook as error:
        form.add_error("file", error.sentence)
        return None
    return understand.receive(by=request.user, incubator=place, understood=understood, on=on, now=calendars.now())
