"""Tokens keep their contrast, filters speak Chilean Spanish, and templates obey the strict CSP."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings

from incubator.icons import SHAPES
from incubator.templatetags import minga

STYLES = Path(settings.BASE_DIR) / "incubator/static/minga"
SCREEN = ("tokens.css", "base.css", "layout.css", "components.css")


def _themes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\n\s*\}", (STYLES / "tokens.css").read_text(), re.DOTALL)
    light, dark, more, more_dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks)
    return {
        "light": light,
        "dark": light | dark,
        "high contrast": light | more,
        "high contrast dark": light | dark | more | more_dark,
    }


def _contrast(one: str, other: str) -> float:
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "high contrast", "high contrast dark"])
def test_text_contrasts_seven_to_one_and_signs_four_and_a_half(name):
    theme = _themes()[name]
    grounds = [key for key in theme if key in ("paper", "sheet", "well") or key.endswith("-soft")]
    for ink in ("ink", "ink-2"):
        assert min(_contrast(theme[ink], theme[ground]) for ground in grounds) >= 7, ink
    for tone in ("teal", "coral", "ochre", "leaf", "sky"):
        for ground in ("paper", "sheet", "well", f"{tone}-soft"):
            assert _contrast(theme[tone], theme[ground]) >= 4.5, (tone, ground)
    assert min(_contrast(theme["on-fill"], theme[fill]) for fill in ("teal", "teal-strong", "coral")) >= 4.5
    for line in ("rule-2", "ochre-mark"):
        assert min(_contrast(theme[line], theme[ground]) for ground in ("paper", "sheet")) >= 3, line


def test_the_styles_of_the_screen_stay_small():
    assert sum(len((STYLES / name).read_text().splitlines()) for name in SCREEN) < 600


@pytest.mark.parametrize(
    ("filtered", "expected"),
    [
        (minga.dmy(dt.date(2021, 6, 5)), "05-06-2021"),
        (minga.dmy("2021-06-05"), "05-06-2021"),
        (minga.dmy(None), ""),
        (minga.long_date(dt.date(2021, 6, 15)), "martes 15 de junio de 2021"),
        (minga.month_name("2021-06"), "junio de 2021"),
        (minga.hours(2), "2,0"),
        (minga.hours("1.75"), "1,75"),
        (minga.hours(dt.timedelta(minutes=90)), "1,5"),
        (minga.hours(-3.5), "−3,5"),
        (minga.integer(1234567), "1.234.567"),
        (minga.integer("x"), ""),
        (minga.percent(0.834), "83\u00a0%"),
        (minga.money(180000), "$\u00a0180.000"),
        (minga.masked_run("12.345.678-5"), "••.•••.678-5"),
        (minga.masked_run("12.345.678-4"), ""),
        (minga.initials("Andrea Rojas Soto"), "AR"),
    ],
)
def test_filters_write_as_people_read(filtered, expected):
    assert filtered == expected


@pytest.mark.parametrize(
    ("day", "words"),
    [(15, "hoy"), (14, "ayer"), (16, "mañana"), (12, "hace 3 días"), (20, "en 5 días")],
)
def test_a_distance_says_its_date_in_full(day, words):
    markup = minga.ago(dt.date(2021, 6, day), dt.date(2021, 6, 15))
    assert f">{words}</time>" in markup
    assert f'title="{day}-06-2021"' in markup


def test_an_icon_is_silent_unless_it_has_a_name():
    assert 'aria-hidden="true"' in minga.icon("search")
    assert "<title>Buscar &lt;x&gt;</title>" in minga.icon("search", "Buscar <x>")
    with pytest.raises(KeyError):
        minga.icon("nothing")
    assert all(re.fullmatch(r"[MmLlHhVvCcSsAaZz0-9.,\- ]+", shape) for shape in SHAPES.values())


def test_no_template_of_the_screen_carries_a_style_or_a_script_of_its_own():
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        if path.parts[-2] == "emails" or "print" in str(path):
            continue
        text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(), flags=re.DOTALL)
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)", text), path
