"""What «Mi día» and the calendar say of a regularization: plans, days, observations, what lapses and yearly duties."""

from datetime import date

import pytest

from cases.enums import ItemStatus, Verb
from cases.regularization.life import FilingState
from cases.services import advancement
from cases.services import regularization as service
from incubator import causes, feeds
from tests.factories.cases import evidence
from tests.regularization.scene import (
    DAY,
    FILED,
    approved,
    begun,
    cooperative,
    file_of,
    filed,
    found,
    item,
    people,
    planned,
    step,
    today,
)

pytestmark = pytest.mark.django_db
F = FilingState
DEBT, SEATS = ("tax.debt", None), ("bodies.seats", None)


def _tasks(user, on, kind):
    with today(on):
        return [task for task in causes.tasks(user, on) if task.cause == kind]


def test_a_plan_waits_for_whoever_did_not_write_it():
    case = cooperative()
    officer, coordinator = people(case)
    begun(case)
    found(case, lacking=(DEBT,))
    planned(case, DEBT)
    on = date(2021, 6, 11)
    (task,) = _tasks(coordinator, on, "regular_plan")
    assert "plan de saneamiento" in str(task.sentence)
    assert _tasks(officer, on, "regular_plan") == []
    approved(case)
    assert _tasks(coordinator, date(2021, 6, 15), "regular_plan") == []


def test_what_the_plan_says_is_told_before_its_day_and_what_is_observed_at_once():
    case = cooperative()
    officer, _ = people(case)
    begun(case)
    found(case, lacking=(DEBT,))
    planned(case, DEBT)  # until 31-08-2021
    approved(case)
    assert _tasks(officer, date(2021, 7, 31), "regular_due") == []
    assert [task.tone for task in _tasks(officer, date(2021, 8, 1), "regular_due")] == ["waits"]
    assert [task.tone for task in _tasks(officer, date(2021, 8, 24), "regular_due")] == ["urgent"]
    debt = filed(case, *DEBT, "treasury", (F.FILED, FILED), amount=5)
    step(debt, F.OBSERVED, date(2021, 7, 1), note="Falta el poder")
    assert len(_tasks(officer, date(2021, 7, 2), "regular_observed")) == 1
    step(debt, F.MET, date(2021, 7, 5))
    assert _tasks(officer, date(2021, 7, 6), "regular_observed") == []
    assert _tasks(officer, date(2021, 8, 24), "regular_due") == []


def _watched(valid_until=None):
    case = cooperative()
    officer, coordinator = people(case)
    begun(case)
    found(case)
    with today(DAY) as on:
        if valid_until:
            proof = evidence(officer, case.incubator)
            service.update_item(
                by=officer, item=item(case, *SEATS), on=on, status=ItemStatus.MEETS, evidence=proof,
                valid_until=valid_until,
            )  # fmt: skip
        advancement.advance(by=officer, case=case, verb=Verb.FINISH_REGULARIZATION, on=on)
    return case, officer, coordinator


def test_what_lapses_is_told_ninety_days_before_and_burns_at_thirty():
    _, officer, _ = _watched(valid_until=date(2021, 12, 31))
    assert _tasks(officer, date(2021, 10, 1), "regular_lapses") == []
    assert [task.tone for task in _tasks(officer, date(2021, 10, 2), "regular_lapses")] == ["waits"]
    assert [task.tone for task in _tasks(officer, date(2021, 12, 1), "regular_lapses")] == ["urgent"]
    (past,) = _tasks(officer, date(2022, 1, 3), "regular_lapses")
    assert "venció el 31-12-2021" in str(past.sentence)


def test_the_next_duty_of_the_year_is_told_until_it_is_done():
    case, officer, _ = _watched()
    (task,) = _tasks(officer, date(2021, 6, 20), "regular_duty")  # the meeting of June
    assert (task.due_on, task.tone) == (date(2021, 6, 30), "urgent")
    with today(date(2021, 6, 25)) as on:
        proof = evidence(officer, case.incubator)
        service.do_duty(by=officer, case=case, on=on, key="meeting", year=2021, evidence=proof)
    (task,) = _tasks(officer, date(2021, 6, 26), "regular_duty")
    assert task.due_on == date(2021, 7, 31)  # the second half of the municipal patent
    assert case.organization.name not in task.code


def test_the_calendar_has_each_duty_with_its_three_notices_and_no_name():
    case, _, coordinator = _watched(valid_until=date(2021, 12, 31))
    with today(date(2021, 6, 2)) as on:
        days = {day.key: day for day in feeds.days_of(coordinator, on)}
    stem = f"duty:balance:2021:{case.pk}"
    assert days[stem].on == date(2021, 12, 31)
    assert [days[f"{stem}:{left}"].on for left in (90, 60, 30)] == [
        date(2021, 10, 2), date(2021, 11, 1), date(2021, 12, 1),
    ]  # fmt: skip
    assert days[f"lapse:{item(case, *SEATS).pk}:60"].on == date(2021, 11, 1)
    assert case.organization.name not in " ".join(day.kind + day.code for day in days.values())


def test_a_dissolved_one_is_told_until_it_is_published_and_noted():
    case = cooperative()
    officer, coordinator = people(case)
    begun(case, members=4, fell_on=date(2020, 11, 1))
    on = date(2021, 6, 2)
    with today(on):
        service.dissolve(by=coordinator, file=file_of(case), on=on)
    (task,) = _tasks(officer, on, "regular_dissolved")
    assert (task.due_on, task.is_legal) == (date(2021, 6, 30), True)
    for key in ("dissolution.publish", "dissolution.annotate"):
        with today(on):
            proof = evidence(officer, case.incubator)
            service.do_duty(by=officer, case=case, on=on, key=key, year=2021, evidence=proof)
    assert _tasks(officer, on, "regular_dissolved") == []
