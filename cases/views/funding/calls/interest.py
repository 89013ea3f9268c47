"""What the groups within reach say of a call, and writing it down."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.funding.calls import InterestForm
from cases.models import CallInterest, Case
from cases.services.funding import interests
from cases.views.funding.calls.frame import inner, visible_call
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import Participation
from incubator.outcomes import accepted


def context(user, call, on):
    """The last word of each group within reach, and whether this user writes another."""
    mine = Case.objects.visible_to(user, Permission.VIEW_FUNDS)
    rows = CallInterest.objects.filter(call=call, case__in=mine.order_by().values("pk"))
    last = rows.order_by("case_id", "-happened_on", "-pk").distinct("case_id").select_related("case__organization")
    return {
        "interests": sorted(last, key=lambda row: (row.kind != "interested", row.case.organization.name)),
        "may_say": allows(user, Permission.WRITE_FUNDS),
    }


def say(request, fund_call):
    """Choose a group and write what it says."""
    call, on = visible_call(request, fund_call), calendars.today()
    form = InterestForm(request.POST or None, cases=_cases(request.user, call, on), initial=_asked(request))
    if request.method == "POST" and form.is_valid():
        said = {"kind": form.cleaned_data["kind"], "reason": form.cleaned_data["reason"]}
        done = accepted(form, lambda: interests.say(by=request.user, case=form.case(), call=call, on=on, **said))
        if done:
            messages.success(request, f"Quedó anotado: {done.get_kind_display().lower()}.")
            return redirect("fund_call", call.pk)
    return render(request, "cases/funding/calls/interest.html", inner(call, form=form))


def _asked(request):
    group = request.GET.get("grupo", "")
    return {"group": group} if group.isdigit() else {}


def _cases(user, call, on):
    """The open cases of the agreement for which this user writes applications."""
    parts = Participation.objects.in_force(on).filter(agreement=call.agreement_id).values("incubator_id")
    rows = Case.objects.visible_to(user, Permission.WRITE_FUNDS).open().filter(incubator__in=parts)
    return rows.select_related("organization").order_by("organization__name")
