"""Every application within reach, by state, institution, closing and words; and the same rows as a workbook."""

from allauth.account.decorators import reauthentication_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cases.funding.around.filters import CLOSINGS, STANDINGS, Asked, name_of
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address
from incubator.workbooks.writing import Column, Sheet, write_workbook

PAGE = 25
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    Column("Código"),
    Column("Grupo", definition="De una postulación que se quedó con una institución, la institución"),
    Column("Proyecto"),
    Column("Fondo"),
    Column("Institución"),
    Column("Estado"),
    Column("Empezada el", "date"),
    Column("Cierra el", "date", definition="El próximo cierre del llamado, o el último si ya pasó"),
)


def listing(request):
    """The list."""
    asked = Asked(request.user, request.GET, calendars.today())
    page = Paginator(asked.rows, PAGE).get_page(request.GET.get("page"))
    chips = [
        {
            "label": label,
            "url": f"?{asked.query(estado=key)}",
            "current": key == asked.standing,
            "count": asked.counts[key],
        }
        for key, (label, _) in STANDINGS.items()
    ]
    may = asked.counts[asked.standing] and allows(request.user, Permission.EXPORT)
    context = {
        "asked": asked,
        "chips": chips,
        "page": page,
        "rows": [(row, name_of(row), address("application_summary", row.pk)) for row in page.object_list],
        "agencies": asked.agencies,
        "closings": CLOSINGS,
        "query": f"{asked.query()}&",
        "export": f"{reverse('fund_applications_export')}?{asked.query()}" if may else "",
        "crumbs": [("Fondos", address("fund_list"))] if address("fund_list") else [],
        "kept": address("fund_kept") if allows(request.user, Permission.DECIDE) else "",
    }
    return render(request, "cases/funding/places/list.html", context)


@reauthentication_required
def export(request):
    """Exactly the rows that are seen, of the places from which this user may take them out."""
    on = calendars.today()
    asked = Asked(request.user, request.GET, on, Permission.EXPORT)
    rows = [_row(one) for one in asked.rows]
    about = [("Descargado por", request.user.full_name), ("Fecha", on), *asked.words, ("Postulaciones", len(rows))]
    sheets = [Sheet("Postulaciones", _COLUMNS, rows)]
    content = write_workbook(title="Postulaciones a fondos", about=about, sheets=sheets)
    response = HttpResponse(content, content_type=_MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="postulaciones-{on:%Y-%m-%d}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response


def _row(one):
    return (
        one.code,
        name_of(one),
        one.title,
        str(one.call),
        one.call.agency.name,
        one.get_state_display(),
        one.opened_on,
        one.closes_on,
    )
