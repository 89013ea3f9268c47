"""Days worked or not against the calendar, in the region of whoever coordinates an incubator."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from incubator import calendars
from incubator.calendar_forms import ExceptionForm
from incubator.outcomes import accepted
from incubator.services import working_days


def listing(request):
    """The exceptions from this year on, and the form that adds one."""
    # Whoever coordinates several writes in the region of the first; each region's days are taken back in their own.
    place, today = working_days.places_of(request.user)[0], calendars.today()
    form = ExceptionForm(request.POST or None)
    if form.is_valid() and accepted(
        form, lambda: working_days.declare(by=request.user, incubator=place, on=today, **form.cleaned_data)
    ):
        messages.success(request, "Quedó anotado: los plazos en días hábiles ya lo toman en cuenta.")
        return redirect("working_days")
    rows = working_days.visible_to(request.user).filter(day__year__gte=today.year).select_related("region")
    return render(request, "incubator/working_days.html", {"form": form, "rows": rows})


@require_POST
def withdraw(request, pk):
    """Take one back; those of the whole country are not touched here."""
    exception = get_object_or_404(working_days.editable_by(request.user), pk=pk)
    places = working_days.places_of(request.user)
    place = next(place for place in places if place.commune.region_code == exception.region_id)
    working_days.withdraw(by=request.user, incubator=place, on=calendars.today(), exception=exception)
    messages.success(request, "Ese día vuelve a ser lo que dice el calendario.")
    return redirect("working_days")
