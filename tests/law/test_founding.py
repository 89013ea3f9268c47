"""R01, R04 and R16: how many founders, for what, and what the founding papers say. A row a case, with its article."""

from datetime import date

import pytest

from cases.law import founding, names
from cases.law.answers import Outcome
from tests.law.table import check, day

MET, NOT = Outcome.MET, Outcome.NOT_MET
NOW = date(2026, 11, 21)

# types, members, deed, minimum, outcome, article
FOUNDERS = [
    ("servicios", 6, "2026-11-20", 5, MET, "art. 13"),
    ("servicios", 5, "2016-01-06", 5, MET, "art. 13"),
    ("servicios", 5, "2016-01-05", 10, NOT, "art. 13 (antes de la Ley 20.881)"),
    ("servicios", 10, "2016-01-05", 10, MET, "art. 13 (antes de la Ley 20.881)"),
    ("consumo", 4, "2026-11-20", 5, NOT, "art. 13"),
    ("campesina", 5, "2020-02-29", 5, MET, "art. 13"),
    ("agricola", 9, "2010-05-01", 10, NOT, "art. 13"),
    ("pesquera", 5, "2026-01-01", 5, MET, "art. 13"),
    ("escolar", 5, "2026-01-01", 5, MET, "art. 13"),
    ("trabajo", 5, "2010-05-01", 5, MET, "art. 60"),
    ("trabajo", 4, "2026-11-20", 5, NOT, "art. 60"),
    ("especial_agricola", 9, "2026-11-20", 10, NOT, "arts. 94 y 95"),
    ("especial_agricola", 10, "2026-11-20", 10, MET, "arts. 94 y 95"),
    ("electrica", 10, "2015-11-20", 10, MET, "arts. 94 y 95"),
    ("federacion", 3, "2026-11-20", 3, MET, "art. 101"),
    ("confederacion", 2, "2026-11-20", 3, NOT, "art. 101"),
    ("instituto_auxiliar", 7, "2026-11-20", 7, MET, "art. 101"),
    ("servicios consumo", 5, "2026-11-20", 5, MET, "art. 13"),
    ("servicios especial_agricola", 9, "2026-11-20", 10, NOT, "arts. 3 y 13"),
]


@pytest.mark.parametrize("row", FOUNDERS, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_the_minimum_is_that_of_the_day_of_the_deed(row):
    types, members, deed, minimum, outcome, article = row
    answer = founding.minimum_members(types=types.split(), members=members, deed_on=day(deed))
    check(answer, outcome, article)
    assert answer.figures["minimum"] == minimum
    assert str(minimum) in answer.arithmetic


def test_several_types_take_the_highest_and_say_verify():
    answer = founding.minimum_members(types=["servicios", "especial_agricola"], members=10, deed_on=NOW)
    check(answer, MET, "arts. 3 y 13", verify=True)
    assert not founding.minimum_members(types=["servicios"], members=5, deed_on=NOW).verify


def test_a_meeting_before_the_reform_and_a_deed_after_it_ask_ten():
    answer = founding.minimum_members(
        types=["servicios"], members=6, deed_on=date(2016, 1, 20), met_on=date(2015, 12, 28)
    )
    check(answer, NOT, "art. 13", verify=True)
    assert (answer.figures["minimum"], answer.figures["missing"]) == (10, 4)


@pytest.mark.parametrize(
    ("kind", "members", "patrimony", "deed", "outcome", "article"),
    [
        ("ahorro_credito", 50, 3000, "2026-11-20", MET, "arts. 88 y 89"),
        ("ahorro_credito", 50, 2999, "2026-11-20", NOT, "arts. 88 y 89"),
        ("ahorro_credito", 49, 3000, "2026-11-20", NOT, "arts. 88 y 89"),
        ("vivienda_abierta", 200, 6000, "2026-11-20", MET, "art. 84"),
        ("vivienda_abierta", 200, None, "2026-11-20", NOT, "art. 84"),
        ("vivienda_abierta", 200, 6000, "2016-01-05", NOT, "art. 84 (antes de la Ley 20.881)"),
        ("vivienda_abierta", 300, 7000, "2016-01-05", MET, "art. 84 (antes de la Ley 20.881)"),
    ],
)
def test_two_types_ask_for_patrimony_too(kind, members, patrimony, deed, outcome, article):
    answer = founding.minimum_members(types=[kind], members=members, deed_on=day(deed), patrimony_uf=patrimony)
    check(answer, outcome, article)


def test_statutes_that_ask_for_more_than_the_law_win_and_for_less_do_not():
    more = founding.minimum_members(types=["servicios"], members=6, deed_on=NOW, statutes=8)
    check(more, NOT, "art. 6, letra g")
    assert founding.minimum_members(types=["servicios"], members=5, deed_on=NOW, statutes=3).outcome == MET


def test_a_law_that_nobody_reviewed_is_said_and_a_type_that_does_not_exist_is_refused():
    assert founding.minimum_members(types=["federacion"], members=3, deed_on=date(2012, 1, 2)).verify
    with pytest.raises(ValueError, match="reciclaje"):
        founding.minimum_members(types=["reciclaje"], members=6, deed_on=NOW)


@pytest.mark.parametrize(
    ("types", "more", "outcome", "article"),
    [
        ("servicios trabajo", {}, MET, "art. 3"),
        ("servicios ahorro_credito", {}, NOT, "art. 3"),
        ("ahorro_credito", {}, NOT, "art. 12"),
        ("ahorro_credito", {"study_approved_on": date(2026, 11, 20)}, MET, "art. 12"),
        ("ahorro_credito", {"study_approved_on": date(2026, 11, 21)}, NOT, "art. 12"),
        ("vivienda_abierta", {"study_filed_on": date(2026, 9, 20)}, MET, "art. 12"),
        ("vivienda_abierta", {"study_filed_on": date(2026, 9, 21)}, NOT, "art. 12"),
        ("vivienda_abierta", {"study_filed_on": date(2026, 9, 1), "objected": True}, NOT, "art. 12"),
    ],
)
def test_purposes_and_the_study_before_the_meeting(types, more, outcome, article):
    check(founding.purposes(types=types.split(), meeting_on=NOW, **more), outcome, article)


FOUNDER = list(founding.FOUNDER_DATA)
WHOLE = {
    "on": NOW, "name": "Cooperativa de Trabajo El Alba", "shares": 600, "founders": [FOUNDER] * 6,
    "blocks": founding.BLOCKS, "types": ["trabajo"], "gender_mechanism": True, "work_rules": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "outcome", "article", "said"),
    [
        ({}, MET, "art. 6, letra a", ""),
        ({"name": "El Alba Limitada"}, NOT, "arts. 5, 56 y 57", "Agregue «cooperativa»"),
        ({"shares": 650}, NOT, "art. 6, letra c", "múltiplo de 100"),
        ({"shares": 0}, NOT, "art. 6, letra c", "múltiplo de 100"),
        ({"founders": [FOUNDER, FOUNDER[:3]]}, NOT, "art. 6", "persona fundadora 2: cédula"),
        ({"blocks": "abdefghi"}, NOT, "art. 6, letra c", "Falta la letra c de los estatutos"),
        ({"blocks": "abcdefgh"}, NOT, "art. 6, letra i", "Falta la letra i"),
        ({"gender_mechanism": False}, NOT, "art. 24", "cada género"),
        ({"work_rules": False}, NOT, "art. 63", "artículo 63"),
        ({"work_rules": False, "types": ["servicios"]}, MET, "art. 6", ""),
    ],
)
def test_the_founding_papers_hold_what_the_law_asks(change, outcome, article, said):
    answer = check(founding.founding_data(**WHOLE | change), outcome, article)
    assert said in answer.remedy


def test_what_voids_the_act_is_told_apart_from_what_is_incomplete():
    answer = founding.founding_data(**WHOLE | {"blocks": "abdefgh"})
    assert [len(answer.figures["grave"]), len(answer.figures["other"])] == [1, 1]


def test_the_statutes_of_each_type_have_their_own_clauses():
    keys = [rule.key for rule in founding.clauses_for(types=["trabajo"], on=NOW)]
    assert "63.trabajo" in keys
    assert "b.consumo" not in keys
    assert {rule.letter for rule in founding.clauses_for(types=["servicios"], on=NOW)} == set("abcdefghi")


@pytest.mark.parametrize(
    ("name", "others", "outcome"),
    [
        ("Cooperativa El Alba", [], MET),
        ("El Alba Coop.", [], MET),
        ("COOPERATIVA DE TRABAJO EL ALBA LTDA.", ["Cooperativa El Alba"], NOT),
        ("Cooperativa de Servicios El Alba", ["Cooperativa de Trabajo El Álba"], NOT),
        ("Cooperativa Manos que Hablan", ["Cooperativa Manos que Hablen"], Outcome.WARNING),
        ("Cooperativa Ñuke Mapu", ["Cooperativa Los Boldos"], MET),
        ("Manos que Hablan", [], NOT),
    ],
)
def test_the_name_shows_its_nature_and_is_not_anothers(name, others, outcome):
    """DFL 5, arts. 5, 56 and 57: adding the object does not tell two names apart."""
    check(names.title(name=name, on=NOW, others=others), outcome, "arts. 5, 56 y 57", verify=outcome == Outcome.WARNING)


def test_a_name_of_common_words_alone_is_compared_whole():
    assert names.core("Cooperativa de Trabajo") == "cooperativa de trabajo"
    assert names.likeness("Cooperativa de Trabajo", "Cooperativa El Alba") < names.ALIKE
