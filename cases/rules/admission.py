"""What the incubator asks before it takes a group in."""

from django.db.models import Exists

from cases.models import Case, Evaluation, EvaluatorAssignment, SignedCommitment, SupportDeclaration
from cases.rules.programme import parameters
from incubator.enums import OrganizationKind
from incubator.requirements import Kind, requires


@requires("Falta el acta de compromiso firmada.", done="El acta de compromiso está firmada.", fix="commitment")
def commitment_is_signed(attempt):
    """The group signed the deed of commitment by that day."""
    return SignedCommitment.objects.filter(case=attempt.subject, happened_on__lte=attempt.on).exists()


@requires("Faltan integrantes con fecha de ingreso.", done="Hay integrantes suficientes.", fix="members")
def members_are_dated(attempt):
    """The programme's minimum of members in force that day."""
    minimum = parameters(attempt).minimum_members
    count = attempt.subject.organization.members_on(attempt.on).count()
    return count >= minimum, f"Hay {count}; el mínimo del programa es {minimum}."


@requires("Falta elegir representante.", done="El grupo tiene representante.", fix="representative")
def representative_is_chosen(attempt):
    """Somebody speaks for the group that day."""
    return attempt.subject.organization.representations.in_force(attempt.on).exists()


@requires(
    "Falta anotar los apoyos que necesita el grupo, o que no necesita ninguno.",
    done="Los apoyos están anotados.",
    fix="supports",
)
def supports_are_declared(attempt):
    """The supports agreed for the group, «ninguno» included."""
    return SupportDeclaration.objects.filter(case=attempt.subject, happened_on__lte=attempt.on).exists()


@requires("La incubadora no tiene cupo.", done="La incubadora tiene cupo.")
def incubator_has_room(attempt):
    """Groups accompanied at once stay within the incubator's capacity."""
    incubator = attempt.subject.incubator
    count = Case.objects.current().accompanied().filter(incubator=incubator).count()
    return count < incubator.capacity, f"Acompaña a {count} grupos y puede acompañar a {incubator.capacity}."


@requires("Quien evaluó no puede admitir: pídalo a la coordinación o a quien la subroga.", kind=Kind.DUTY)
def approver_did_not_evaluate(attempt):
    """Evaluate ≠ admit: neither a sheet of her own nor one still in her hands."""
    given = EvaluatorAssignment.objects.filter(application__case=attempt.subject, until__isnull=True)
    sheets = Evaluation.objects.filter(case=attempt.subject, evaluator=attempt.by)
    evaluated = Exists(sheets) | Exists(given.filter(evaluator=attempt.by))
    return not Case.objects.filter(evaluated, pk=attempt.subject.pk).exists()


@requires("Es una cooperativa: admítala a Saneamiento.")
def is_still_a_group(attempt):
    """Training is for a group that is not yet a cooperative."""
    return attempt.subject.organization.kind != OrganizationKind.COOPERATIVE


@requires("Es un grupo pre-asociativo: admítalo a Formación.")
def is_a_cooperative(attempt):
    """Regularization is for a cooperative that already exists."""
    return attempt.subject.organization.kind == OrganizationKind.COOPERATIVE
