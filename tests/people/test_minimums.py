"""Below the minimum: of the programme from training on, of the law from formalization on, and the six months."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases import clocks, minimums
from incubator.enums import LegalStatus
from incubator.models import Organization
from incubator.parameters import Parameters
from incubator.services import organizations
from tests import factories

TODAY = date(2021, 6, 15)


@pytest.mark.parametrize(
    ("fell", "recover", "publish"),
    [
        (date(2021, 1, 15), date(2021, 7, 15), date(2021, 9, 13)),
        (date(2021, 8, 31), date(2022, 2, 28), date(2022, 4, 29)),
        (date(2023, 8, 31), date(2024, 2, 29), date(2024, 4, 29)),
        (date(2021, 12, 30), date(2022, 6, 30), date(2022, 8, 29)),
    ],
)
def test_the_six_months_of_article_13(fell, recover, publish):
    assert clocks.recovery_deadline(fell) == recover
    assert clocks.dissolution_deadline(recover) == publish


def _drop(case, officer, day):
    row = case.organization.members_on(day).last()
    organizations.leave(by=officer, membership=row, until=day, reason="job")


def _lacks(case):
    rules = {case.incubator_id: Parameters()}
    return minimums.shortfalls([case], TODAY, rules)[case.pk]


def test_enough_members_lack_nothing(place):
    assert _lacks(factories.case_in("training")) == []


def test_below_the_programme_since_the_day_it_fell(place, officer):
    case = factories.case_in("training")
    _drop(case, officer, date(2021, 6, 10))
    (lack,) = _lacks(case)
    assert (lack.by_law, lack.count, lack.minimum, lack.fell_on) == (False, 4, 5, date(2021, 6, 10))
    assert lack.due_on == lack.fell_on + timedelta(days=30)
    assert lack.clock is None


def test_before_training_nothing_is_asked(place, officer):
    assert _lacks(factories.case_in("census", members=2)) == []


def test_from_formalization_the_law_asks_too_and_a_constituted_one_has_six_months(place, officer):
    case = factories.case_in("formalization")
    _drop(case, officer, date(2021, 6, 10))
    law, programme = _lacks(case)
    assert (law.by_law, programme.by_law, law.clock) == (True, False, None)
    Organization.objects.filter(pk=case.organization_id).update(legal_status=LegalStatus.VALID)
    clock = _lacks(case)[0].clock
    assert clock.recover_by == date(2021, 12, 10)
    assert clock.publish_by == date(2022, 2, 8)


def test_the_pages_say_it_with_the_article(place, officer, enter):
    case = factories.case_in("formalization")
    _drop(case, officer, date(2021, 6, 10))
    Organization.objects.filter(pk=case.organization_id).update(legal_status=LegalStatus.VALID)
    client = enter(officer)
    page = client.get(reverse("group_members", args=[case.organization_id])).content.decode()
    assert "art. 13" in page
    assert "Bajo el mínimo legal" in client.get(reverse("group_detail", args=[case.organization_id])).content.decode()
    assert "Bajo el mínimo legal" in client.get(reverse("group_list")).content.decode()
