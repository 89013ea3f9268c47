"""What else is told: the lawyer's draft, the SII, the points of the DAES, and the clocks of a cure in the calendar."""

from datetime import date, timedelta

import pytest

from cases.formalization.life import LegalEventKind
from cases.law import clocks
from cases.models import LegalEvent
from cases.services import legal
from incubator import causes, feeds
from incubator.calendars import shipped_calendar
from tests.factories.people import coordinator_of, incubator, officer_of
from tests.legal.scene import DEED, act, acts, six, today

pytestmark = pytest.mark.django_db
K = LegalEventKind
DONE = ((K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, DEED))


@pytest.fixture
def officer():
    """Of the incubator of the group, which has its coordination too."""
    coordinator_of(incubator())
    return officer_of(incubator())


def _tasks(user, on, kind):
    return [task for task in causes.tasks(user, on) if task.key.startswith(f"{kind}:")]


def _days(case, on, stem):
    found = feeds.days_of(coordinator_of(case.incubator), on)
    return {day.key: day.on for day in found if day.key.startswith(stem)}


def test_the_draft_of_a_lawyer_is_asked_from_the_first_day_until_it_is_there_or_there_is_a_deed(officer):
    case, other = six(), six()
    assert len(_tasks(officer, date(2021, 6, 2), "legal_draft")) == 2
    act(case, K.LAWYER_DRAFT, date(2021, 6, 2))
    act(other, K.DEED, DEED)
    assert not _tasks(officer, DEED, "legal_draft")


@pytest.mark.parametrize("began", [date(2021, 7, 1), date(2021, 7, 31), date(2021, 12, 15), date(2023, 12, 31)])
def test_the_sii_is_told_before_the_end_of_the_second_month(officer, began):
    case = six()
    acts(case, *DONE)
    act(case, K.ACTIVITY, began)
    term = clocks.tax_start(began_on=began, working=shipped_calendar(), region="05")
    (task,) = _tasks(officer, term.due_on, "tax_start")
    assert (task.due_on, task.tone) == (term.due_on, "urgent")
    (waits,) = _tasks(officer, term.due_on - timedelta(days=20), "tax_start")
    assert waits.tone == "waits"
    assert not _tasks(officer, began, "tax_start")
    stem = f"tax_start:{case.pk}"
    expected = {stem: term.due_on} | {f"{stem}:{days}": day for days, day in term.reminders}
    assert _days(case, began, stem) == expected
    act(case, K.TAX_START, began)
    assert not _tasks(officer, term.due_on, "tax_start")
    assert _days(case, began, stem) == {}


def test_the_points_of_the_daes_have_their_own_day_and_else_thirty(officer):
    case = six()
    acts(case, *DONE, (K.DAES_FILING, date(2021, 7, 1)), (K.DAES_OBSERVATION, date(2021, 7, 9)))
    assert _tasks(officer, date(2021, 7, 10), "legal_observed")[0].due_on == date(2021, 8, 8)
    observed = LegalEvent.objects.get(kind=K.DAES_OBSERVATION)
    with today(date(2021, 7, 12)):
        points = [("Falta la lista", date(2021, 7, 30)), ("Falta el CVE", None)]
        first, second = legal.add_points(by=officer, event=observed, points=points)
    assert _tasks(officer, date(2021, 7, 13), "legal_observed")[0].due_on == date(2021, 7, 30)
    answer = act(case, K.DAES_ANSWER, date(2021, 7, 20))
    with today(date(2021, 7, 20)):
        legal.answer_points(by=officer, event=answer, answers={first: "Va la lista"})
        assert first.answer.text == "Va la lista"
        assert not hasattr(second, "answer")
    assert not _tasks(officer, date(2021, 7, 21), "legal_observed")


def test_the_calendar_warns_of_a_cure_on_working_days_until_each_act_is_recorded():
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, date(2021, 8, 25)))
    act(case, K.CURE_DEED, date(2021, 9, 3))
    term = clocks.term(key="cure.gazette", starts_on=date(2021, 9, 3), working=shipped_calendar(), region="05")
    stem = f"clock:cure_publication:{case.pk}"
    assert _days(case, date(2021, 9, 3), stem) == {stem: date(2021, 11, 2)} | {
        f"{stem}:{days}": day for days, day in term.reminders
    }
    act(case, K.CURE_PUBLICATION, date(2021, 9, 10))
    assert _days(case, date(2021, 9, 10), stem) == {}
