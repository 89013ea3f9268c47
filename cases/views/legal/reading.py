"""Read the document of an act, keep the points of the DAES, and take back an act recorded by mistake."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.formalization.life import LegalEventKind
from cases.formalization.reading import daes_term
from cases.forms.act_contents import DATA, ContentForm
from cases.forms.observations import AnswersForm, PointsForm
from cases.models import LegalEvent, ObservationPoint
from cases.services import legal
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told

K = LegalEventKind


def read(request, pk, act):
    """What the document of an act holds."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    event = _event(case, act)
    if event.kind not in DATA:
        messages.info(request, "De ese documento no se pregunta qué dice.")
        return redirect("group_formalization", pk)
    last = event.contents.order_by("pk").last()
    form = ContentForm(request.POST or None, event=event, reading=last)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _read(request.user, event, form)):
        messages.success(request, "Quedó anotado lo que dice el documento.")
        return redirect("group_formalization", pk)
    return render(request, "cases/legal/read.html", _frame(case, form=form, event=event, last=last))


def _read(by, event, form):
    return legal.read_document(by=by, event=event, **form.values())


def points(request, pk, act):
    """What the DAES asked for, or what was answered to each point."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    event = _event(case, act)
    if event.kind not in (K.DAES_OBSERVATION, K.DAES_ANSWER):
        messages.info(request, "Los puntos son de las observaciones del DAES y de su respuesta.")
        return redirect("group_formalization", pk)
    asks = event.kind == K.DAES_OBSERVATION
    if asks:
        form = PointsForm(request.POST or None, due_on=daes_term(event).due_on)
    else:
        waiting = ObservationPoint.objects.filter(event__file=event.file, event__taken_back=False, answer=None)
        form = AnswersForm(request.POST or None, points=list(waiting.order_by("event_id", "number")))
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _keep(request.user, event, form, asks)):
        messages.success(request, "Los puntos quedaron anotados." if asks else "Las respuestas quedaron anotadas.")
        return redirect("group_formalization", pk)
    return render(request, "cases/legal/points.html", _frame(case, form=form, event=event, asks=asks))


def _keep(by, event, form, asks):
    if asks:
        return legal.add_points(by=by, event=event, points=form.points())
    return legal.answer_points(by=by, event=event, answers=form.answers()) or True


@require_POST
def take_back(request, pk, act):
    """The last act was a mistake."""
    case = visible_case(request, pk, Permission.DECIDE)
    event = get_object_or_404(LegalEvent.objects.filter(case=case), pk=act)
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: legal.take_back(by=request.user, event=event, on=calendars.today(), reason=reason),
        "El acto se quitó. Queda en la historia, con su motivo.",
    )
    return redirect("legal_cure", pk, event.cure_id) if event.cure_id else redirect("group_formalization", pk)


def _event(case, act):
    event = get_object_or_404(LegalEvent.objects.filter(case=case).select_related("file__case", "case"), pk=act)
    if not case.is_open:
        raise Http404
    return event


def _frame(case, **context):
    frame = form_frame(case, **context)
    page = reverse("group_formalization", args=[case.organization_id])
    return frame | {"back": page, "crumbs": [*frame["crumbs"], ("Formalización", page)]}
