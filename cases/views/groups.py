"""The list of groups, as a table or as a board by stage, and the export of what is seen."""

from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render

from cases import group_exports, reading
from cases.enums import OPEN, TERMINAL, Stage
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import Assignment

PAGE = 25
#: How many groups a column of the board shows before «y N más».
COLUMN = 10
_WORDS = {"abiertos": "Con caso abierto", "mios": "A mi cargo", "cerrados": "Egresados y cerrados"}


def listing(request):
    """The groups this user sees, filtered by a chip; the same rows as a table or as a board."""
    on = calendars.today()
    chosen = _chosen(request)
    rows = _filtered(reading.cases_of(request.user, on), request.user, chosen, on)
    board = request.GET.get("vista") == "tablero"
    page = (
        None
        if board
        else Paginator(rows.order_by("organization__sort_key", "pk"), PAGE).get_page(request.GET.get("page"))
    )
    context = {
        "chips": _chips(request.user, chosen, board, on),
        "chosen": chosen,
        "words": _label(chosen),
        "board": _board(rows) if board else None,
        "page": page,
        "rows": _rows(page.object_list, on) if page else [],
        "query": urlencode({"etapa": chosen}) + "&",
        "may_write": allows(request.user, Permission.WRITE_GROUPS),
        "may_export": allows(request.user, Permission.EXPORT),
    }
    return render(request, "cases/groups/list.html", context)


@reauthentication_required
def export(request):
    """Exactly the rows of the list, as a workbook, for whoever proves again who they are."""
    on, chosen = calendars.today(), _chosen(request)
    rows = _filtered(reading.cases_of(request.user, on, Permission.EXPORT), request.user, chosen, on)
    cases = list(rows.order_by("organization__sort_key", "pk"))
    content = group_exports.workbook(cases, by=request.user, on=on, words=_label(chosen))
    response = HttpResponse(content, content_type=group_exports.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="grupos-{on:%Y-%m-%d}.xlsx"'
    return response


def _chosen(request):
    chosen = request.GET.get("etapa", "abiertos")
    return chosen if chosen in Stage.values or chosen in _WORDS else "abiertos"


def _label(chosen):
    return _WORDS.get(chosen) or Stage(chosen).label


def _filtered(cases, user, chosen, on):
    if chosen == "abiertos":
        return cases.open()
    if chosen == "cerrados":
        return cases.filter(stage__in=TERMINAL)
    if chosen == "mios":
        return cases.open().filter(organization__in=_own_groups(user, on))
    return cases.filter(stage=chosen)


def _own_groups(user, on):
    posts = Assignment.objects.in_force(on).filter(post__user=user)
    return posts.values("organization")


def _chips(user, chosen, board, on):
    """One chip per filter with its count, in one query."""
    cases = reading.newest_of(user)
    tallies = {stage: Count("pk", filter=Q(stage=stage)) for stage in Stage.values}
    tallies["mios"] = Count("pk", filter=Q(organization__in=_own_groups(user, on), stage__in=OPEN))
    counts = cases.aggregate(**tallies)
    counts["abiertos"] = sum(counts[stage] for stage in OPEN)
    counts["cerrados"] = sum(counts[stage] for stage in TERMINAL)
    names = ["abiertos", *(["mios"] if counts["mios"] else []), *OPEN, "cerrados"]
    view = {"vista": "tablero"} if board else {}
    return [
        {
            "label": _label(name),
            "url": "?" + urlencode({"etapa": name, **view}),
            "current": name == chosen,
            "count": counts[name],
        }
        for name in names
        if counts[name] or name in ("abiertos", chosen)
    ]


def _rows(cases, on):
    """What a row says of each group, with who is in charge: two queries for the whole page."""
    cases = list(cases)
    charge = reading.in_charge(cases, on)
    rules = reading.parameters_by_incubator({case.incubator_id for case in cases}, on)
    return [
        {
            "case": case,
            "charge": [row.post.user for row in charge[case.organization_id]],
            "quiet": reading.is_out_of_touch(case, on, rules[case.incubator_id]),
        }
        for case in cases
    ]


def _board(rows):
    """A column per stage with its first groups and how many more there are: one query."""
    counts = dict(rows.order_by().values_list("stage").annotate(n=Count("pk")))
    columns = {stage: [] for stage in Stage if counts.get(stage)}
    for case in reading.first_of_each_stage(rows, COLUMN):
        columns[Stage(case.stage)].append(case)
    return [
        {"stage": stage, "count": counts[stage], "cases": cases, "more": counts[stage] - len(cases)}
        for stage, cases in columns.items()
    ]
