"""The manual's pictures as files: each one named is there, each one there is named, light, described, and of its page."""

import re
from functools import cache

import pytest
from PIL import Image

from incubator import manual
from tests.manual import walk_groups, walk_readme, walk_year
from tests.manual.scenes import MANUAL, README, ROOT, SCENES, of_manual

#: In bytes: one picture, and all that the manual carries.
HEAVIEST, ALL = 150_000, 1_200_000
WALKS = (walk_groups, walk_year, walk_readme)
_SHOWN = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)]+)\)")


def shown(path):
    """(file, alternative text) of every picture that a written page shows."""
    return [(match["file"], match["alt"]) for match in _SHOWN.finditer(path.read_text(encoding="utf-8"))]


@cache
def of_pages():
    """{file: (page, alternative text)} in the whole manual."""
    return {file: (path.stem, alt) for path in sorted(MANUAL.glob("*.md")) for file, alt in shown(path)}


def test_each_picture_of_the_manual_is_there_and_each_one_there_is_shown():
    there = {f"pictures/{path.name}" for path in (MANUAL / "pictures").iterdir()}
    assert set(of_pages()) == there
    assert sum(len(shown(path)) for path in MANUAL.glob("*.md")) == len(there), "a picture is shown once"


def test_each_picture_is_taken_by_a_scene_of_its_own_page():
    scenes = {f"pictures/{scene.file.name}": scene.page for scene in of_manual()}
    assert len(scenes) == len(of_manual())
    assert scenes == {file: page for file, (page, _) in of_pages().items()}


def test_the_readme_shows_what_is_taken_for_it():
    named = {file for file, _ in shown(ROOT / "README.md")}
    assert named == {f"docs/pictures/{path.name}" for path in README.iterdir()}
    taken = {scene.file.name for scene in SCENES if not scene.page} | {"informe-pdf.png"}
    assert taken == {path.name for path in README.iterdir()}


@pytest.mark.parametrize("scene", of_manual(), ids=lambda scene: scene.name)
def test_what_a_scene_looks_for_is_what_its_page_says(scene):
    assert scene.says
    page = re.sub(r"[*`\s]+", " ", (MANUAL / f"{scene.page}.md").read_text(encoding="utf-8"))
    text = re.sub(r"!\[[^\]]*\]", "", page)
    assert [said for said in scene.says if said not in text] == []


@pytest.mark.parametrize("file", sorted(of_pages()))
def test_a_picture_is_described_in_spanish_for_whoever_does_not_see_it(file):
    alt = of_pages()[file][1]
    assert 40 <= len(alt) <= 220, len(alt)
    assert not re.match(r"(?i)(imagen|foto|captura|pantalla|picture|screenshot)\b", alt), alt
    assert re.search(r"\b(el|la|los|las|un|una|de|con|por)\b", alt), alt


@pytest.mark.parametrize("folder", [MANUAL / "pictures", README], ids=["manual", "README"])
def test_the_pictures_weigh_little_and_are_no_wider_than_a_window(folder):
    weights = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}
    assert sum(weights.values()) <= ALL
    for name in weights:
        with Image.open(folder / name) as picture:
            assert picture.format == "PNG"
            assert picture.mode == "P", "as few colours as it needs"
            assert picture.width <= 1280, name


def test_a_picture_has_a_name_that_an_address_can_carry():
    assert all(manual._PICTURE.fullmatch(file) for file in of_pages())
