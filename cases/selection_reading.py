"""What the pages of a call's decision show: the applications with their sheets, and one without names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.call_life import TieBreaker
from cases.enums import ACCOMPANIED, Stage
from cases.models import Application, Call, EvaluatorAssignment, SupportDeclaration
from cases.rules import selection
from incubator.enums import SupportKind
from incubator.models import Membership

_ADMITTED = (*ACCOMPANIED, Stage.GRADUATED)


@dataclass(frozen=True)
class Line:
    """One application of a call: its sheets, what decided its place, and how it ended."""

    application: Application
    sheets: Any
    outcome: str
    tone: str

    @property
    def name(self):
        """The group's name."""
        return self.application.case.organization.name

    @property
    def decided_by(self):
        """The tie-breaker that decided its place, in words; empty when the score did."""
        return TieBreaker(self.application.decided_by).label if self.application.decided_by else ""

    @property
    def arithmetic(self):
        """The sheets and their mean: «80,00 y 70,50», while nobody reads them blank."""
        if not self.sheets.is_complete:
            return ""
        return " + ".join(f"{score:.2f}".replace(".", ",") for score in self.sheets.scores)


def lines_of(call: Call, on: date) -> list[Line]:
    """The applications of a call by rank, then by receipt. Few queries, whatever their number."""
    rows = Application.objects.filter(call=call, case__annulled_at__isnull=True)
    rows = list(rows.select_related("case__organization", "call__incubator"))
    sheets = selection.sheets_of(rows, on)
    newest = selection.newest_ids({row.case_id for row in rows})
    lines = [Line(row, sheets[row.pk], *_outcome(row, row.pk in newest)) for row in rows]
    return sorted(lines, key=_place)


def _place(line):
    """After an appeal, a closed case keeps the place that the new order gave to another: it goes after that one."""
    application = line.application
    return application.rank or 10_000, application.case.stage == Stage.CLOSED, application.pk


def _outcome(application, is_newest):
    stage = application.case.stage
    if not is_newest:
        return "Volvió a postular", "plain"
    if stage in _ADMITTED:
        return "Admitida", "done"
    if stage == Stage.WAITING:
        return "En lista de espera", "waits"
    if stage == Stage.CLOSED:
        return "Cerrada", "plain"
    return "Por decidir", "info"


def blind(application: Application) -> list[tuple[str, str]]:
    """The application as an evaluator reads it: neither names nor contact, supports in total."""
    case = application.case
    group = case.organization
    declared = SupportDeclaration.objects.filter(case=case).order_by("-happened_on", "-pk").first()
    kinds = declared.supports if declared else application.supports
    members = Membership.objects.filter(organization=group, annulled_at__isnull=True).in_force(application.happened_on)
    return [
        ("Qué es", group.get_kind_display()),
        ("Rubro", group.trade),
        ("Comuna", group.commune.name if group.commune else ""),
        ("Personas interesadas", str(application.interested)),
        ("Integrantes anotados ese día", str(members.count())),
        ("La idea", application.idea),
        ("Apoyos que pide el grupo, en total", ", ".join(SupportKind(kind).label for kind in kinds) or "Ninguno"),
    ]


def own_assignments(user, on):
    """What one person has to evaluate and what she filed, the open ones first."""
    rows = EvaluatorAssignment.objects.of(user).select_related(
        "application__call__incubator", "application__case", "sheet"
    )
    return sorted(rows, key=lambda row: (not is_open(row), row.due_on, row.pk))


def is_open(row):
    """Whether the assignment still waits for its sheet."""
    sheet = getattr(row, "sheet", None)
    return row.until is None and (sheet is None or sheet.completed_on is None)
