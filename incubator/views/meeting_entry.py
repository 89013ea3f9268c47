"""A meeting being typed: its form, its rows and its files, and what each button of the page asks for."""

from dataclasses import dataclass, field

from django.http import QueryDict

from incubator import calendars
from incubator.meeting_forms import MARK, MeetingForm, Rows, receive, received
from incubator.models import Draft, Evidence
from incubator.outcomes import accepted
from incubator.services import meetings

#: Buttons that only bring the page back, with something more or less in it.
_AGAIN = ("add_row", "all_present", "other_day", "drop_file")


@dataclass
class Entry:
    """What is on the page. `rows` are formsets by name; `kept` the files received so far."""

    form: MeetingForm
    rows: dict[str, Rows]
    kept: list[Evidence] = field(default_factory=list)

    def is_valid(self):
        """Whether everything typed has the right shape; every error is found at once."""
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def quiet(self):
        """Show what was typed without judging it."""
        for part in (self.form, *self.rows.values()):
            if part.is_bound:
                part.quiet()

    @property
    def shows_supports(self):
        """Whether the part about supports opens by itself: something is written there, or must be mended."""
        rows = [row for name in ("supports", "given") if name in self.rows for row in self.rows[name].forms]
        return any(row.initial or (row.is_bound and (row.errors or row.has_changed())) for row in rows)


def typed(request, draft_form=""):
    """What was typed: the POST as changed by its button, the draft named in the address, or None for a blank page."""
    if request.method == "POST":
        data = _changed(request.POST.copy())
        if "auto" in request.GET:  # the page saves by itself, without its button
            data["draft"] = "1"
        return data
    wanted = request.GET.get("borrador", "")
    draft = Draft.objects.filter(owner=request.user, form=draft_form, pk=wanted).first() if wanted.isdigit() else None
    if draft is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in meetings.fields_of(draft).items():
        data.setlist(name, values)
    return data


def _changed(data):
    prefix = data.get("add_row")
    if prefix and data.get(f"{prefix}-TOTAL_FORMS", "").isdigit():
        data[f"{prefix}-TOTAL_FORMS"] = str(int(data[f"{prefix}-TOTAL_FORMS"]) + 1)
    if "drop_file" in data:
        data.setlist("kept", [value for value in data.getlist("kept") if value != data["drop_file"]])
    return data


def mark_everyone(request, data, people, value):
    """«Todas presentes» without script: the same mark for every person of the day."""
    if request.method == "POST" and "all_present" in data:
        for person_id, _ in people:
            data[f"{MARK}{person_id}"] = value


def take_files(request, entry, data):
    """Keep what came with the form and list what came before, so that an error elsewhere asks nothing twice."""
    entry.kept = received(request.user, entry.form.incubator, data)
    upload = request.FILES.get("photo") if request.method == "POST" else None
    kept = receive(entry.form, upload, entry.form.incubator) if upload else None
    if kept:
        entry.kept.append(kept)
        data.appendlist("kept", str(kept.pk))


def is_again(data):
    """Whether the button pressed only brings the page back."""
    return any(name in data for name in _AGAIN)


def answer(request, entry, data, *, draft_form, save, context, organization=None):
    """Do what the button asked: ("show", None) to draw the page, ("draft", draft), or ("saved", what save gave)."""
    if data is None:
        return "show", None
    again = request.method == "GET" or is_again(data)
    if again or "draft" in data:
        entry.quiet()
        take_files(request, entry, data)
        return (
            ("show", None) if again else ("draft", _keep_draft(request, entry, data, draft_form, context, organization))
        )
    valid = entry.is_valid()
    take_files(request, entry, data)
    if valid and not entry.form.errors:
        done = accepted(entry.form, save)
        if done is not None:
            meetings.discard_draft(by=request.user, key=entry.form["entry"].value())
            return "saved", done
    return "show", None


def _keep_draft(request, entry, data, draft_form, context, organization):
    fields = {name: data.getlist(name) for name in data if name != "draft"} | context
    return meetings.save_draft(
        by=request.user,
        incubator=entry.form.incubator,
        form=draft_form,
        key=data.get("entry", ""),
        fields=fields,
        organization=organization,
    )


def draft_message():
    """What is said when a draft is kept."""
    return f"Borrador guardado a las {calendars.now():%H:%M}. Lo encuentra en «Mi día» para terminarlo."
