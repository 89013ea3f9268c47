"""The pages of the calls: the list with its filters, the calendar, one call with its versions, what groups say."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.funding.bases.shapes import Closing, Dates, Source, Wall
from cases.funding.words import Channel
from cases.models import CallInterest, FundingCall
from incubator import calendars
from incubator.enums import Role
from tests import factories
from tests.funding.scene import a_call, a_version, an_application, some_bases

pytestmark = pytest.mark.django_db
NOON = datetime(2021, 8, 2, 12, tzinfo=calendars.ZONE)


@pytest.fixture(autouse=True)
def noon():
    with calendars.travel(NOON):
        yield


def text(answer):
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def closing(day, hour=14, key="online", **fields):
    return Closing(key, Channel.ONLINE, Wall(datetime(2021, day.month, day.day, hour)), **fields)


def test_the_list_says_the_hour_and_the_days_left_of_what_is_open(officer, place, enter):
    a_call(place)
    a_call(place, key="cerrado", programme="Fondo cerrado", bases=some_bases(closings=(closing(date(2021, 8, 1)),)))
    later = some_bases(dates=Dates(opens_on=date(2021, 9, 1)), closings=(closing(date(2021, 9, 30)),))
    a_call(place, key="despues", programme="Fondo que viene", bases=later)
    client = enter(officer)
    page = text(client.get(reverse("fund_list")))
    assert "Fondo de ejemplo" in page
    assert "12-08-2021 a las 14:00" in page
    assert "Quedan 10 días" in page
    assert "Fondo cerrado" not in page
    assert "Fondo que viene" not in page
    assert "Fondo cerrado" in text(client.get(reverse("fund_list"), {"estado": "cerrados"}))
    coming = text(client.get(reverse("fund_list"), {"estado": "proximos"}))
    assert "Fondo que viene" in coming
    assert "Abre el 01-09-2021" in coming


def test_each_filter_narrows_the_list_and_an_empty_one_says_what_to_do(officer, place, enter):
    a_call(place, bases=some_bases(applicants=("cooperative",), regions=("05",)))
    client = enter(officer)

    def found(**asked):
        return "Fondo de ejemplo" in text(client.get(reverse("fund_list"), asked))

    assert found(postula="cooperative")
    assert not found(postula="member")
    assert found(region="05")
    assert not found(region="13")
    assert found(q="ejemplo dinero")
    assert not found(q="acuicultura")
    assert found(institucion=FundingCall.objects.get().agency_id)
    assert not found(interesa="1")
    case = factories.cases.case_in(at=place)
    CallInterest.objects.create(
        case=case, call=FundingCall.objects.get(), happened_on=NOON.date(), kind="interested", recorded_by=officer
    )
    assert found(interesa="1")
    assert "Quite algún filtro" in text(client.get(reverse("fund_list"), {"q": "acuicultura"}))


def test_the_queries_of_the_list_do_not_grow_with_the_calls(officer, place, enter):
    client = enter(officer)

    def counted():
        with CaptureQueriesContext(connection) as asked:
            text(client.get(reverse("fund_list")))
        return len(asked)

    a_call(place)
    counted()
    few = counted()
    for number in range(6):
        a_call(place, key=f"otro-{number}")
    assert counted() == few
    own = few - _shell(client)
    assert own <= 12, own


def _shell(client):
    """What the shell of any page asks."""
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("help"))
    return len(asked)


def test_the_page_says_each_value_with_its_source_and_its_year_and_what_is_a_demonstration(officer, place, enter):
    sources = (Source("money", "elcalbucano.cl", 2024, "C"), Source("money.maximum", "scribd 421844607", 2020, "?"))
    call = a_call(place, bases=some_bases(sources=sources), is_demonstration=True)
    page = text(enter(officer).get(reverse("fund_call", args=[call.pk])))
    assert "scribd 421844607, 2020 (de otro año) · sin ver" in page
    assert "$ 5.000.000" in page
    assert "de demostración" in page


def test_two_versions_are_compared_and_who_follows_the_older_one_is_counted(officer, place, enter):
    call = a_call(place)
    case = factories.cases.case_in(at=place)
    an_application(case, call, by=officer, on=NOON.date())
    longer = replace(some_bases(), closings=(closing(date(2021, 8, 20), act="Res. 2"),))
    a_version(call, longer, in_force_from=NOON.date())
    client = enter(officer)
    assert "1 postulación abierta sigue" in text(client.get(reverse("fund_call", args=[call.pk])))
    page = text(client.get(reverse("fund_version", args=[call.pk, 2])))
    assert "12-08-2021 a las 14:00" in page
    assert "20-08-2021 a las 14:00. Res. 2" in page
    elsewhere = factories.people.officer_of(factories.incubator("05601"))
    assert "postulación abierta" not in text(enter(elsewhere).get(reverse("fund_call", args=[call.pk])))


def test_the_hour_of_a_group_of_magallanes_is_added(place, enter):
    call = a_call(place)
    far = factories.people.officer_of(factories.incubator("12101"))
    page = text(enter(far).get(reverse("fund_call", args=[call.pk])))
    assert "las 15:00, hora de Magallanes" in page


def test_the_calendar_and_its_file_say_code_and_kind_and_no_group(officer, place, enter):
    call = a_call(place)
    case = factories.cases.case_in(at=place)
    an_application(case, call, by=officer, on=NOON.date())
    client = enter(officer)
    assert "12-08-2021 a las 14:00" in text(client.get(reverse("fund_calendar"), {"mes": "2021-08"}))
    assert "Nada este mes" in text(client.get(reverse("fund_calendar"), {"mes": "2021-07"}))
    answer = client.get(reverse("fund_calendar_file"))
    assert answer["Content-Type"].startswith("text/calendar")
    found = answer.content.decode().replace("\r\n ", "")
    assert "DTSTART:20210812T180000Z" in found
    assert case.organization.name not in found


def test_a_group_is_written_as_interested_or_set_aside_with_why(officer, place, enter):
    call, case = a_call(place), factories.cases.case_in(at=place)
    client = enter(officer)
    address = reverse("fund_interest", args=[call.pk])
    page = text(client.post(address, {"group": case.organization_id, "kind": "discarded"}))
    assert "Escriba por qué la descartan." in page
    client.post(address, {"group": case.organization_id, "kind": "discarded", "reason": "Piden dos años"})
    page = text(client.get(reverse("fund_call", args=[call.pk])))
    assert "descartada. Piden dos años" in page


def test_another_agreement_and_a_role_without_funds_see_no_call(officer, place, enter):
    call = a_call(place)
    other = factories.people.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.people.agreement("9999"))
    assert enter(other).get(reverse("fund_call", args=[call.pk])).status_code == 404
    analyst = factories.people.user_with(Role.FUNDER_ANALYST, at=call.agreement)
    assert enter(analyst).get(reverse("fund_list")).status_code == 403
