"""What every page of a regularization shares: the group's own tabs and, under them, the rooms of the file."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.models import RegularizationItem
from cases.regularization import reading
from cases.views.frame import form_frame, group_frame, visible_case
from incubator.navigation import address

#: Room → its page.
ROOMS = (
    ("Resumen", "group_regularization"),
    ("Puntos", "regular_points"),
    ("Plan", "regular_plan"),
    ("Deberes de cada año", "regular_duties"),
    ("Vigente y activa", "regular_registry"),
)


def regular_frame(request, pk, current):
    """Context of a room: that of the tab «Saneamiento», its file (None without one) and its rooms."""
    frame = group_frame(request, pk, "group_regularization")
    file = reading.file_of(frame["case"])
    rooms = [
        {"label": label, "url": address(name, pk), "current": name == current, "count": ""} for label, name in ROOMS
    ]
    return frame | {"file": file, "rooms": rooms if file else []}


def page_frame(case, **context):
    """Context of a page that is one form of the file."""
    frame = form_frame(case, **context)
    page = reverse("group_regularization", args=[case.organization_id])
    return frame | {"back": page, "crumbs": [*frame["crumbs"], ("Saneamiento", page)]}


def file_or_404(request, pk, *needs):
    """(case, its open file) for whoever may; 404 without one."""
    case = visible_case(request, pk, *needs)
    file = reading.file_of(case)
    if file is None:
        raise Http404
    return case, file


def item_or_404(case, item):
    """An item of the case, by its own group."""
    rows = RegularizationItem.objects.filter(file__case=case).select_related("file__case__incubator")
    return get_object_or_404(rows, pk=item)
