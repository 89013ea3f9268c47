"""After loading: what each row became, the differences to settle, the files, and the undo."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import ImportState, RowOutcome
from cases.forms.census import KEEP, SHEET
from cases.models import CensusRow
from cases.services.census import refused as refused_rows
from cases.services.census import resolve, understand
from cases.services.census import undo as undoing
from cases.services.census.planning import plan_of
from cases.services.census.values import FIELD_WORDS
from cases.views.census.frame import sees_sensitive, short, step_frame, visible_import
from incubator import calendars, files
from incubator.models import Person
from incubator.navigation import address
from incubator.requirements import Refused
from incubator.services import sensitive
from incubator.templatetags.minga import integer

PAGE, SHOWN = 25, 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHIPS = (
    (RowOutcome.CREATED, "Nuevas"),
    (RowOutcome.UPDATED, "Actualizadas"),
    (RowOutcome.UNCHANGED, "Sin cambios"),
    (RowOutcome.WARNED, "Con aviso"),
    (RowOutcome.REFUSED, "No cargadas"),
)


def detail(request, pk):
    """The result of an import; one that waits goes back to its columns."""
    batch = visible_import(request, pk)
    if batch.state == ImportState.READ:
        return redirect("census_columns", pk=pk)
    rows = _rows(request, batch)
    chosen = request.GET.get("resultado", "")
    chosen = chosen if chosen in RowOutcome.values else ""
    counts = dict(rows.order_by().values_list("outcome").annotate(n=Count("pk")))
    listed = rows.filter(outcome=chosen) if chosen else rows
    listed = listed.select_related("organization", "person").order_by("row", "pk")
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    pending = _pending(batch, rows)
    on = calendars.today()
    context = step_frame(batch, 3) | {
        "page": page,
        "entries": [_entry(row) for row in page],
        "chips": _chips(counts, chosen),
        "query": f"resultado={chosen}&" if chosen else "",
        "groups": batch.summary["groups"],
        "people": batch.summary["people"],
        "conflicts": pending[:SHOWN],
        "conflicts_count": len(pending),
        "to_correct": len(refused_rows.sentences_of_rows(batch)) if _has_file(batch) else 0,
        "has_file": _has_file(batch) and (not batch.with_sensitive or sees_sensitive(request.user, batch)),
        "may_undo": undoing.may_be_undone(batch, on),
        "last_day": undoing.last_day(batch),
        "kept": batch.summary.get("kept", []),
        "undone": batch.state == ImportState.UNDONE,
    }
    return render(request, "cases/census/result.html", context)


@require_POST
def undo(request, pk):
    """Give everything back, and tell what stays."""
    batch = visible_import(request, pk)
    try:
        done = undoing.undo(by=request.user, batch=batch, on=calendars.today(), now=calendars.now())
    except Refused as why:
        messages.error(request, str(why))
    else:
        words = f"La carga quedó deshecha: {integer(done.reverted)} filas volvieron a como estaban."
        kept = f" {len(done.kept)} se conservan; abajo dice por qué." if done.kept else ""
        messages.success(request, words + kept)
    return redirect("census_detail", pk=pk)


@require_POST
def settle(request, pk, row):
    """Answer one difference: keep the record's value or take the sheet's."""
    batch = visible_import(request, pk)
    found = get_object_or_404(_rows(request, batch).filter(after__has_key="choice"), pk=row)
    answer = SHEET if request.POST.get("answer") == SHEET else KEEP
    try:
        resolve.resolve(by=request.user, row=found, answer=answer, on=calendars.today(), now=calendars.now())
    except Refused as why:
        messages.error(request, str(why))
    else:
        kept = "Quedó lo que dice la planilla." if answer == SHEET else "Se dejó lo que dice la ficha."
        messages.success(request, f"Fila {found.row}: {kept}")
    return redirect("census_detail", pk=pk)


def refused(request, pk):
    """The rows to correct, as a workbook to import again."""
    batch, on = visible_import(request, pk), calendars.today()
    _guard_file(request, batch)
    try:
        if batch.state == ImportState.READ:
            reading = understand.reread(by=request.user, batch=batch, on=on)
            plan = plan_of(by=request.user, incubator=batch.incubator, reading=reading, on=on)
            sentences = refused_rows.sentences_of_plan(plan)
        else:
            sentences = refused_rows.sentences_of_rows(batch)
        content = refused_rows.refused_workbook(by=request.user, batch=batch, sentences=sentences, on=on)
    except Refused as gone:
        raise Http404(str(gone)) from gone
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="catastro-por-corregir-{batch.pk}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


def kept_file(request, pk):
    """The copy kept of the workbook, for whoever may see what it holds; a reading of sensitive data is logged."""
    batch = visible_import(request, pk)
    _guard_file(request, batch)
    if not _has_file(batch):
        raise Http404
    if batch.with_sensitive:
        people = Person.objects.filter(pk__in=CensusRow.objects.filter(batch=batch).values("person"))
        sensitive.read(request.user, people.order_by("pk"), "census_file")
    return files.serve(request, batch.file, name=f"catastro-{batch.pk}.xlsx")


def _guard_file(request, batch):
    """A file with disability columns exists only for whoever may see them."""
    if batch.with_sensitive and not sees_sensitive(request.user, batch):
        raise Http404


def _rows(request, batch):
    """The rows this user may read: what tells of disability only for whoever may see it."""
    rows = CensusRow.objects.filter(batch=batch)
    if sees_sensitive(request.user, batch):
        return rows
    return rows.exclude(outcome=RowOutcome.WARNED, after__has_key="sensitive")


def _pending(batch, rows):
    if batch.state != ImportState.APPLIED or not _has_file(batch):
        return []
    return list(rows.filter(after__has_key="choice", resolved_at__isnull=True).order_by("row", "pk"))


def _has_file(batch):
    return batch.file is not None and files.is_stored(batch.file.sha256)


def _done(row):
    """What was done with a person or a group, by the names of its fields; of sensitive ones it says nothing."""
    if row.outcome == RowOutcome.CREATED:
        return "Se anotó."
    names = dict.fromkeys(FIELD_WORDS[name] for name in row.after.get("values", {}))
    done = [f"Se actualizó: {', '.join(names)}."] if names else []
    done += ["Quedó como integrante del grupo."] if row.after.get("joined") else []
    done += ["Quedó como representante."] if row.after.get("represents") else []
    done += ["Se abrió su caso."] if row.after.get("case") else []
    if row.outcome == RowOutcome.UNCHANGED:
        return "Ya estaba igual."
    return " ".join(done) or "Se completó su ficha."


def _chips(counts, chosen):
    chips = [{"label": "Todas", "url": "?", "current": not chosen, "count": sum(counts.values())}]
    for outcome, label in _CHIPS:
        if counts.get(outcome):
            url, current = f"?resultado={outcome}", chosen == outcome
            chips.append({"label": label, "url": url, "current": current, "count": counts[outcome]})
    return chips


def _entry(row):
    """A row as the table shows it: who or what, with its page, and what was said of it."""
    group = row.organization
    url = address("group_detail", group.pk) if group and group.annulled_at is None else ""
    return {
        "row": row,
        "who": row.person.name if row.person else "",
        "group": group.name if group else "",
        "url": url,
        "said": short(row.sentence) if row.sentence else _done(row),
        "tone": {"refused": "urgent", "warned": "waits", "created": "done", "updated": "info"}.get(
            row.outcome, "plain"
        ),
    }
