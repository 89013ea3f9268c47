"""Call a meeting: until when, by which ways, to whom it went out, and to whom it did not."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.assemblies import law as assembly_law
from cases.forms.assemblies import MediumForm, NoticesForm
from cases.services import assemblies
from cases.views.assemblies.frame import members_for, step_frame, to_write, url_of
from incubator import calendars
from incubator.outcomes import accepted, told


def notices(request, pk, assembly):
    """The notices of the members."""
    case, found = to_write(request, pk, assembly)
    if not found.is_open:
        return redirect(url_of(found))
    members = members_for(found)
    sent = {row.person.survivor.pk for row in found.notices.all()}
    waiting = [person for person in members if person.pk not in sent]
    initial = {"people": [str(person.pk) for person in waiting]}
    form = NoticesForm(request.POST or None, people=members, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.facts()
        if accepted(form, lambda: assemblies.summon(by=request.user, assembly=found, on=calendars.today(), **said)):
            messages.success(request, "Las citaciones quedaron anotadas.")
            return redirect("assembly_notices", pk, found.pk)
    return render(request, "cases/assemblies/notices.html", _context(case, found, members, form))


@require_POST
def medium(request, pk, assembly):
    """The notice in a medium."""
    case, found = to_write(request, pk, assembly)
    members = members_for(found)
    form = MediumForm(request.POST, prefix="aviso")
    if form.is_valid() and accepted(form, lambda: _announce(request.user, found, form)):
        messages.success(request, "El aviso quedó anotado.")
        return redirect("assembly_notices", pk, found.pk)
    context = _context(case, found, members, NoticesForm(people=members), announced=form)
    return render(request, "cases/assemblies/notices.html", context)


def _announce(by, assembly, form):
    return assemblies.summon(by=by, assembly=assembly, on=calendars.today(), **form.cleaned_data)


@require_POST
def take_back(request, pk, assembly, sent):
    """A notice that was not sent."""
    _, found = to_write(request, pk, assembly)
    row = get_object_or_404(found.notices, pk=sent)
    told(
        request,
        lambda: assemblies.take_back_notice(by=request.user, sent=row, on=calendars.today()),
        "La citación se quitó de la lista.",
    )
    return redirect("assembly_notices", pk, found.pk)


def _context(case, assembly, members, form, announced=None):
    sent = list(assembly.notices.all())
    people = {person.pk for person in members}
    said = {name: getattr(assembly, name) for name in ("medium", "medium_name", "published_on")}
    asked = not assembly.is_board
    answer = assembly_law.notices(assembly, sent, members=people) if asked and (sent or assembly.published_on) else None
    return step_frame(
        case,
        assembly,
        "assembly_notices",
        form=form,
        medium_form=announced or MediumForm(prefix="aviso", initial=said),
        sent=sent,
        not_called=[person for person in members if person.pk not in {row.person.survivor.pk for row in sent}],
        window=assembly_law.window(assembly) if asked else None,
        answer=answer,
        today=calendars.today(),
    )
