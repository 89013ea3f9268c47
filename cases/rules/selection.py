"""How a call is decided: the rubric, the sheets of each application, the seats left and who goes first."""

from dataclasses import dataclass, field

from cases import scoring
from cases.enums import ACCOMPANIED, BEFORE_ADMISSION, Stage
from cases.models import Application, Criterion, Evaluation, EvaluatorAssignment
from cases.rules.programme import parameters_on

#: The stages in which an application of a call still waits for its answer.
PENDING = (Stage.CALL, Stage.SELECTION)
_ADMITTED = (*ACCOMPANIED, Stage.GRADUATED)


def weight_of(call) -> int:
    """What the weights of a call's rubric add up to."""
    return sum(Criterion.objects.filter(call=call).values_list("weight", flat=True))


def rubric_adds_up(call) -> bool:
    """Whether the rubric is complete: its weights make 100 %."""
    return weight_of(call) == scoring.SCALE


def evaluators_wanted(call, on) -> int:
    """How many sheets each application asks: the call's own number, or the agreement's."""
    return call.evaluators or parameters_on(call.incubator, on).evaluators


@dataclass
class Sheets:
    """Who evaluates one application in its present round, and how far they are."""

    application: Application
    wanted: int
    spread_percent: int
    given: list[EvaluatorAssignment] = field(default_factory=list)
    sheets: list[Evaluation] = field(default_factory=list)

    @property
    def filed(self):
        """The sheets that were filed."""
        return [sheet for sheet in self.sheets if sheet.completed_on is not None]

    @property
    def scores(self):
        """The scores of the sheets that were filed."""
        return [sheet.score for sheet in self.filed]

    @property
    def open(self):
        """Who still has it without a filed sheet."""
        done = {sheet.evaluator_id for sheet in self.filed}
        return [row for row in self.given if row.until is None and row.evaluator_id not in done]

    @property
    def missing(self):
        """How many evaluators are still to be named, the third of a wide difference included."""
        return max(0, self.needed - len(self.filed) - len(self.open))

    @property
    def is_wide(self):
        """Whether the sheets filed first are further apart than the call accepts."""
        first = sorted(self.filed, key=lambda sheet: (sheet.completed_on, sheet.pk))[: self.wanted]
        scores = [sheet.score for sheet in first]
        return len(scores) >= self.wanted and scoring.spread(scores) > self.spread_percent

    @property
    def needed(self):
        """How many sheets it takes."""
        return self.wanted + 1 if self.is_wide else self.wanted

    @property
    def needs_third(self):
        """Whether a third sheet is still to be filed."""
        return self.is_wide and len(self.filed) <= self.wanted

    @property
    def is_complete(self):
        """Whether every sheet is filed: until then nobody reads another's."""
        return len(self.filed) >= self.needed and not self.open

    @property
    def score(self):
        """The mean of the sheets, once they are all filed."""
        return scoring.mean(self.scores) if self.is_complete else None


def sheets_of(applications, on) -> dict[int, Sheets]:
    """The sheets of each application in its present round: {application id: Sheets}. Two queries, and the rules'."""
    applications = list(applications)
    wanted = {}
    for application in applications:
        call = application.call
        if call.pk not in wanted:
            wanted[call.pk] = evaluators_wanted(call, on)
    found = {one.pk: Sheets(one, wanted[one.call_id], one.call.spread_percent) for one in applications}
    given = EvaluatorAssignment.objects.filter(application__in=found).select_related("evaluator")
    for row in given.order_by("pk"):
        if row.round == found[row.application_id].application.round:
            found[row.application_id].given.append(row)
    for row in Evaluation.objects.filter(application__in=found).select_related("evaluator").order_by("pk"):
        if row.round == found[row.application_id].application.round:
            found[row.application_id].sheets.append(row)
    return found


def sheets_of_one(application, on) -> Sheets:
    """The sheets of one application."""
    return sheets_of([application], on)[application.pk]


def newest_ids(case_ids):
    """The newest application of each case."""
    rows = Application.objects.filter(case__in=case_ids).order_by("case_id", "-happened_on", "-pk").distinct("case_id")
    return set(rows.values_list("pk", flat=True))


def seats_taken(call) -> int:
    """The seats of a call in use: groups it took in that are still accompanied, or graduated."""
    rows = list(
        Application.objects.filter(call=call, case__stage__in=_ADMITTED, case__annulled_at__isnull=True).values_list(
            "pk", "case_id"
        )
    )
    newest = newest_ids({case for _, case in rows})
    return sum(pk in newest for pk, _ in rows)


def ahead_of(application):
    """Applications of the same call with a better place that still wait for an answer, the first one first."""
    rows = Application.objects.filter(
        call=application.call_id, rank__lt=application.rank, case__stage__in=BEFORE_ADMISSION, case__annulled_at=None
    ).select_related("case__organization")
    rows = list(rows.order_by("rank"))
    newest = newest_ids({row.case_id for row in rows})
    return [row for row in rows if row.pk in newest]


def pseudonym(application):
    """«Postulación 3»: its number of receipt in its call, which says nothing of who it is."""
    return f"Postulación {application.received_order or application.pk}"
