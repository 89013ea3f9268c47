"""Training, accompaniment, plan and the law's minimum: from TRAINING to FORMALIZATION."""

from math import ceil

from cases import lineage, moves
from cases.models import BusinessDefinition, BusinessPlan, CooperativeTypeTerm
from cases.rules.programme import parameters
from curricula.models import Enrollment
from incubator import same_person
from incubator.requirements import requires


def latest_definition(case, on):
    """The business definition in force on a day, or None."""
    rows = BusinessDefinition.objects.filter(case=case, happened_on__lte=on)
    return rows.select_related("activity", "cooperative_type").order_by("-happened_on", "-id").first()


def legal_minimum(cooperative_type, on):
    """Minimum of members of a type on a day (Ley General de Cooperativas, arts. 13 and 60), or None if unknown."""
    term = CooperativeTypeTerm.objects.in_force(on).filter(type=cooperative_type).first()
    return term.minimum_members if term else None


def trained_members(case, on):
    """(members in force, those of them with the core curriculum approved) on a day."""
    members = {row.who.pk for row in case.organization.members_on(on)}
    told_by = moves.records_behind(members)  # of a group that moved: what she approved before is hers
    credited = Enrollment.objects.core().credited(on).annotate(one_person=same_person.surviving())
    records = credited.filter(one_person__in=told_by).order_by().values_list("one_person", flat=True)
    return len(members), len({told_by[pk] for pk in records})


@requires(
    "Falta que más integrantes aprueben la malla obligatoria.",
    done="La malla obligatoria está aprobada.",
    fix="training",
)
def core_curriculum_is_approved(attempt):
    """The agreement's share of current members has the core curriculum."""
    members, trained = trained_members(attempt.subject, attempt.on)
    wanted = ceil(members * parameters(attempt).core_curriculum_share / 100)
    return members > 0 and trained >= wanted, f"Se piden {wanted} de {members} integrantes; van {trained}."


@requires("Faltan sesiones de acompañamiento.", done="Se hicieron las sesiones de acompañamiento.", fix="log_session")
def minimum_sessions_were_held(attempt):
    """The agreement's minimum of valid sessions by that day."""
    minimum = parameters(attempt).minimum_sessions
    held = lineage.sessions_held(attempt.subject, attempt.on)
    return held >= minimum, f"Van {held} de {minimum}."


@requires(
    "Falta elegir la actividad y el tipo de cooperativa.",
    done="La actividad y el tipo de cooperativa están elegidos.",
    fix="business",
)
def activity_and_type_are_chosen(attempt):
    """The business is defined by that day."""
    return attempt.once(latest_definition, attempt.subject, attempt.on) is not None


@requires("Falta aprobar el plan de negocio.", done="El plan de negocio está aprobado.", fix="plan")
def plan_is_approved(attempt):
    """A version of the plan was approved, by someone other than its author."""
    return BusinessPlan.objects.filter(case=attempt.subject, approved_on__lte=attempt.on).exists()


@requires(
    "Faltan integrantes para el mínimo legal del tipo de cooperativa.", done="Se cumple el mínimo legal.", fix="members"
)
def members_reach_legal_minimum(attempt):
    """Members in force reach the minimum of the chosen type on that day."""
    definition = attempt.once(latest_definition, attempt.subject, attempt.on)
    if definition is None:
        return False, "Primero elija el tipo."
    minimum = legal_minimum(definition.cooperative_type_id, attempt.on)
    count = attempt.subject.organization.members_on(attempt.on).count()
    if minimum is None:
        return False, "Verifique: no hay un mínimo anotado para ese tipo en esa fecha."
    return count >= minimum, f"Hay {count}; {definition.cooperative_type} pide {minimum}."
