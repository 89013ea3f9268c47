"""What a merge, a split and their reversal ask. The subject of an attempt is the case that closes, or the operation."""

from cases.enums import LegalEventKind, OperationState, Stage
from cases.models import Case, LegalEvent, LegalFile, Lineage, Operation, SessionCase
from cases.rules import funding, irreversible, moving
from cases.rules.endings import last_change
from incubator import calendars
from incubator.enums import OrganizationKind
from incubator.models import Membership
from incubator.requirements import Attempt, Kind, requires


def _cases(attempt):
    """The closing case, and of a merge also the one that goes on."""
    survivor = attempt.data.get("survivor")
    return [attempt.subject, *([survivor] if survivor else [])]


def _named(cases):
    return "Revise " + " y ".join(f"«{case.organization.name}»" for case in cases) + "."


def _waits(case, attempt):
    """Whether a transfer of the case has no answer yet."""
    return not moving.no_open_transfer(Attempt(case, attempt.verb, attempt.by, attempt.on)).met


def outcome_of(operation: Operation) -> list[Case]:
    """The cases that came out of an operation: the survivor, or the branches."""
    if operation.survivor_id:
        return [operation.survivor]
    return [branch.case for branch in operation.branches.select_related("case__organization") if branch.case_id]


# ------------------------------------------------------------ before a merge or a split


@requires(
    "Solo se unen o se dividen grupos pre-asociativos: una cooperativa lo hace con su propia escritura.",
    done="Son grupos pre-asociativos.",
)
def groups_are_informal(attempt):
    """Formal ones merge or divide by their own deed."""
    formal = [case for case in _cases(attempt) if case.organization.kind != OrganizationKind.INFORMAL_GROUP]
    return not formal, _named(formal) if formal else ""


@requires("Los grupos deben ser de la misma municipalidad.", done="Son de la misma municipalidad.")
def same_municipality(attempt):
    """One incubator answers for both."""
    return len({case.incubator_id for case in _cases(attempt)}) == 1


@requires("El caso debe estar abierto.", done="El caso está abierto.")
def cases_are_open(attempt):
    """Neither graduated nor closed."""
    ended = [case for case in _cases(attempt) if not case.is_open]
    return not ended, _named(ended) if ended else ""


@requires(
    "Hay un traslado a otra municipalidad sin respuesta: espere la respuesta, o retire el pedido.",
    done="No hay un traslado pendiente.",
)
def no_transfer_waits(attempt):
    """An open transfer blocks both."""
    waiting = [case for case in _cases(attempt) if _waits(case, attempt)]
    return not waiting, _named(waiting) if waiting else ""


@requires(
    "Hay una escritura pública firmada: ya no se une ni se divide aquí.", done="No hay una escritura pública firmada."
)
def nothing_is_deeded(attempt):
    """No legal file at the deed or later."""
    deeds = LegalEvent.objects.filter(case__in=_cases(attempt), kind=LegalEventKind.DEED).values_list("case", flat=True)
    signed = [case for case in _cases(attempt) if case.pk in set(deeds)]
    return not signed, _named(signed) if signed else ""


@requires(
    "Los dos grupos tienen un expediente legal abierto: uno de los dos debe volver antes a Definición de negocio.",
    done="A lo más uno tiene un expediente legal abierto.",
)
def one_legal_file_at_most(attempt):
    """The one that is open survives."""
    return LegalFile.objects.filter(case__in=_cases(attempt), closed_on__isnull=True).count() < 2


BEFORE_MERGE = (
    groups_are_informal,
    same_municipality,
    cases_are_open,
    no_transfer_waits,
    nothing_is_deeded,
    one_legal_file_at_most,
    funding.one_has_money_under_way,
)
BEFORE_SPLIT = (
    groups_are_informal,
    cases_are_open,
    no_transfer_waits,
    nothing_is_deeded,
    funding.no_money_is_under_way,
)

# ------------------------------------------------------------ when it is executed


@requires("Quien lo propuso no puede hacerlo: pídalo a otra persona de la coordinación.", kind=Kind.DUTY)
def executor_did_not_propose(attempt):
    """Propose ≠ execute."""
    return attempt.data["operation"].proposed_by_id != attempt.by.pk


@requires("La fecha no puede ser posterior a hoy.", kind=Kind.INPUT, field="on")
def day_has_come(attempt):
    """What has not happened is not recorded."""
    return attempt.on <= calendars.today()


@requires("La fecha no puede ser anterior al último paso de los grupos,", kind=Kind.INPUT, field="on")
def day_follows_every_step(attempt):
    """Steps are dated in the order lived."""
    newest = max(last_change(case).effective_on for case in _cases(attempt))
    return (True, "") if attempt.on >= newest else (False, f"del {newest:%d-%m-%Y}.")


@requires("Hay algo anotado después de esa fecha: use una fecha posterior.", kind=Kind.INPUT, field="on")
def nothing_is_later(attempt):
    """No session, entry or exit dated after that day: it would belong to a group that no longer was."""
    groups = [case.organization_id for case in _cases(attempt)]
    sessions = SessionCase.objects.valid().filter(case=attempt.subject, session__meeting__held_on__gt=attempt.on)
    rows = Membership.objects.filter(organization__in=groups, annulled_at__isnull=True)
    moved = rows.filter(since__gt=attempt.on) | rows.filter(until__gt=attempt.on)
    found = [word for word, hit in (("sesiones", sessions), ("cambios de integrantes", moved)) if hit.exists()]
    return not found, f"Hay {' y '.join(found)}." if found else ""


ON_EXECUTION = (executor_did_not_propose, day_has_come, day_follows_every_step, nothing_is_later)

# ------------------------------------------------------------ before it is reverted: the subject is the operation


@requires("Se deshace dentro de los 30 días de hecho.", done="Está dentro de los 30 días.")
def is_within_its_days(attempt):
    """Thirty days from the day it was recorded."""
    operation = attempt.subject
    if operation.last_day is None:
        return False
    in_time = operation.state == OperationState.EXECUTED and calendars.today() <= operation.last_day
    return in_time, f"El plazo {'vence' if in_time else 'venció'} el {operation.last_day:%d-%m-%Y}."


@requires(
    "Después hubo otra unión o división de estos grupos: deshaga primero esa.",
    done="Es el último cambio de estos grupos.",
)
def is_the_newest(attempt):
    """The newest operation goes first."""
    operation = attempt.subject
    touched = [operation.case_id, *(case.pk for case in outcome_of(operation))]
    own = operation.lines.order_by("-pk").values_list("pk", flat=True).first() or 0
    later = Lineage.objects.live().filter(carried=False, pk__gt=own)
    return not (later.filter(from_case__in=touched) | later.filter(to_case__in=touched)).exists()


@requires("Ya se hizo algo que no se puede deshacer.", done="No se ha hecho nada irreversible.")
def nothing_irreversible_was_done(attempt):
    """A deed, and what later rooms add to the registry."""
    found = irreversible.reasons(attempt.subject, outcome_of(attempt.subject))
    return not found, " ".join(found)


@requires("El grupo que volvería ya tiene otro caso abierto.", done="El grupo que vuelve no tiene otro caso abierto.")
def closed_group_has_no_other_case(attempt):
    """One open case per organization."""
    return not Case.objects.current().open().filter(organization=attempt.subject.case.organization_id).exists()


@requires(
    "Hay un traslado a otra municipalidad sin respuesta: espere la respuesta, o retire el pedido.",
    done="No hay un traslado pendiente.",
)
def no_transfer_waits_after(attempt):
    """An open transfer of what came out blocks it, and so does one that was accepted."""
    operation = attempt.subject
    moved = [case for case in outcome_of(operation) if case.incubator_id != operation.incubator_id]
    return not moved and not any(_waits(case, attempt) for case in outcome_of(operation))


@requires("Quien pidió deshacerlo no puede hacerlo: pídalo a otra persona de la coordinación.", kind=Kind.DUTY)
def reverter_did_not_ask(attempt):
    """Two people, as when it was done."""
    return attempt.subject.revert_asked_by_id != attempt.by.pk


@requires("La fecha no puede ser anterior al último paso de los grupos,", kind=Kind.INPUT, field="on")
def revert_follows_every_step(attempt):
    """Not before the operation, nor before the last step of the cases that move."""
    operation = attempt.subject
    moving_cases = [operation.case] + ([] if operation.survivor_id else outcome_of(operation))
    newest = max(last_change(case).effective_on for case in moving_cases)
    return (True, "") if attempt.on >= newest else (False, f"del {newest:%d-%m-%Y}.")


BEFORE_REVERT = (
    is_within_its_days,
    is_the_newest,
    nothing_irreversible_was_done,
    closed_group_has_no_other_case,
    no_transfer_waits_after,
)
ON_REVERT = (reverter_did_not_ask, day_has_come, revert_follows_every_step)


def furthest_stage(case: Case) -> Stage:
    """The stage a branch of this case may take: its own, and Definición de negocio at most."""
    order = (Stage.CENSUS, Stage.CALL, Stage.SELECTION, Stage.WAITING, Stage.TRAINING, Stage.BUSINESS)
    return Stage(case.stage) if case.stage in order else Stage.BUSINESS
