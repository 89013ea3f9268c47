"""What every page of «Fundadores y estatutos» shares: the file, its project, who founds, and how they are named."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from cases import law_words
from cases.formalization.reading import file_of, pack_of
from cases.founding.founders import members_of
from cases.founding.names import known_names
from cases.founding.reading import project_of
from cases.founding.steps import STEPS, Reads
from cases.services.founding.room import closed
from cases.views.frame import form_frame, visible_case
from incubator import access, calendars, masking
from incubator.access import Permission
from incubator.outcomes import accepted


@dataclass
class Room:
    """One file as a page of the room reads it today."""

    user: object
    case: object
    file: object
    on: object

    @cached_property
    def project(self):
        """What it decided so far."""
        return project_of(self.file)

    @cached_property
    def members(self):
        """Every member of today, founder or not."""
        return members_of(self.case.organization, self.on)

    @cached_property
    def founders(self):
        """Those who found."""
        return [one for one in self.members if one.founds]

    @cached_property
    def seats(self):
        """The first seats proposed."""
        return list(self.project.seats.select_related("person__same_as")) if self.project.pk else []

    @cached_property
    def shown(self):
        """{person id: how this user reads her}."""
        groups = {one.person.pk: self.case.organization_id for one in self.members}
        return masking.names_for(self.user, [one.person for one in self.members], groups)

    @cached_property
    def choices(self):
        """(id, name as read) of those who found, for lists to choose from."""
        return [(one.person.pk, self.shown[one.person.pk].name) for one in self.founders]

    @cached_property
    def reads(self):
        """What the steps are read from."""
        others = known_names(self.user, self.case)
        return Reads(self.file.cooperative_type_id, self.project, self.founders, self.on, others, self.seats)

    def rules(self, *wanted):
        """Rules of the file's own pack as a page prints them: (topic, key), the general one of a type aside."""
        pack, found = pack_of(self.file), []
        for topic, key in wanted:
            rule = pack.of_type(*key.split(".")) if topic == "types" and "." in key else pack.get(topic, key)
            if rule is not None:
                anchor = law_words.anchor(topic, rule.key)
                found.append({"rule": rule, "basis": pack.basis(rule), "anchor": anchor})
        return found

    @property
    def kind(self):
        """The code of its type of cooperative."""
        return self.file.cooperative_type_id


def room_of(request, pk):
    """The room of a group for whoever writes in it and reads its legal data; 404 while no file was opened."""
    case = visible_case(request, pk, Permission.RECORD_FACTS)
    access.require(request.user, Permission.VIEW_LEGAL, case)
    file = file_of(case)
    if file is None:
        raise Http404
    return Room(request.user, case, file, calendars.today())


def shut(request, room, *, statutes=True):
    """A redirection to the overview, with the reason, when the step may not be written any more; else None."""
    why = closed(room.file, statutes=statutes)
    if not why:
        return None
    messages.info(request, why)
    return redirect("founding_project", room.case.organization_id)


def step_frame(room, key, **context):
    """Context of one step: where it is among the others, and the way back."""
    keys = [step.key for step in STEPS]
    place = keys.index(key)
    following = STEPS[place + 1] if place + 1 < len(STEPS) else None
    group = room.case.organization_id
    frame = form_frame(room.case, **context)
    page = reverse("founding_project", args=[group])
    found = STEPS[place].read(room.reads)
    return frame | {
        "back": page,
        "crumbs": [
            *frame["crumbs"],
            ("Formalización", reverse("group_formalization", args=[group])),
            ("Fundadores y estatutos", page),
        ],
        "step": STEPS[place],
        "number": place + 1,
        "steps_count": len(STEPS),
        "found": found,
        "next_title": following.title if following else "",
    }


def after(room, key):
    """The page that follows a step: the next one, or the overview after the last."""
    keys = [step.key for step in STEPS]
    place = keys.index(key) + 1
    return redirect(STEPS[place].page if place < len(STEPS) else "founding_project", room.case.organization_id)


def saved(request, form, act, sentence):
    """Whether a valid form was accepted by its service; says so."""
    if request.method != "POST" or not form.is_valid() or not accepted(form, act):
        return False
    messages.success(request, sentence)
    return True
