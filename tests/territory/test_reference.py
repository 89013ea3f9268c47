"""The reference tables after `load_reference`, in a real database."""

import datetime as dt
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from incubator import calendars, reference, territory
from incubator.models.territory import CalendarException, Commune, CommuneSpelling, Holiday, Province, Region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh():
    territory.forget()
    calendars.forget()
    yield
    territory.forget()
    calendars.forget()


def test_the_whole_territory_is_there():
    assert (Region.objects.count(), Province.objects.count(), Commune.objects.count()) == (16, 56, 346)
    quillota = Commune.objects.select_related("province__region").get(code="05501")
    assert (quillota.name, quillota.province.name, quillota.province.region.name) == (
        "Quillota",
        "Quillota",
        "Valparaíso",
    )
    assert quillota.region_code == "05"


def test_communes_come_in_spanish_order():
    names = list(Commune.objects.filter(code__in=["13120", "09111", "16101", "11101"]).values_list("name", flat=True))
    assert names == ["Chillán", "Coyhaique", "Nueva Imperial", "Ñuñoa"]


def test_the_database_reads_every_observed_spelling_as_the_files_do():
    from_database = territory.gazetteer()
    assert from_database is not territory.shipped_gazetteer()
    spellings = territory.shipped_spellings()
    assert [r for r in spellings if from_database.resolve(r["grafia"]) != (r["cod_comuna"] or None)] == []
    assert territory.resolve("Quillota, V Región") == "05501"
    assert CommuneSpelling.objects.get(folded="llay llay").commune_id == "05703"


def test_the_gazetteer_asks_the_database_once(django_assert_num_queries):
    with django_assert_num_queries(2):
        territory.resolve("Quillota")
        territory.resolve("La Calera")


def test_every_shipped_holiday_is_in_the_table():
    assert Holiday.objects.filter(region=None).count() == 182
    assert not calendars.is_business_day(dt.date(2021, 6, 7), "15")
    assert calendars.is_business_day(dt.date(2021, 6, 7), "05")


def test_an_exception_of_the_table_moves_a_term():
    CalendarException.objects.create(
        day=dt.date(2021, 6, 16), region_id="05", is_working=False, reason="Feriado local."
    )
    calendars.forget()
    assert calendars.add_business_days(dt.date(2021, 6, 15), 1, "05") == dt.date(2021, 6, 17)
    assert calendars.add_business_days(dt.date(2021, 6, 15), 1) == dt.date(2021, 6, 16)


def test_business_days_ask_the_database_once(django_assert_num_queries):
    with django_assert_num_queries(2):
        for number in range(50):
            calendars.add_business_days(dt.date(2021, 6, 1), number)


@pytest.mark.parametrize(
    "exception",
    [
        {"day": dt.date(2021, 6, 16), "region_id": None, "reason": "Otra vez."},
        {"day": dt.date(2021, 6, 17), "region_id": None, "reason": ""},
    ],
)
def test_the_database_refuses_a_repeated_or_unexplained_exception(exception):
    CalendarException.objects.create(day=dt.date(2021, 6, 16), reason="Temporal.")
    with pytest.raises(ValidationError):
        CalendarException(**exception).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarException.objects.create(**exception)


def test_the_application_cannot_rewrite_the_territory():
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("select has_table_privilege(current_user, 'incubator_commune', 'update, insert, delete')")
        assert cursor.fetchone() == (False,)


def test_a_loader_cannot_take_anothers_name():
    reference.registered()
    with pytest.raises(ValueError, match="Territorio"):
        reference.register("Territorio", lambda: "")


def test_the_command_says_what_it_would_load():
    assert list(reference.registered())[:2] == ["Territorio", "Feriados"]
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():  # only the owner may run it
        call_command("load_reference", stdout=StringIO())
