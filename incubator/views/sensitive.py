"""Sensitive facts of one person (T3): the purpose is asked first, and each reading is logged."""

from django.contrib import messages
from django.shortcuts import redirect, render

from incubator import calendars
from incubator.access import Permission, allows
from incubator.enums import Declared, RndStatus, SupportKind
from incubator.outcomes import accepted
from incubator.people_forms import NeedsForm, PurposeForm, SensitiveForm
from incubator.services import sensitive
from incubator.views.people import visible_person


def read(request, pk):
    """GET asks what for; POST with a purpose shows the facts, and the form to mend them for whoever may."""
    person = visible_person(request, pk, Permission.VIEW_SENSITIVE)
    form = PurposeForm(request.POST or None)
    if not form.is_valid():
        return render(request, "incubator/sensitive_purpose.html", {"form": form, "person": person})
    others = list(person.redirected_here.order_by("pk"))
    read_facts = sensitive.read(request.user, [person, *others], form.cleaned_data["purpose"])
    facts = read_facts[person.pk]
    may_write = allows(request.user, Permission.WRITE_SENSITIVE, person)
    initial = {name: getattr(facts, name) for name in SensitiveForm.base_fields if name != "on"}
    context = {
        "person": person,
        "facts": _worded(facts),
        "others": [
            {"record": one, "facts": _worded(read_facts[one.pk])} for one in others if read_facts[one.pk].provenance
        ],
        "form": SensitiveForm(initial=initial | {"on": calendars.today()}) if may_write else None,
    }
    return render(request, "incubator/sensitive.html", context)


def write(request, pk):
    """Save what the form of the page above says."""
    person = visible_person(request, pk, Permission.WRITE_SENSITIVE)
    if request.method != "POST":
        return redirect("person_sensitive", pk=pk)
    form = SensitiveForm(request.POST)
    if form.is_valid():
        on, facts = form.cleaned_data["on"], form.facts()
        done = accepted(form, lambda: sensitive.write(by=request.user, person=person, on=on, **facts) or ["nothing"])
        if done:
            messages.success(request, "Los datos sensibles quedaron guardados.")
            return redirect("person_detail", pk=pk)
    return render(request, "incubator/sensitive.html", {"person": person, "facts": None, "form": form, "others": []})


def needs(request, pk):
    """The supports a person asks for: shown once a purpose is said by opening it, changed from a day on."""
    person = visible_person(request, pk, Permission.VIEW_SUPPORTS)
    on = calendars.today()
    form = NeedsForm(request.POST or None)
    may_write = allows(request.user, Permission.WRITE_PEOPLE, person)
    if request.method == "POST" and may_write and form.is_valid():
        day, asked = form.cleaned_data["on"], form.needs()
        if accepted(form, lambda: _saved(request.user, person, day, asked)):
            messages.success(request, "Los apoyos quedaron guardados.")
            return redirect("person_detail", pk=pk)
    others = list(person.redirected_here.order_by("pk"))
    asked_of = sensitive.needs(request.user, [person, *others], "supports", on=on)
    held = asked_of[person.pk]
    noted = {need.kind for need in held}
    elsewhere = [need for one in others for need in asked_of[one.pk] if need.kind not in noted]
    if request.method != "POST":
        note = next((need.note for need in held if need.note), "")
        form = NeedsForm(initial={"on": on, "kinds": [need.kind for need in held], "note": note})
    shown = [
        {"label": SupportKind(need.kind).label, "note": need.note, "since": need.since} for need in [*held, *elsewhere]
    ]
    context = {"person": person, "form": form if may_write else None, "needs": shown}
    return render(request, "incubator/needs.html", context)


def _worded(facts):
    """The facts as a person reads them."""
    return {
        "disability": Declared(facts.disability).label,
        "carer": Declared(facts.carer).label,
        "rnd": RndStatus(facts.rnd_status).label,
        "rnd_expires_on": facts.rnd_expires_on,
        "on": facts.disability_on,
    }


def _saved(by, person, on, asked):
    sensitive.set_needs(by=by, person=person, on=on, needs=asked)
    return True
