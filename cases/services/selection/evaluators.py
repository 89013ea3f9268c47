"""Who evaluates each application: people with a post to do it, dated, who declare their interests before they read."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from cases.call_life import CallState
from cases.enums import BEFORE_ADMISSION, Conflict
from cases.models import Application, ConflictDeclaration, Evaluation, EvaluatorAssignment
from cases.rules import appeals, selection
from incubator import access, calendars, journal
from incubator.access import GRANTS, Permission
from incubator.enums import Role
from incubator.models import Participation, Post
from incubator.requirements import Refused

#: The roles that may evaluate: their own groups' municipality, another's, the university's, or nobody's.
EVALUATING = [role for role, (_, rights) in GRANTS.items() if Permission.EVALUATE in rights]
#: Business days to file a sheet, unless another day is said.
DAYS_TO_FILE = 10


def due_from(on, incubator):
    """The day a sheet given that day is due, unless another is said."""
    return calendars.add_business_days(on, DAYS_TO_FILE, incubator.commune.region_code)


def posts_to_evaluate(incubator, on):
    """Posts that may evaluate there: its own and its outsiders, the university's, and other municipalities' of its
    agreement."""
    agreements = Participation.objects.in_force(on).filter(incubator=incubator).values("agreement")
    sisters = Participation.objects.in_force(on).filter(agreement__in=agreements).values("incubator")
    posts = Post.objects.in_force(on).filter(user__is_system=False, user__is_active=True, role__in=EVALUATING)
    near = Q(incubator=incubator) | Q(agreement__in=agreements)
    near |= Q(incubator__in=sisters) & ~Q(role=Role.EVALUATOR)
    return posts.filter(near).select_related("user", "incubator", "agreement").order_by("user__full_name", "pk")


def barred(application) -> set[int]:
    """The users who may not evaluate it: had it already, decided on it, speak for the group, or helped to write it."""
    had = EvaluatorAssignment.objects.filter(application=application).values_list("evaluator_id", flat=True)
    own = Post.objects.filter(organization=application.case.organization_id).values_list("user_id", flat=True)
    helped = application.submission
    wrote = {helped.entered_by_id} if helped is not None and helped.helper_channel else set()
    return {*had, *own, *wrote, *appeals.took_part(application)}


@transaction.atomic
def assign(*, by, application, evaluator, on, due_on=None):
    """Give an application to somebody to evaluate. The one after a wide difference is the third."""
    access.require(by, Permission.DECIDE, application.case)
    application = _locked(application)
    _refuse_late(application, on)
    if not posts_to_evaluate(application.case.incubator, on).filter(user=evaluator).exists():
        raise Refused("Esa persona no tiene un cargo que le permita evaluar aquí.")
    if evaluator.pk == by.pk:
        raise Refused("Quien coordina no evalúa: encárguelo a otra persona.")
    if evaluator.pk in barred(application):
        raise Refused(
            "Esa persona no puede evaluar esta postulación: ya la tuvo, decidió sobre ella, es del grupo o ayudó a "
            "escribirla. Elija a otra."
        )
    sheets = selection.sheets_of([application], on)[application.pk]
    if not sheets.missing:
        raise Refused("La postulación ya tiene a todas las personas que la evalúan.")
    given = EvaluatorAssignment(
        application=application,
        evaluator=evaluator,
        round=application.round,
        since=on,
        due_on=due_on or due_from(on, application.case.incubator),
        is_third=sheets.needs_third,
        assigned_by=by,
    )
    if given.due_on < on:
        raise Refused("El plazo no puede terminar antes de empezar.")
    given.full_clean(exclude=["application", "evaluator", "assigned_by"])
    given.save()
    journal.record(by, "evaluator_assigned", on, subject=given, organization=application.case.organization)
    return given


@transaction.atomic
def assign_call(*, by, call, evaluators, on, due_on=None):
    """Give every application of a call that still lacks evaluators to the people of a panel, evenly. Returns them."""
    access.require(by, Permission.DECIDE, call.incubator)
    rows = Application.objects.filter(call=call, case__stage__in=selection.PENDING)
    rows = list(rows.select_related("case__organization", "case__incubator__commune", "call", "submission"))
    given, load = [], {person.pk: 0 for person in evaluators}
    for application in sorted(rows, key=lambda row: row.pk):
        missing = selection.sheets_of([application], on)[application.pk].missing
        out = barred(application) | {by.pk}
        free = sorted((one for one in evaluators if one.pk not in out), key=lambda one: (load[one.pk], one.pk))
        for person in free[:missing]:
            given.append(assign(by=by, application=application, evaluator=person, on=on, due_on=due_on))
            load[person.pk] += 1
    return given


@transaction.atomic
def release(*, by, entrusted, on, reason):
    """Take an application back from somebody who has not filed its sheet."""
    access.require(by, Permission.DECIDE, entrusted.application.case)
    entrusted = EvaluatorAssignment.objects.select_for_update(of=("self",)).get(pk=entrusted.pk)
    if entrusted.until is not None or _filed(entrusted):
        raise Refused("Ese encargo ya terminó: la pauta está presentada o la tiene otra persona.")
    return _end(entrusted, by, on, reason)


@transaction.atomic
def declare(*, by, entrusted, on, conflict, note=""):
    """Whoever evaluates declares for herself. With no conflict her sheet opens; with one, somebody else evaluates."""
    require_own(by, entrusted)
    entrusted = EvaluatorAssignment.objects.select_for_update(of=("self",)).select_related(
        "application__case__organization", "application__call"
    ).get(pk=entrusted.pk)  # fmt: skip
    if not entrusted.holds(on) or entrusted.until is not None:
        raise Refused("Esta postulación ya no está a su cargo.")
    if _filed(entrusted):
        raise Refused("Su pauta ya está presentada.")
    declaration = ConflictDeclaration(assignment=entrusted, declared_on=on, conflict=conflict, note=note)
    declaration.full_clean(exclude=["assignment"])
    declaration.save()
    case = entrusted.application.case
    journal.record(by, "interests_declared", on, subject=entrusted, organization=case.organization)
    if conflict != Conflict.NONE:
        _end(entrusted, by, on, "Declaró un conflicto de interés")
        return None
    sheet, _ = Evaluation.objects.get_or_create(
        assignment=entrusted,
        defaults={
            "case": case,
            "application": entrusted.application,
            "round": entrusted.round,
            "evaluator": by,
            "happened_on": on,
            "recorded_by": by,
        },
    )
    return sheet


def require_own(by, entrusted):
    """One's own, with the right to evaluate; of somebody else's nobody reads more than that it exists."""
    access.require(by, Permission.EVALUATE)
    if entrusted.evaluator_id != by.pk:
        raise PermissionDenied("Esta postulación está a cargo de otra persona.")


def _end(entrusted, by, on, reason):
    entrusted.until, entrusted.end_reason = max(on, entrusted.since), reason
    entrusted.save(update_fields=["until", "end_reason"])
    case = entrusted.application.case
    journal.record(by, "evaluator_released", on, subject=entrusted, organization=case.organization)
    return entrusted


def _filed(entrusted):
    return Evaluation.objects.filter(assignment=entrusted, completed_on__isnull=False).exists()


def _locked(application):
    rows = Application.objects.select_for_update(of=("self",)).select_related(
        "case__organization", "case__incubator__commune", "call__incubator", "submission"
    )
    return rows.get(pk=application.pk)


def _refuse_late(application, on):
    if on > calendars.today() or on < application.happened_on:
        raise Refused("El encargo va entre el día en que se recibió la postulación y hoy.")
    if application.case.stage not in BEFORE_ADMISSION:
        raise Refused("El caso ya no está en selección.")
    if application.call.state in (CallState.VOID, CallState.DRAFT):
        raise Refused("La convocatoria no está en curso.")
