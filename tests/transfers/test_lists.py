"""Lists do not ask more of the database as they grow, and a code is found wherever the group is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import Stage
from incubator import calendars
from tests.factories.cases import case_in
from tests.factories.people import coordinator_of, incubator
from tests.transfers.scene import TAKEN, accepted, asked, two_places

pytestmark = pytest.mark.django_db


def _queries(client, name):
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as asked_for:
        assert client.get(reverse(name)).status_code == 200
    return len(asked_for)


@pytest.mark.parametrize("name", ["moved_list", "transfer_list"])
def test_the_lists_ask_the_same_with_one_row_and_with_three(client, name):
    origin, _ = two_places()
    client.force_login(coordinator_of(origin))
    accepted(asked(case_in(Stage.CENSUS, at=origin)))
    with calendars.travel(TAKEN + timedelta(days=1)):
        one = _queries(client, name)
    for _ in range(2):
        accepted(asked(case_in(Stage.CENSUS, at=origin)))
    with calendars.travel(TAKEN + timedelta(days=1)):
        assert _queries(client, name) == one


@pytest.mark.parametrize("name", ["moved_list", "transfer_list", "call_list", "group_list"])
def test_the_menu_says_where_one_is(client, name):
    client.force_login(coordinator_of(incubator()))
    (current,) = [entry for entry in client.get(reverse(name)).context["nav"] if entry["current"]]
    assert current["label"] == "Grupos"


def test_the_group_list_of_the_receiver_asks_the_same_with_groups_that_came(client):
    origin, receiver = two_places()
    client.force_login(coordinator_of(receiver))
    accepted(asked(case_in(Stage.CENSUS, at=origin)))
    with calendars.travel(TAKEN + timedelta(days=1)):
        one = _queries(client, "group_list")
    for _ in range(2):
        accepted(asked(case_in(Stage.CENSUS, at=origin)))
    with calendars.travel(TAKEN + timedelta(days=1)):
        assert _queries(client, "group_list") == one
    assert incubator("05502") == receiver


@pytest.mark.parametrize("name", ["transfer_accept", "transfer_reject"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_transfer_already_answered_says_so_and_asks_nothing_again(name, method, client):
    origin, receiver = two_places()
    taken = accepted(asked(case_in(Stage.CENSUS, at=origin)))
    client.force_login(coordinator_of(receiver))
    with calendars.travel(TAKEN):
        page = getattr(client, method)(reverse(name, args=[taken.pk]), follow=True)
    assert page.redirect_chain[0][0] == reverse("transfer_detail", args=[taken.pk])
    assert "ya se respondió" in page.content.decode()
