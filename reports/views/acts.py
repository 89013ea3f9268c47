"""What is done to a report, each act on a page of its own that says what it means."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from incubator import calendars
from incubator.calendars import Month
from incubator.models import Agreement, Incubator
from incubator.outcomes import accepted
from reports import rights, rules, services
from reports.forms import ComposeForm, ConfirmForm, HandOverForm, NarrativeForm, ReasonForm, SealForm
from reports.rules import Act
from reports.services import reading
from reports.views.detail import crumbs, title_of, visible


@require_POST
def report_compose(request):
    """Prepare a month, or bring its draft up to date."""
    form = ComposeForm(request.POST)
    if not form.is_valid():
        raise Http404
    incubator = get_object_or_404(Incubator, pk=form.cleaned_data["incubator"])
    agreement = get_object_or_404(Agreement, pk=form.cleaned_data["agreement"])
    if not rights.may_prepare(request.user, incubator):
        raise Http404
    month = form.cleaned_data["period"]
    report = accepted(
        form,
        lambda: services.compose(
            by=request.user, agreement=agreement, incubator=incubator, period=month, on=calendars.today()
        ),
    )
    if report is None:
        messages.error(request, " ".join(form.non_field_errors()))
        return redirect("report_list")
    if not type(report).objects.visible_to(request.user).filter(pk=report.pk).exists():
        messages.info(request, f"Otra persona ya prepara el informe de {month.label}.")
        return redirect("report_list")
    messages.success(request, f"Las cifras de {month.label} están al día.")
    return redirect("report_detail", pk=report.pk)


@require_POST
def report_narrative(request, pk):
    """Keep the words that were sent; the others stay as they are."""
    report = visible(request, pk)
    form = NarrativeForm(request.POST)
    if form.is_valid():
        texts = {name: text for name, text in form.cleaned_data.items() if name in request.POST}
        done = accepted(
            form, lambda: services.write_narrative(by=request.user, report=report, on=calendars.today(), **texts)
        )
        if done:
            messages.success(request, "El relato quedó guardado.")
            return redirect("report_detail", pk=pk)
    return _page(request, report, form, Act.WRITE)


#: Title, what it means, the words of the button, and what is said afterwards.
_PAGES = {
    Act.WRITE: ("Escribir el relato", "Las palabras que acompañan las cifras.", "Guardar el relato", ""),
    Act.ASK_SEAL: (
        "Pedir el sello",
        "Usted dice que el informe está listo. Lo sella otra persona: quien coordina la incubadora. "
        "Si las cifras o el relato cambian después, hay que pedirlo de nuevo.",
        "Pedir el sello",
        "Pidió el sello. Ahora le toca a la coordinación.",
    ),
    Act.SEAL: (
        "Sellar el informe",
        "Las cifras se cuentan de nuevo en este momento y quedan fijas. El informe recibe un código de verificación y "
        "ya no se cambia: un error se corrige con una versión nueva.",
        "Sellar el informe",
        "El informe quedó sellado. Ya puede descargarlo.",
    ),
    Act.WITHDRAW: (
        "Retirar el informe",
        "El informe deja de valer y su código de verificación lo dirá. Los archivos se conservan.",
        "Retirar el informe",
        "El informe quedó retirado.",
    ),
    Act.DELIVER: (
        "Entregar el informe",
        "La agencia que financia podrá leer el Informe desde ahora. El anexo nominal no se entrega con él.",
        "Entregar el informe",
        "El informe quedó entregado.",
    ),
    Act.OBSERVE: (
        "Observar el informe",
        "La incubadora leerá sus observaciones y responderá con una versión nueva.",
        "Enviar la observación",
        "La observación quedó registrada.",
    ),
    Act.ACCEPT: (
        "Aceptar el informe",
        "La agencia da por recibido este mes.",
        "Aceptar el informe",
        "El informe quedó aceptado.",
    ),
    Act.CORRECT: (
        "Abrir una corrección",
        "Se abre un borrador de la versión siguiente. Si hay meses posteriores sellados, solo cambia el relato: las "
        "cifras se corrigen en el próximo informe, como ajustes.",
        "Abrir la corrección",
        "Abrió una corrección. El informe sellado sigue vigente hasta que se selle la versión nueva.",
    ),
    Act.HAND_OVER: (
        "Entregar el anexo nominal",
        "El anexo tiene nombres y RUN. Complete el registro que pide la Ley 19.880, artículo 24 bis: desde entonces el "
        "organismo que recibe podrá descargarlo.",
        "Registrar la entrega",
        "La entrega quedó registrada.",
    ),
}


def _page(request, report, form, act, extra=None):
    title, meaning, submit, _ = _PAGES[act]
    context = {
        "title": title,
        "lead": f"{title_of(report)} · {report.incubator}",
        "meaning": meaning,
        "submit": submit,
        "form": form,
        "crumbs": crumbs(report),
        "back": reverse("report_detail", args=[report.pk]),
        "facts": extra or [],
    }
    return render(request, "reports/act.html", context, status=422 if form.is_bound else 200)


def _act(request, pk, act, form_of, do, extra=None):
    """The page of an act: what it means, its form, one call, and back to the report."""
    report = visible(request, pk)
    if not rules.permits(request.user, act, report):
        raise Http404
    form = form_of(report, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = accepted(form, lambda: do(report, form.cleaned_data))
        if done is not None:
            messages.success(request, _PAGES[act][3])
            return redirect("report_detail", pk=getattr(done, "report_id", done.pk))
    return _page(request, report, form, act, extra(report) if extra else None)


def report_ask_seal(request, pk):
    """Whoever prepares asks for the seal."""
    return _act(
        request,
        pk,
        Act.ASK_SEAL,
        lambda report, data: ConfirmForm(data),
        lambda report, data: services.ask_seal(
            by=request.user, report=report, on=calendars.today(), at=calendars.now()
        ),
    )


def report_seal(request, pk):
    """Whoever coordinates seals what is on screen."""
    return _act(
        request,
        pk,
        Act.SEAL,
        lambda report, data: SealForm(data, initial={"seen": reading.shown_digest(report)}),
        lambda report, data: services.seal(
            by=request.user, report=report, on=calendars.today(), at=calendars.now(), seen=data["seen"]
        ),
        extra=_who_asked,
    )


def _who_asked(report):
    facts = [("Mes", Month.of(report.period).label), ("Versión", str(report.version))]
    if report.seal_asked_by:
        facts.append(("Preparó", report.seal_asked_by.get_full_name()))
    return facts


def report_withdraw(request, pk):
    """Out of force, with a reason."""
    return _act(
        request,
        pk,
        Act.WITHDRAW,
        lambda report, data: ReasonForm(data),
        lambda report, data: services.withdraw(by=request.user, report=report, on=calendars.today(), **data),
    )


def report_deliver(request, pk):
    """To the agency."""
    return _act(
        request,
        pk,
        Act.DELIVER,
        lambda report, data: ConfirmForm(data),
        lambda report, data: services.deliver(by=request.user, report=report, on=calendars.today()),
    )


def report_observe(request, pk):
    """The agency asks for changes."""
    return _act(
        request,
        pk,
        Act.OBSERVE,
        lambda report, data: ReasonForm(data),
        lambda report, data: services.observe(by=request.user, report=report, on=calendars.today(), **data),
    )


def report_accept(request, pk):
    """The agency's approver accepts."""
    return _act(
        request,
        pk,
        Act.ACCEPT,
        lambda report, data: ConfirmForm(data),
        lambda report, data: services.accept(by=request.user, report=report, on=calendars.today()),
    )


def report_correct(request, pk):
    """A new version in draft."""
    return _act(
        request,
        pk,
        Act.CORRECT,
        lambda report, data: ConfirmForm(data),
        lambda report, data: services.correct(by=request.user, report=report, on=calendars.today()),
    )


def report_hand_over(request, pk):
    """The register of the Anexo nominal."""

    def form_of(report, data):
        month = Month.of(report.period)
        return HandOverForm(data, report=report, initial={"covers_from": month.first, "covers_to": month.last})

    return _act(
        request,
        pk,
        Act.HAND_OVER,
        form_of,
        lambda report, data: services.hand_over_annex(by=request.user, report=report, on=calendars.today(), **data),
    )
