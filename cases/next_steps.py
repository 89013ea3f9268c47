"""What a group may do next: the step forward with what it lacks and where each lack is mended, and the other steps."""

from dataclasses import dataclass
from datetime import timedelta

from cases.enums import Stage, Verb
from cases.journey import CORRECTABLE, STEPS
from cases.models import Case
from cases.rules.endings import UNDO_DAYS, by_operation
from cases.services import advancement
from cases.verbs import DEMANDS, rules_of
from incubator import calendars
from incubator.access import allows
from incubator.enums import OrganizationKind
from incubator.navigation import address, door
from incubator.requirements import Kind

#: The step forward from each stage; admission depends on what the organization already is.
FORWARD = {
    Stage.CENSUS: Verb.APPLY,
    Stage.CALL: Verb.EVALUATE,
    Stage.SELECTION: Verb.ADMIT,
    Stage.WAITING: Verb.ADMIT,
    Stage.TRAINING: Verb.DEFINE_BUSINESS,
    Stage.BUSINESS: Verb.START_FORMALIZATION,
    Stage.FORMALIZATION: Verb.START_OPERATION,
    Stage.REGULARIZATION: Verb.FINISH_REGULARIZATION,
    Stage.OPERATION: Verb.GRADUATE,
}
#: Where each missing fact is mended: key of the rule → (page, words of the link).
FIXES = {
    "application": ("fact_application", "Anotar la postulación"),
    "evaluation": ("fact_evaluation", "Ir a la evaluación"),
    "ranking": ("fact_evaluation", "Ver la evaluación"),
    "appeal": ("case_appeal", "Ir a la apelación"),
    "commitment": ("fact_commitment", "Adjuntar el acta"),
    "members": ("group_members", "Ver integrantes"),
    "representative": ("group_members", "Elegir representante"),
    "supports": ("fact_supports", "Anotar los apoyos"),
    "training": ("group_training", "Ver quiénes"),
    "log_session": ("session_log", "Registrar sesión"),
    "business": ("fact_business", "Elegirlos"),
    "plan": ("fact_plan", "Ir al plan"),
    "legal": ("group_formalization", "Ir al expediente"),
    "funds": ("group_funds", "Ver los fondos"),
    "items": ("group_regularization", "Ver el saneamiento"),
    "measurement": ("fact_measurement", "Anotar la medición"),
    "confirmation": ("group_confirmations", "Pedir la confirmación"),
    "pause": ("case_resume", "Terminar la pausa"),
    "transfer": ("group_detail", "Ver el traslado"),
    "contact": ("contact_log", "Anotar contacto"),
}
_TO = {Stage.GRADUATED: "egresar"}


@dataclass(frozen=True)
class NextStep:
    """The step forward: where to, what is missing, what is met, and whether this user may fire it."""

    verb: Verb
    title: str
    ready: str
    missing: list[dict]
    met: list[str]
    url: str
    may: bool


def forward(case: Case) -> Verb | None:
    """The verb that goes on from where the case stands."""
    verb = FORWARD.get(case.stage)
    if verb == Verb.ADMIT and case.organization.kind == OrganizationKind.COOPERATIVE:
        return Verb.ADMIT_FORMAL
    return verb


def next_step(case, *, by, on) -> NextStep | None:
    """What the page of the group shows under its path."""
    verb = forward(case)
    if verb is None:
        return None
    target = STEPS[verb][case.stage]
    towards = _TO.get(target) or f"pasar a {target.label}"
    missing, met = lacks(case, verb, by=by, on=on)
    return NextStep(
        verb=verb,
        title=f"Para {towards} falta",
        ready=f"Este grupo puede {towards}",
        missing=missing,
        met=met,
        url=address(f"case_{verb}", case.organization_id),
        may=allows(by, DEMANDS[verb].permission, case),
    )


def lacks(case, verb, *, by, on):
    """(missing, met): each missing fact with its link; what a form asks is not a lack."""
    answers = [a for a in advancement.findings_for(case, verb, by=by, on=on) if a.kind != Kind.INPUT]
    missing = [{"text": a.sentence, **_fix(a, case, by)} for a in answers if not a.met]
    said = {rule.name for rule in rules_of(verb) if rule.done}  # a rule without words for «done» is not worth reading
    return missing, [a.sentence for a in answers if a.met and a.rule in said]


def _fix(answer, case, by):
    page, words = FIXES.get(answer.fix, ("", ""))
    return {"url": door(by, page, case, case.organization_id) if page else "", "action": words}


def other_steps(case, changes, *, by) -> list[dict]:
    """The other verbs this user may fire from here, each with its page."""
    main = forward(case)
    verbs = [verb for verb, steps in STEPS.items() if case.stage in steps and verb != main]
    verbs = [verb for verb in verbs if verb not in (Verb.ADMIT, Verb.ADMIT_FORMAL)] + _undo(changes)
    if not changes or changes[-1].verb != Verb.DECLINE:
        verbs = [verb for verb in verbs if verb != Verb.UPHOLD_APPEAL]  # only who was not admitted appeals
    steps = [{"label": verb.label, "url": door(by, f"case_{verb}", case, case.organization_id)} for verb in verbs]
    steps += [{"label": words, "url": door(by, page, case, case.organization_id)} for words, page in _told(changes)]
    return [step for step in steps if step["url"]]


def _told(changes):
    """The pages of how its application was decided, once it applied."""
    verbs = {change.verb for change in changes}
    pages = [("Ver la evaluación", "fact_evaluation"), ("Ver las cartas", "case_letters")]
    if Verb.APPLY not in verbs:
        return []
    return [*pages, ("Apelación del grupo", "case_appeal")] if Verb.DECLINE in verbs else pages


def _undo(changes):
    """Reopening a closing, or correcting a step, while the week lasts."""
    last = changes[-1] if changes else None
    if last is None or calendars.now() - last.recorded_at > timedelta(days=UNDO_DAYS):
        return []
    if by_operation(last):
        return []
    if last.verb == Verb.CLOSE:
        return [Verb.REOPEN]
    return [Verb.CORRECT] if last.verb in CORRECTABLE else []
