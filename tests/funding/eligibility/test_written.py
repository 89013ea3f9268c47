"""What is wrong with a condition is said before anybody is judged; and the same question has the same digest."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

import incubator
from cases.funding.bases.shapes import Bases, Condition, Subject
from cases.funding.bases.written import read, write
from cases.funding.eligibility.kinds import GROUPS, KINDS, check, fingerprint, is_reserved, said
from cases.funding.eligibility.kinds.parameters import Type
from cases.funding.eligibility.kinds.place import SECTIONS, section_of
from tests.funding.eligibility.test_kinds import ROWS

RESERVED = {"disability_share", "carers_share", "bracket_share"}


def asked(kind, given=None, **more):
    subject = KINDS[kind].subjects[0] if kind in KINDS else Subject.GROUP
    return Condition("c1", kind, **{"subject": subject, "parameters": given or {}} | more)


BAD = [
    (asked("unheard"), "«unheard» no se conoce"),
    (asked("members"), "falta decir «Al menos» o «A lo más»"),
    (asked("members", {"minimum": "muchas"}), "«minimum» (Al menos) debe ser un número entero"),
    (asked("members", {"minimum": -1}), "desde 0"),
    (asked("members", {"minimum": True}), "número entero"),
    (asked("members", {"minimum": 5, "maximum": 4}), "mayor que el máximo"),
    (asked("members", {"minimum": 5, "least": 5}), "«least» no se conoce"),
    (asked("members", {"by_type": [5]}), "lista de tipos"),
    (asked("members", {"by_type": {"trabajo": "x"}}), "número entero"),
    (asked("members", {"minimum": 5}, subject=Subject.RECEIVER), "no se pregunta de «quien recibe el dinero»"),
    (asked("members", {"minimum": 5}, children=(asked("stage", {"stage": "call"}),)), "solo un grupo"),
    (asked("women_share", {"percent": 0}), "mayor que 0 y hasta 100"),
    (asked("women_share", {"percent": 100.5}), "hasta 100"),
    (asked("women_share", {"percent": 33.333}), "dos decimales"),
    (asked("women_share", {"percent": "la mitad"}), "porcentaje"),
    (asked("women_share", {"number": 0}), "desde 1"),
    (asked("women_share", {"percent": None}), "falta decir"),
    (asked("applicant_kind"), "falta el parámetro «kinds» (Quiénes pueden postular)"),
    (asked("applicant_kind", {"kinds": []}), "falta el parámetro"),
    (asked("applicant_kind", {"kinds": ["firm"]}), "«firm» no se conoce. Use: group"),
    (asked("territory"), "falta decir"),
    (asked("territory", {"rural": False}), "falta decir"),
    (asked("territory", {"rural": "sí"}), "sí (true) o no (false)"),
    (asked("territory", {"regions": ["O'Higgins"]}), "lista de códigos"),
    (asked("activity", {"sections": ["I", "Z"]}), "la sección «Z» no existe"),
    (asked("sales", {"maximum": "mucho"}), "debe ser un número"),
    (asked("sales", {"maximum": 1, "unit_day": "mañana"}), "debe ser una fecha"),
    (asked("stage", {"stage": "closed"}), "caso cerrado"),
    (asked("free_text", {"text": "  "}), "debe ser un texto"),
    (asked("free_text", {"text": ["x"]}), "debe ser un texto"),
    (Condition("c1", "all"), "el grupo está vacío"),
    (Condition("c1", "any", parameters={"of": 2}), "un grupo no lleva parámetros"),
    (Condition("c1", "members", parameters="minimum=5"), "lista de nombres con su valor"),
]


@pytest.mark.parametrize(("condition", "words"), BAD, ids=lambda part: part if isinstance(part, str) else "")
def test_a_bad_condition_is_refused_naming_it_and_its_parameter(condition, words):
    faults = check(condition)
    assert any(words in fault for fault in faults), faults
    assert all(fault.startswith("Condición «c1»: ") and fault.endswith(".") for fault in faults)


def test_what_is_inside_a_group_is_checked_too():
    bad = replace(asked("members"), key="inner")
    faults = check(Condition("g", "all", children=(Condition("h", "any", children=(bad,)),)))
    assert [fault.partition(":")[0] for fault in faults] == ["Condición «inner»"]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_row_of_the_table_is_well_written_and_survives_its_json(row):
    condition = row.condition(KINDS[row.kind].subjects[0])
    assert check(condition) == []
    back = read(write(Bases(conditions=(condition,)))).conditions[0]
    assert (fingerprint(back), said(back)) == (fingerprint(condition), said(condition))


def test_the_same_question_has_the_same_digest_however_it_is_written():
    one = asked("women_share", {"percent": 50})
    for same in (
        asked("women_share", {"number": None, "percent": 50.0}),
        replace(asked("women_share", {"percent": "50"}), key="another", clause="art. 9"),
    ):
        assert fingerprint(same) == fingerprint(one)
    codes = [asked("territory", {"regions": regions}) for regions in (["06", "13"], [13, 6], "13, 06")]
    assert len({fingerprint(condition) for condition in codes}) == 1
    for other in (
        asked("women_share", {"percent": 51}),
        asked("women_share", {"percent": 50, "number": 1}),
        asked("women_share", {"percent": 50}, subject=Subject.APPLICANT),
        asked("carers_share", {"percent": 50}),
    ):
        assert fingerprint(other) != fingerprint(one)


def test_a_group_has_the_digest_of_what_it_holds_in_any_order():
    parts = asked("women_share", {"percent": 50}), asked("members", {"minimum": 5})
    one, other = (Condition("g", "all", children=order) for order in (parts, parts[::-1]))
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(replace(one, kind="any")) != fingerprint(one)
    assert len(fingerprint(one)) == 64


def test_what_asks_of_sensitive_facts_is_reserved_and_nothing_else():
    assert {key for key, kind in KINDS.items() if kind.reserved} == RESERVED
    assert is_reserved(asked("document", {"document": "disability"}))
    assert is_reserved(asked("document", {"document": "social_registry"}))
    assert not is_reserved(asked("document", {"document": "statutes"}))


def test_every_kind_is_offered_in_words():
    for kind in KINDS.values():
        assert kind.label[0].isupper()
        assert kind.subjects
        for parameter in kind.parameters:
            assert parameter.label[0].isupper()
            assert (parameter.options is not None) is (parameter.type in (Type.CHOICE, Type.CHOICES))
        assert set(kind.one_of) <= {parameter.name for parameter in kind.parameters}
    assert not set(GROUPS) & set(KINDS)


SAID = [
    (asked("women_share", {"percent": 33.5}), "Al menos 33,5 %: mujeres"),
    (asked("members", {"minimum": 5, "maximum": 9}), "Integrantes: al menos 5, hasta 9"),
    (asked("entity_age", {"minimum": 24}), "Constituida hace al menos 24 meses"),
    (asked("sales", {"maximum": 25000, "unit": "uf"}), "Ventas al año: hasta 25.000 UF"),
    (asked("earlier_awards", {"years": 2}), "Con ningún fondo ganado en los últimos 2 años (de esta institución)"),
    (asked("document", {"document": "labour", "valid_days": 30}), "(de hasta 30 días)"),
]


@pytest.mark.parametrize(("condition", "words"), SAID, ids=lambda part: part if isinstance(part, str) else "")
def test_a_condition_is_said_in_words(condition, words):
    assert words in said(condition)


def test_the_sections_are_those_of_the_tax_service():
    path = Path(incubator.__file__).parent / "data" / "codes" / "sii_actividades_ciiu4cl.csv"
    with path.open(encoding="utf-8") as file:
        pairs = {(section_of(row["codigo"]), row["seccion"]) for row in csv.DictReader(file)}
    assert all(letter for letter, _ in pairs)
    assert len({name for _, name in pairs}) == len({letter for letter, _ in pairs}) == len(pairs)
    assert {letter for letter, _ in pairs} <= set(SECTIONS)
