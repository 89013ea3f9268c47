"""The group confirms an appeal, a renunciation or a cut budget: by a sheet that it signs, or with one of its codes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.enums import ConfirmationSubject
from cases.forms.funding.news import SheetForm
from cases.funding import reach
from cases.funding.agency import reading
from cases.funding.form import confirming
from cases.funding.life import FundEventKind
from cases.services.business import confirmations
from cases.services.funding import consenting, news
from cases.views.funding.agency.papers import with_paper
from cases.views.funding.frame import page_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told

P, K = Permission, FundEventKind
C = ConfirmationSubject
#: Word of the address → what is confirmed, the fact that rests on it (a cut rests in the budget), and its words.
_SUBJECTS = {
    "recurso": (C.FUND_APPEAL, K.APPEAL, "acuerda presentar un recurso contra lo que resolvió el fondo sobre"),
    "renuncia": (C.FUND_RENUNCIATION, K.RENUNCIATION, "acuerda renunciar a lo que el fondo le adjudicó por"),
    "ajuste": (C.FUND_CUT, None, ""),
}


def confirm(request, fund, subject):
    """The sheet that the group signed, with the exact text that it confirms."""
    application, what, kind, text = _asked(request, fund, subject)
    form = SheetForm(request.POST or None, request.FILES or None, owner=request.user)
    if request.method == "POST" and form.is_valid() and _kept(request.user, application, form, what, text):
        messages.success(request, "La confirmación del grupo quedó anotada.")
        return redirect(_next(application, kind, subject))
    context = {"form": form, "text": text, "subject": subject, "why": _why_not(application, kind)}
    context["by_code"] = not reach.is_kept(application)  # the codes are of the case, which went
    frame = page_frame(request.user, application, **context)
    page = _next(application, kind, subject)
    return render(request, "cases/funding/agency/consent.html", frame | {"back": page})


@require_POST
def ask(request, fund, subject):
    """Ask the group to confirm it with one of its codes."""
    now = calendars.now()
    application, what, _, text = _asked(request, fund, subject)
    said = {"case": application.case, "subject": what, "subject_id": application.pk}
    done = "Se pidió la confirmación. El grupo la responde con uno de sus códigos, en su teléfono."
    told(request, lambda: confirmations.ask(by=request.user, statement=text, now=now, **said), done)
    return redirect("application_consent", application.pk, subject)


def _asked(request, fund, subject):
    if subject not in _SUBJECTS:
        raise Http404
    application = visible_application(request, fund, P.FILE_FUNDS)
    what, kind, words = _SUBJECTS[subject]
    group = f"El grupo del caso {application.case.code}"
    text = f"{group} {words} su postulación «{application.title}» ({application.code})."
    return application, what, kind, confirming.cut_statement(application) if what == C.FUND_CUT else text


def _why_not(application, kind):
    """Why there is nothing to confirm now, or nothing."""
    if kind is None:
        cut = confirming.budget_of(application, C.FUND_CUT)
        return "" if cut else "Todavía no hay un presupuesto ajustado: escríbalo y preséntelo antes."
    found = reading.Facts(application)
    return "" if kind in reading.recordable(found) else news.why_not(found, kind)


def _next(application, kind, subject):
    """Where what was confirmed is used."""
    if kind is None:
        return reverse("application_budget", args=[application.pk])
    return reverse("application_fact", args=[application.pk, subject])


def _kept(by, application, form, what, text):
    on = form.cleaned_data["on"]
    said = {"application": application, "subject": what, "statement": text}
    act = lambda e: consenting.confirm(by=by, on=on, evidence=e, **said)  # noqa: E731
    return accepted(form, lambda: with_paper(by, application, form, on, act))
