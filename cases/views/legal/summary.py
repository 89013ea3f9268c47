"""The tab «Formalización»: how the file stands before the law, its terms, its steps in order, and its acts."""

from functools import partial

from django.shortcuts import render

from cases.enums import Stage
from cases.formalization.cure_reading import cures_of
from cases.formalization.life import CURE, LegalEventKind, LegalState
from cases.formalization.reading import acts_of, file_of, pack_of, recordable, standing_of
from cases.law import is_stale, pack_on
from cases.law.answers import Outcome
from cases.law.formalization import Status, steps_on
from cases.law.founding import minimum_members
from cases.models import LegalEvent
from cases.views.legal import knowledge
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
        context |= _about(file, case, on, request.user, may) | knowledge.day_asked(request, file)
    return render(request, "cases/legal/summary.html", frame | context)


def _about(file, case, on, user, may):
    events = acts_of(file)
    standing, pack, newer = standing_of(file, events, on), pack_of(file), pack_on(on)
    is_open = case.is_open and file.closed_on is None
    writes = is_open and may(Permission.RECORD_FACTS)
    acts = recordable(file, events) if writes else []
    steps = [_step(row, on, _act_of(row.step, standing, acts)) for row in steps_on(standing, pack)]
    readings = knowledge.readings_of(events)
    validates, takes = may(Permission.VALIDATE_LEGAL), is_open and may(Permission.DECIDE)
    return {
        "state": LegalState(file.state).label,
        "steps": steps,
        "next": min((row for row in steps if row["toca"]), key=_urgency, default=None) if is_open else None,
        "answers": [_answer(answer) for answer in standing.answers],
        "clocks": _clocks(standing, steps, on) if is_open else [],
        "minimum": _minimum(file, case, standing, on, events, readings),
        "cure": next((row for row in cures_of(case) if row.act.file_id == file.pk), None),
        "to_register": knowledge.to_register(events, standing, case.organization_id) if is_open else [],
        "registrar": knowledge.registrar(events, readings),
        "fee": knowledge.fee(events, readings, standing, on),
        "bars": knowledge.bars(standing, on),
        "notice": knowledge.notice(standing),
        "points": knowledge.points(file),
        "removed": _removed(file),
        "pack": pack,
        "stale": is_stale(pack, on),
        "newer": newer if is_open and newer.head.valid_from > pack.head.valid_from else None,
        "is_open": is_open,
        "may_write": writes,
        "responsible": _who(case, on),
        "events": [
            _event(event, user, validates, readings.get(event.pk), writes, takes and event is events[-1])
            for event in reversed(events)
        ],
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


def _minimum(file, case, standing, on, events, readings):
    """R01 asked on the day of the deed, of those whom the deed names when somebody read it; before it, today."""
    deed = next((event for event in events if event.kind == LegalEventKind.DEED), None)
    day = deed.happened_on if deed else on
    read = readings.get(deed.pk) if deed else None
    named = read.founders_count if read else None
    members = named if named is not None else len(case.organization.members_on(day))
    answer = minimum_members(types=[file.cooperative_type.code], members=members, deed_on=day)
    return {"answer": answer, "on_deed": day if deed else None, "named": named is not None}


def _event(event, user, validates, reading, writes, takes):
    review = getattr(event, "review", None)
    return {
        "event": event,
        "label": LegalEventKind(event.kind).label,
        "review": review,
        "may_review": validates and review is None and event.recorded_by_id != user.pk,
        "reading": reading,
        "may_read": writes and knowledge.can_read(event),
        "has_points": writes and knowledge.is_daes(event),
        "may_take": takes and review is None,
    }


def _removed(file):
    """The acts that were recorded by mistake, with who took them back and why."""
    rows = LegalEvent.everything.filter(file=file, taken_back=True).select_related("removal__by").order_by("-pk")
    return [{"event": row, "label": LegalEventKind(row.kind).label, "removal": row.removal} for row in rows]


def _who(case, on):
    """Who answers today for what is due."""
    users = responsibility.responsible_for([case.organization], on)[case.organization_id]
    return list(User.objects.filter(pk__in=users).order_by("full_name", "pk"))
