"""What each verb asks before it is fired: the right, and the rules in the order a page lists them."""

from dataclasses import dataclass

from cases.enums import Verb
from cases.rules import admission, appeals, business, calls, endings, funding, moving, operation, regularization, timing
from incubator.access import Permission
from incubator.requirements import Rule


@dataclass(frozen=True)
class Demand:
    """The right a verb needs, its rules, whether it needs a written reason, and what it brings about, in Spanish."""

    permission: Permission
    rules: tuple[Rule, ...] = ()
    reason: bool = False
    outcome: str = ""


OFFICER, COORDINATOR = Permission.ADVANCE, Permission.DECIDE

#: Asked of every verb but those that say otherwise.
_ALWAYS = (timing.case_is_not_paused, timing.day_is_not_in_the_future, timing.day_follows_the_last_change)
_RUBRIC = (calls.rubric_is_complete,)
_INTAKE = (
    calls.rubric_is_complete,
    calls.application_has_rank,
    calls.seat_is_left,
    calls.list_is_in_force,
    calls.order_is_followed,
    admission.commitment_is_signed,
    admission.members_are_dated,
    admission.representative_is_chosen,
    admission.supports_are_declared,
    admission.incubator_has_room,
    admission.approver_did_not_evaluate,
)

DEMANDS: dict[Verb, Demand] = {
    Verb.APPLY: Demand(
        OFFICER,
        (calls.application_was_received, calls.enough_people_are_interested, calls.people_were_informed),
        outcome="El grupo queda postulando y la evaluación queda pendiente.",
    ),
    Verb.EVALUATE: Demand(
        OFFICER,
        (calls.evaluators_declared,),
        outcome="Se abre la pauta de evaluación y la entrevista de apoyos.",
    ),
    Verb.WAITLIST: Demand(
        COORDINATOR, (*_RUBRIC, calls.application_has_rank), outcome="El grupo queda en espera de un cupo."
    ),
    Verb.ADMIT: Demand(
        COORDINATOR,
        (*_INTAKE, admission.is_still_a_group),
        outcome="El grupo entra a Formación. Falta asignarle una persona de la universidad.",
    ),
    Verb.ADMIT_FORMAL: Demand(
        COORDINATOR,
        (*_INTAKE, admission.is_a_cooperative),
        outcome="La cooperativa entra a Saneamiento y se abre su expediente.",
    ),
    Verb.DECLINE: Demand(
        COORDINATOR,
        (endings.referral_is_named, endings.clause_is_named),
        reason=True,
        outcome="El caso se cierra como no admitido. Después emita la carta que dice por qué y cómo apelar.",
    ),
    Verb.UPHOLD_APPEAL: Demand(
        COORDINATOR,
        (
            appeals.case_was_not_admitted,
            appeals.appeal_is_in_term,
            appeals.appeal_was_upheld,
            appeals.somebody_else_decided,
            endings.no_other_open_case,
        ),
        outcome="El caso vuelve a Selección y lo evalúan otras personas. Nadie que ya entró pierde su cupo.",
    ),
    Verb.APPLY_AGAIN: Demand(
        OFFICER, (calls.a_newer_application_was_received,), outcome="El grupo vuelve a Convocatoria."
    ),
    Verb.DEFINE_BUSINESS: Demand(
        OFFICER,
        (business.core_curriculum_is_approved, business.minimum_sessions_were_held),
        outcome="El grupo pasa a definir su negocio.",
    ),
    Verb.START_FORMALIZATION: Demand(
        OFFICER,
        (business.activity_and_type_are_chosen, business.plan_is_approved, business.members_reach_legal_minimum),
        outcome="Se abre el expediente legal con las reglas de ese día.",
    ),
    Verb.START_OPERATION: Demand(
        OFFICER,
        (
            operation.deed_is_evidenced,
            operation.registry_entry_is_evidenced,
            operation.publication_is_evidenced,
            operation.roll_is_evidenced,
            operation.tax_id_is_evidenced,
            operation.registered_in_time,
        ),
        outcome="La cooperativa empieza su gestión y comercialización.",
    ),
    Verb.FINISH_REGULARIZATION: Demand(
        OFFICER,
        (
            regularization.high_risk_items_are_met,
            regularization.bodies_are_in_force,
            regularization.regularization_is_over,
        ),
        outcome="La cooperativa queda en orden y pasa a Gestión.",
    ),
    Verb.REREGULARIZE: Demand(
        OFFICER, (regularization.something_lapsed,), outcome="La cooperativa vuelve a Saneamiento por lo que venció."
    ),
    Verb.GRADUATE: Demand(
        COORDINATOR,
        (
            endings.final_indicators_are_measured,
            endings.group_confirms,
            endings.no_legal_deadline_is_near,
            funding.no_money_is_open,
        ),
        outcome="El grupo egresa. Se le hace seguimiento a los 6, 12 y 24 meses.",
    ),
    Verb.RETURN_TO_TRAINING: Demand(COORDINATOR, reason=True, outcome="El grupo vuelve a Formación."),
    Verb.RETURN_TO_BUSINESS: Demand(
        COORDINATOR, (operation.no_deed_in_force,), reason=True, outcome="El grupo vuelve a Definición de negocio."
    ),
    Verb.CLOSE: Demand(
        COORDINATOR,
        (
            endings.close_reason_is_given,
            endings.contact_was_tried,
            endings.deadlines_are_handed_over,
            funding.nothing_is_executed_by_nobody,
            funding.applications_are_handed_over,
            moving.no_open_transfer,
        ),
        outcome="El caso se cierra. Sus registros se conservan.",
    ),
    Verb.REOPEN: Demand(
        COORDINATOR,
        (endings.was_closed_this_week, endings.closing_can_be_undone, endings.no_other_open_case),
        reason=True,
        outcome="El caso vuelve a la etapa que dejó.",
    ),
    Verb.CORRECT: Demand(
        COORDINATOR,
        (
            endings.step_was_recorded_this_week,
            endings.step_can_be_corrected,
            endings.nothing_was_built_on_it,
            moving.no_open_transfer,
            appeals.no_letter_told_it,
        ),
        reason=True,
        outcome="El último paso queda anotado como error y el caso vuelve a la etapa anterior.",
    ),
    Verb.INHERIT: Demand(COORDINATOR, outcome="El grupo que nace de una división toma la etapa de su origen."),
    Verb.REVERT: Demand(COORDINATOR, outcome="El caso vuelve a la etapa que dejó por una unión o una división."),
}


def rules_of(verb):
    """Every rule of a verb: its own first, then the ones asked of all."""
    demand = DEMANDS[verb]
    always = tuple(rule for rule in _ALWAYS if verb != Verb.CLOSE or rule is not timing.case_is_not_paused)
    return (*demand.rules, *((timing.reason_is_written,) if demand.reason else ()), *always)
