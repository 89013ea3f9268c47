"""Read calls from a file, see what became of each, and take the calls away as a workbook or a JSON."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.funding.exchange import CallsFileForm
from cases.funding.calls import access as calls_access
from cases.funding.exchange import documents, ours, reading, writing
from cases.funding.exchange.calls import Fault, Read
from cases.models import FundingCall
from cases.services.funding import exchange
from incubator import calendars, files
from incubator.enums import EvidenceKind
from incubator.files.kinds import XLSX
from incubator.models import Evidence
from incubator.outcomes import accepted
from incubator.templatetags.minga import dmy
from incubator.workbooks.reading import UnusableWorkbook

_SAID = {"new": "nuevos", "changed": "con bases nuevas en borrador", "same": "sin cambios", "refused": "no guardados"}


def upload(request):
    """The file, and for whom; once read, what became of each call."""
    places = calls_access.places_to_enter(request.user)
    form = CallsFileForm(request.POST or None, request.FILES or None, places=places)
    if request.method == "POST" and form.is_valid():
        kept = accepted(form, lambda: _kept(request, form))
        if kept:
            _take(request, form, kept)
            return redirect("fund_file", evidence=kept.pk)
    return render(request, "cases/funding/exchange/upload.html", {"form": form, "crumbs": _crumbs()})


def result(request, evidence):
    """What a file says, each call as it is now, and whatever could not be read, with its place."""
    kept = get_object_or_404(Evidence, pk=evidence, kind=EvidenceKind.FUND, uploaded_by=request.user)
    read = read_file(kept)
    keys = [call.key for call in read.calls]
    calls = {call.key: call for call in FundingCall.objects.visible_to(request.user).filter(key__in=keys)}
    rows = [(one, calls.get(one.key)) for one in read.calls]
    crumbs = [*_crumbs(), ("Leer de un archivo", reverse("fund_exchange"))]
    return render(
        request,
        "cases/funding/exchange/result.html",
        {"rows": rows, "faults": read.faults, "file": kept, "crumbs": crumbs},
    )


def workbook(request):
    """The calls within reach as a workbook that can be read again."""
    today = calendars.today()
    calls = ours.travelling(_visible(request.user), today)
    about = [("Al", dmy(today)), ("Para leerla otra vez", "Fondos › Leer de un archivo. Lo que no cambie queda igual.")]
    content = writing.workbook(calls, title="Llamados a fondos", about=about)
    return _file(content, XLSX, today)


def blank(request):
    """The same workbook with its headings alone, to fill."""
    about = [("Cómo se llena", "Una fila por llamado en «Llamados»; en las demás hojas, una por cada parte.")]
    content = writing.workbook((), title="Llamados a fondos, planilla vacía", about=about)
    return _file(content, XLSX)


def as_json(request):
    """The calls within reach as JSON of our own schema."""
    today = calendars.today()
    return _file(documents.to_json(ours.travelling(_visible(request.user), today)), files.JSON, today)


def read_file(kept) -> Read:
    """What a kept file says; one that cannot be read says why."""
    data = files.read(kept.sha256)
    if kept.media_type == files.JSON:
        return documents.read_json(data)
    try:
        return reading.read(data, kept.original_name)
    except UnusableWorkbook as wrong:
        return Read(faults=(Fault("", 0, "", "", wrong.sentence),))


def _kept(request, form):
    agreement, incubator = form.chosen()
    upload = form.cleaned_data["file"]
    return exchange.keep(by=request.user, agreement=agreement, incubator=incubator, upload=upload, on=calendars.today())


def _take(request, form, kept):
    agreement, incubator = form.chosen()
    read = read_file(kept)
    done = exchange.take(
        by=request.user, agreement=agreement, incubator=incubator, travelling=read.calls, on=calendars.today()
    )
    counts = [f"{said}: {sum(one.outcome == kind for one in done)}" for kind, said in _SAID.items()]
    messages.info(request, f"Llamados en el archivo: {len(read.calls)} ({', '.join(counts)}).")
    for one in done:
        if one.outcome == "refused":
            messages.error(request, f"«{one.key}»: {one.sentence}")


def _visible(user):
    return FundingCall.objects.visible_to(user).filter(withdrawn_on__isnull=True).select_related("agency")


def _file(content, kind, on=None):
    """A file to keep, named by its day; the blank one has none."""
    name = f"llamados-{f'{on:%Y-%m-%d}' if on else 'vacia'}{files.SUFFIXES[kind]}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _crumbs():
    return [("Fondos", reverse("fund_list"))]
