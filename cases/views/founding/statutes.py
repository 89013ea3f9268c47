"""Steps 2, 3 and 6: the name, the object with seat and term, and the options with who presents the papers."""

from django.shortcuts import render

from cases.forms.founding import NameForm, ObjectForm, OptionsForm
from cases.founding.names import known_names
from cases.law import names
from cases.rules.business import latest_definition
from cases.services import founding
from cases.services.founding.room import closed
from cases.views.founding.room import after, room_of, saved, shut, step_frame

_NAME = ("name", "trade_name")
_OPTIONS = ("second_call_percent", "second_call_least", "accounts_days", "meeting_from", "meeting_to")
_AGENT = ("agent_name", "agent_run", "agent_address", "agent_phone", "agent_email")


def name(request, pk):
    """How it is called, against the names known here."""
    room = room_of(request, pk)
    if answer := shut(request, room):
        return answer
    form = NameForm(request.POST or None, initial=_of(room.project, _NAME))
    if saved(request, form, lambda: _decide(request.user, room, form.cleaned_data), "El nombre quedó guardado."):
        return after(room, "name")
    others = known_names(request.user, room.case)
    asked = form.data.get("name", "") if form.is_bound else room.project.name
    answer = names.title(name=asked, on=room.on, others=others) if asked.strip() else None
    rules = room.rules(("types", "name"), ("clauses", "a"))
    context = step_frame(room, "name", form=form, answer=answer, others_count=len(others), rules=rules)
    return render(request, "cases/founding/name.html", context)


def purpose(request, pk):
    """For what, where, and for how long."""
    room = room_of(request, pk)
    if answer := shut(request, room):
        return answer
    definition = latest_definition(room.case, room.on)
    form = ObjectForm(request.POST or None, initial=_purpose(room, definition))
    if saved(request, form, lambda: _decide(request.user, room, form.values()), "Quedó guardado."):
        return after(room, "object")
    wanted = (("clauses", "b"), ("clauses", f"b.{room.kind}"), ("clauses", "a"), ("clocks", "registry"))
    context = step_frame(room, "object", form=form, definition=definition, rules=room.rules(*wanted))
    return render(request, "cases/founding/object.html", context)


def _purpose(room, definition):
    """What is kept; before anything is, the activity chosen and the incubator's commune, to be confirmed."""
    project = room.project
    purposes = project.purposes or ([definition.activity.name.capitalize()] if definition else [])
    return {
        "purposes": "\n".join(purposes),
        "address": project.address,
        "commune": project.commune_id or room.case.incubator.commune_id,
        "lasts": "years" if project.duration_years else "forever",
        "duration_years": project.duration_years,
    }


def options(request, pk):
    """What the statutes may choose, and who presents the papers; after the meeting, only the latter."""
    room = room_of(request, pk)
    if answer := shut(request, room, statutes=False):
        return answer
    initial = _of(room.project, (*_OPTIONS, *_AGENT)) | {"agent": _agent_id(room.project)}
    form = OptionsForm(request.POST or None, people=room.choices, initial=initial)
    approved = closed(room.file, statutes=True)
    if approved:
        for field in _OPTIONS:
            del form.fields[field]
    if saved(request, form, lambda: _decide(request.user, room, _options(room, form)), "Quedó guardado."):
        return after(room, "options")
    wanted = (("clauses", "f"), ("clauses", "g"), ("clauses", "d"), ("meetings", "quorum"))
    context = step_frame(room, "options", form=form, approved=approved, rules=room.rules(*wanted))
    return render(request, "cases/founding/options.html", context)


def _options(room, form):
    """What the service takes: the founder chosen as a person."""
    people = {one.person.pk: one.person for one in room.founders}
    return form.cleaned_data | {"agent": people.get(form.cleaned_data["agent"])}


def _agent_id(project):
    return project.agent.survivor.pk if project.agent_id else None


def _of(project, fields):
    return {field: getattr(project, field) for field in fields}


def _decide(by, room, decisions):
    return founding.decide(by=by, file=room.file, on=room.on, **decisions)
