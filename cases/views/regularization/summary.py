"""The tab «Saneamiento»: where it stands, what is missing to go on, and what is of high risk first."""

from functools import partial

from django.shortcuts import render

from cases.enums import ItemStatus, Risk, Stage
from cases.law.answers import Outcome
from cases.law.checklists import checklist
from cases.law.regulator import register
from cases.regularization import reading
from cases.regularization.life import BEFORE_APPROVAL, ENDED, UNDER_WAY, RegistryKind, RegularState
from cases.services.regularization import plans
from cases.views.regularization.frame import regular_frame
from cases.views.regularization.rows import block_counts, item_row
from incubator import calendars
from incubator.access import Permission, allows

S = RegularState
TONES = {
    S.REGULARIZED: "done", S.WATCHED: "done", S.OBSERVED: "urgent", S.PLAN: "waits", S.DISSOLVED: "urgent",
    S.NOT_CURABLE: "urgent", S.WITHDRAWN: "plain",
}  # fmt: skip
ANSWERS = {
    Outcome.MET: "done", Outcome.PENDING: "waits", Outcome.DISSOLVED: "urgent", Outcome.NOT_MET: "urgent",
    Outcome.WARNING: "waits", Outcome.UNKNOWN: "waits",
}  # fmt: skip
#: How many points of high risk the first page shows.
SHOWN = 8


def summary(request, pk):
    """Everything that is urgent about a regularization on one page."""
    frame = regular_frame(request, pk, "group_regularization")
    case, file, on = frame["case"], frame["file"], calendars.today()
    may = partial(allows, request.user, obj=case)
    context = {"today": on, "may_open": case.stage == Stage.REGULARIZATION and may(Permission.DECIDE)}
    if file:
        context |= _about(file, case, on, may)
    return render(request, "cases/regularization/summary.html", frame | context)


def _about(file, case, on, may):
    items = reading.items_of(file)
    count = reading.latest_count(case, on)
    minimum, seats = reading.minimum(file, on, count), reading.seats_of(file, on, count)
    open_ = case.is_open and file.closed_on is None
    waits = [item for item in items if item.risk == Risk.HIGH and not _rests(item, on)]
    answers = [*((minimum,) if minimum else ()), *((seats.answer,) if seats.answer else ())]
    return {
        "state": S(file.state),
        "tone": TONES.get(file.state, "info"),
        "steps": _steps(file),
        "answers": [told(answer) for answer in answers],
        "vacancy": [told(answer) for answer in reading.vacancy_of(items, on)],
        "count": count,
        "is_dissolved": minimum is not None and minimum.outcome == Outcome.DISSOLVED and open_,
        "urgent": [item_row(item, on) for item in waits[:SHOWN]],
        "urgent_more": max(len(waits) - SHOWN, 0),
        "has_items": bool(items),
        "blocks": block_counts(items, on),
        "lacking": plans.lacking(file, on) if open_ and file.state == S.DIAGNOSIS and items else [],
        "register": register_of(case, on),
        "status": case.organization.get_legal_status_display(),
        "is_open": open_,
        "may_write": open_ and may(Permission.RECORD_FACTS),
        "may_decide": open_ and may(Permission.DECIDE),
        "changes": file.changes.select_related("by").order_by("-number"),
        "stale": checklist().is_stale(on),
        "reviewed_on": checklist().reviewed_on,
        "under_way": file.state in (S.PLAN_APPROVED, *UNDER_WAY),
        "before": file.state in BEFORE_APPROVAL,
        "ended": file.state in ENDED,
        "may_lapse": file.state == S.REGULARIZED and any(_lost(item, on) for item in items),
    }


def _rests(item, on):
    return item.status == ItemStatus.NOT_APPLICABLE or reading.is_done(item, on)


def _lost(item, on):
    return item.risk == Risk.HIGH and not _rests(item, on)


def told(answer):
    """An answer of the law as a note."""
    return {"answer": answer, "tone": ANSWERS.get(answer.outcome, "plain"), "label": answer.outcome.label}


_PATH = (S.DIAGNOSIS, S.PLAN, S.PLAN_APPROVED, S.IN_PROGRESS, S.FILED, S.REGULARIZED, S.WATCHED)


def _steps(file):
    """The path drawn on the page; an observation stands where what was filed does."""
    if file.state in ENDED:
        return []
    here = _PATH.index(S.FILED if file.state == S.OBSERVED else S(file.state))
    days = {row.to_state: row.effective_on for row in file.changes.all()} | {S.DIAGNOSIS.value: file.opened_on}
    return [
        {
            "label": S.OBSERVED.label if one == S.FILED and file.state == S.OBSERVED else one.label,
            "state": "past" if place < here else "here" if place == here else "next",
            "date": days.get(one.value) if place <= here else None,
        }
        for place, one in enumerate(_PATH)
    ]


def register_of(case, on):
    """The two facts of the register, each with its day, and whether the first agrees with our legal status."""
    words, said = register(), reading.registry_of(case, on)
    rows = []
    for kind in RegistryKind:
        fact = said.get(kind.value)
        rows.append({"label": kind.label, "fact": fact, "word": words.label(kind.value, fact.code) if fact else ""})
    existence = said.get(RegistryKind.EXISTENCE.value)
    status = case.organization.legal_status
    differs = existence is not None and not words.agrees(status, existence.code)
    return {"rows": rows, "differs": differs, "expects": " o ".join(words.expects(status))}
