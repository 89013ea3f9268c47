"""The tab «Formalización»: how the file stands before the law, its terms, its steps in order, and its acts."""

from functools import partial

from django.shortcuts import render

from cases.enums import Stage
from cases.law import is_stale, pack_on
from cases.law.answers import Outcome
from cases.law.formalization import Status, steps_on
from cases.law.founding import minimum_members
from cases.legal_life import CURE, LegalEventKind, LegalState
from cases.legal_reading import acts_of, file_of, pack_of, recordable, standing_of
from cases.views.legal.frame import legal_frame
from incubator import calendars, responsibility
from incubator.access import Permission, allows
from incubator.models import User

_TONES = {
    Status.MET: "done",
    Status.IN_PROGRESS: "waits",
    Status.FILED: "info",
    Status.OBSERVED: "urgent",
    Status.OVERDUE: "urgent",
}
_ANSWERS = {Outcome.VALID: "done", Outcome.PENDING: "waits", Outcome.VOID: "urgent", Outcome.VOID_CURABLE: "urgent"}
_NOW = (Status.IN_PROGRESS, Status.FILED, Status.OBSERVED, Status.OVERDUE)
#: Step → its acts, the first that may be recorded being the one that is offered.
_ACTS_OF = {
    "roll": (LegalEventKind.DAES_ANSWER, LegalEventKind.DAES_FILING, LegalEventKind.ROLL),
    "cure": CURE,
}
_CURE_TITLES = {
    "cure.registry": "Inscripción de la escritura que sanea",
    "cure.gazette": "Publicación de la escritura que sanea",
}


def summary(request, pk):
    """Everything about the legal file of a group on one page."""
    frame = legal_frame(request, pk, "group_formalization")
    case, on = frame["case"], calendars.today()
    file = file_of(case)
    may = partial(allows, request.user, obj=case)
    context = {
        "file": file,
        "today": on,
        "may_open": case.stage == Stage.FORMALIZATION and may(Permission.RECORD_FACTS),
        "sees_documents": may(Permission.VIEW_PEOPLE),
    }
    if file:
        context |= _about(file, case, on, request.user, may)
    return render(request, "cases/legal/summary.html", frame | context)


def _about(file, case, on, user, may):
    events = acts_of(file)
    standing, pack, newer = standing_of(file, events, on), pack_of(file), pack_on(on)
    is_open = case.is_open and file.closed_on is None
    writes = is_open and may(Permission.RECORD_FACTS)
    acts = recordable(file, events) if writes else []
    steps = [_step(row, on, _act_of(row.step, standing, acts)) for row in steps_on(standing, pack)]
    return {
        "state": LegalState(file.state).label,
        "steps": steps,
        "next": min((row for row in steps if row["toca"]), key=_urgency, default=None) if is_open else None,
        "answers": [_answer(answer) for answer in standing.answers],
        "clocks": _clocks(standing, steps, on) if is_open else [],
        "minimum": _minimum(file, case, standing, on),
        "pack": pack,
        "stale": is_stale(pack, on),
        "newer": newer if is_open and newer.head.valid_from > pack.head.valid_from else None,
        "is_open": is_open,
        "may_write": writes,
        "responsible": _who(case, on),
        "events": [_event(event, user, may(Permission.VALIDATE_LEGAL)) for event in reversed(events)],
        "changes": file.changes.select_related("by").order_by("-number"),
    }


def _step(row, on, act):
    term = row.term
    runs = term is not None and row.done_on is None
    return {
        "now": row,
        "status": row.status.label,
        "tone": _TONES.get(row.status, "plain"),
        "toca": row.status in _NOW and (row.done_on is None or row.step.key == "cure"),
        "brief": row.status in (Status.MET, Status.NOT_APPLICABLE),
        "act": act,
        "term": term if runs else None,
        "days": term.days_left(on) if runs else None,
    }


def _act_of(step, standing, acts):
    """The act of a step that may be recorded now; of those of a cure that runs, one that is still missing."""
    wanted = _ACTS_OF.get(step.key, (step.act,))
    if step.key == "cure" and standing.cure_terms and standing.cured.outcome == Outcome.PENDING:
        wanted = [act for act in wanted if act != LegalEventKind.CURE_DEED and not _since_cure(standing, act)]
    return next((act for act in wanted if act in acts), "")


def _since_cure(standing, act):
    day = standing.day(act)
    return day is not None and day >= standing.day(LegalEventKind.CURE_DEED)


def _urgency(row):
    """What is cured, late or observed goes first; the rest in the order of the steps."""
    return not (row["now"].step.key == "cure" or row["tone"] == "urgent")


def _clocks(standing, steps, on):
    """The terms that run, each with its three dates; those of a cure too."""
    running = [(row["now"].step.title, row["term"]) for row in steps if row["term"]]
    for key, term in standing.cure_terms.items():
        done = "cure_entry" if key == "cure.registry" else "cure_publication"
        if not _since_cure(standing, done):
            running.append((_CURE_TITLES[key], term))
    return [{"title": title, "term": term, "days": term.days_left(on)} for title, term in running]


def _answer(answer):
    return {"answer": answer, "tone": _ANSWERS.get(answer.outcome, "plain"), "label": answer.outcome.label}


def _minimum(file, case, standing, on):
    """R01 asked on the day of the deed; before it, today."""
    day = standing.day(LegalEventKind.DEED) or on
    members = len(case.organization.members_on(day))
    return minimum_members(types=[file.cooperative_type.code], members=members, deed_on=day)


def _event(event, user, validates):
    review = getattr(event, "review", None)
    may = validates and review is None and event.recorded_by_id != user.pk
    return {"event": event, "label": LegalEventKind(event.kind).label, "review": review, "may_review": may}


def _who(case, on):
    """Who answers today for what is due."""
    users = responsibility.responsible_for([case.organization], on)[case.organization_id]
    return list(User.objects.filter(pk__in=users).order_by("full_name", "pk"))
