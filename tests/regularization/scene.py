"""A cooperative of six that comes to be put in order, and the services that people use to do it."""

from contextlib import contextmanager
from datetime import date

from cases.enums import ItemStatus, Risk, Stage
from cases.models import CooperativeType, RegularizationFile
from cases.regularization.life import RegularState
from cases.services import regularization as service
from incubator import calendars
from tests.factories.cases import case_in, evidence
from tests.factories.people import coordinator_of, officer_of

#: The days of the story: the diagnosis, the plan, its approval, what is filed, and the end.
DAY = date(2021, 6, 1)
PLANNED, APPROVED, FILED = date(2021, 6, 10), date(2021, 6, 14), date(2021, 6, 21)


def cooperative(members=6):
    """The case of a cooperative that was admitted to its regularization."""
    return case_in(Stage.REGULARIZATION, members=members)


def file_of(case) -> RegularizationFile:
    """Its newest file, read again."""
    return RegularizationFile.objects.filter(case=case).order_by("-pk").first()


def people(case):
    """(officer, coordinator) of its incubator."""
    return officer_of(case.incubator), coordinator_of(case.incubator)


@contextmanager
def today(on):
    """As if it were that day."""
    with calendars.travel(on):
        yield on


def begun(case, on=DAY, since=2019, members=6, fell_on=None):
    """Its list, and its members counted."""
    officer, _ = people(case)
    with today(on):
        work = CooperativeType.objects.get(code="trabajo")
        service.begin(by=officer, file=file_of(case), on=on, cooperative_type=work, years_from=since)
        proof = evidence(officer, case.incubator)
        service.count_members(by=officer, file=file_of(case), on=on, members=members, fell_on=fell_on, evidence=proof)
    return file_of(case)


def found(case, on=DAY, lacking=(), left=None):
    """Every other item of high risk meets, but those of `lacking` ((key, year)), which do not."""
    officer, _ = people(case)
    with today(on):
        proof = evidence(officer, case.incubator)
        for item in file_of(case).items.filter(risk=Risk.HIGH).exclude(key="members.minimum").order_by("pk"):
            lacks = (item.key, item.year) in lacking
            status = ItemStatus.DOES_NOT if lacks else ItemStatus.MEETS
            more = {} if lacks else {"evidence": proof}
            service.update_item(by=officer, item=item, on=on, status=status, seats_left=left, **more)
    return file_of(case)


def item(case, key, year=None):
    """One point of its file."""
    return file_of(case).items.get(key=key, year=year)


def planned(case, *wanted, on=PLANNED):
    """The plan of some points, written by the officer and presented."""
    officer, _ = people(case)
    with today(on):
        for key, year in wanted:
            service.write_plan(
                by=officer, item=item(case, key, year), on=on, plan="Pedirlo y entregarlo", responsible="Secretaría",
                due_on=date(2021, 8, 31),
            )  # fmt: skip
        service.present(by=officer, file=file_of(case), on=on)
    return file_of(case)


def approved(case, on=APPROVED):
    """The plan, approved by the coordination."""
    _, coordinator = people(case)
    with today(on):
        service.approve(by=coordinator, file=file_of(case), on=on)
    return file_of(case)


def filed(case, key, year, authority, *steps, **debt):
    """A filing of a point, and its steps: (to, day) or (to, day, what is said beside)."""
    officer, _ = people(case)
    point = item(case, key, year)
    with today(steps[0][1]):
        filing = service.open_filing(by=officer, item=point, on=steps[0][1], authority=authority, **debt)
    for to, on, *more in steps:
        step(filing, to, on, **(more[0] if more else {}))
    return filing


def step(filing, to, on, **said):
    """One step of a filing, with its document."""
    case = filing.item.file.case
    officer, _ = people(case)
    with today(on):
        proof = evidence(officer, case.incubator)
        return service.step_filing(by=officer, filing=filing, on=on, to=to, evidence=proof, **said)


def state(case) -> RegularState:
    """Where it stands."""
    return RegularState(file_of(case).state)
