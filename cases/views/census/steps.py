"""Before loading: what the columns mean, and what will happen."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.census.reading import UnusableWorkbook
from cases.census.records import WhyIgnored
from cases.enums import ImportState, RowOutcome
from cases.forms.census import ChoicesForm, ColumnsForm
from cases.services.census import apply, refused, understand
from cases.services.census.planning import plan_of
from cases.views.census.frame import short, step_frame, visible_import
from incubator import calendars
from incubator.access import Permission, allows
from incubator.outcomes import accepted
from incubator.requirements import Refused
from incubator.templatetags.minga import integer

#: How many rows of each kind a page shows; the rest are counted, and told in the result.
SHOWN = 50


def columns(request, pk):
    """What was understood of the sheet, and the officer's corrections, which are remembered."""
    batch = visible_import(request, pk)
    if batch.state != ImportState.READ:
        return redirect("census_detail", pk=pk)
    reading = _reread(request, batch)
    if reading is None:
        return redirect("census_upload")
    may = allows(request.user, Permission.WRITE_SENSITIVE, batch.incubator)
    form = ColumnsForm(request.POST if request.method == "POST" else None, reading=reading, may_read_disability=may)
    if request.method == "POST" and form.is_valid():
        done = accepted(form, lambda: _taught(request, batch, form))
        if done:
            return redirect("census_columns" if "again" in request.POST else "census_plan", pk=pk)
    context = step_frame(batch, 1) | {
        "form": form,
        "reading": reading,
        "wide": reading.layout == "wide",
        "diagnosis": [item.header for item in reading.ignored if item.why == WhyIgnored.DIAGNOSIS],
        "no_right": [item.header for item in reading.ignored if item.why == WhyIgnored.NO_RIGHT],
        "preview": reading.first_rows[1:],
        "headers": reading.first_rows[0].cells if reading.first_rows else (),
        "heading": reading.first_rows[0].row if reading.first_rows else reading.header_row,
    }
    return render(request, "cases/census/columns.html", context)


def plan(request, pk):
    """What will happen, and «Cargar»."""
    batch = visible_import(request, pk)
    if batch.state != ImportState.READ:  # sent again, or come back to: what happened is told in the result
        return redirect("census_detail", pk=pk)
    reading = _reread(request, batch)
    if reading is None:
        return redirect("census_upload")
    on = calendars.today()
    plan = plan_of(by=request.user, incubator=batch.incubator, reading=reading, on=on)
    form = ChoicesForm(request.POST if request.method == "POST" else None, conflicts=plan.conflicts[:SHOWN])
    if request.method == "POST" and form.is_valid():
        done = accepted(form, lambda: _applied(request, batch, reading, form))
        if done:
            _say(request, done)
            return redirect("census_detail", pk=pk)
    return render(request, "cases/census/plan.html", step_frame(batch, 2) | _told(batch, plan) | {"form": form})


@require_POST
def discard(request, pk):
    """Forget a workbook that will not be loaded."""
    batch = _unloaded(request, pk)
    try:
        understand.discard(by=request.user, batch=batch, on=calendars.today())
    except Refused as why:
        messages.error(request, str(why))
    else:
        messages.success(request, "La planilla quedó descartada. No se cargó nada.")
    return redirect("census_list")


def _unloaded(request, pk):
    batch = visible_import(request, pk)
    if batch.state != ImportState.READ:
        raise Http404
    return batch


def _reread(request, batch):
    """The reading of the copy kept; None, with a message, when it cannot be read any more."""
    try:
        return understand.reread(by=request.user, batch=batch, on=calendars.today())
    except Refused as gone:
        messages.error(request, str(gone))
    except UnusableWorkbook as error:
        messages.error(request, error.sentence)
    return None


def _taught(request, batch, form):
    """The corrections kept, once the sheet still reads with them."""
    meanings = form.meanings()
    if not meanings:
        return batch
    return understand.teach(by=request.user, batch=batch, meanings=meanings, on=calendars.today(), now=calendars.now())


def _applied(request, batch, reading, form):
    on, now = calendars.today(), calendars.now()
    return apply.apply(by=request.user, batch=batch, reading=reading, on=on, now=now, taken=form.taken())


def _say(request, plan):
    people = plan.people_counts
    messages.success(
        request,
        f"La planilla quedó cargada: {integer(people['created'])} personas nuevas "
        f"y {integer(people['updated'])} actualizadas.",
    )


def _told(batch, plan):
    """The plan as the page tells it: counts, the first rows of each kind, and how many more there are."""
    repeated = [notice for notice in plan.notices if notice.reason == "repeated_person"]
    others = [notice for notice in plan.notices if notice.reason not in ("repeated_person", "conflict")]
    groups = [group for group in plan.groups if group.outcome != RowOutcome.UNCHANGED]
    return {
        "groups": plan.group_counts,
        "people": plan.people_counts,
        "changed_groups": groups[:SHOWN],
        "more_groups": max(0, len(groups) - SHOWN),
        "rejected": [{"item": item, "said": short(item.sentence)} for item in plan.rejected[:SHOWN]],
        "rejected_count": len(plan.rejected),
        "to_correct": len(refused.sentences_of_plan(plan)),
        "repeated": repeated[:SHOWN],
        "repeated_count": len(repeated),
        "notices": others[:SHOWN],
        "notices_count": len(others),
        "conflicts_count": len(plan.conflicts),
        "more_conflicts": max(0, len(plan.conflicts) - SHOWN),
        "changes_nothing": plan.changes_nothing,
        "before": apply.loaded_before(batch.incubator, batch.sha256),
    }
