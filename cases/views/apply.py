"""Apply from the public page: write, review, send, and keep the receipt. A stranger learns nothing here."""

import hashlib
import secrets

from django.core import signing
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases import call_words, notices, submission_codes
from cases.forms.submissions import SubmissionForm
from cases.models import Submission
from cases.services import submissions
from cases.views.public_calls import found, page
from incubator import calendars, cipher
from incubator.limits import Limit
from incubator.outcomes import accepted
from incubator.paper import render_pdf

SENT = Limit("call.sent", most=10)
#: The receipt's paper can be asked for this long from the page that shows the code.
_RECEIPT_SECONDS = 1800
_SALT = "cases.receipt"
_DAY = 24 * 3600


@never_cache
@sensitive_post_parameters()
def apply(request, place, pk):
    """One page, a review, and the receipt. Outside the call's days, when it is and whom to call."""
    call = found(pk)
    if place != call_words.slug_of(call):
        return redirect(call_words.address_of(call, "public_call_apply"))
    at = calendars.now()
    if not call.receives(at):
        return _shut(request, call, at, status=409 if request.method == "POST" else 200)
    form = SubmissionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        step, once = request.POST.get("step"), request.POST.get("once", "")
        if step == "edit":
            return _form(request, call, SubmissionForm(initial=form.cleaned_data))
        if step == "send" and once:
            return _send(request, call, form, once, at)
        return _page(request, "cases/public/review.html", call, {"form": form, "once": secrets.token_urlsafe(18)})
    return _form(request, call, form, status=422 if form.errors else 200)


def _send(request, call, form, once, at):
    """Keep it, once; and show its receipt in this answer alone, so that the code is stored nowhere."""
    slot = SENT.take(request)
    if slot is None:
        return _page(request, "cases/public/wait.html", call, {}, status=429)
    sent = f"call.once:{hashlib.sha256(once.encode()).hexdigest()[:32]}"
    if not cache.add(sent, 1, _DAY):
        SENT.give_back(slot)
        return _page(request, "cases/public/already.html", call, {}, status=409)
    typed = form.values()
    kept = accepted(form, lambda: submissions.receive(call=call, at=at, notice_version=notices.CURRENT, **typed))
    if kept is None:
        cache.delete(sent)
        SENT.give_back(slot)
        return _form(request, call, form, status=422)
    return _page(request, "cases/public/receipt.html", call, about_receipt(*kept))


def about_receipt(submission, code):
    """What the page of a receipt shows: the only time the code is seen."""
    token = signing.dumps({"id": submission.pk, "code": cipher.encrypt(code)}, salt=_SALT)
    return _about(submission, code) | {"token": token}


@never_cache
@require_POST
@sensitive_post_parameters()
def receipt(request):
    """The receipt on paper, asked for from its page: the code travels sealed, never in an address."""
    try:
        said = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=_RECEIPT_SECONDS)
    except signing.BadSignature:
        return page(request, "cases/public/receipt_gone.html", {}, status=410)
    submission = Submission.objects.select_related("call__incubator__commune").filter(pk=said["id"]).first()
    if submission is None:
        return page(request, "cases/public/receipt_gone.html", {}, status=410)
    context = _about(submission, cipher.decrypt(said["code"]))
    content = render_pdf(
        "print/receipt.html",
        context | {"incubator": submission.call.incubator.name},
        title="Comprobante de postulación",
        created=submission.received_at,
        author=submission.call.incubator.name,
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="comprobante.pdf"'
    return answer


def _about(submission, code):
    at = submission.received_at.astimezone(calendars.ZONE)
    return {
        "submission": submission,
        "call": submission.call,
        "code": submission_codes.grouped(code),
        "at": at,
        "day": calendars.long_date(at),
        "hour": f"{at:%H:%M}",
    }


def _form(request, call, form, status=200):
    shown = {"form": form, "notice": notices.paragraphs()}
    return _page(request, "cases/public/apply.html", call, shown, status=status)


def _shut(request, call, at, status):
    """When it is, and whom to call."""
    tone, words, sentence = call_words.standing(call, at)
    shown = {"tone": tone, "words": words, "sentence": sentence}
    return _page(request, "cases/public/shut.html", call, shown, status=status)


def _page(request, template, call, context, status=200):
    crumbs = [("Portada", "/"), ("Convocatorias", "/convocatorias/"), (call.name, call_words.address_of(call))]
    shown = {"nav": [], "crumbs": crumbs, "call": call, "place": call_words.slug_of(call)} | context
    return render(request, template, shown, status=status)
