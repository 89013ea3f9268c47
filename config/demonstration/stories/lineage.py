"""Whole groups that change: two that become one, one that divides, and one that comes back."""

from datetime import date

from cases.enums import CaseSource, Stage
from cases.models import Case
from cases.services import groups
from cases.services import lineage as changes
from config.demonstration.stories.duties import deputy_of
from incubator import access, calendars
from incubator.enums import EvidenceKind

MERGED, DIVIDED, BACK = date(2021, 6, 4), date(2021, 6, 8), date(2021, 6, 1)


def merge(life):
    """Two groups of the coast become one; there are days left to undo it."""
    life.at(MERGED, 10, lambda: _merge(life, "Caleta Unida", "Mar Adentro"))


def split(life):
    """A group divides in two, and one person has not said yet to which she goes."""
    life.at(DIVIDED, 10, lambda: _split(life, "Trenzados San Enrique"))


def reentry(life):
    """A group whose case was closed in May comes back in June."""
    life.at(BACK, 10, lambda: _come_back(life, "Hilos de Atacama"))


def _case(life, name):
    return Case.objects.current().select_related("organization", "incubator").get(
        incubator=life.incubator, organization__name=name
    )  # fmt: skip


def _agreed(life, title):
    return life.keep(life.team.coordinator, calendars.today(), EvidenceKind.MINUTES, title)


def _execute(life, operation):
    by = deputy_of(life)
    access.forget_posts(by)
    changes.execute(by=by, operation=operation, on=calendars.today())


def _merge(life, name, home):
    operation = changes.propose_merge(
        by=life.team.coordinator,
        case=_case(life, name),
        survivor=_case(life, home),
        on=calendars.today(),
        reason="Los dos grupos trabajan lo mismo y quieren comprar juntos.",
        evidence=_agreed(life, "Acta en que los dos grupos acuerdan unirse"),
    )
    _execute(life, operation)


def _split(life, name):
    case, on = _case(life, name), calendars.today()
    members = [row.pk for row in case.organization.memberships.in_force(on).order_by("pk")]
    places = {pk: number % 2 for number, pk in enumerate(members[:-1])} | {members[-1]: None}
    operation = changes.propose_split(
        by=life.team.coordinator,
        case=case,
        branches=[("Trenzados del Norte", Stage.CENSUS), ("Trenzados del Río", Stage.CENSUS)],
        on=on,
        reason="Una parte del grupo se fue a trabajar a otro sector y quedan lejos.",
        evidence=_agreed(life, "Acta en que el grupo acuerda dividirse"),
        places=places,
    )
    _execute(life, operation)


def _come_back(life, name):
    groups.take_in_again(
        by=life.team.disability, case=_case(life, name), on=calendars.today(), case_source=CaseSource.OFFICE
    )
