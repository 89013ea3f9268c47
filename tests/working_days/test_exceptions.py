"""A coordinator declares the days of her region, and the terms in business days follow."""

from datetime import date

import pytest
from django.urls import reverse

from incubator import calendars
from incubator.enums import Role
from incubator.models import CalendarException, Post
from tests.factories import incubator, user_with

pytestmark = pytest.mark.django_db
DAY = date(2021, 6, 16)


@pytest.fixture(autouse=True)
def _that_june():
    with calendars.travel("2021-06-15"):
        calendars.forget()
        yield
    calendars.forget()


@pytest.fixture
def boss(client):
    user = user_with(Role.COORDINATOR, at=incubator())
    client.force_login(user)
    return user


def _declare(client, day="16-06-2021", **more):
    data = {"day": day, "is_working": "no", "reason": "Decreto 12, aniversario de la comuna"} | more
    return client.post(reverse("working_days"), data, follow=True)


def test_a_day_declared_in_a_region_is_not_a_business_day_there_and_is_one_elsewhere(
    client, boss, django_capture_on_commit_callbacks
):
    assert calendars.is_business_day(DAY, "05")
    with django_capture_on_commit_callbacks(execute=True):
        answer = _declare(client)
    assert "Decreto 12" in answer.content.decode()
    assert not calendars.is_business_day(DAY, "05")
    assert calendars.is_business_day(DAY, "04")
    assert calendars.add_business_days(date(2021, 6, 15), 1, "05") == date(2021, 6, 17)


def test_a_day_taken_back_is_again_what_the_calendar_says(client, boss, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _declare(client)
        client.post(reverse("working_day_withdraw", args=[CalendarException.objects.get().pk]))
    assert calendars.is_business_day(DAY, "05")


def test_the_same_day_twice_keeps_what_was_typed_and_says_why(client, boss):
    _declare(client)
    page = _declare(client, reason="Otra vez").content.decode()
    assert "Ese día ya tiene una excepción" in page
    assert "Otra vez" in page


def test_the_days_of_another_region_and_of_the_country_are_not_withdrawn_here(client, boss):
    for region in ("04", None):
        row = CalendarException.objects.create(day=DAY, region_id=region, reason="Otra autoridad")
        assert client.post(reverse("working_day_withdraw", args=[row.pk])).status_code == 404


def test_whoever_coordinates_in_two_regions_takes_back_a_day_of_either(client, boss):
    Post.objects.create(
        user=boss, role=Role.COORDINATOR, incubator=incubator("04102"), since=date(2021, 1, 4), act="Decreto 3"
    )
    for region in ("04", "05"):
        row = CalendarException.objects.create(day=DAY, region_id=region, reason="Decreto 12")
        assert client.post(reverse("working_day_withdraw", args=[row.pk])).status_code == 302
    assert not CalendarException.objects.exists()


def test_whoever_does_not_coordinate_has_no_such_page(client):
    client.force_login(user_with(Role.OFFICER_DISABILITY, at=incubator()))
    assert client.get(reverse("working_days")).status_code == 403
