"""The path of a group drawn as steps: where it has been and when, where it is, what comes."""

from cases.enums import PATH, PATH_OF_COOPERATIVE, TERMINAL, Stage
from incubator.templatetags.minga import dmy

_SHORT = {
    Stage.BUSINESS: "Negocio",
    Stage.WAITING: "Lista de espera",
    Stage.OPERATION: "Gestión",
    Stage.GRADUATED: "Egreso",
}


def steps(case, changes, on) -> list[dict]:
    """The stages of this case as <c-stage> draws them; `changes` are its steps in order."""
    dates = {change.to_stage: change.effective_on for change in changes}
    stages = _stages(case, dates)
    here = stages.index(case.stage)
    drawn = []
    for place, stage in enumerate(stages):
        state = "past" if place < here else "here" if place == here else "next"
        date = dates.get(stage) if state != "next" else None
        note = _note(place, here, case, date, on)
        drawn.append({"label": _SHORT.get(stage, Stage(stage).label), "state": state, "date": date, "note": note})
    return drawn


def sentence(case, drawn, on) -> str:
    """The same in one sentence, for a phone and for who listens."""
    here = next(place for place, step in enumerate(drawn) if step["state"] == "here")
    step = drawn[here]
    since = f", desde el {dmy(step['date'])}" if step["date"] else ""
    if case.stage in TERMINAL:
        return f"{case.get_stage_display()}{since}."
    follows = f" Sigue {drawn[here + 1]['label']}." if here + 1 < len(drawn) else ""
    days = f" ({_days((on - step['date']).days)})" if step["date"] else ""
    return f"{case.get_stage_display()}, paso {here + 1} de {len(drawn)}{since}{days}.{follows}"


def _stages(case, dates):
    of_cooperative = case.stage == Stage.REGULARIZATION or Stage.REGULARIZATION in dates
    stages = list(PATH_OF_COOPERATIVE if of_cooperative else PATH)
    if case.stage == Stage.WAITING:
        stages.insert(stages.index(Stage.SELECTION) + 1, Stage.WAITING)
    if case.stage == Stage.CLOSED:
        stages = [stage for stage in stages if stage in dates] + [Stage.CLOSED]
    return stages


def _note(place, here, case, date, on):
    if place == here and case.stage not in TERMINAL and date:
        return _days((on - date).days)
    return "sigue" if place == here + 1 else ""


def _days(count):
    return "hoy" if count == 0 else "1 día" if count == 1 else f"{count} días"
