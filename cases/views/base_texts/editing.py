"""Write another version of a text: one form, checked before it is kept; what was typed is never lost."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.formalization import base_texts
from cases.forms.base_texts import TextEditForm, next_added
from cases.papers.changes import text_changes
from cases.papers.reading_words import unfilled
from cases.papers.writing import wrong_in
from cases.services import base_texts as services
from cases.views.base_texts.frame import text_frame
from incubator import calendars
from incubator.outcomes import accepted


def edit(request, agreement, text):
    """One form; «add» brings an empty article, «preview» shows it, and without them it is kept."""
    frame, on = text_frame(request, agreement, text), calendars.today()
    former = base_texts.newest(frame["agreement"], frame["document"], frame["kind"], on)
    initial = {"valid_from": on, "seen": former.fingerprint}
    if "add" in request.POST:
        data = request.POST.copy()
        form = TextEditForm(data, base=former)
        data.appendlist("added", next_added(form.base, request.POST["add"]))
        form = TextEditForm(data, base=former)
        form.quiet()
        return _page(request, frame, form)
    form = TextEditForm(request.POST or None, base=former, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return _page(request, frame, form)
    edited = form.edited()
    if wrong := wrong_in(edited):
        form.tell(wrong)
        return _page(request, frame, form)
    if "preview" in request.POST:
        shown = {"preview": unfilled(edited), "changes": text_changes(former, edited)}
        return _page(request, frame, form, **shown)
    row = accepted(form, lambda: _keep(request.user, frame, form, edited, on))
    if row is None:
        return _page(request, frame, form)
    messages.success(
        request, f"Quedó la versión {row.number}. Sus documentos dicen BORRADOR hasta que otra persona la valide."
    )
    return redirect("base_text", frame["agreement"].pk, text)


def _keep(by, frame, form, edited, on):
    number = base_texts.next_number(frame["agreement"], frame["document"], frame["kind"])
    said = form.cleaned_data
    return services.write(
        by=by,
        agreement=frame["agreement"],
        document=frame["document"],
        kind=frame["kind"],
        source=base_texts.source_of(edited, number, said["valid_from"]),
        seen=said["seen"],
        on=on,
        valid_from=said["valid_from"],
        note=said["note"],
    )


def _page(request, frame, form, **shown):
    context = frame | {"form": form, "crumbs": [*frame["crumbs"], (frame["title"], frame["page"])], **shown}
    return render(request, "cases/base_texts/edit.html", context)
