"""The room «Documentos»: each document of the formalization, what it lacks, and the document itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from cases import papers
from cases.formalization import papers as legal_papers
from cases.formalization.reading import file_of
from cases.founding import founders
from cases.founding import reading as founding_reading
from cases.papers.checklist import open_points
from cases.services import legal_papers as services
from cases.views.frame import form_frame, visible_case
from cases.views.legal.frame import legal_frame
from incubator import calendars, tiers
from incubator.access import Permission, allows
from incubator.enums import Tier
from incubator.files.kinds import DOCX, PDF
from incubator.outcomes import told

_UNREAD = (papers.NoBaseTextError, papers.BrokenTextError)


def names_open(user, case):
    """Whether this user may read a paper that names everybody in the group."""
    return {Tier.PERSONAL, Tier.LEGAL} <= set(tiers.opened(user, [case]))


def desk_of(file, case, on):
    """The documents of a file, from what was recorded of it."""
    return legal_papers.Desk(case, founding_reading.facts_of(file, on), on)


def listing(request, pk):
    """Every document with its state; names only for whoever may read everybody."""
    frame = legal_frame(request, pk, "legal_papers")
    case, on = frame["case"], calendars.today()
    file = file_of(case)
    context = {"file": file, "sees_names": names_open(request.user, case)}
    if file:
        desk = desk_of(file, case, on)
        kept = legal_papers.latest_by_document(legal_papers.kept_of(file))
        context["rows"] = [
            {"state": desk.state(document), "kept": kept.get(document), "each": document in legal_papers.PER_PERSON}
            for document in legal_papers.ROOM
        ]
    return render(request, "cases/legal_papers/list.html", frame | context)


def detail(request, pk, text):
    """One document: on screen when it can be drawn, and what the law asks of it."""
    case, file = _file(request, pk, text)
    on, person = calendars.today(), None
    context = {"sees_names": names_open(request.user, case), "document": text, "name": papers.DOCUMENTS[text]}
    if context["sees_names"]:
        desk = desk_of(file, case, on)
        person = _person(request, file, text, on)
        context |= _drawn(desk, text, person) if person or not _asks_person(text) else _people(desk, file, text, on)
        context["kept"] = legal_papers.kept_of(file, text, person)
        context["may_keep"] = allows(request.user, Permission.RECORD_FACTS, case) and case.is_open
    return render(request, "cases/legal_papers/detail.html", _frame(case, person=person, **context))


def _drawn(desk, document, person):
    state = desk.state(document, person)
    found = {"state": state}
    if state.ready:
        made = desk.drawn(document, person)
        body = [section for section in made.paper.sections if not section.annex]
        found |= {"paper": made.paper, "sections": body}
        found["checks"] = papers.checklist(document, made.facts, made.paper, base=made.text, statutes=made.statutes)
    if state.text:
        found["points"] = open_points(document, desk.facts, state.text)
    return found


def _people(desk, file, document, on):
    """Whose documents there are, each with its state."""
    rows = []
    for one in founders.founders_of(file, on):
        rows.append({"person": one.person, "name": one.legal_name, "state": desk.state(document, one.person)})
    return {"people": rows}


def pdf(request, pk, text):
    """The document to read, as it would be printed now."""
    return _printed(request, pk, text, papers.as_pdf, PDF, "pdf")


def word(request, pk, text):
    """The document to edit, as it would be written now."""
    return _printed(request, pk, text, papers.as_docx, DOCX, "docx")


def _printed(request, pk, text, write, media_type, suffix):
    case, file = _file(request, pk, text)
    if not names_open(request.user, case):
        raise Http404
    on = calendars.today()
    try:
        made = desk_of(file, case, on).drawn(text, _person(request, file, text, on))
    except papers.MissingFactsError as error:
        return _not_yet(request, case, text, error.sentences)
    except _UNREAD as error:
        return _not_yet(request, case, text, [str(error)])
    answer = HttpResponse(write(made.paper, created=calendars.now()), content_type=media_type)
    name = slugify(papers.DOCUMENTS[text]) + ("-borrador" if not made.validated else "")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _not_yet(request, case, text, sentences):
    """A document with something missing is not printed: its page says what."""
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect("legal_paper", case.organization_id, text)


@require_POST
def keep(request, pk, text):
    """Keep the PDF and the DOCX of today."""
    case, file = _file(request, pk, text, Permission.RECORD_FACTS)
    on = calendars.today()
    person = _person(request, file, text, on)
    if _asks_person(text) and person is None:
        raise Http404
    facts = founding_reading.facts_of(file, on)
    told(
        request,
        lambda: services.keep(
            by=request.user, case=case, file=file, document=text, facts=facts, on=on, person=person
        ),
        "Se guardó el documento de hoy, en PDF y en Word.",
    )  # fmt: skip
    page = reverse("legal_paper", args=[pk, text])
    return redirect(f"{page}?persona={person.pk}" if person else page)


def _file(request, pk, text, *needs):
    case = visible_case(request, pk, *(needs or (Permission.VIEW_LEGAL,)))
    file = file_of(case)
    if file is None or text not in legal_papers.ROOM:
        raise Http404
    return case, file


def _asks_person(document):
    return document in legal_papers.PER_PERSON


def _person(request, file, document, on):
    """The founder whose document it is, None when the document is of all or none was said; 404 for anybody else."""
    said = request.POST.get("persona") or request.GET.get("persona")
    if not said or not _asks_person(document):
        return None
    found = next((one.person for one in founders.founders_of(file, on) if str(one.person.pk) == said), None)
    if found is None:
        raise Http404
    return found


def _frame(case, **context):
    frame = form_frame(case, **context)
    group = case.organization_id
    return frame | {
        "back": reverse("legal_papers", args=[group]),
        "crumbs": [
            *frame["crumbs"],
            ("Formalización", reverse("group_formalization", args=[group])),
            ("Documentos", reverse("legal_papers", args=[group])),
        ],
    }
