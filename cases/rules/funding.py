"""What money asks of the journey: nobody leaves, joins, divides or moves while nobody answers for it."""

from cases import lineage
from cases.enums import CloseReason, OperationKind
from cases.funding.around import due
from cases.funding.life import FundState, FundVerb
from cases.funding.words import ApplicantKind, ReceiverKind
from cases.models import Case, FundApplication, FundChange
from cases.rules import irreversible
from incubator.access import GRANTS, Permission
from incubator.enums import Reach
from incubator.models import Post, User
from incubator.requirements import Kind, requires

S = FundState
#: How the form that closes a case names the person who answers for an application: with its id after it.
HANDED = "fund_"


def of_case(case):
    """The applications that a case answers for: its own and those of the groups that joined it, not what stayed."""
    joined = [one.case_id for one in lineage.formers(case) if one.kind == OperationKind.MERGE]
    return FundApplication.objects.filter(case__in=[case.pk, *joined], stays_with__isnull=True)


def to_hand_over(case):
    """Those that somebody answers for by name once the case is closed."""
    return of_case(case).filter(pk__in=of_case(case).open().values("pk")) | of_case(case).filter(pk__in=due.owing())


def keepers_in(incubator, on):
    """The people of an incubator who may answer for an application: those who file them and record its acts."""
    roles = [
        role
        for role, (reach, granted) in GRANTS.items()
        if reach == Reach.MUNICIPALITY and Permission.FILE_FUNDS in granted
    ]
    posts = Post.objects.in_force(on).filter(incubator=incubator, role__in=roles)
    users = User.objects.filter(pk__in=posts.values("user"), is_active=True, is_system=False)
    return users.order_by("full_name", "pk")


def _said(applications):
    return ", ".join(f"{one.code} ({one.get_state_display().lower()})" for one in applications) + "."


def _coded(rows):
    return rows.select_related("case__incubator", "case__born_in").order_by("pk")


# ------------------------------------------------------------------------------------------------- the journey


@requires(
    "Hay fondos adjudicados sin cerrar, o dinero por devolver:",
    done="Ningún fondo está sin cerrar ni hay dinero por devolver.",
    fix="funds",
)
def no_money_is_open(attempt):
    """Before graduating: nothing from AWARDED to RENDERED, and nothing to refund."""
    found = list(_coded(due.granted(of_case(attempt.subject))))
    return not found, _said(found) if found else ""


@requires("Diga quién queda a cargo de cada postulación.", kind=Kind.INPUT, field="")
def applications_are_handed_over(attempt):
    """Closing: each open application goes on under the name of somebody who may answer for it."""
    able = {str(pk) for pk in keepers_in(attempt.subject.incubator_id, attempt.on).values_list("pk", flat=True)}
    left = [
        one for one in _coded(to_hand_over(attempt.subject)) if str(attempt.data.get(f"{HANDED}{one.pk}")) not in able
    ]
    return not left, f"Falta: {_said(left)}" if left else ""


@requires("Se disuelve con un fondo en ejecución: anote antes su término anticipado.", kind=Kind.INPUT, field="")
def nothing_is_executed_by_nobody(attempt):
    """A dissolution in execution is an early end, with what is to be refunded."""
    if attempt.data.get("close_reason") != CloseReason.DISSOLVED:
        return True
    found = list(_coded(of_case(attempt.subject).filter(state__in=(S.SIGNED, S.EXECUTION))))
    return not found, _said(found) if found else ""


# ------------------------------------------------------------------------------------------------- merge and split


@requires(
    "Los dos grupos tienen fondos enviados o adjudicados, o dinero por devolver: solo uno de los dos puede tenerlos.",
    done="A lo más uno tiene fondos en curso.",
)
def one_has_money_under_way(attempt):
    """One set of live applications, which survives with its applicant, its snapshots and its number."""
    survivor = attempt.data.get("survivor")
    cases = [attempt.subject, *([survivor] if survivor else [])]
    holding = [case for case in cases if due.in_course(of_case(case)).exists()]
    return len(holding) < 2, ""


@requires(
    "Hay fondos enviados o adjudicados, o dinero por devolver: un grupo que los tiene no se divide.",
    done="No hay fondos en curso.",
)
def no_money_is_under_way(attempt):
    """A split would leave nobody who signed."""
    found = list(_coded(due.in_course(of_case(attempt.subject))))
    return not found, _said(found) if found else ""


@irreversible.irreversible
def _sent(operation, cases: list[Case]):
    """What came out of a merge or a split filed an application."""
    sent = FundChange.objects.filter(
        application__case__in=cases, verb=FundVerb.SUBMIT, recorded_at__gt=operation.executed_at
    )
    first = sent.order_by("pk").first()
    return f"Se envió una postulación a un fondo el {first.effective_on:%d-%m-%Y}." if first else ""


# ------------------------------------------------------------------------------------------------- transfers


def stays(application):
    """Whether the municipality that signed goes on with it when its case moves away (HARD_CASES.md, «Funds»)."""
    kinds = (application.applicant_kind, application.receiver_kind)
    return ApplicantKind.MUNICIPALITY in kinds or ReceiverKind.MUNICIPALITY in kinds


def staying(case):
    """The applications of a case that would stay, each to be left under somebody's name."""
    return [one for one in _coded(due.in_course(of_case(case))) if stays(one)]


@requires("Diga quién queda a cargo de cada postulación que se queda.", kind=Kind.INPUT, field="keepers")
def what_stays_has_a_keeper(attempt):
    """Somebody of the institution that signed, who files applications there."""
    chosen = attempt.data.get("keepers") or {}
    able = set(keepers_in(attempt.subject.from_incubator_id, attempt.on).values_list("pk", flat=True))
    left = [one for one in staying(attempt.subject.case) if getattr(chosen.get(one.pk), "pk", None) not in able]
    return not left, f"Falta: {_said(left)}" if left else ""
