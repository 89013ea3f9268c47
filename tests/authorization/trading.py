"""What a corner has of its business and its changes: plan, sale, measurement, a question, a division taken back."""

from cases.enums import Moment
from cases.models import Allocation, Branch, Operation
from cases.services import facts
from cases.services.business import canvases, confirmations, market, plans
from incubator import calendars
from tests.factories.people import coordinator_of


def furnish_business(corner, today):
    """One of each, written by the officer of the corner; the question is asked by somebody else."""
    by, case = corner["officer"], corner["case"]
    corner["canvas"] = canvases.save(by=by, case=case, on=today, blocks={"offer": f"Oferta {corner.word}"}, seen=0)
    corner["unfinished"] = plans.start(by=by, case=case, on=today)
    corner["measurement"] = facts.measure(by=by, case=case, on=today, moment=Moment.FOLLOW_UP, jobs=3)
    corner["sale"] = market.record(
        by=by, case=case, on=today, kind="sale", counterpart=f"Vecina {corner.word}", description="Pan", amount=5_000
    )
    corner["codes"], _ = confirmations.hand_over(by=by, case=case, on=today, received_by=corner["people"][0])
    corner["question"] = confirmations.ask(
        by=coordinator_of(corner.place),
        case=case,
        subject="graduation",
        statement=f"Texto {corner.word}",
        now=calendars.now(),
    )
    _operation(corner)


def _operation(corner):
    """A proposal to divide the group that was withdrawn, with one member allocated."""
    corner["operation"] = operation = Operation.objects.create(
        incubator=corner.place, number=1 + Operation.objects.filter(incubator=corner.place).count(), kind="split",
        case=corner["case"], reason=f"Motivo {corner.word}", evidence=corner["document"],
        proposed_by=corner["officer"], proposed_at=calendars.now(),
    )  # fmt: skip
    operation.state, operation.withdrawn_by, operation.withdrawn_at = "withdrawn", corner["officer"], calendars.now()
    operation.save(update_fields=["state", "withdrawn_by", "withdrawn_at"])
    branches = [
        Branch.objects.create(operation=operation, number=number, name=f"Rama {number} {corner.word}", stage="business")
        for number in (1, 2)
    ]
    corner["allocation"] = Allocation.objects.create(
        operation=operation, membership=corner["membership"], branch=branches[0]
    )
