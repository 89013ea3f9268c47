"""Whoever did not enter a measurement certifies it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cases.forms.business import DayForm
from cases.services.business import indicators
from cases.views.frame import visible_case
from incubator.access import Permission
from incubator.outcomes import accepted


@require_POST
def certify(request, pk, measurement):
    """Somebody else looked at what backs the figures."""
    case = visible_case(request, pk, Permission.CERTIFY_INDICATORS)
    row = get_object_or_404(case.measurements, pk=measurement)
    form = DayForm(request.POST)
    done = form.is_valid() and accepted(
        form, lambda: indicators.certify(by=request.user, measurement=row, on=form.cleaned_data["on"])
    )
    if done:
        messages.success(request, "La medición quedó certificada.")
    else:
        reasons = [text for errors in form.errors.values() for text in errors]
        messages.error(request, " ".join(reasons))
    return redirect("fact_measurement", pk=pk)
