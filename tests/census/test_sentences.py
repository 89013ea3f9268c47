"""The sentences of truth, one by one, each with rows made to break it."""

import datetime

import pytest

from tests.census.conftest import ANA, DATA, HEAD, LUIS, MORE, SUN
from tests.census.writers import as_ods, as_text, as_xlsx


def _warnings(reading):
    return [(item.row, item.reason) for item in reading.warnings]


def test_a_surname_before_a_comma_goes_last(rows):
    reading = rows([*SUN, "12.345.678-5", "de la Fuente Ñancupil, Ana María"])
    person = reading.people[0]
    assert person.name == "Ana María de la Fuente Ñancupil"
    assert (person.given_names, person.surname_1, person.surname_2) == ("Ana María", "de la Fuente", "Ñancupil")


def test_given_names_and_surnames_in_columns_of_their_own(rows):
    head = ["Grupo", "Nombres", "Ap. Paterno", "Ap. Materno", "RUN"]
    reading = rows(["Taller Sol", "ANA MARÍA", "SOTO", "REY", "123456785"], head=head)
    assert dict(reading.columns) == {
        "group": "Grupo",
        "rut": "RUN",
        "given_names": "Nombres",
        "surname_1": "Ap. Paterno",
        "surname_2": "Ap. Materno",
    }
    assert reading.people[0].name == "Ana María Soto Rey"


def test_names_and_both_surnames_in_two_columns(rows):
    reading = rows(
        ["Taller Sol", "Ana", "San Martín de la Fuente", "123456785"], head=["Grupo", "Nombre", "Apellidos", "RUT"]
    )
    person = reading.people[0]
    assert (person.given_names, person.surname_1, person.surname_2) == ("Ana", "San Martín", "de la Fuente")


def test_a_header_of_surnames_first_without_commas(rows):
    reading = rows(["Taller Sol", "SOTO REY ANA MARÍA", "123456785"], head=["Grupo", "Apellidos y nombres", "RUT"])
    assert reading.people[0].name == "Ana María Soto Rey"


def test_the_header_may_have_two_rows_with_the_names_of_fields_below(read):
    data = as_xlsx(
        {
            "Hoja1": [
                ["CATASTRO"],
                ["N°", "Agrupación", "", "Nombre completo", "", "", "RUN", "", "Fono"],
                ["", "Nombre", "Rubro", "Nombres", "Apellido paterno", "Apellido materno", "Número", "DV", ""],
                [1, "Taller Sol", "Costura", "Ana", "Soto", "Rey", 12345678, "5", "9 8765 4321"],
            ]
        }
    )
    reading = read(data)
    assert reading.header_row == 3
    assert reading.columns["group"] == "Nombre"
    assert reading.columns["phone"] == "Fono"
    assert [(p.run, p.name, p.phone) for p in reading.people] == [("12345678-5", "Ana Soto Rey", "+56987654321")]


def test_a_group_row_names_the_rows_below_it_whatever_its_form(read):
    bands = [
        "Grupo: Los Boldos",
        "ORGANIZACIÓN:  Los Boldos",
        "Grupo N° 3: Los Boldos",
        "Agrupación - Los Boldos",
        "Grupo: Los Boldos (2 integrantes)",
        "Nombre de la organización: Los Boldos",
    ]
    for band in bands:
        data = as_xlsx({"H": [["N°", "Nombre", "RUN"], [band], [1, ANA[1], ANA[0]], [2, LUIS[1], LUIS[0]]]})
        assert [(g.name, g.members) for g in read(data).groups] == [("Los Boldos", 2)], band


def test_a_group_row_in_two_cells_tells_other_facts_too(read):
    band = ["Grupo:", "Los Boldos", "Rubro: Costura", "Formal: Sí"]
    data = as_xlsx({"H": [["N°", "Nombre", "RUN", "Fono"], band, [1, ANA[1], ANA[0]]]})
    group = read(data).groups[0]
    assert (group.name, group.trade, group.formal, group.members) == ("Los Boldos", "Costura", True, 1)


def test_a_group_whose_people_are_all_refused_or_absent_has_none(rows):
    reading = rows(
        [*SUN, "12.345.678-9", "Ana Soto"], ["Club Luna", "No", "Pan", "", ""], ["Junta Mar", "", "", "", "", *LUIS]
    )
    assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", 0), ("Club Luna", 0), ("Junta Mar", 1)]
    assert reading.rows_read == 2
    assert reading.groups[0].formal


def test_a_refused_row_still_tells_the_facts_of_its_group(rows):
    reading = rows(["Taller Sol", "", "", "", "", *ANA], ["", "Sí", "Costura", "03-05-2021", "Ovalle", "1-2", "Luis"])
    group = reading.groups[0]
    assert (group.formal, group.trade, group.recorded_on) == (True, "Costura", datetime.date(2021, 5, 3))
    assert [(item.row, item.reason) for item in reading.rejected] == [(3, "rut")]


def test_nobody_has_a_group_before_the_first_one(rows):
    reading = rows([*MORE, *ANA], [*SUN, *LUIS])
    assert [(item.row, item.reason, item.column, item.value) for item in reading.rejected] == [
        (2, "missing_group", "Agrupación", None)
    ]


def test_one_refusal_per_row_the_group_first_then_the_name_then_the_run(rows):
    reading = rows([*MORE, "12.345.678-9", ""], [*SUN, "12.345.678-9", ""], [*MORE, "12.345.678-9", "Ana Soto"])
    assert [item.reason for item in reading.rejected] == ["missing_group", "missing_name", "rut"]


def test_group_names_match_without_accents_or_case_and_the_first_written_is_kept(rows):
    reading = rows(["Comité Ñandú", *MORE[1:], *ANA], ["COMITE  ÑANDÚ", *MORE[1:], *LUIS])
    assert [(g.name, g.members) for g in reading.groups] == [("Comité Ñandú", 2)]


@pytest.mark.parametrize("ditto", ["″", '"', "''", "ídem", "Id.", '-"-', "〃", "” ”"])
def test_a_ditto_mark_continues_the_group_above(rows, ditto):
    reading = rows([*SUN, *ANA], [ditto, "", "", "", "", *LUIS])
    assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", 2)]


def test_a_lone_quote_in_a_hand_made_csv_is_a_ditto_mark(read):
    text = 'Agrupación;Nombre;RUN\nTaller Sol;Ana Soto;12345678-5\n";Luis Vera;11111111-1\n";Eva Gil;22222222-2\n'
    assert [(g.name, g.members) for g in read(text.encode(), "a.csv").groups] == [("Taller Sol", 3)]


def test_the_same_run_in_a_second_group_is_loaded_there_and_in_its_own_is_one_member(rows):
    reading = rows([*SUN, *ANA], [*MORE, *ANA], ["Club Luna", "", "", "", "", "123456785", "SOTO REY, ANA"])
    assert _warnings(reading) == [(3, "repeated_person"), (4, "repeated_person")]
    assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", 1), ("Club Luna", 1)]
    assert len(reading.people) == 2


def test_a_run_under_another_name_is_not_loaded_again(rows):
    reading = rows([*SUN, *ANA], ["Club Luna", "", "", "", "", ANA[0], "Pedro Lillo Araya"])
    assert _warnings(reading) == [(3, "other_name")]
    assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", 1), ("Club Luna", 0)]


@pytest.mark.parametrize("name", ["ANA SOTO", "Ana M. Soto Rey", "Anna Soto Rey", "Soto Rey, Ana", "Ana  Soto Réy"])
def test_a_name_written_a_little_otherwise_is_the_same_person(rows, name):
    assert _warnings(rows([*SUN, *ANA], ["Club Luna", "", "", "", "", ANA[0], name])) == [(3, "repeated_person")]


def test_what_disagrees_warns_once_and_the_first_value_wins(rows):
    reading = rows(
        [*SUN, *ANA, "", "Sí", "987654321"], ["", "No", "Pan", "", "", *LUIS], ["", "", "", "", "", *ANA, "", "No", ""]
    )
    assert _warnings(reading) == [(3, "conflict"), (4, "repeated_person"), (4, "conflict")]
    assert (reading.groups[0].formal, reading.groups[0].trade) == (True, "Costura")
    assert reading.people[0].disability is True


def test_another_way_of_writing_the_same_value_is_no_conflict(rows):
    reading = rows(
        [*SUN, *ANA, "03-05-1980"], ["TALLER SOL", "x", "COSTURA", "3 de mayo de 2021", "OVALLE", *LUIS, "44"]
    )
    assert _warnings(reading) == []


def test_an_unknown_commune_warns_once_and_another_real_one_does_not(rows):
    reading = rows(
        [*SUN[:4], "Los Manantiales", *ANA],
        ["", "", "", "", "Los Manantiales", *LUIS],
        ["Club Mar", "", "", "", "La Serena", "7.777.777-K", "Eva Gil"],
    )
    assert [item for item in _warnings(reading) if item[1] == "commune"] == [(2, "commune")]


def test_titles_totals_headers_notes_and_numbers_are_never_data(read):
    rows = [
        ["Municipalidad de Ovalle"],
        [],
        HEAD,
        [*SUN, *ANA],
        ["Subtotal", 1],
        ["Municipalidad de Ovalle"],
        HEAD,
        [*MORE, *LUIS, "", "", "", "=2+3"],
        ["Total grupo: 2"],
        [3],
        ["", "", "", "", "", 4],
        [],
        ["TOTAL GENERAL", "", 2],
        ["* datos preliminares"],
        ["Nota: falta el sector rural"],
        ["Fuente: DIDECO"],
        ["", "", "", "", "", "", "María Tapia Lira"],
        ["", "", "", "", "", "", "Encargada de Discapacidad"],
    ]
    for data, name in ((as_xlsx({"H": rows}), "a.xlsx"), (as_ods({"H": rows}), "a.ods"), (as_text(rows), "a.csv")):
        reading = read(data, name)
        assert reading.rows_read == 2, name
        assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", 2)], name
        assert not reading.rejected, name


def test_the_fuller_of_two_sheets_with_people_is_read_and_a_team_list_is_not(read):
    team = [
        ["Nombre", "Cargo", "Teléfono", "Correo"],
        *[[f"Ana {w} Rey", "Apoyo", "512221234", "a@b.cl"] for w in ("Sol", "Mar", "Luz", "Paz")],
    ]
    short = [HEAD, [*SUN, *ANA]]
    full = [HEAD, [*SUN, *ANA], [*MORE, *LUIS]]
    assert read(as_xlsx({"Equipo": team, "2020": short, "2021": full, "Hoja4": [[]]})).sheet == "2021"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("6 aprox.", 6),
        ("aprox. 6", 6),
        (6, 6),
        ("6 (2 mujeres)", 6),
        ("seis", 6),
        ("6 personas", 6),
        ("2 mujeres y 4 hombres", 6),
    ],
)
def test_in_a_wide_sheet_the_declared_count_is_the_members(rows, text, count):
    head = ["Agrupación", "Rubro", "N° integrantes", "Representante", "RUT representante", "Fono", "Discapacidad"]
    reading = rows(
        ["Taller Sol", "Costura", text, "Soto Rey, Ana", "123456785", "987654321", "Sí"],
        ["Club Mar", "Pan", "3", "", "", "987654322", ""],
        head=head,
    )
    assert (reading.layout, reading.rows_read) == ("wide", 2)
    assert [(g.name, g.members) for g in reading.groups] == [("Taller Sol", count), ("Club Mar", 3)]
    assert [(p.name, p.disability) for p in reading.people] == [("Ana Soto Rey", None)]
    assert _warnings(reading) == []


def test_without_the_right_to_read_it_disability_is_set_apart_and_never_shown(rows):
    reading = rows([*SUN, *ANA, "", "Sí, visual", "987654321"], may_read_disability=False)
    assert reading.people[0].disability is None
    assert [(item.header, item.why) for item in reading.ignored] == [("Discapacidad", "no_right")]
    assert "visual" not in repr(reading)


def test_an_officer_can_say_which_column_is_which_and_a_synonym_is_remembered(rows):
    head = ["Colectividad X", "Quién", "RUN"]
    row = ["Sol Naciente", "Ana Soto Rey", "123456785"]
    corrected = rows(row, head=head, columns={"group": "Colectividad X", "name": "Quién"})
    remembered = rows(row, head=head, synonyms={"colectividad x": "group", "quien": "name"})
    assert corrected.people == remembered.people
    assert [(p.name, p.group) for p in corrected.people] == [("Ana Soto Rey", "Sol Naciente")]


def test_a_column_full_of_runs_is_the_run_whatever_its_header(rows):
    people = [
        ["Taller Sol", "Ana Soto Rey", "12.345.678-5"],
        ["", "Luis Vera Toro", "11111111-1"],
        ["", "Eva Gil Paz", "22.222.222-2"],
    ]
    assert rows(*people, head=["Agrupación", "Nombre", "Código único"]).columns["rut"] == "Código único"


def test_an_old_xls_is_read_like_any_other(read):
    reading = read(DATA / "catastro_minimo.xls", "catastro.xls")
    assert [(p.run, p.name, p.birth_date) for p in reading.people] == [
        ("12345678-5", "Ana Soto Rey", datetime.date(1980, 5, 3)),
        ("11111111-1", "Luis Vera", datetime.date(1980, 5, 3)),
    ]


def test_a_row_per_group_is_wide_though_it_says_the_sex_of_who_represents_it(rows):
    head = ["Organización", "Socios", "Nombre", "RUN", "Sexo", "Fono"]
    runs = ["12.345.678-5", "11.111.111-1", "22.222.222-2", "7.777.777-K", "9.999.999-3", "8.888.888-K"]
    groups = [[f"Taller {n}", n + 3, f"Ana{'aeiou'[n % 5]} Soto Rey", run, "F", ""] for n, run in enumerate(runs)]
    reading = rows(*groups, head=head)
    assert (reading.layout, reading.rows_read, reading.groups[2].members) == ("wide", 6, 5)


def test_without_a_group_column_a_text_alone_over_people_names_their_group(read):
    rows = [
        ["Nombre", "RUN"],
        ["Taller Sol"],
        ANA[::-1],
        ["LOS BOLDOS"],
        LUIS[::-1],
        [],
        ["María Tapia Lira"],
        ["Encargada"],
    ]
    assert [(g.name, g.members) for g in read(as_xlsx({"H": rows})).groups] == [("Taller Sol", 1), ("LOS BOLDOS", 1)]
