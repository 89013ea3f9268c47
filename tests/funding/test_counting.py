"""Texts counted as the agency counts them, and values of the form that say what they lack."""

import pytest

from cases.forms.funding.writing import as_number
from cases.funding.bases.shapes import Counting, FieldKind, FormField
from cases.funding.form import values as form_values
from cases.funding.form import wording
from cases.funding.form.counting import count, counted

ALL, VISIBLE, WORDS = Counting.CHARACTERS, Counting.VISIBLE, Counting.WORDS


@pytest.mark.parametrize(
    ("text", "all_of_them", "visible", "words"),
    [
        ("", 0, 0, 0),
        ("hola", 4, 4, 1),
        ("hola mundo", 10, 9, 2),
        ("una\r\ndos", 7, 6, 2),
        ("una\rdos", 7, 6, 2),
        ("una\ndos", 7, 6, 2),
        ("  con   espacios ", 17, 11, 2),
        ("niñez", 5, 5, 1),
        ("nin\u0303ez", 5, 5, 1),
        ("pan\u00a0y vino", 10, 8, 3),
    ],
)
def test_a_text_counts_the_same_however_its_lines_and_accents_were_typed(text, all_of_them, visible, words):
    assert (count(text, ALL), count(text, VISIBLE), count(text, WORDS)) == (all_of_them, visible, words)


def test_the_count_says_how_much_is_used_and_how_much_must_go():
    assert counted("uno dos", None, WORDS).words == "2 palabras"
    assert counted("uno dos", 2, WORDS).words == "2 de 2 palabras"
    assert counted("uno dos tres", 2, WORDS).words == "3 de 2 palabras. Sobra 1 palabra."
    assert counted("x" * 1502, 1500, ALL).words == "1.502 de 1.500 caracteres, con espacios. Sobran 2 caracteres."
    assert counted("abc", 2, VISIBLE).over == "Sobra 1 carácter."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", None), (" 12 ", 12), ("1.234", 1234), ("$ 1.500.000", 1500000), ("1,5", "1,5"), ("doce", "doce"), ("-3", -3)],
)
def test_a_number_is_read_as_people_write_it_and_kept_as_typed_when_it_is_none(typed, kept):
    assert as_number(typed) == kept


def _field(kind, **said):
    return FormField("k", "Campo", kind, **said)


FRAME_ROW = {"text": "a", "indicator": "b", "means": "c", "assumption": "d"}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        (_field(FieldKind.TEXT), "  ", "Falta completarlo."),
        (_field(FieldKind.TEXT, limit=3), "cuatro", "Sobran 3 caracteres."),
        (_field(FieldKind.NUMBER), "doce", "Escriba un número sin decimales, por ejemplo 12."),
        (_field(FieldKind.NUMBER, minimum=3), 2, "Escriba 3 o más."),
        (_field(FieldKind.NUMBER, maximum=12), 13, "Escriba 12 o menos."),
        (_field(FieldKind.CHOICE, options=("a",)), "b", "Elija una de las opciones de las bases."),
        (_field(FieldKind.TABLE, columns=("a", "b")), [["x", ""]], "Hay una fila con casillas en blanco."),
        (_field(FieldKind.TABLE, columns=("a",), minimum=2), [["x"]], "Faltan filas: al menos 2."),
        (_field(FieldKind.FRAME), [{"level": "goal", **FRAME_ROW}], "Falta al menos una fila de propósito."),
        (_field(FieldKind.ACTIVITIES), [{"name": "Coser", "months": []}], "Hay una actividad sin ningún mes marcado."),
        (_field(FieldKind.ACTIVITIES), [{"name": "", "months": [1]}], "Hay una actividad sin nombre."),
        (_field(FieldKind.BENEFICIARIES), {"women": "x"}, "Escriba cuántas personas, con números."),
        (
            _field(FieldKind.BENEFICIARIES, minimum=5),
            {"women": 2, "men": 2},
            "Son menos personas que las que piden las bases (5).",
        ),
    ],
)
def test_a_field_says_what_it_lacks(field, value, sentence):
    assert sentence in form_values.faults(field, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (_field(FieldKind.TEXT, limit=4), "hola"),
        (_field(FieldKind.TEXT, required=False), ""),
        (_field(FieldKind.NUMBER, minimum=1, maximum=12), 12),
        (_field(FieldKind.CHOICE, options=("a",)), "a"),
        (_field(FieldKind.TABLE, columns=("a", "b")), [["x", "y"]]),
        (_field(FieldKind.FRAME), [{"level": level, **FRAME_ROW} for level in form_values.LEVELS]),
        (_field(FieldKind.ACTIVITIES), [{"name": "Coser", "months": [1, 2]}]),
        (_field(FieldKind.BENEFICIARIES, minimum=5), {"women": 4, "men": 0, "other": 1}),
        (_field(FieldKind.BENEFICIARIES, required=False), {"women": None, "men": None, "other": None}),
    ],
)
def test_a_field_that_is_right_lacks_nothing(field, value):
    assert form_values.faults(field, value) == []


def test_a_value_written_for_another_kind_of_field_does_not_fit():
    assert not form_values.fits(_field(FieldKind.TABLE, columns=("a",)), "texto")
    assert not form_values.fits(_field(FieldKind.ACTIVITIES), [{"level": "goal"}])
    assert form_values.fits(_field(FieldKind.TEXT), None)


def test_two_texts_differ_word_by_word_and_both_can_be_rebuilt():
    before, after = "Compramos dos máquinas de coser\nusadas.", "Compramos tres máquinas de coser."
    pieces = wording.differences(before, after)
    assert "".join(one.text for one in pieces if one.kind != "new") == before
    assert "".join(one.text for one in pieces if one.kind != "gone") == after
    assert ("gone", "dos") in [(one.kind, one.text) for one in pieces]
    assert ("new", "tres") in [(one.kind, one.text) for one in pieces]


def test_joining_two_texts_keeps_both():
    assert wording.joined("Uno.", "Dos.") == "Uno.\n\nDos."
    assert wording.joined("", "Dos.") == "Dos."
    assert wording.joined("Uno.", "Uno.") == "Uno."
