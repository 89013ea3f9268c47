"""Answer for the words of a text, or stop answering."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.forms.base_texts import ValidationForm
from cases.services import base_texts as services
from cases.views.base_texts.frame import text_frame
from incubator import calendars
from incubator.outcomes import accepted


@require_POST
def validate(request, agreement, text):
    """Somebody other than the author holds it good."""
    return _say(
        request, agreement, text, services.validate, "El texto quedó validado: sus documentos ya no dicen BORRADOR."
    )


@require_POST
def withdraw(request, agreement, text):
    """Its documents are drafts again from now on."""
    return _say(request, agreement, text, services.withdraw, "Desde ahora sus documentos dicen BORRADOR.")


def _say(request, agreement, text, act, done):
    frame, form = text_frame(request, agreement, text), ValidationForm(request.POST)
    said = {"agreement": frame["agreement"], "document": frame["document"], "kind": frame["kind"]}
    if form.is_valid() and accepted(
        form, lambda: act(by=request.user, on=calendars.today(), **said, **form.cleaned_data)
    ):
        messages.success(request, done)
    for sentences in form.errors.values():
        for sentence in sentences:
            messages.error(request, sentence)
    return redirect("base_text", frame["agreement"].pk, text)
