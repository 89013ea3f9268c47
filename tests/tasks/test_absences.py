"""Absences: recorded by oneself or by whoever governs the post, without health, and never two at once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from incubator.models import Absence
from incubator.requirements import Refused
from incubator.services import absences
from tests import factories
from tests.tasks.conftest import TODAY

WEEK = {"since": date(2021, 6, 21), "until": date(2021, 6, 28), "reason": "holiday", "on": TODAY}


def test_one_records_her_own_and_calls_it_off(officer, enter):
    client = enter(officer)
    data = {"since": "21-06-2021", "last_day": "27-06-2021", "reason": "leave"}
    assert client.post(reverse("my_absences"), data).status_code == 302
    absence = Absence.objects.get(user=officer)
    assert absence.until == date(2021, 6, 28)
    client.post(reverse("my_absence_end", args=[absence.pk]))
    absence.refresh_from_db()
    assert absence.until == absence.since
    assert client.post(reverse("my_absences"), data).status_code == 302  # one called off takes no day


def test_two_absences_never_share_a_day(officer):
    absences.record(by=officer, user=officer, **WEEK)
    with pytest.raises(Refused, match="Ya hay una ausencia"):
        absences.record(by=officer, user=officer, **{**WEEK, "since": date(2021, 6, 27), "until": date(2021, 7, 5)})


def test_the_coordination_records_that_of_its_officers_and_nobody_else_does(officer, coordinator, enter):
    page = enter(coordinator).post(
        reverse("team_absences"),
        {"user": officer.pk, "since": "21-06-2021", "last_day": "22-06-2021", "reason": "duty"},
    )
    assert page.status_code == 302
    assert "Cometido" in enter(coordinator).get(reverse("team_absences")).content.decode()
    colleague = factories.user_with("officer_development", at=factories.incubator())
    with pytest.raises(PermissionDenied):
        absences.record(by=colleague, user=officer, **WEEK)
    stranger = factories.user_with("coordinator", at=factories.incubator("05502"))
    absence = Absence.objects.get()
    assert enter(stranger).post(reverse("team_absence_end", args=[absence.pk])).status_code == 404


@pytest.mark.parametrize(("since", "until"), [(3, 3), (-5, -1), (0, 400)])
def test_the_days_must_make_sense(since, until, officer):
    with pytest.raises(Refused):
        absences.record(
            by=officer, user=officer, reason="other", on=TODAY, since=TODAY + timedelta(days=since),
            until=TODAY + timedelta(days=until),
        )  # fmt: skip
