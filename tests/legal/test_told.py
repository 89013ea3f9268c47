"""What «Mi día» and the calendar say of a legal file: its terms on working days, what passed, its cure, the DAES."""

from datetime import date, timedelta

import pytest

from cases import deadlines
from cases.formalization.life import LegalEventKind
from incubator import causes, feeds
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.legal.scene import DEED, LAST_DAY, act, acts, six

pytestmark = pytest.mark.django_db
K = LegalEventKind


@pytest.fixture
def officer():
    """Of the incubator of the group, which has its coordination too."""
    coordinator_of(incubator())
    return officer_of(incubator())


def _tasks(user, on, kind):
    return [task for task in causes.tasks(user, on) if task.key.startswith(kind)]


def test_a_notice_that_falls_on_a_day_without_work_is_told_the_working_day_before(officer):
    case = six()
    act(case, K.DEED, date(2021, 6, 1))  # ends on Saturday 31-07-2021; 30 days before is Thursday 01-07-2021
    assert not _tasks(officer, date(2021, 6, 30), "clock")
    assert len(_tasks(officer, date(2021, 7, 1), "clock")) == 2
    another = six()
    act(another, K.DEED, date(2021, 6, 3))  # 30 days before its end is Saturday 03-07-2021
    keys = {task.key for task in _tasks(officer, date(2021, 7, 2), "clock")}
    assert f"clock:publication:{another.pk}" in keys
    keys = {task.key for task in _tasks(officer, date(2021, 7, 1), "clock")}
    assert f"clock:publication:{another.pk}" not in keys


def test_what_passed_says_what_to_do_and_a_late_act_is_a_cure(officer):
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, date(2021, 7, 5)))
    (task,) = _tasks(officer, date(2021, 8, 27), "clock")
    assert "Venció hace 3 días" in str(task.sentence)
    assert "ayuda legal" in task.detail
    act(case, K.PUBLICATION, date(2021, 8, 25))
    assert not _tasks(officer, date(2021, 8, 27), "clock")
    (task,) = _tasks(officer, date(2021, 8, 27), "legal_cure")
    assert task.tone == "urgent"
    assert "sanear" in str(task.sentence)
    act(case, K.CURE_DEED, date(2021, 9, 3))
    (task,) = _tasks(officer, date(2021, 9, 4), "legal_cure")
    assert task.due_on == date(2021, 11, 2)
    running = deadlines.running([case], date(2021, 9, 4))
    assert {(one.kind, one.due_on) for one in running} == {
        (K.CURE_ENTRY, date(2021, 11, 2)),
        (K.CURE_PUBLICATION, date(2021, 11, 2)),
    }
    acts(case, (K.CURE_ENTRY, date(2021, 9, 6)), (K.CURE_PUBLICATION, date(2021, 9, 7)))
    assert not _tasks(officer, date(2021, 9, 8), "legal_cure")
    assert deadlines.running([case], date(2021, 9, 8)) == []


def test_an_observation_waits_until_its_answer(officer):
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED), (K.DAES_FILING, date(2021, 7, 1)))
    act(case, K.DAES_OBSERVATION, date(2021, 7, 9))
    assert len(_tasks(officer, date(2021, 7, 10), "legal_observed")) == 1
    act(case, K.DAES_ANSWER, date(2021, 7, 12))
    assert not _tasks(officer, date(2021, 7, 13), "legal_observed")


def test_the_calendar_has_the_last_day_and_the_warnings_to_come(officer):
    case = six()
    act(case, K.DEED, DEED)
    who = coordinator_of(case.incubator)
    days = {day.key: day for day in feeds.days_of(who, date(2021, 8, 1)) if ":publication:" in day.key}
    stem = f"clock:publication:{case.pk}"
    assert {key: day.on for key, day in days.items()} == {
        stem: LAST_DAY,
        f"{stem}:15": date(2021, 8, 9),
        f"{stem}:7": date(2021, 8, 17),
        f"{stem}:3": date(2021, 8, 20),  # three days before is Saturday 21
        f"{stem}:1": date(2021, 8, 23),
    }
    assert case.organization.name not in " ".join(day.kind + day.code for day in days.values())
    act(case, K.PUBLICATION, LAST_DAY)
    left = [day.key for day in feeds.days_of(who, LAST_DAY + timedelta(days=1)) if ":publication:" in day.key]
    assert left == []
