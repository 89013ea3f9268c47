"""The files of the packs: all valid, each rule with its citation, and a broken one refused by file, key and value."""

import shutil
from datetime import date
from itertools import pairwise

import pytest

from cases.law import difference, is_stale, pack_by_code, pack_on, packs
from cases.law.loading import FOLDER, load
from cases.law.shapes import CONFIDENCE, TOPICS, Clause, Clock, Document, Majority
from cases.law.typing_rows import BrokenPackError
from cases.law.versions import NoPackError

NOW = date(2026, 11, 21)


def test_every_file_is_read_and_none_is_left_over():
    library = load()
    assert set(library.rules) == set(TOPICS)
    assert {path.stem for path in FOLDER.iterdir()} == {*TOPICS, "sources"}
    assert all(library.rules.values())


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_has_law_article_address_day_of_review_and_confidence(topic):
    library = load()
    for rule in library.rules[topic]:
        law = library.laws[rule.law]
        assert law.name
        assert law.official
        assert law.url.startswith("https://")
        assert rule.article
        assert isinstance(rule.reviewed_on, date)
        assert rule.confidence in CONFIDENCE
        assert rule.text.endswith("."), rule.key


def test_what_is_open_says_what_is_done_meanwhile_and_what_is_read_does_not_ask_to_verify():
    rules = [rule for rows in load().rules.values() for rule in rows]
    assert [rule.key for rule in rules if rule.verify and not rule.safe] == []
    assert {rule.confidence for rule in rules if rule.verify} == {"C", "?"}
    assert len([rule for rule in rules if rule.verify]) > 30


def test_packs_follow_one_another_and_each_day_has_one():
    found = packs()
    assert [pack.code for pack in found] == ["2004", "2016", "2022", "2023-06", "2023-07", "2026-01", "2026-04"]
    for before, after in pairwise(found):
        assert pack_on(after.head.valid_from) == after
        assert pack_on(date.fromordinal(after.head.valid_from.toordinal() - 1)) == before
    assert pack_on(NOW) == pack_by_code("2026-04")


def test_no_pack_tells_the_law_before_the_first_nor_a_code_that_nobody_wrote():
    with pytest.raises(NoPackError, match="17-02-2004"):
        pack_on(date(2004, 2, 16))
    with pytest.raises(NoPackError, match="2099"):
        pack_by_code("2099")


def test_the_difference_of_2016_says_ten_became_five_and_what_was_not_reviewed():
    said = difference(pack_by_code("2004"), pack_by_code("2016"))
    assert any("Antes, 10 integrantes; ahora, 5 integrantes." in sentence for sentence in said)
    assert any("Antes, 300 integrantes; ahora, 200 integrantes." in sentence for sentence in said)
    assert "solo se revisó una parte" in said[-1]
    assert not any("trabajo" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2016", "2022", "letras f, h, i, n y ñ"),
        ("2022", "2023-06", "58 bis"),
        ("2023-06", "2023-07", "firma electrónica avanzada"),
        ("2023-07", "2026-01", "ya no se piden ante notario"),
        ("2026-01", "2026-04", "letras y números"),
    ],
)
def test_each_reform_changes_what_it_changed_and_no_more(old, new, words):
    said = difference(pack_by_code(old), pack_by_code(new))
    assert 1 <= len(said) <= 2
    assert any(words in sentence for sentence in said)


def test_a_pack_does_not_differ_from_itself_and_going_back_says_what_ceases():
    here = pack_by_code("2026-04")
    assert difference(here, here) == []
    assert any("deja de regir" in said for said in difference(pack_by_code("2023-06"), pack_by_code("2022")))


@pytest.mark.parametrize(
    ("day", "stale"),
    [("2026-11-21", False), ("2027-05-21", False), ("2027-05-22", True), ("2021-06-15", False)],
)
def test_six_months_without_review_make_a_pack_stale(day, stale):
    assert is_stale(pack_on(NOW), date.fromisoformat(day)) is stale


def test_the_fingerprint_tells_one_text_from_another():
    assert len({pack.fingerprint for pack in packs()}) == len(packs())
    assert all(len(pack.fingerprint) == 64 for pack in packs())


def test_the_present_pack_answers_by_topic():
    pack = pack_on(NOW)
    assert pack.of_type("servicios", "minimum").value == 5
    assert pack.of_type("especial_agricola", "minimum").value == 10
    assert pack.get("types", "nada.minimum") is None
    clock, document = pack.get("clocks", "registry"), pack.get("documents", "extract.founding")
    assert isinstance(clock, Clock)
    assert (clock.amount, clock.ahead) == ("60 días corridos", 10)
    assert isinstance(document, Document)
    assert len(document.must) == 10
    assert isinstance(pack.get("majorities", "e"), Majority)
    letters = {rule.letter for rule in pack.by_topic["clauses"].values() if isinstance(rule, Clause)}
    assert letters == set("abcdefghi")
    assert str(pack.basis(clock)) == "Ley General de Cooperativas, art. 7"


# -- a broken file ---------------------------------------------------------------------------------------------------------
BROKEN = [
    (
        "types.toml",
        "value = 5\n",
        'value = "cinco"\n',
        "types.toml, regla «general.minimum», clave «value»: dice «cinco»",
    ),
    ("types.toml", 'article = "60"\n', "", "types.toml, regla «trabajo.minimum», clave «article»: falta"),
    ("types.toml", 'law = "dfl5"', 'law = "dfl6"', "clave «law»: dice «dfl6»"),
    ("types.toml", 'unit = "members"', 'unit = "gente"', "clave «unit»: dice «gente»"),
    ("types.toml", 'topic = "types"', 'topic = "tipos"', "types.toml, clave «topic»: dice «tipos»"),
    ("types.toml", "since = 2016-01-06", "since = 2016-01-07", "clave «since»: dice «2016-01-07»"),
    ("types.toml", "until = 2016-01-06", "until = 2022-08-03", "clave «since»: dice «2016-01-06» y debe seguir"),
    ("types.toml", 'confidence = "?"', 'confidence = "Z"', "clave «confidence»: dice «Z»"),
    ("types.toml", 'safe = "Se miden los dos."', "", "regla «capital.counted», clave «safe»"),
    ("types.toml", "[[rule]]", "[[rule]]\nurgent = true", "clave «urgent»: dice «True» y esa clave no existe"),
    ("types.toml", "value = 5\n", "value = true\n", "clave «value»: dice «True» y debe ser un número entero"),
    ("types.toml", "value = 5\n", "value = \n", "types.toml: no se puede leer"),
    ("clauses.toml", 'type = "consumo"', 'type = "consumos"', "regla «b.consumo», clave «type»: dice «consumos»"),
    ("clocks.toml", 'where = "El DAES"', "where = 3", "clave «where»: dice «3» y debe ser un texto"),
    ("majorities.toml", "parts = [2, 3]", 'parts = ["dos"]', "clave «parts»: dice «['dos']» y debe ser una lista"),
    ("documents.toml", "must = []", "must = 4", "clave «must»: dice «4» y debe ser una lista"),
    (
        "sources.toml",
        "https://www.bcn.cl/leychile/navegar?idNorma=221322",
        "bcn",
        "norma «dfl5», clave «url»: dice «bcn»",
    ),
    ("sources.toml", "valid_to = 2016-01-06", "valid_to = 2016-01-05", "paquete «2004», clave «valid_to»"),
    ("sources.toml", "complete = true", 'complete = "sí"', "clave «complete»: dice «sí» y debe ser true o false"),
    ("sources.toml", "[types]", "[tipos]", "sources.toml, clave «tipos»"),
    ("sources.toml", 'consumo = "Cooperativa de consumo"', "consumo = 7", "sources.toml, tipos, clave «consumo»"),
    ("sources.toml", "ley20881 = {", "ley20881 = 3 # {", "norma «ley20881»"),
]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "packs")


@pytest.mark.parametrize(("file", "good", "bad", "said"), BROKEN, ids=[row[3][:60] for row in BROKEN])
def test_a_broken_pack_is_refused_with_file_key_and_value(folder, file, good, bad, said):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert good in text
    path.write_text(text.replace(good, bad), encoding="utf-8")
    with pytest.raises(BrokenPackError) as refused:
        load(folder)
    assert said in str(refused.value)
    assert file in str(refused.value)


def test_a_missing_file_is_named(folder):
    (folder / "clocks.toml").unlink()
    with pytest.raises(BrokenPackError, match=r"clocks\.toml: falta el archivo"):
        load(folder)
