"""Record that the package reached the agency, prepare another before the closing, or leave the one that was sent."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.funding.filing import FilingForm
from cases.funding.agency import arriving, reading
from cases.funding.calls import closing_line
from cases.funding.life import FundState
from cases.services.funding import filing
from cases.views.funding.agency.pages import ROOM
from cases.views.funding.agency.papers import with_paper
from cases.views.funding.frame import page_frame, visible_application
from incubator import calendars
from incubator.access import Permission
from incubator.navigation import address
from incubator.outcomes import accepted, told

P = Permission


def submit(request, fund):
    """The real filing. The hour of the request is taken before anything is read or locked."""
    at = calendars.now()
    application = visible_application(request, fund, P.FILE_FUNDS)
    package = application.packages.order_by("-number").first()
    ways = [closing for closing, _ in closing_line.closings_of(application, at)]
    form = FilingForm(
        request.POST or None, request.FILES or None, ways=ways, zone=arriving.zone_of(application), owner=request.user
    )
    if request.method == "POST" and form.is_valid() and _filed(request.user, application, package, form, at):
        if form.warning:
            messages.warning(request, form.warning)
        messages.success(request, "El envío quedó anotado. Guarde también el correo o el comprobante del fondo.")
        return redirect(ROOM, application.pk)
    context = {
        "form": form,
        "package": package,
        "sent": reading.standing_filing(application),
        "is_ready": application.state == FundState.READY and package is not None,
        "failure": reverse("application_fact", args=[application.pk, "falla-del-fondo"]),
        "packages_page": address("application_package", application.pk),
    }
    return render(request, "cases/funding/agency/filing.html", page_frame(request.user, application, **context))


def _filed(by, application, package, form, at):
    said = form.values() | {"by": by, "application": application, "package": package, "at": at}
    on = calendars.local_day(at)
    return accepted(form, lambda: with_paper(by, application, form, on, lambda e: filing.submit(receipt=e, **said)))


@require_POST
def replace(request, fund):
    """Another package is prepared before the closing."""
    at = calendars.now()
    application = visible_application(request, fund, P.FILE_FUNDS)
    done = "Está en borrador otra vez. Lo ya enviado vale hasta que se anote otro envío."
    told(request, lambda: filing.replace(by=request.user, application=application, at=at), done)
    return redirect(ROOM, application.pk)


@require_POST
def keep(request, fund):
    """What was sent stands."""
    application = visible_application(request, fund, P.FILE_FUNDS)
    on, done = calendars.today(), "Queda lo que ya se había enviado."
    told(request, lambda: filing.keep(by=request.user, application=application, on=on), done)
    return redirect(ROOM, application.pk)
