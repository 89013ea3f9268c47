"""How a cell is read, one sentence at a time: blanks, RUNs, dates, yes and no, phones."""

import datetime

import pytest

from tests.census.conftest import ANA, LUIS, MORE, SUN


def _warnings(reading):
    return [(item.row, item.reason) for item in reading.warnings]


@pytest.mark.parametrize(
    "blank", ["", "-", "s/i", "S/I", "no tiene", "No tiene", "sin información", "#N/A", "#¡REF!", "—", "  "]
)
def test_a_blank_says_nothing_in_any_column(rows, blank):
    reading = rows([*SUN, *ANA, blank, blank, blank], [blank, blank, blank, blank, blank, *LUIS, blank, blank, blank])
    assert _warnings(reading) == []
    assert [(p.birth_date, p.disability, p.phone, p.group) for p in reading.people] == [
        (None, None, None, "Taller Sol")
    ] * 2


@pytest.mark.parametrize(
    "text",
    ["", "sin rut", "S/RUT", "en trámite", "Pasaporte AB123456", "DNI 45678912", "P1234567", "no tiene", "pendiente"],
)
def test_who_has_no_run_is_loaded_without_it(rows, text):
    reading = rows([*SUN, text, "Ana Soto Rey"])
    assert _warnings(reading) == [(2, "no_rut")]
    assert [p.run for p in reading.people] == [None]


@pytest.mark.parametrize(
    "text", ["12.345.678-9", "12345678", "12.345.678", "12345678-X", "1,23457E+07", "12.345.678-", "123"]
)
def test_a_wrong_or_absent_check_digit_refuses_the_person(rows, text):
    reading = rows([*SUN, text, "Ana Soto Rey"])
    assert [(item.reason, item.value, item.column) for item in reading.rejected] == [("rut", text, "RUN")]


@pytest.mark.parametrize(
    "text",
    ["31-02-2021", "mayo 2021", "2021", "03/25/2021", "mayo de 2021", "29-02-2021", "00-05-2021", "may-21", "05/2021"],
)
def test_an_impossible_or_incomplete_date_warns_where_it_is_written(rows, text):
    reading = rows([*SUN[:3], text, "", *ANA, text], [*MORE[:3], text, "", *LUIS])
    assert _warnings(reading) == [(2, "date"), (2, "date")]
    assert reading.groups[0].recorded_on is None


@pytest.mark.parametrize(
    "text",
    [
        "3 de mayo de 2021",
        "03/may/21",
        "3-5-21",
        "3.5.2021",
        "lunes 3 de mayo de 2021",
        "1° de mayo de 2021",
        "2021-05-03",
        "44319",
        "03-05-2021 0:00:00",
        "3 mayo 2021",
        "primero de mayo de 2021",
    ],
)
def test_a_date_is_read_in_each_form(rows, text):
    day = 1 if text.startswith(("1°", "primero")) else 3
    reading = rows([*SUN[:3], text, "", *ANA])
    assert (reading.groups[0].recorded_on, _warnings(reading)) == (datetime.date(2021, 5, day), [])


@pytest.mark.parametrize(
    ("text", "year"), [("05/06/21", 2021), ("06/09/21", 1921), ("07/10/51", 1951), ("28-nov-68", 1968)]
)
def test_two_digits_of_a_year_never_make_a_birth_in_the_future(rows, text, year):
    assert rows([*SUN, *ANA, text]).people[0].birth_date.year == year


@pytest.mark.parametrize("age", ["61 años", 45, "45", 38.0, "39 años aprox.", "7"])
def test_an_age_in_place_of_a_birth_is_ignored(rows, age):
    reading = rows([*SUN, *ANA, age])
    assert (reading.people[0].birth_date, _warnings(reading)) == (None, [])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Sí", True),
        ("✓", True),
        (1, True),
        ("x", True),
        ("Visual", True),
        ("Física y visual", True),
        ("si, con credencial", True),
        ("Sí (RND)", True),
        ("Con discapacidad", True),
        ("PcD", True),
        ("Sensorial auditiva", True),
        ("No", False),
        (0, False),
        ("No.", False),
        ("FALSO", False),
        ("Sin discapacidad", False),
        ("en trámite", None),
        ("?", None),
        ("s/i", None),
        ("Sí/No", None),
        ("no sabe", None),
        ("esquizofrenia", None),
    ],
)
def test_disability_is_yes_no_or_not_stated(rows, text, answer):
    reading = rows([*SUN, *ANA, "", text])
    assert reading.people[0].disability is answer
    assert "esquizofrenia" not in repr(reading.people) + repr(reading.warnings)


def test_under_the_kind_only_an_official_origin_is_kept(rows):
    head = ["Agrupación", "RUN", "Nombre", "Tipo de discapacidad", "Patología"]
    reading = rows(["Taller Sol", *ANA, "Visual", "glaucoma"], ["", *LUIS, "TEA grado 2", "TEA"], head=head)
    assert [p.disability_kind for p in reading.people] == ["2", None]
    assert "TEA" not in repr(reading)
    assert "glaucoma" not in repr(reading)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("8765 4321", "+56987654321"),
        ("7654 3210", "+56976543210"),
        ("2212345", None),
        ("51 2223147 / 9 8765 4321", "+56987654321"),
        ("22 516 711 3", "+56225167113"),
        ("987654321 976543210", "+56987654321"),
        ("9 8765 4321 (mamá)", "+56987654321"),
        ("+54 9 11 2345-6789", "+5491123456789"),
        (56987654321, "+56987654321"),
        ("09-87654321", "+56987654321"),
        ("no contesta", None),
    ],
)
def test_a_phone_is_the_first_valid_mobile_else_the_first_valid_number(rows, text, phone):
    reading = rows([*SUN, *ANA, "", "", text])
    assert (reading.people[0].phone, _warnings(reading)) == (phone, [] if phone else [(2, "phone")])
