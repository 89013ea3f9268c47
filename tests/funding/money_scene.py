"""What the stories of money begin with: an application of Quillota with its officer, and a budget that adds up."""

from datetime import date

from cases.enums import Stage
from cases.funding.bases.shapes import Bases, CoFinancing, Contribution, Dates, Item, Money
from cases.funding.life import FundEventKind
from cases.models import FundEvent
from cases.services.funding import budgets, moves
from incubator import calendars
from tests.factories.cases import case_in, evidence
from tests.factories.people import coordinator_of, officer_of
from tests.funding.scene import a_call, an_application, fresh, some_bases

DAY = date(2021, 6, 15)
ITEMS = (
    Item("tools", "Herramientas", cap_percent=60),
    Item("work", "Honorarios", quotations=0),
    Item("prizes", "Premios en dinero", allowed=False),
)


def money_bases(**fields):
    """Bases whose budget is small enough to be read at a glance."""
    said = {
        "items": ITEMS,
        "money": Money(maximum=3_000_000),
        "dates": Dates(months=3),
        "cofinancing": (CoFinancing("own", 10, kind=Contribution.EITHER),),
    }
    return some_bases(**said | fields)


def an_asking(place, bases: Bases | None = None, **fields):
    """A draft of a group in the business stage, begun on DAY."""
    with calendars.travel(DAY):
        case = fields.pop("case", None) or case_in(Stage.BUSINESS, at=place)
        call = a_call(place, bases=bases or money_bases(), key=fields.pop("key", "fondo-2021"))
        return an_application(case, call, on=DAY, **fields)


def line(name="Torno", item="tools", months=(500_000, 0, 0), **more):
    """A line as the service takes it."""
    return {"item": item, "name": name, "months": list(months), **more}


ADDS_UP = (line(own_cash=100_000), line("Instructora", "work", (200_000, 200_000, 100_000), own_kind=50_000))


def written(application, lines=ADDS_UP, *, by=None, **more):
    """Its budget with these lines, begun and saved by the officer."""
    by = by or officer_of(application.case.incubator)
    draft = budgets.start(by=by, application=fresh(application), on=calendars.today(), reason=more.get("reason", ""))
    return budgets.write(by=by, budget=draft, seen=draft.revision, lines=list(lines), **more)


def presented(application, lines=ADDS_UP, **more):
    """The same, presented today."""
    budget = written(application, lines, **more)
    by = more.get("by") or officer_of(application.case.incubator)
    return budgets.present(by=by, budget=budget, on=calendars.today())


def walked(application, *verbs, on=None):
    """The application moved by these verbs, as if each had been done by its own act."""
    application, on = fresh(application), on or calendars.today()
    by = coordinator_of(application.case.incubator)
    for verb in verbs:
        moves.move(application, verb, by=by, on=on)
    return fresh(application)


def awarded(application, amount):
    """The agency granted that much."""
    by = officer_of(application.case.incubator)
    FundEvent.objects.create(
        application=application,
        kind=FundEventKind.AWARD,
        happened_on=calendars.today(),
        amount=amount,
        recorded_by=by,
        evidence=evidence(by, application.case.incubator),
    )
