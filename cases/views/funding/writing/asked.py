"""What the bases and the group ask of an application: new bases to adopt, conditions to verify, its confirmation."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.enums import ConfirmationSubject
from cases.forms.funding.writing_acts import SheetConfirmationForm, VerifiedForm
from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.form import adoption, confirming
from cases.funding.form import conditions as conditions_reading
from cases.funding.life import BEFORE_FILING
from cases.funding.package.whole import Whole
from cases.models import ConfirmationSheet
from cases.services import facts
from cases.services.business import confirmations
from cases.services.funding import adopting, verifying
from cases.views.deeds import with_document
from cases.views.funding.agency.papers import with_paper
from cases.views.funding.frame import page_frame, visible_application
from cases.views.funding.writing.form import may_write
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told


def adopt(request, fund):
    """What the new bases change in this application, said before they are adopted."""
    application = visible_application(request, fund, Permission.VIEW_FUNDS)
    newer = adoption.newest_for(application, calendars.today()) if application.state in BEFORE_FILING else None
    if request.method == "POST" and newer is not None:
        reach.require(request.user, Permission.WRITE_FUNDS, application)
        done = told(
            request,
            lambda: adopting.adopt(by=request.user, application=application, version=newer, at=calendars.now()),
            f"La postulación sigue con la versión {newer.number} de las bases.",
        )
        return redirect("application_form" if done else "application_adopt", fund=fund)
    effect = adoption.effect(application, bases_of(application.bases), bases_of(newer)) if newer else None
    context = page_frame(
        request.user, application, newer=newer, effect=effect, writes=may_write(request.user, application)
    )
    return render(request, "cases/funding/writing/adopt.html", context)


def verify(request, fund):
    """The conditions that somebody answers in writing: what was seen of each, and the box to write it."""
    application = visible_application(request, fund, Permission.VIEW_FUNDS)
    writes = reach.may(request.user, Permission.WRITE_FUNDS, application) and application.state in BEFORE_FILING
    key, form = "", None
    if request.method == "POST":
        reach.require(request.user, Permission.WRITE_FUNDS, application)
        key = request.POST.get("key", "")
        form = VerifiedForm(request.POST, request.FILES, owner=request.user, prefix="v")
        if form.is_valid() and _verified(request, application, form, key):
            messages.success(request, "Quedó anotado lo que se vio.")
            return redirect("application_verify", fund=fund)
    rows = to_verify(request.user, application)
    shown = [
        {"row": row, "form": (form if row.key == key else VerifiedForm(prefix="v", owner=request.user))} for row in rows
    ]
    context = page_frame(request.user, application, rows=shown, writes=writes)
    return render(request, "cases/funding/writing/verify.html", context)


def to_verify(user, application):
    """What is answered in writing: while it was not sent, all that eligibility leaves for somebody to see."""
    unsent = application.state in BEFORE_FILING
    answer = Whole(application, by=user, on=calendars.today()).answer if unsent else None
    return conditions_reading.to_verify(application, answer)


def _verified(request, application, form, key):
    said = form.cleaned_data

    def act(evidence):
        return verifying.answer(
            by=request.user,
            application=application,
            key=key,
            meets=said["meets"] == "yes",
            text=said["text"],
            seen_on=said["on"],
            at=calendars.now(),
            evidence=evidence,
        )

    return accepted(form, lambda: with_paper(request.user, application, form, said["on"], act))


def confirm(request, fund):
    """The exact text that the group confirms, whether it did, and the two ways of asking it."""
    application = visible_application(request, fund, Permission.VIEW_FUNDS)
    asks = reach.may(request.user, Permission.RECORD_FACTS, application) and not reach.is_kept(application)
    asks = asks and application.state in BEFORE_FILING
    form = SheetConfirmationForm(None, owner=request.user)
    if request.method == "POST":
        reach.require(request.user, Permission.RECORD_FACTS, application)
        if "code" in request.POST:
            told(request, lambda: _ask(request.user, application), "Quedó pedida. El grupo tiene 72 horas.")
            return redirect("application_confirm", fund=fund)
        form = SheetConfirmationForm(request.POST, request.FILES, owner=request.user)
        if form.is_valid() and _signed(request, application, form):
            messages.success(request, "Quedó guardada la confirmación del grupo.")
            return redirect("application_confirm", fund=fund)
    context = page_frame(request.user, application, form=form if asks else None, **_confirmation(application))
    return render(request, "cases/funding/writing/confirm.html", context)


def _confirmation(application):
    """The text, what the group said of it, and whether it has codes to answer with."""
    case = application.case
    sheet = ConfirmationSheet.objects.filter(case=case, revoked_on__isnull=True).first()
    return {
        "statement": confirming.statement(application),
        "confirmed": confirming.confirmation_of(application),
        "former": confirming.confirmations_of(application),
        "asked": case.confirmation_requests.filter(closed_at__isnull=True).first(),
        "has_codes": sheet is not None and sheet.codes.filter(used_at__isnull=True).exists(),
    }


def _ask(by, application):
    return confirmations.ask(
        by=by,
        case=application.case,
        subject=ConfirmationSubject.FUND_APPLICATION,
        subject_id=application.pk,
        statement=confirming.statement(application),
        now=calendars.now(),
    )


def _signed(request, application, form):
    """The sheet signed under the text as it is now."""

    def act(evidence):
        return facts.confirm(
            by=request.user,
            case=application.case,
            on=form.cleaned_data["on"],
            evidence=evidence,
            subject=ConfirmationSubject.FUND_APPLICATION,
            subject_id=application.pk,
            statement=confirming.statement(application),
        )

    return accepted(form, lambda: with_document(request.user, application.case, form, act))
