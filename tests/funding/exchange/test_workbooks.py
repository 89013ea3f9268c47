"""Calls in a workbook: what is written is read again the same, and what is wrong is told where it stands."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.funding.bases.shapes import Bases, Condition
from cases.funding.exchange import reading, writing
from cases.funding.exchange.calls import TravellingCall
from tests.funding.exchange.books import CALL, EMPTY, FULL


def book(*calls):
    return writing.workbook(calls, title="Llamados", about=[("Convenio", "Prueba")])


def changed(change, *calls):
    """The book of some calls after somebody edits it."""
    opened = openpyxl.load_workbook(BytesIO(book(*calls)))
    change(opened)
    out = BytesIO()
    opened.save(out)
    return reading.read(out.getvalue(), "llamados.xlsx")


def put(sheet, row, heading, value):
    def change(opened):
        page = opened[sheet]
        column = next(cell.column for cell in page[1] if cell.value == heading)
        page.cell(row, column, value)

    return change


def test_what_is_written_is_read_again_the_same():
    read = reading.read(book(CALL, EMPTY), "llamados.xlsx")
    assert read.faults == ()
    assert read.calls == (CALL, EMPTY)


words = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=400), min_size=1, max_size=12)
trees = st.recursive(
    st.builds(Condition, key=st.uuids().map(str), kind=st.just("members"), parameters=st.dictionaries(words, st.integers() | st.lists(words) | words, max_size=3)),
    lambda children: st.builds(Condition, key=st.uuids().map(str), kind=st.sampled_from(("all", "any")), children=st.lists(children, min_size=1, max_size=3).map(tuple)),
    max_leaves=8,
)  # fmt: skip


@given(st.lists(trees, max_size=4))
def test_a_tree_of_conditions_comes_back_whole(conditions):
    call = TravellingCall("a", "b", "c", 2021, bases=Bases(conditions=tuple(conditions)))
    assert reading.read(book(call), "a.xlsx") == reading.Read((call,), ())


@pytest.mark.parametrize(
    ("sheet", "row", "heading", "value", "said", "kept"),
    [
        ("Llamados", 2, "Monto total", "mucho", "columna «Monto total» dice «mucho»: escriba un número entero", True),
        ("Llamados", 2, "Abre", "abril", "columna «Abre» dice «abril»: escriba la fecha como 31-12-2021", True),
        ("Llamados", 2, "Año", "", "columna «Año»: está vacía y hace falta: la fila no se leyó", False),
        ("Cierres", 3, "Cierra", "12-05-2021", "escriba el día y la hora como 31-12-2021 14:00", True),
        ("Cierres", 2, "Por dónde", "Paloma", "use una de estas: En línea, En una oficina, Por correo electrónico", True),
        ("Documentos", 2, "Llamado", "otro", "ese llamado no está en la hoja «Llamados»", True),
        ("Ítems", 3, "Clave", "equipos", "esa clave ya está en otra fila de este llamado", True),
        ("Condiciones", 2, "Dentro de", "nadie", "no es la clave de un grupo", True),
        ("Condiciones", 2, "Parámetros", "cinco", "escriba cada parámetro como «nombre=valor»", True),
        ("Formulario", 2, "Pregunta", "", "está vacía y hace falta: el campo no se leyó", True),
    ],
)  # fmt: skip
def test_a_bad_cell_is_told_with_its_place_and_the_rest_goes_through(sheet, row, heading, value, said, kept):
    read = changed(put(sheet, row, heading, value), CALL, EMPTY)
    (told,) = [str(fault) for fault in read.faults if said in str(fault)]
    assert f"hoja «{sheet}», fila {row}" in told.lower().replace(sheet.lower(), sheet)
    assert ("sercotec-coop-2021" in {call.key for call in read.calls}) is kept
    assert EMPTY in read.calls


def test_groups_that_contain_each_other_are_told_and_nothing_is_lost():
    def circle(opened):
        put("Condiciones", 3, "Dentro de", "ambas")(opened)

    read = changed(circle, CALL)
    assert any("Dentro de" in str(fault) for fault in read.faults)
    keys, below = set(), list(read.calls[0].bases.conditions)
    while below:
        one = below.pop()
        keys.add(one.key)
        below += one.children
    assert keys == {"minimo", "forma", "viva", "ambas", "rubro"}


def test_a_missing_sheet_is_an_empty_part():
    read = changed(lambda opened: opened.remove(opened["Criterios"]), CALL)
    assert read.faults == ()
    assert read.calls[0].bases.criteria == ()
    assert read.calls[0].bases.items == FULL.items


def test_two_rows_with_one_key_keep_the_first():
    def twice(opened):
        put("Llamados", 3, "Clave", "sercotec-coop-2021")(opened)

    read = changed(twice, CALL, EMPTY)
    assert [call.programme for call in read.calls] == ["Cooperativas"]
    assert "esa clave ya está en otra fila" in str(read.faults[0])


def test_a_plain_list_gives_unfinished_calls():
    rows = "Fondos del año;;;\nInstitución;Fondo;Fecha de cierre;Monto\nFOSIS;Yo Emprendo;12-05-2021 14:00;$ 500.000\nSercotec;Semilla;20-06-2021;3.500.000\n;;;\n"
    read = reading.read(rows.encode(), "fondos.csv")
    one, two = read.calls
    assert (one.agency, one.programme, one.year, one.is_plain) == ("FOSIS", "Yo Emprendo", 2021, True)
    assert one.bases.money.maximum == 500_000
    assert one.bases.closings[0].wall.at.isoformat() == "2021-05-12T14:00:00"
    assert two.bases.closings == ()
    (fault,) = read.faults
    assert (fault.row, fault.column, fault.value) == (4, "Cierre", "20-06-2021")


def test_a_list_without_the_name_of_the_fund_says_what_to_put():
    read = reading.read(b"a;b\n1;2\n", "x.csv")
    assert read.calls == ()
    assert "ponga «Programa» en la primera fila" in str(read.faults[0])
