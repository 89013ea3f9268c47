"""One try to reach a group, noted with one tap."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.forms.sessions import ContactForm
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted
from incubator.services import meetings


def log(request, pk):
    """The two buttons of the form say whether somebody answered."""
    case = visible_case(request, pk, Permission.LOG_MEETINGS)
    form = ContactForm(request.POST or None, initial={"made_on": calendars.today()})
    if request.method == "POST" and form.is_valid():
        reached = request.POST.get("reached") == "yes"
        contact = accepted(form, lambda: _log(request.user, case, reached, form.cleaned_data))
        if contact is not None:
            words = "respondió" if reached else "no respondió"
            messages.success(request, f"Contacto anotado: {case.organization.name} {words}.")
            return redirect("group_detail", pk)
    context = form_frame(case, form=form, contacts=case.organization.contacts.select_related("by")[:10])
    return render(request, "cases/sessions/contact.html", context)


def _log(by, case, reached, values):
    return meetings.log_contact(by=by, organization=case.organization, reached=reached, **values)
