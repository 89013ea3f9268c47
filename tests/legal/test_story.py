"""A group of six signs its deed on the Friday before a long weekend and publishes one day late: void, cured, at work."""

from datetime import date

import pytest

from cases.enums import Verb
from cases.formalization.life import LegalEventKind, LegalState
from cases.formalization.reading import acts_of, latest_standing, standing_of
from cases.law import Outcome
from cases.models import Case
from cases.services import advancement
from incubator.enums import LegalStatus
from incubator.requirements import Refused
from tests.factories.people import officer_of
from tests.legal.scene import DEED, LAST_DAY, act, acts, file_of, six, today

pytestmark = pytest.mark.django_db
K, S = LegalEventKind, LegalState


def _status(case):
    return Case.objects.get(pk=case.pk).organization.legal_status


def _answer(case, on):
    file = file_of(case)
    return standing_of(file, acts_of(file), on).outcome


def test_six_people_late_by_one_day_cured_and_at_work():
    case = six()
    assert _status(case) == LegalStatus.DE_FACTO
    acts(case, (K.NOTICE, date(2021, 6, 1)), (K.MEETING, date(2021, 6, 12)), (K.LAWYER_DRAFT, date(2021, 6, 18)))
    act(case, K.DEED, DEED)
    assert (file_of(case).state, _status(case)) == (S.DEEDED, LegalStatus.IN_CONSTITUTION)

    term = standing_of(file_of(case), acts_of(file_of(case)), DEED).terms["gazette"]
    assert (term.due_on, term.last_business_day, term.file_by) == (LAST_DAY, LAST_DAY, date(2021, 8, 20))

    act(case, K.REGISTRY_ENTRY, date(2021, 8, 9))
    assert _answer(case, LAST_DAY) == Outcome.PENDING
    assert _answer(case, date(2021, 8, 25)) == Outcome.VOID  # overdue: nothing can be cured as it stands
    act(case, K.PUBLICATION, date(2021, 8, 25))
    assert (file_of(case).state, _status(case)) == (S.DEEDED, LegalStatus.VOID_CURABLE)
    with today(date(2021, 8, 26)) as on, pytest.raises(Refused, match="saneadas"):
        advancement.advance(by=officer_of(case.incubator), case=case, verb=Verb.START_OPERATION, on=on)

    act(case, K.CURE_DEED, date(2021, 9, 3))
    act(case, K.CURE_PUBLICATION, date(2021, 9, 10))
    assert _status(case) == LegalStatus.VOID_CURABLE
    act(case, K.CURE_ENTRY, date(2021, 9, 20))
    file = file_of(case)
    assert (file.state, _status(case)) == (S.CONSTITUTED, LegalStatus.VALID)
    assert file.changes.last().effective_on == date(2021, 9, 20)
    assert file.events.get(kind=K.CURE_ENTRY).legal_effect_from == DEED
    assert latest_standing(file, acts_of(file)).cured.figures["effect_from"] == DEED

    acts(case, (K.DAES_FILING, date(2021, 9, 22)), (K.DAES_OBSERVATION, date(2021, 10, 4)))
    assert (file_of(case).state, _status(case)) == (S.OBSERVED, LegalStatus.VALID)
    acts(case, (K.DAES_ANSWER, date(2021, 10, 8)), (K.ROLL, date(2021, 10, 20)), (K.TAX_ID, date(2021, 10, 25)))
    act(case, K.TAX_START, date(2021, 11, 2))
    assert file_of(case).state == S.OPERATING
    with today(date(2021, 11, 3)) as on:
        advancement.advance(by=officer_of(case.incubator), case=case, verb=Verb.START_OPERATION, on=on)
    assert Case.objects.get(pk=case.pk).stage == "operation"


def test_a_cure_out_of_term_asks_for_another_cure_deed():
    case = six()
    acts(case, (K.DEED, DEED), (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, date(2021, 8, 25)))
    acts(case, (K.CURE_DEED, date(2021, 9, 3)), (K.CURE_ENTRY, date(2021, 9, 6)))
    act(case, K.CURE_PUBLICATION, date(2021, 11, 3))  # the sixtieth day was 02-11-2021
    assert (file_of(case).state, _status(case)) == (S.DEEDED, LegalStatus.VOID_CURABLE)
    acts(case, (K.CURE_DEED, date(2021, 11, 10)), (K.CURE_ENTRY, date(2021, 11, 15)))
    act(case, K.CURE_PUBLICATION, date(2021, 11, 16))
    assert (file_of(case).state, _status(case)) == (S.CONSTITUTED, LegalStatus.VALID)


def test_evidence_of_an_act_in_term_recorded_late_lets_it_pass():
    case = six()
    acts(case, (K.DEED, DEED), (K.PUBLICATION, date(2021, 7, 1)))
    assert _answer(case, date(2021, 9, 30)) == Outcome.VOID
    with today(date(2021, 9, 30)):
        act(case, K.REGISTRY_ENTRY, date(2021, 8, 24), later=True)
    assert file_of(case).state == S.CONSTITUTED


@pytest.mark.parametrize(
    ("entered", "published", "on", "said"),
    [
        (None, None, LAST_DAY, Outcome.PENDING),
        (None, None, date(2021, 8, 25), Outcome.VOID),
        (DEED, None, date(2021, 8, 25), Outcome.VOID),
        (DEED, LAST_DAY, LAST_DAY, Outcome.VALID),
        (DEED, LAST_DAY, date(2021, 8, 23), Outcome.PENDING),  # as known the day before
        (date(2021, 8, 25), LAST_DAY, date(2021, 8, 25), Outcome.VOID_CURABLE),
        (date(2021, 8, 25), LAST_DAY, LAST_DAY, Outcome.PENDING),
    ],
)
def test_what_r20_answers_each_day(entered, published, on, said):
    case = six()
    act(case, K.DEED, DEED)
    for kind, day in ((K.REGISTRY_ENTRY, entered), (K.PUBLICATION, published)):
        if day:
            act(case, kind, day)
    assert _answer(case, on) == said


def test_a_judgment_ends_the_file_and_the_group_is_void():
    case = six()
    act(case, K.DEED, DEED)
    act(case, K.JUDGMENT, date(2021, 12, 1))
    assert (file_of(case).state, file_of(case).closed_on) == (S.VOID, date(2021, 12, 1))
    assert _status(case) == LegalStatus.VOID
