"""The list of what is looked at and the words of the register, as data: read, checked, and the same as the code's."""

from datetime import date

import pytest
from django.urls import reverse

from cases.law import checklists, regulator, vacancy
from cases.law.answers import Outcome
from cases.law.typing_rows import BrokenPackError
from cases.models import CooperativeType
from cases.regularization.life import Authority, Block, RegistryKind
from incubator.enums import LegalStatus

ON = date(2026, 11, 22)


def test_every_item_says_its_law_its_risk_and_its_way_out():
    book = checklists.checklist()
    assert {item.block for item in book.items} == set(checklists.BLOCKS)
    for item in book.items:
        basis = book.basis(item)
        assert basis.url.startswith("https://"), item.key
        assert item.cure, item.key
        assert item.evidence, item.key
    assert [item.key for item in book.items if item.heads] == ["members.minimum"]
    assert any(item.is_bodies for item in book.items)
    assert all(
        "sane" not in item.cure.replace("no es un vicio que se sanee", "") for item in book.items if item.is_debt
    )


def test_the_words_of_the_list_are_those_of_the_machine():
    assert set(checklists.BLOCKS) == {*Block.values} - {Block.OTHER}
    assert set(checklists.AUTHORITIES) == set(Authority.values)
    assert {kind.value for kind in RegistryKind} == {regulator.EXISTENCE, regulator.SITUATION}


def test_what_repeats_is_asked_of_each_year_whose_day_came():
    book = checklists.checklist()
    meeting = book.get("meetings.yearly")
    assert meeting.years(2024, date(2026, 6, 29)) == [2024, 2025]
    assert meeting.years(2024, date(2026, 6, 30)) == [2024, 2025, 2026]
    assert book.get("existence.deed").years(2024, ON) == [None]
    assert book.lines(2024, ON)[0] == (book.get("members.minimum"), None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('risk = "high"', 'risk = "enorme"', "«enorme»"),
        ('law = "dfl5"', 'law = "dfl55"', "«dfl55»"),
        ('block = "members"', 'block = "socios"', "«socios»"),
        ('due = "06-30"', 'due = "31-06"', "MM-DD"),
        ('confidence = "?"', 'confidence = "Z"', "«Z»"),
        ("heads = true", "cabeza = true", "esa clave no existe"),
        ('article = "13"', 'article = " "', "Escriba algo"),
        ('key = "existence.deed"', 'key = "members.minimum"', "está dos veces"),
    ],
)
def test_a_mistake_in_the_file_is_refused_by_its_name(tmp_path, old, new, said):
    text = (checklists.FOLDER / checklists.ITEMS).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / checklists.ITEMS).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenPackError, match=said):
        checklists.load(tmp_path)


def test_the_register_knows_what_each_legal_status_should_say():
    words = regulator.register()
    assert set(words.expected) == set(LegalStatus.values)
    assert words.label("existence", regulator.IN_FORCE) == "Vigente"
    assert words.label("situation", regulator.ACTIVE) == "Activa"
    assert words.agrees("valid", 2)
    assert not words.agrees("dissolved", 2)


def test_a_register_with_an_unknown_state_is_refused(tmp_path):
    text = (checklists.FOLDER / regulator.FILE).read_text(encoding="utf-8")
    (tmp_path / regulator.FILE).write_text(text.replace("in_liquidation = [8]", "in_liquidation = [88]"), "utf-8")
    with pytest.raises(BrokenPackError, match="in_liquidation"):
        regulator.load(tmp_path)


def test_without_seats_the_law_does_not_say_who_calls_nor_who_admits():
    for ask in (vacancy.who_calls, vacancy.who_admits):
        said = ask(seats_in_force=False, on=ON)
        assert said.outcome == Outcome.UNKNOWN
        assert said.verify
        assert "DAES" in said.open_points[0]
        assert ask(seats_in_force=True, on=ON).outcome == Outcome.NOT_ASKED


@pytest.mark.django_db
def test_anybody_reads_the_list_and_every_type_is_one_of_the_packs(client):
    text = client.get(reverse("law_regularization")).content.decode()
    assert "Junta general del año, con acta firmada" in text
    assert "Una deuda no se sanea" in text
    from cases.law.versions import packs

    known = packs()[-1].library.types
    assert set(CooperativeType.objects.values_list("code", flat=True)) <= set(known)
