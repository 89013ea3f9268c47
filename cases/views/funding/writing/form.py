"""The form by sections, exactly as the bases define them: read, written, and kept as one writes."""

from collections import Counter

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render

from cases.forms.funding import writing
from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.form import adoption, reviewing
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.services.funding import answers as answering
from cases.services.funding.applications import WRITTEN
from cases.views.funding.frame import fund_frame
from cases.views.funding.writing.boxes import boxes_of
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import clock_time


def form(request, fund):
    """The sections in the agency's order: what each lacks, how its review stands, and what is kept apart."""
    frame = fund_frame(request, fund, "application_form", Permission.VIEW_FUNDS)
    application, bases = frame["application"], frame["bases"]
    answers = forms_reading.kept(application)
    rows = [
        (one, len(forms_reading.section_lacks(one.section, answers)), _waiting(one.section, answers))
        for one in reviewing.standings(application, bases, answers)
    ]
    context = {
        "rows": rows,
        "apart": _apart(application, answers),
        "lacking": sum(count for _, count, _ in rows),
        "newer": adoption.newest_for(application, calendars.today()),
        "writes": may_write(request.user, application),
    }
    return render(request, "cases/funding/writing/form.html", frame | context)


def section(request, fund, section):
    """One section: its fields, saved on the server while one writes; nothing that was typed is lost."""
    frame = fund_frame(request, fund, "application_form", Permission.VIEW_FUNDS)
    found = forms_reading.section_of(frame["bases"], section)
    if found is None:
        raise Http404
    if request.method == "POST":
        reach.require(request.user, Permission.WRITE_FUNDS, frame["application"])
        return _post(request, frame, found)
    return _page(request, frame, found)


def may_write(user, application):
    """Whether this person may write the form as it stands."""
    return application.state in WRITTEN and reach.may(user, Permission.WRITE_FUNDS, application)


def _post(request, frame, found):
    """Keep what was posted; a refusal shows the same page with everything that was typed."""
    application = frame["application"]
    values, seen = writing.read(found, frame["bases"], request.POST)
    page, now = request.POST.get("page", "")[:32], calendars.now()
    is_auto = "auto" in request.GET
    try:
        saved = answering.save(by=request.user, application=application, values=values, seen=seen, page=page, at=now)
    except Refused as refused:
        if is_auto:
            return JsonResponse({"message": " ".join(refused.sentences)})
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return _page(request, frame, found, typed=values)
    if is_auto:
        return JsonResponse({"message": _said(saved, now)})
    (messages.warning if saved.beside else messages.success)(request, _said(saved, now))
    return _onward(request, frame, found)


def _said(saved, now):
    """What was done, in a sentence."""
    if saved.beside:
        return (
            "Otra persona escribió lo mismo mientras usted escribía: lo suyo quedó guardado al lado. "
            "En esta sección se ven las dos versiones, para elegir una o juntarlas."
        )
    return f"Guardado a las {clock_time(now)}." if saved.written else "Todo estaba guardado."


def _onward(request, frame, found):
    """The same section again, or the next one."""
    sections, pk = frame["bases"].sections, frame["application"].pk
    place = sections.index(found) + 1
    if "next" in request.POST and place < len(sections):
        return redirect("application_section", fund=pk, section=sections[place].key)
    return redirect("application_section", fund=pk, section=found.key)


def _page(request, frame, found, typed=None):
    application, bases = frame["application"], frame["bases"]
    answers, sections = forms_reading.kept(application), bases.sections
    open_comments = list(application.comments.filter(settled_at__isnull=True).select_related("by"))
    place = sections.index(found)
    context = {
        "section": found,
        "boxes": boxes_of(
            found, bases, answers, typed=typed, comments=Counter(row.key for row in open_comments if row.key)
        ),
        "standing": reviewing.standings(application, bases, answers)[place],
        "writes": may_write(request.user, application),
        "page_mark": request.POST.get("page", "")[:32] or writing.new_page(),
        "before": sections[place - 1] if place else None,
        "after": sections[place + 1] if place + 1 < len(sections) else None,
        "number": place + 1,
        "total": len(sections),
    }
    return render(request, "cases/funding/writing/section.html", frame | context)


def _waiting(section, answers):
    """How many fields of a section have two versions."""
    return sum(bool(answers[asked.key].beside) for asked in section.fields if asked.key in answers)


def _apart(application, answers):
    """What is no longer asked, with its label when some version of these bases had it."""
    labels = {
        key: asked.label
        for version in application.call.versions.order_by("number")
        for key, (_, asked) in forms_reading.fields_of(bases_of(version)).items()
    }
    found = forms_reading.apart(bases_of(application.bases), answers)
    return [(labels.get(key, key), form_values.told(answer.value)) for key, answer in found]
