"""The list of groups, as a table or as a board by stage, and the export of what is seen."""

from allauth.account.decorators import reauthentication_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases import transfer_pages
from cases.groups import exports as group_exports
from cases.groups.filters import FACETS, LISTING, Filtering, address, chosen_in, stage_label
from cases.groups.rows import GroupRows
from incubator import calendars
from incubator.access import Permission, allows, scope_of
from incubator.services import saved_filters

PAGE = 25
#: How many groups a column of the board shows before «y N más».
COLUMN = 10
_BOARD = {"vista": "tablero"}


def listing(request):
    """The groups this user sees, through the filters of the address; the same rows as a table or as a board."""
    saved = list(saved_filters.of(request.user, LISTING))
    first = next((one for one in saved if one.is_default), None)
    if first and not request.GET:
        return redirect(reverse("group_list") + address(chosen_in(first.query)))
    more = _BOARD if request.GET.get("vista") == "tablero" else {}
    kept = [chosen_in(one.query) for one in saved]
    asked = Filtering(GroupRows(request.user, calendars.today()), chosen_in(request.GET), more, kept)
    page = None if more else Paginator(asked, PAGE).get_page(request.GET.get("page"))
    facets = asked.facets()
    context = {
        "filtering": asked,
        "chosen": asked.chosen,
        "chips": asked.stages(),
        "facets": facets,
        "more_chosen": sum(facet.is_chosen for facet in facets),
        "words": " · ".join(words for _, words in asked.words_of(asked.chosen)),
        "stage_words": stage_label(asked.chosen["etapa"]),
        "saved": _saved(saved, asked),
        "board": _board(asked) if more else None,
        "page": page,
        "rows": asked.groups.shown(page.object_list) if page else [],
        "total": len(asked),
        "query": address(asked.chosen)[1:] + "&",
        "without": address({"etapa": asked.chosen["etapa"]}, **more),
        "may_write": allows(request.user, Permission.WRITE_GROUPS),
        "exported": _exported(request.user, asked),
        "may_transfer": allows(request.user, Permission.TRANSFER_GROUPS),
        "moved": transfer_pages.left_behind(request.user).count(),
    }
    return render(request, "cases/groups/list.html", context)


@reauthentication_required
def export(request):
    """Exactly the rows of the list, as a workbook, for whoever proves again who they are."""
    on = calendars.today()
    asked = Filtering(GroupRows(request.user, on, Permission.EXPORT), chosen_in(request.GET))
    content = group_exports.workbook(
        asked.groups.shown(asked.rows), by=request.user, on=on, filters=asked.words_of(asked.chosen)
    )
    response = HttpResponse(content, content_type=group_exports.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="grupos-{on:%Y-%m-%d}.xlsx"'
    return response


def _exported(user, asked):
    """How many of the rows this user may take away: all of them, unless one of her posts only lets her look."""
    may, sees = scope_of(user, Permission.EXPORT), scope_of(user, Permission.VIEW_GROUPS)
    if not may or may == sees:
        return len(asked) if may else 0
    return asked.asked.count(asked.chosen, within=may)


def _saved(saved, asked):
    """One's own filters as chips, each with the groups it shows today."""
    return [
        {
            "label": one.name,
            "url": address(chosen, **asked.more),
            "current": chosen == asked.chosen,
            "count": count,
        }
        for one, chosen, count in zip(saved, asked.saved, asked.saved_counts, strict=True)
    ]


def _board(asked):
    """A column per stage with its first groups and how many more there are."""
    columns = asked.asked.columns(asked.chosen, COLUMN)
    shown = asked.groups.shown([pk for _, first in columns.values() for pk in first])
    others = {name: value for name, value in asked.chosen.items() if name in FACETS}
    return [
        {
            "stage": stage,
            "count": count,
            "rows": [row for row in shown if row["case"].stage == stage],
            "more": max(count - COLUMN, 0),
            "url": address({"etapa": stage.value, **others}),
        }
        for stage, (count, _) in columns.items()
    ]
