"""The documents of a later meeting, drawn from what was recorded; those of the founding one have their own room."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cases import papers
from cases.assemblies import papers as assembly_papers
from cases.assemblies.life import AssemblyState
from cases.formalization.base_texts import is_validated, text_for
from cases.papers.texts import DOCUMENTS
from cases.views.assemblies.frame import reads_names, visible_assembly
from incubator import calendars, files
from incubator.access import Permission

_PDF, _DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DRAWS = {"pdf": (papers.as_pdf, _PDF), "docx": (papers.as_docx, _DOCX)}
_SHAPES = (("PDF", "assembly_pdf"), ("Word", "assembly_word"))
_CALLS = ("notice.media", "attendance")


def documents_of(assembly):
    """Which documents this meeting has, in the order used."""
    if assembly.is_founding or assembly.state == AssemblyState.FAILED:
        return ()
    if assembly.is_board:
        return ("minutes.board",)
    return (*_CALLS, "minutes.meeting") if assembly.state == AssemblyState.HELD else _CALLS[:1]


def offered(assembly):
    """Each document with what it lacks, and where it is downloaded."""
    found = documents_of(assembly)
    if not found:
        return []
    on = calendars.today()
    facts = assembly_papers.document_facts(assembly, on)
    return [
        {
            "name": DOCUMENTS[document],
            "missing": papers.missing(document, facts, base=text_for(assembly.case, document, facts.types, on)),
            "links": [(label, _url(assembly, document, name)) for label, name in _SHAPES],
        }
        for document in found
    ]


def _url(assembly, document, name):
    return reverse(name, args=[assembly.case.organization_id, assembly.pk, document])


def pdf(request, pk, assembly, text):
    """One document as accessible PDF. With something missing it goes back to the page, which names it."""
    return _paper(request, pk, assembly, text, "pdf")


def word(request, pk, assembly, text):
    """The same, to be edited."""
    return _paper(request, pk, assembly, text, "docx")


def _paper(request, pk, assembly, document, kind):
    case, found = visible_assembly(request, pk, assembly, Permission.VIEW_LEGAL)
    if document not in documents_of(found) or not reads_names(request, case):
        raise Http404
    on = calendars.today()
    facts = assembly_papers.document_facts(found, on)
    base = text_for(case, document, facts.types, on)
    if papers.missing(document, facts, base=base):
        return redirect("assembly_detail", pk, found.pk)
    valid = is_validated(base, case.incubator.agreement_on(on), on)
    drawn = papers.drawn(document, facts, validated=valid, base=base)
    draw, media = _DRAWS[kind]
    name = f"{document.replace('.', '-')}-{found.meets_on:%Y%m%d}.{kind}"
    response = HttpResponse(draw(drawn, created=calendars.now()), content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def evidence(request, pk, assembly):
    """The signed minutes."""
    case, found = visible_assembly(request, pk, assembly, Permission.VIEW_LEGAL)
    if found.minutes is None or not reads_names(request, case):
        raise Http404
    return files.serve(request, found.minutes)
