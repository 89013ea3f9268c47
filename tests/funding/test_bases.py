"""What bases say, value by value: how two versions differ, what a copy keeps, what is wrong, and what a file may hold."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cases.funding.bases import checks, copies, differences
from cases.funding.bases.shapes import (
    AskedDocument,
    Bases,
    Closing,
    CoFinancing,
    Condition,
    Criterion,
    Dates,
    Item,
    Money,
    Section,
    Source,
    Wall,
)
from cases.funding.bases.values import source_of, values
from cases.funding.bases.written import BrokenBasesError, read, write
from cases.funding.words import ApplicantKind, Channel, DocumentKind
from tests.funding.exchange.books import FULL

BASES = Bases(
    applicants=(ApplicantKind.GROUP,),
    closings=(Closing("online", Channel.ONLINE, Wall(datetime(2021, 8, 12, 14))),),
    money=Money(maximum=5_000_000),
    items=(Item("tools", "Herramientas", cap_amount=900_000),),
)


def said(before, after):
    return [(one.kind, one.path, one.before, one.after) for one in differences.between(before, after)]


def test_every_value_has_a_path_of_its_own_and_reads_in_words():
    paths = [value.path for value in values(FULL)]
    assert len(paths) == len(set(paths))
    texts = {value.path: value.text for value in values(FULL, {"05": "Valparaíso"})}
    assert texts["money.maximum"] == "$ 8.000.000"
    assert texts["closings.natales"].startswith("12-05-2021 a las 12:00 (hora de Magallanes)")
    assert texts["regions"] == "Valparaíso, 13"
    assert texts["items.alcohol"] == "No se puede pagar"


def test_the_same_bases_do_not_differ_and_their_order_is_not_a_difference():
    assert differences.between(FULL, FULL) == []
    assert differences.between(FULL, replace(FULL, items=FULL.items[::-1])) == []


def test_what_is_added_removed_and_changed_is_told_by_its_key():
    after = replace(
        BASES,
        closings=(Closing("online", Channel.ONLINE, Wall(datetime(2021, 8, 20, 14)), act="Res. 2"),),
        items=(Item("paint", "Pintura"),),
        money=Money(maximum=6_000_000),
    )
    assert said(BASES, after) == [
        ("changed", "closings.online", "12-08-2021 a las 14:00", "20-08-2021 a las 14:00. Res. 2"),
        ("changed", "money.maximum", "$ 5.000.000", "$ 6.000.000"),
        ("added", "items.paint", "", "Se puede pagar"),
        ("removed", "items.tools", "Se puede pagar, hasta $ 900.000", ""),
    ]
    assert [one.word for one in differences.between(BASES, after)] == ["Cambia", "Cambia", "Se agrega", "Se quita"]


def test_a_condition_inside_a_group_differs_by_its_own_key():
    def group(minimum):
        return Condition("one", "any", children=(Condition("five", "members", parameters={"minimum": minimum}),))

    before, after = replace(BASES, conditions=(group(5),)), replace(BASES, conditions=(group(3),))
    (found,) = differences.between(before, after)
    assert found.path == "conditions.five"
    assert found.before != found.after


def test_a_copy_keeps_no_date_hour_nor_amount():
    copy = copies.copied(FULL)
    assert copy.closings == ()
    assert copy.dates == Dates(months=FULL.dates.months)
    assert (copy.money.total, copy.money.minimum, copy.money.maximum, copy.money.year) == (None,) * 4
    assert all(item.cap_amount is None for item in copy.items)
    assert copy.sources == ()
    assert copy.criteria == FULL.criteria
    assert set(copies.to_review(copy)) == {value.path for value in values(copy)}


def test_a_condition_on_sales_is_copied_without_its_amounts_and_asks_for_them_again():
    sales = Condition("sales", "sales", parameters={"maximum": 25_000, "unit": "uf"})
    (copy,) = copies.copied(replace(BASES, conditions=(sales,))).conditions
    assert 25_000 not in copy.parameters.values()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"closings": ()}, "Falta al menos un cierre"),
        ({"applicants": ()}, "quiénes pueden postular"),
        ({"money": Money(minimum=9, maximum=5)}, "mínimo por proyecto es mayor"),
        ({"money": Money(total=4, maximum=5)}, "mayor que todo el fondo"),
        ({"dates": Dates(opens_on=date(2021, 9, 1))}, "anterior a la apertura"),
        ({"dates": Dates(questions_until=Wall(datetime(2021, 8, 13)))}, "consultas terminan después"),
        ({"dates": Dates(questions_until=Wall(datetime(2021, 9, 5, 0, 30)))}, "no existen"),
        ({"dates": Dates(execution_from=date(2021, 9, 2), execution_until=date(2021, 9, 1))}, "antes de empezar"),
        ({"items": (Item("a", "A"), Item("a", "B"))}, "la clave «a» está 2 veces"),
        ({"items": (Item("a", "A", cap_percent=120),)}, "tope del ítem"),
        ({"cofinancing": (CoFinancing("own", 5, items=("none",)),)}, "nombra el ítem «none»"),
        ({"criteria": (Criterion("a", "A", 60),)}, "suman 60 %"),
        ({"criteria": (Criterion("a", "A", 100, 7, 8),)}, "mayor que su máximo"),
        ({"conditions": (Condition("x", "nobody_knows"),)}, "no se conoce"),
        ({"conditions": (Condition("x", "any"),)}, "grupo está vacío"),
        ({"sections": (Section("a", "Uno"),)}, "no tiene campos"),
    ],
)
def test_what_is_wrong_is_a_sentence_that_names_its_place(fields, sentence):
    assert checks.faults(BASES) == []
    found = [fault.sentence for fault in checks.faults(replace(BASES, **fields))]
    assert len(found) == 1
    assert sentence in found[0]


def test_the_source_of_a_value_is_the_nearest_one():
    sources = (Source("money", "prensa", 2024), Source("money.maximum", "bases", 2021))
    assert source_of("money.maximum", sources).source == "bases"
    assert source_of("money.minimum", sources).source == "prensa"
    assert source_of("moneybox", sources) is None


def test_bases_are_written_and_read_back_the_same():
    assert read(write(FULL)) == FULL


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"money": {"maximum": "mucho"}}, "En «bases.money.maximum»: debe ser un número entero."),
        ({"dates": {"opens_on": "hoy"}}, "En «bases.dates.opens_on»: debe ser una fecha, como 2021-12-31."),
        ({"closings": [{"key": "a", "channel": "dove", "wall": {"at": "2021-08-12T14:00"}}]},
         "En «bases.closings[0].channel»: debe decir una de: online, in_person, mail."),
        ({"items": [{"key": "a"}]}, "En «bases.items[0].name»: falta este dato: escríbalo."),
        ({"prize": 1}, "sobra lo que no se conoce («prize»): quítelo."),
        ({"schema": "other/1"}, "El formato «other/1» no se conoce"),
    ],
)  # fmt: skip
def test_what_is_not_the_shape_of_bases_is_said_in_spanish_with_its_place(content, sentence):
    with pytest.raises(BrokenBasesError) as broken:
        read(content)
    assert any(sentence in one for one in broken.value.sentences), broken.value.sentences


def test_a_document_reads_how_old_it_may_be_and_on_which_day():
    asked = AskedDocument("v", DocumentKind.LEGAL_STANDING, "Vigencia", valid_days=30)
    (found,) = [value for value in values(replace(BASES, documents=(asked,))) if value.path == "documents.v"]
    assert "de no más de 30 días al cierre" in found.text
