"""What can no longer be undone once a successor did it: a small registry that each room adds to."""

from collections.abc import Callable, Iterable

from cases.enums import LegalEventKind, Stage
from cases.models import Case, LegalEvent, LegalFile, Operation

#: Says why an operation can no longer be reverted, or nothing. Asked with the cases that came out of it.
Check = Callable[[Operation, list[Case]], str]
_checks: list[Check] = []


def irreversible(check: Check) -> Check:
    """Register a check."""
    _checks.append(check)
    return check


def reasons(operation: Operation, outcome: Iterable[Case]) -> list[str]:
    """Every reason why an operation can no longer be reverted."""
    cases = list(outcome)
    return [sentence for check in _checks if (sentence := check(operation, cases))]


@irreversible
def _deed(operation, cases):
    """The successor signed its deed."""
    deed = LegalEvent.objects.filter(case__in=cases, kind=LegalEventKind.DEED).order_by("pk").first()
    return f"Hay una escritura pública del {deed.happened_on:%d-%m-%Y}." if deed else ""


@irreversible
def _shared_legal_file(operation, cases):
    """The successor stands on the legal file that the absorbed group brought."""
    if operation.survivor is None or operation.survivor.stage != Stage.FORMALIZATION:
        return ""
    files = LegalFile.objects.filter(closed_on__isnull=True)
    if files.filter(case=operation.case).exists() and not files.filter(case=operation.survivor).exists():
        return "El grupo que sigue está en Formalización con el expediente que trajo el otro: vuelva antes a Negocio."
    return ""
