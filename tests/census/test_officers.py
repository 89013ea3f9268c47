"""Census sheets as different officers keep them: each test is one habit, and what a correct reading says of it."""

import pytest

from incubator.country import check_digit
from tests.census.writers import as_text, as_xlsx


def _run(number):
    """The n-th invented RUN, valid and as it is kept."""
    body = 7_100_000 + number * 183_607
    return f"{body}-{check_digit(body)}"


def _body(number):
    return int(_run(number).split("-")[0])


def _sheet(*rows):
    return as_xlsx({"Hoja1": list(rows)})


def _members(reading):
    return [(group.name, group.members) for group in reading.groups]


def _people(reading):
    return [(person.run, person.name, person.group) for person in reading.people]


def test_headers_may_be_abbreviated(read):
    head = ["Nº", "Nom. Agrup.", "P.J.", "Giro", "F. Insc.", "N° C.I.", "Ap. Paterno", "Ap. Materno", "Nombres"]
    head += ["F.NAC", "Disc.", "Tel."]
    row = [1, "Taller Sol", "S", "Costura", "03-05-2021", _run(1), "Soto", "Rey", "Ana", "02-01-1970", "S", "987654321"]
    reading = read(_sheet(head, row))
    wanted = ("group", "formal", "trade", "recorded_on", "rut", "surname_1", "surname_2", "given_names")
    assert dict(reading.columns) == dict(zip((*wanted, "birth_date", "disability", "phone"), head[1:], strict=True))
    assert _people(reading) == [(_run(1), "Ana Soto Rey", "Taller Sol")]


def test_the_check_digit_may_be_called_cod_verif(read):
    number, digit = _run(1).split("-")
    reading = read(_sheet(["Organización", "Cédula", "Cód. Verif.", "Nombre"], ["Taller Sol", number, digit, "Ana"]))
    assert reading.columns["check_digit"] == "Cód. Verif."
    assert reading.people[0].run == _run(1)


def test_each_group_may_have_its_own_table_with_its_name_above_the_header(read):
    head = ["N°", "RUT", "Nombre"]
    first = [["CATASTRO"], ["Agrupación: Los Copihues"], head, [1, _run(1), "Ana Soto"], ["Total: 1"], []]
    second = [["Agrupación: Las Quilas"], head, [1, _run(2), "Luis Toro"], [], ["Firma y timbre"]]
    reading = read(_sheet(*first, *second))
    assert reading.header_row == 3
    assert _members(reading) == [("Los Copihues", 1), ("Las Quilas", 1)]
    assert reading.rejected == ()


def test_a_title_that_begins_as_a_group_s_name_names_the_only_table(read):
    rows = [["CATASTRO 2021"], ["TALLER RAYÚN"], ["N°", "RUN", "Nombre"], [1, _run(1), "Ana Soto"]]
    assert _members(read(_sheet(*rows))) == [("TALLER RAYÚN", 1)]


def test_the_municipality_above_the_header_is_no_group(read):
    rows = [
        ["Organización: Municipalidad de Ovalle"],
        ["RUN", "Nombre"],
        [_run(1), "Ana"],
        ["Grupo: Sol"],
        [_run(2), "Eva"],
    ]
    reading = read(_sheet(*rows))
    assert _members(reading) == [("Sol", 1)]
    assert [(item.row, item.reason) for item in reading.rejected] == [(3, "missing_group")]


def test_under_labelled_groups_a_lone_name_is_a_person_without_run(read):
    rows = [["RUN", "Nombre"], ["Grupo: Los Sauces"], [_run(1), "Ana Soto"], ["", "Pedro Rojas"], [_run(2), "Eva Paz"]]
    rows += [["Grupo: Las Rosas"], ["", "Juan Díaz"]]
    reading = read(_sheet(*rows))
    assert _members(reading) == [("Los Sauces", 3), ("Las Rosas", 1)]
    assert [(item.row, item.reason) for item in reading.warnings] == [(4, "no_rut"), (7, "no_rut")]


def test_of_a_whole_board_the_president_represents_the_group(read):
    head = ["Agrupación", "N° integrantes", "Tesorero(a)", "RUN tesorero(a)", "Fono tesorero(a)"]
    head += ["Presidente(a)", "RUN presidente(a)", "Fono presidente(a)", "Secretario(a)", "RUN secretario(a)"]
    rows = [
        [
            f"Taller {word}",
            5,
            "Eva Paz",
            _run(i),
            "911111111",
            "Ana Soto",
            _run(i + 10),
            "987654321",
            "Luis",
            _run(i + 20),
        ]
        for i, word in enumerate(("Sol", "Luz", "Mar"))
    ]
    reading = read(_sheet(head, *rows))
    assert reading.columns["rut"] == "RUN presidente(a)"
    assert [(p.name, p.run, p.phone) for p in reading.people] == [
        ("Ana Soto", _run(i), "+56987654321") for i in (10, 11, 12)
    ]


def test_a_member_without_phone_does_not_get_that_of_who_represents_the_group(read):
    head = ["Agrupación", "Representante", "Celular representante", "Nombre socio/a", "RUN socio/a", "Fono socio/a"]
    rows = [
        ["Taller Sol", "Ana Soto", "987654321", "Luis Toro", _run(1), ""],
        ["", "", "", "Eva Paz", _run(2), "976543210"],
    ]
    reading = read(_sheet(head, *rows))
    assert reading.columns["phone"] == "Fono socio/a"
    assert [(p.name, p.phone) for p in reading.people] == [("Luis Toro", None), ("Eva Paz", "+56976543210")]


def test_integrantes_may_head_the_names_of_people_or_a_count(read):
    few = read(
        _sheet(["Taller", "Integrantes", "Rut"], ["Sol", "Ana Soto Rey", _run(1)], ["", "Luis Toro Paz", _run(2)])
    )
    assert _members(few) == [("Sol", 2)]
    head = ["Colectivo", "Integrantes", "Dirigente", "R.U.N. dirigente"]
    counted = read(_sheet(head, ["Sol", 6, "Ana Soto", _run(1)], ["Luz", "4 aprox.", "Luis Toro", _run(2)]))
    assert _members(counted) == [("Sol", 6), ("Luz", 4)]


def test_the_columns_may_be_numbered_under_their_header(read):
    rows = [["Agrupación", "Rubro", "RUN", "Nombre"], [1, 2, 3, 4], ["Taller Sol", "Costura", _run(1), "Ana Soto"]]
    reading = read(_sheet(*rows))
    assert (_members(reading), reading.rows_read) == ([("Taller Sol", 1)], 1)


@pytest.mark.parametrize(
    "foot",
    [
        [["S = Sí; N = No; s/i = sin información"]],
        [["Revisado por", "", "Marta Soto"]],
        [
            ["________________", "", "________________"],
            ["Marta Soto", "", "Pedro Rojas"],
            ["Encargada", "", "Director"],
        ],
        [["Firma y timbre"], ["", "", "Marta Soto Encargada"]],
        [["Hombres", 12], ["Mujeres", 9]],
        [["Total agrupaciones", "", 2]],
    ],
)
def test_legends_tallies_and_signatures_under_the_table_are_no_data(read, foot):
    rows = [["Agrupación", "RUN", "Nombre"], ["Taller Sol", _run(1), "Ana Soto"], ["", _run(2), "Luis Toro"], []]
    reading = read(_sheet(*rows, *foot))
    assert (_members(reading), reading.rows_read, reading.warnings) == ([("Taller Sol", 2)], 2, ())


def test_the_last_row_may_hold_only_a_name(read):
    rows = [["Agrupación", "RUN", "Nombre"], ["Taller Sol", _run(1), "Ana Soto"], ["", "", "Luis Toro"]]
    reading = read(_sheet(*rows))
    assert [(p.name, p.run) for p in reading.people] == [("Ana Soto", _run(1)), ("Luis Toro", None)]


def test_the_header_may_have_three_rows(read):
    rows = [
        ["CATASTRO"],
        ["", "ORGANIZACIÓN", "", "PERSONA", "", "", ""],
        ["N°", "Nombre", "Rubro", "Identificación", "", "Nombre completo", "Teléfono"],
        ["", "", "", "RUN", "DV", "", ""],
        [1, "Taller Sol", "Costura", *_run(1).split("-"), "Ana Soto", "987654321"],
    ]
    reading = read(_sheet(*rows))
    assert reading.header_row == 4
    assert (_members(reading), _people(reading)) == ([("Taller Sol", 1)], [(_run(1), "Ana Soto", "Taller Sol")])


def test_the_same_word_under_two_bands_is_two_fields(read):
    rows = [
        ["", "DATOS DE LA AGRUPACIÓN", "", "DATOS DE LA PERSONA", "", "DISCAPACIDAD", ""],
        ["N°", "Nombre", "Formal", "RUN", "Nombre", "Sí/No", "Tipo"],
        [1, "Taller Sol", "Sí", _run(1), "Ana Soto", "Sí", "ZZ artrosis"],
    ]
    reading = read(_sheet(*rows))
    assert _people(reading) == [(_run(1), "Ana Soto", "Taller Sol")]
    assert (reading.people[0].disability, reading.people[0].disability_kind) == (True, None)


@pytest.mark.parametrize(
    ("answer", "disability"),
    [
        ("Presenta", True),
        ("Tiene", True),
        ("no especifica", None),
        ("No lo sabe", None),
        ("no sé", None),
        ("no quiere decir", None),
        ("no acredita", None),
        ("no, ninguna", False),
    ],
)
def test_a_person_may_answer_in_words_or_not_answer(read, answer, disability):
    reading = read(_sheet(["Grupo", "RUN", "Nombre", "PcD"], ["Taller Sol", _run(1), "Ana Soto", answer]))
    assert reading.people[0].disability is disability


def test_a_summary_with_more_rows_is_not_the_sheet_of_people(read):
    summary = [["Agrupación", "N° integrantes"], *([f"Taller {letter}", 3] for letter in "ABCDEFGH"), ["TOTAL", 24]]
    people = [["Agrupación", "RUN", "Nombre"], ["Taller A", _run(1), "Ana Soto"], ["", _run(2), "Luis Toro"]]
    assert read(as_xlsx({"Resumen": summary, "Nómina": people})).sheet == "Nómina"


def test_the_run_of_the_organization_is_not_that_of_the_person(read):
    head = ["RUT organización", "Nombre organización", "RUN integrante", "Nombre integrante"]
    reading = read(_sheet(head, ["65.123.456-0", "Taller Sol", _run(1), "Ana Soto"], ["", "", _run(2), "Luis Toro"]))
    assert [person.run for person in reading.people] == [_run(1), _run(2)]


def test_what_is_known_of_a_person_in_another_group_may_disagree(read):
    head = ["Grupo", "RUN", "Nombre", "PcD", "Fono"]
    rows = [["Sol", _run(1), "Ana Soto", "Sí", "987654321"], ["Luz", _run(1), "ANA SOTO", "No", "976543210"]]
    reading = read(_sheet(head, *rows))
    assert [(p.group, p.disability, p.phone) for p in reading.people] == [
        ("Sol", True, "+56987654321"),
        ("Luz", True, "+56987654321"),
    ]
    assert sorted((item.row, item.reason) for item in reading.warnings) == [(3, "conflict"), (3, "repeated_person")]


def test_a_tsv_in_utf_16_with_two_header_rows_and_ditto_marks(read):
    rows = [
        ["N°", "Organización", "", "Integrante", "", "", "Contacto"],
        ["", "Nombre organización", "Formal", "RUT", "DV", "Apellidos, nombres", "Teléfono"],
        ["1", "Taller Ñandú", "Sí", *_run(1).split("-"), "Soto Rey, Ana", "322123456 / 987654321"],
        ["2", "″", "", _body(2), "", "Toro Paz, Luis", ""],
        ["3", "ídem", "", "PAS 123456", "-", "Jean Baptiste, Rose", ""],
    ]
    reading = read(as_text(rows, separator="\t", encoding="utf-16"), "catastro.tsv")
    assert (reading.sheet, reading.header_row, _members(reading)) == (None, 2, [("Taller Ñandú", 2)])
    assert [(p.name, p.phone) for p in reading.people] == [
        ("Ana Soto Rey", "+56987654321"),
        ("Rose Jean Baptiste", None),
    ]
    assert [(item.row, item.column, item.reason) for item in reading.rejected] == [(4, "RUT", "rut")]


def test_a_last_update_is_the_day_of_record_and_an_incomplete_one_warns(read):
    head = ["Grupo", "Última actualización", "RUN", "Nombre"]
    reading = read(_sheet(head, ["Sol", "3-5-21", _run(1), "Ana"], ["Luz", "mayo de 2021", _run(2), "Luis"]))
    assert [str(group.recorded_on) for group in reading.groups] == ["2021-05-03", "None"]
    assert [(item.row, item.reason) for item in reading.warnings] == [(3, "date")]


def test_a_row_of_hints_under_the_header_is_no_person(read):
    hints = ["(nombre)", "(sin puntos)", "(como en la cédula)"]
    reading = read(_sheet(["Agrupación", "RUN", "Nombre"], hints, ["Taller Sol", _run(1), "Ana Soto"]))
    assert (_members(reading), reading.warnings) == ([("Taller Sol", 1)], ())


def test_a_text_that_a_system_wrote_as_a_formula_is_that_text(read):
    data = f'Agrupación;RUN;Nombre\nTaller Sol;"=""{_run(1)}""";Ana Soto\n'.encode()
    assert _people(read(data, "catastro.csv")) == [(_run(1), "Ana Soto", "Taller Sol")]
