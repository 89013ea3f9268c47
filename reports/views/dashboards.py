"""The dashboards: of an incubator, and of an agreement across its municipalities; each on screen and as a workbook."""

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from incubator import calendars
from incubator.access import Permission, allows, scope_of
from incubator.models import Agreement, Incubator
from reports.dashboards import of_agreement, of_incubator, workbook
from reports.dashboards.pieces import RANGES, Period
from reports.views.shown import screen_table


def entrance(request):
    """The only dashboard of whoever has one; the ones to choose from; or why there is none."""
    scope = scope_of(request.user, Permission.VIEW_GROUPS)
    agreements = list(Agreement.objects.filter(pk__in=scope.agreement_ids))
    places = list(Incubator.objects.visible_to(request.user).select_related("commune").order_by("commune__name"))
    addresses = [("agreement_dashboard", one.pk) for one in agreements]
    addresses += [("incubator_dashboard", one.pk) for one in places]
    if len(addresses) == 1:
        name, pk = addresses[0]
        return redirect(name, pk)
    return render(request, "reports/dashboards/entrance.html", {"agreements": agreements, "places": places})


def of_an_incubator(request, pk):
    """How one incubator stands."""
    place = _place(request.user, pk, Permission.VIEW_GROUPS)
    found = of_incubator.dashboard(request.user, place, _period(request))
    context = _context(found) | {
        "may_export": allows(request.user, Permission.EXPORT, place),
        "export": reverse("incubator_dashboard_file", args=[pk]),
        "crumbs": _crumbs(request.user),
        "may_census": allows(request.user, Permission.IMPORT_CENSUS, place),
    }
    return render(request, "reports/dashboards/incubator.html", context)


def incubator_file(request, pk):
    """The figures of an incubator's dashboard as a workbook."""
    place = _place(request.user, pk, Permission.EXPORT)
    return _download(request, lambda period: of_incubator.dashboard(request.user, place, period), place.commune.name)


def of_an_agreement(request, agreement):
    """How an agreement stands across its municipalities: figures alone."""
    one = _agreement(request.user, agreement, Permission.VIEW_GROUPS)
    found = of_agreement.dashboard(request.user, one, _period(request))
    context = _context(found) | {
        "may_export": agreement in scope_of(request.user, Permission.EXPORT).agreement_ids,
        "export": reverse("agreement_dashboard_file", args=[agreement]),
        "crumbs": _crumbs(request.user),
    }
    return render(request, "reports/dashboards/agreement.html", context)


def agreement_file(request, agreement):
    """The figures of an agreement's dashboard as a workbook."""
    one = _agreement(request.user, agreement, Permission.EXPORT)
    return _download(request, lambda period: of_agreement.dashboard(request.user, one, period), "convenio")


def _place(user, pk, permission):
    """An incubator that this right reaches whole; of assigned groups alone there is no dashboard."""
    return get_object_or_404(Incubator.objects.visible_to(user, permission).select_related("commune"), pk=pk)


def _agreement(user, pk, permission):
    """An agreement that this right reaches by itself, not through one of its incubators."""
    return get_object_or_404(Agreement, pk=pk, pk__in=scope_of(user, permission).agreement_ids)


def _period(request) -> Period:
    return Period.chosen(request.GET.get("meses"), calendars.today())


def _crumbs(user):
    """The way back, for whoever chose among several."""
    scope = scope_of(user, Permission.VIEW_GROUPS)
    several = len(scope.agreement_ids) + len(scope.incubator_ids) > 1
    return [("Tableros", reverse("dashboard"))] if several else []


def _context(found):
    sections = [
        {
            "section": section,
            "drawn": [_screen(section, table) for table in section.drawn],
            "beside": [_screen(section, table) for table in section.beside],
        }
        for section in found.sections
    ]
    chips = [
        {
            "label": f"{months} meses",
            "url": f"?meses={months}",
            "current": months == found.period.months,
            "count": None,
        }
        for months in RANGES
    ]
    return {"found": found, "sections": sections, "chips": chips, "query": f"?meses={found.period.months}"}


def _screen(section, table):
    """A table ready to draw, each row with the page of what it names."""
    drawn = screen_table(table)
    links = [section.links.get(row.key, "") for row in table.rows]
    # A caption that repeats the heading of its section is only for who listens.
    is_quiet = table.caption == section.title
    return {"table": drawn, "rows": list(zip(drawn.rows, links, strict=True)), "is_quiet": is_quiet}


@reauthentication_required
def _download(request, read, name):
    """The file, for whoever proves again who they are: it leaves the house."""
    found = read(_period(request))
    content = workbook.workbook(found, by=request.user)
    response = HttpResponse(content, content_type=workbook.MEDIA_TYPE)
    slug = name.lower().replace(" ", "-").encode("ascii", "ignore").decode()
    response["Content-Disposition"] = f'attachment; filename="tablero-{slug}-{found.period.on:%Y-%m-%d}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    return response
