"""What every page of an application shares: the application within reach, the way here, its lead and its rooms."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.calls.closing_line import closing_line
from cases.models import FundApplication
from cases.views.frame import form_frame
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import address, door

#: Room → its page, and the right it needs. A room appears when its page exists.
ROOMS = (
    ("Resumen", "application_summary", Permission.VIEW_FUNDS),
    ("Formulario", "application_form", Permission.VIEW_FUNDS),
    ("Presupuesto", "application_budget", Permission.VIEW_FUNDS),
    ("Documentos", "application_documents", Permission.VIEW_FUNDS),
    ("Revisión", "application_review", Permission.VIEW_FUNDS),
    ("Paquete y envío", "application_package", Permission.VIEW_FUNDS),
    ("Lo que dice el fondo", "application_agency", Permission.VIEW_FUNDS),
    ("Compras", "application_purchases", Permission.VIEW_FUNDS),
)
#: What a page of an application reads of it at once.
_WITH = (
    "case__organization__commune__province__region",
    "case__incubator__commune__province__region",
    "case__born_in",
    "call__agency",
    "bases",
    "stays_with__commune__province__region",
    "opened_by",
    "keeper",
)


def visible_application(request, fund, *needs):
    """An application within reach, or 404; 403 when this user may not do there what the page does (any of `needs`)."""
    rows = FundApplication.objects.visible_to(request.user).select_related(*_WITH)
    application = get_object_or_404(rows, pk=fund)
    if needs and not any(reach.may(request.user, permission, application) for permission in needs):
        reach.require(request.user, needs[0], application)
    return application


def fund_frame(request, fund, current, *needs):
    """Context of a room: application, case, bases (those adopted, read), title, lead, crumbs and tabs."""
    application = visible_application(request, fund, *needs)
    return frame_of(request.user, application, current)


def frame_of(user, application, current=""):
    """The same for an application that is already in hand."""
    bases = bases_of(application.bases)
    return {
        "application": application,
        "case": application.case,
        "bases": bases,
        "title": application.title,
        "lead": lead_of(application, calendars.now()),
        "crumbs": crumbs_of(user, application),
        "tabs": tabs_of(user, application, current),
    }


def page_frame(user, application, **context):
    """Context of a page that is one form of an application: the way back to its summary, and whatever it shows."""
    frame = frame_of(user, application)
    page = reverse("application_summary", args=[application.pk])
    return frame | {"back": page, "crumbs": [*frame["crumbs"], (application.title, page)], **context}


def lead_of(application, at):
    """One line under the name: call, state, and its closing while it has not left the house."""
    return " · ".join(
        filter(None, [str(application.call), application.get_state_display(), closing_line(application, at)])
    )


def crumbs_of(user, application):
    """The way here, of the pages that this user may open. The case of one that stayed is not reached from it."""
    funds = door(user, "fund_list", None)
    crumbs = [("Fondos", funds)] if funds else []
    page = group_page_of(user, application)
    return [*crumbs, (application.case.organization.name, page)] if page else crumbs


def group_page_of(user, application):
    """The page of its group for this user, or an empty text."""
    if reach.is_kept(application):
        return ""
    case = application.case
    names = ("group_funds", "group_detail")
    return next(filter(None, (door(user, name, case, case.organization_id) for name in names)), "")


def tabs_of(user, application, current):
    """The rooms that this user may open."""
    return [
        {"label": label, "url": url, "current": name == current, "count": ""}
        for label, name, permission in ROOMS
        if (url := address(name, application.pk)) and reach.may(user, permission, application)
    ]


def group_page_frame(case, **context):
    """Context of a page about the funds of a group, before there is an application."""
    frame = form_frame(case, **context)
    page = address("group_funds", case.organization_id)
    return frame | ({"crumbs": [*frame["crumbs"], ("Fondos", page)], "back": page} if page else {})
