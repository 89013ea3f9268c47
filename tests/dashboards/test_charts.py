"""Columns along time: as tall as their values, each with its number, and told in words."""

import pytest
from defusedxml.ElementTree import fromstring

from incubator import charts

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(rows, **how):
    root = fromstring(charts.columns(rows, series=["Validadas", "Por validar"], title="Horas", **how))
    return root, [float(one.get("height")) for one in root.iter(f"{SVG}rect")][2:]  # after the key


def test_a_column_is_as_tall_as_its_value_and_nought_has_no_number():
    root, heights = _drawn([("may", (30, 10)), ("jun", (0, 15))])
    assert heights[0] == pytest.approx(3 * heights[1], abs=0.2)
    assert heights[2] == 0
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert words == ["Validadas", "Por validar", "30", "10", "may", "15", "jun"]
    assert root.find(f"{SVG}title").text == (
        "Horas. may: Validadas 30, Por validar 10; jun: Validadas 0, Por validar 15."
    )


def test_a_pile_carries_its_total():
    root, heights = _drawn([("may", (30, 10)), ("jun", (20, 20))], piled=True)
    assert heights[0] + heights[1] == pytest.approx(heights[2] + heights[3], abs=0.2)
    assert [one.text for one in root.iter(f"{SVG}text")][2:] == ["40", "may", "40", "jun"]


def test_columns_without_data_or_with_hostile_words_stay_sound():
    assert "Sin datos" in charts.columns([], series=["Sí"], title="Horas")
    hostile = charts.columns([('<b>"&', (1, 2))], series=["<i>", "&"], title="A & <B>")
    assert fromstring(hostile).find(f"{SVG}title").text == 'A & <B>. <b>"&: <i> 1, & 2.'
    with pytest.raises(ValueError, match="below zero"):
        charts.columns([("may", (-1, 2))], series=["Sí", "No"], title="Ajuste")
    with pytest.raises(ValueError, match="series"):
        charts.columns([], series=list("abcdef"), title="Seis")


def test_no_number_is_cut_by_the_edge_of_its_drawing():
    root = fromstring(charts.bars([("Mes 1", 1_400_000), ("Mes 2", 999_999_999_999)], title="t", across=charts.NARROW))
    for text in root.iter(f"{SVG}text"):
        if text.get("text-anchor") == "start":
            assert float(text.get("x")) + 9.5 * len(text.text) <= charts.NARROW


def test_a_narrow_chart_says_so_and_is_drawn_within_its_width():
    for draw in (charts.bars([("Catastro", 9)], title="t", across=charts.NARROW), _drawn([("may", (3, 1))],
                 across=charts.NARROW)[0]):  # fmt: skip
        root = fromstring(draw) if isinstance(draw, str) else draw
        assert root.get("class") == "chart chart-narrow"
        assert all(float(r.get("x")) + float(r.get("width")) <= charts.NARROW for r in root.iter(f"{SVG}rect"))
