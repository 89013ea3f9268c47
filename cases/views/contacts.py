"""One try to reach a group, noted with one tap."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases import lineage
from cases.forms.sessions import ContactForm
from cases.views.frame import form_frame, visible_case
from incubator import calendars
from incubator.access import Permission
from incubator.models import Contact
from incubator.outcomes import accepted
from incubator.purposes import Purpose
from incubator.services import consents, meetings


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
    members = {row.person_id for row in case.organization.members_on(calendars.today())}
    reached = consents.allows(members, Purpose.WHATSAPP, calendars.today())
    context = form_frame(case, members=len(members), by_whatsapp=len(reached), form=form, contacts=_newest(case))
    return render(request, "cases/sessions/contact.html", context)


def _newest(case):
    """The last contacts, those seen through its lineage included."""
    formers = lineage.formers(case)
    rows = Contact.objects.filter(lineage.seen_of_group(case, formers, day="made_on")).select_related("by")
    return lineage.mark(rows[:10], formers, lambda row: f"g{row.organization_id}")


def _log(by, case, reached, values):
    return meetings.log_contact(by=by, organization=case.organization, reached=reached, **values)
