"""Record one fact of an application, set one aside, or take the last step back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.funding.news import FactForm, ReasonForm
from cases.funding.agency import arriving, reading
from cases.funding.life import FundEventKind
from cases.services.funding import correcting, news
from cases.views.funding.agency.pages import BY_COORDINATION, ROOM, may_record
from cases.views.funding.agency.papers import with_paper
from cases.views.funding.agency.recording import record
from cases.views.funding.agency.slugs import KINDS
from cases.views.funding.frame import page_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted
from incubator.templatetags.minga import dmy_time

P, K = Permission, FundEventKind
#: What happens besides, said before it is recorded.
_LEADS = {
    K.CALL_FAILED: "Guarda la prueba y el aviso. El cierre no se mueve: solo lo mueve un acto del fondo.",
    K.WITHDRAWAL: "La postulación queda desistida y ya no se envía ni se adjudica. Lo escrito se puede copiar.",
    K.RENUNCIATION: "Se renuncia a lo adjudicado antes de recibir dinero. El fondo puede llamar a quien espera.",
    K.EARLY_END: "La ejecución termina antes. Queda por entregar la rendición final.",
    K.ACCOUNTS_APPROVED: "La postulación queda cerrada.",
}


def fact(request, fund, kind):
    """The form of one kind of fact, where it may be recorded."""
    at = calendars.now()
    application, kind = _asked(request, fund, kind)
    facts, criteria = reading.Facts(application), arriving.bases_adopted(application).criteria
    data, sent = request.POST or None, request.FILES or None
    form = FactForm(data, sent, kind=kind, facts=facts, criteria=criteria, owner=request.user)
    if request.method == "POST" and form.is_valid() and _recorded(request.user, application, form, at):
        messages.success(request, f"Quedó anotado: {K(kind).label.lower()}.")
        return redirect(ROOM, application.pk)
    why = "" if kind in reading.recordable(facts) else news.why_not(facts, kind)
    lead = _LEADS.get(kind, "") if kind in _LEADS else f"Está «{application.get_state_display()}»."
    context = {"form": form, "kind": K(kind), "why": why, "lead": lead, "subject": _consent(kind)}
    context["notice"] = _notice(application) if kind == K.CALL_FAILED else ""
    frame = page_frame(request.user, application, **context)
    return render(request, "cases/funding/agency/fact.html", _back(frame, application))


def _asked(request, fund, slug):
    """(application, kind) that this user may record there; 404 for what is not a fact."""
    if slug not in KINDS:
        raise Http404
    application, kind = visible_application(request, fund), KINDS[slug]
    if not may_record(request.user, application, kind):
        raise PermissionDenied("Su cargo no permite anotar esto. Pídalo a la coordinación.")
    return application, kind


def _consent(kind):
    """How the group's confirmation of this kind is called in its address."""
    return {K.APPEAL: "recurso", K.RENUNCIATION: "renuncia"}[kind] if kind in BY_COORDINATION else ""


def _notice(application):
    """What may be written to the agency: the frozen package proves that it was ready."""
    package = application.packages.order_by("-number").first()
    if package is None:
        return ""
    return (
        f"La postulación «{application.title}» al llamado «{application.call}» estaba lista el "
        f"{dmy_time(package.made_at)} (paquete {package.number}, huella SHA-256 {package.sha256}). Al enviarla, la "
        "plataforma o la oficina falló, como muestra la prueba adjunta. Pedimos que se amplíe el plazo por un acto, o "
        "que se nos indique cómo presentarla."
    )


def _recorded(by, application, form, at):
    on = form.cleaned_data["on"]
    return accepted(form, lambda: with_paper(by, application, form, on, lambda e: record(by, application, form, e, at)))


def _back(frame, application):
    room = reverse(ROOM, args=[application.pk])
    return frame | {"back": room, "crumbs": [*frame["crumbs"], ("Lo que dice el fondo", room)]}


def set_aside(request, fund, event):
    """A fact recorded by mistake."""
    application = visible_application(request, fund, P.DECIDE)
    row = get_object_or_404(application.events.exclude(kind=K.CORRECTION), pk=event)
    lead = f"{row.get_kind_display()} del {row.happened_on:%d-%m-%Y}. Queda a la vista, tachado, con su motivo."
    return _correct(request, application, lead, lambda **said: correcting.set_aside(event=row, **said))


def correct_step(request, fund):
    """The last step was a mistake."""
    application = visible_application(request, fund, P.DECIDE)
    steps = reading.steps_of(application)
    if not steps:
        raise Http404
    last = steps[-1]
    lead = f"Vuelve de «{last.get_to_state_display()}» a «{last.get_from_state_display()}». Los dos pasos quedan."
    return _correct(request, application, lead, correcting.correct_step)


def _correct(request, application, lead, act):
    form, on = ReasonForm(request.POST or None), calendars.today()
    said = {"by": request.user, "application": application, "on": on}
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: act(**said, **form.cleaned_data)):
        messages.success(request, "La corrección quedó anotada con su motivo.")
        return redirect(ROOM, application.pk)
    frame = page_frame(request.user, application, form=form, lead=lead)
    return render(request, "cases/funding/agency/correct.html", _back(frame, application))
