"""The calls of an incubator: the list, a new one, and mending one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.calls import CallForm
from cases.models import Call
from cases.services import calls
from incubator import calendars
from incubator.access import Permission, allows, scope_of
from incubator.models import Incubator
from incubator.outcomes import accepted

PAGE = 25


def listing(request):
    """The calls this user sees, the newest first."""
    rows = Call.objects.visible_to(request.user).select_related("incubator").annotate(received=Count("applications"))
    page = Paginator(rows.order_by("-opens_on", "-pk"), PAGE).get_page(request.GET.get("page"))
    editable = scope_of(request.user, Permission.WRITE_GROUPS).incubator_ids
    on = calendars.today()
    shown = [{"call": call, "state": _state(call, on), "may_edit": call.incubator_id in editable} for call in page]
    may_write = allows(request.user, Permission.WRITE_GROUPS)
    return render(request, "cases/calls/list.html", {"page": page, "rows": shown, "may_write": may_write})


def _state(call, on):
    if on < call.opens_on:
        return {"tone": "plain", "words": "Por abrir"}
    return {"tone": "done", "words": "Abierta"} if on <= call.closes_on else {"tone": "info", "words": "Cerrada"}


def new(request):
    """Open a call."""
    places = Incubator.objects.visible_to(request.user, Permission.WRITE_GROUPS)
    form = CallForm(request.POST or None, incubators=places)
    if request.method == "POST" and form.is_valid():
        by, incubator, values = request.user, form.place(), form.values()
        if accepted(form, lambda: calls.open_call(by=by, incubator=incubator, **values)):
            messages.success(request, "La convocatoria quedó anotada.")
            return redirect("call_list")
    return render(request, "cases/calls/form.html", {"form": form, "call": None})


def edit(request, pk):
    """Mend a call."""
    row = get_object_or_404(Call.objects.visible_to(request.user, Permission.WRITE_GROUPS), pk=pk)
    form = CallForm(request.POST or None, instance=row, incubators=())
    if (
        request.method == "POST"
        and form.is_valid()
        and accepted(form, lambda: calls.update_call(by=request.user, call=row, **form.values()))
    ):
        messages.success(request, "La convocatoria quedó guardada.")
        return redirect("call_list")
    return render(request, "cases/calls/form.html", {"form": form, "call": row})
