"""What the group confirms: the team asks and hands over codes; the group answers on its own phone, without account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases.confirmation_words import statement
from cases.enums import ConfirmationSubject
from cases.forms.business import AgreeForm, AskForm, CodeForm, SheetForm
from cases.models import ConfirmationRequest, ConfirmationSheet
from cases.services.business import confirmations
from cases.views.frame import form_frame, visible_case
from incubator import calendars, codes, masking
from incubator.access import Permission
from incubator.limits import Limit
from incubator.outcomes import accepted
from incubator.paper import render_pdf
from incubator.services.accounts import acting


def of_group(request, pk):
    """What the group confirmed, what it is being asked, its sheet of codes."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    return render(request, "cases/business/confirmations.html", _as_read(request.user, _context(case)))


def _context(case, **extra):
    said = {subject.value: statement(subject, case) for subject in ConfirmationSubject}
    sheet = ConfirmationSheet.objects.filter(case=case, revoked_on__isnull=True).select_related("received_by").first()
    now = calendars.now()
    asked = case.confirmation_requests.filter(closed_at__isnull=True).select_related("asked_by").first()
    context = {
        "confirmed": case.groupconfirmations.select_related("recorded_by", "code"),
        "sheet": sheet,
        "unused": sheet.codes.filter(used_at__isnull=True).count() if sheet else 0,
        "asked": asked,
        "asked_is_open": asked is not None and asked.expires_at > now and asked.tries < confirmations.TRIES,
        "tries_left": confirmations.TRIES - asked.tries if asked else 0,
        "texts": [(ConfirmationSubject(subject).label, text[0]) for subject, text in said.items() if text],
        "sheet_form": SheetForm(case=case, prefix="hoja"),
        "ask_form": AskForm(subjects=[subject for subject, text in said.items() if text], prefix="pedir"),
    }
    return form_frame(case, **(context | extra))


def _as_read(user, context):
    """The context with whoever is hidden from this user under her code (incubator.masking)."""
    sheet, field = context["sheet"], context["sheet_form"].fields["received_by"]
    people = {person.pk: person for person in [*field.queryset, *([sheet.received_by] if sheet else [])]}
    shown = masking.names_for(user, people.values())
    field.label_from_instance = lambda person: shown[person.pk].name
    if sheet:
        context["received_by"] = shown[sheet.received_by_id].name
    return context


@require_POST
def hand_over(request, pk):
    """Print a new sheet: the only time its codes can be read."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    form = SheetForm(request.POST, case=case, prefix="hoja")
    made = form.is_valid() and accepted(
        form, lambda: confirmations.hand_over(by=request.user, case=case, **form.cleaned_data)
    )
    if not made:
        context = _as_read(request.user, _context(case, sheet_form=form))
        return render(request, "cases/business/confirmations.html", context)
    sheet, written = made
    content = render_pdf(
        "print/codes.html",
        {
            "case": case,
            "sheet": sheet,
            "codes": [codes.grouped(code) for code in written],
            "address": request.build_absolute_uri("/confirmar/"),
            "incubator": case.incubator,
        },
        title=f"Hoja de códigos del caso {case.code}",
        created=calendars.now(),
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="codigos-{case.code}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def ask(request, pk):
    """Ask the group to confirm what is recorded today, word by word."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    subjects = [subject.value for subject in ConfirmationSubject if statement(subject, case)]
    form = AskForm(request.POST, subjects=subjects, prefix="pedir")
    if form.is_valid() and accepted(form, lambda: _ask(request.user, case, form.cleaned_data["subject"])):
        messages.success(request, "Quedó pedida. El grupo tiene 72 horas para responder con uno de sus códigos.")
        return redirect("group_confirmations", pk=pk)
    return render(request, "cases/business/confirmations.html", _as_read(request.user, _context(case, ask_form=form)))


def _ask(by, case, subject):
    text, about = statement(subject, case)
    now = calendars.now()
    return confirmations.ask(by=by, case=case, subject=subject, subject_id=about, statement=text, now=now)


@require_POST
def withdraw(request, pk, question):
    """Take the question back."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    row = get_object_or_404(ConfirmationRequest.objects.filter(case=case, closed_at__isnull=True), pk=question)
    confirmations.withdraw(by=request.user, question=row, now=calendars.now())
    messages.success(request, "La solicitud quedó retirada.")
    return redirect("group_confirmations", pk=pk)


#: Wrong codes from one address within an hour.
_TRIES = Limit("confirm", most=10)


@never_cache
@sensitive_post_parameters("code")
def answer(request):
    """The group's own page: number and code, then the exact text, then yes. Nobody of the team may use it signed in."""
    if request.user.is_authenticated:
        return render(request, "cases/business/confirm.html", {"signed_in": True})
    if request.method != "POST":
        return render(request, "cases/business/confirm.html", {"form": CodeForm()})
    return _agree(request) if "agreed_to" in request.POST else _read(request)


def _read(request):
    """The exact text, when number and code are good; one sentence for every way of being wrong."""
    form, found = CodeForm(request.POST), None
    slot = _TRIES.take(request)
    if slot is None:
        form.is_valid()
        form.add_error(None, "Se probaron muchos códigos desde aquí. Espere una hora o llame a su incubadora.")
    elif form.is_valid():
        said = form.cleaned_data
        found = confirmations.open_request(said["case"], said["code"], calendars.now())
        if found is not None:
            _TRIES.give_back(slot)
        else:
            form.add_error(
                None,
                "Con ese número y ese código no hay nada que confirmar. Revíselos; si están bien, llame a su "
                "incubadora.",
            )
    if found is None:
        return render(request, "cases/business/confirm.html", {"form": form})
    agree = AgreeForm(initial={"case": form.cleaned_data["case"], "code": form.cleaned_data["code"]})
    return render(request, "cases/business/confirm.html", {"asked": found, "agree": agree})


def _agree(request):
    """The group says yes to exactly what it read."""
    agree = AgreeForm(request.POST)
    text, now = request.POST["agreed_to"].replace("\r\n", "\n"), calendars.now()
    asked = confirmations.open_request(request.POST.get("case", ""), request.POST.get("code", ""), now)
    if asked is None:
        form = CodeForm(initial={"case": request.POST.get("case", "")})
        return render(request, "cases/business/confirm.html", {"form": form, "gone": True})
    if agree.is_valid():
        said = agree.cleaned_data
        system = acting(email="", incubator=asked.case.incubator, on=calendars.today())
        done = accepted(
            agree,
            lambda: confirmations.confirm(
                by=system, case_code=said["case"], code=said["code"], statement=text, now=now
            ),
        )
        if done:
            return render(request, "cases/business/confirm.html", {"done": done})
    return render(request, "cases/business/confirm.html", {"asked": asked, "agree": agree})
