"""The small parts of paper: number formats, charts, glyphs, tables, contents, QR."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from defusedxml import ElementTree

from incubator import charts
from incubator.paper import Heading, PaperTable, qr_svg
from incubator.paper.contents import PLACE, with_contents
from incubator.paper.formats import number, shown
from incubator.paper.glyphs import drawable

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1234567, None, "1.234.567"), (41.5, 1, "41,5"), (41, 1, "41,0"), (Decimal("0.125"), None, "0,12"), (0, None, "0"),
     (-2, 1, "−2,0"), (-0.01, 1, "0,0"), (Decimal("2.25"), 1, "2,3"), (100, None, "100")],
)  # fmt: skip
def test_numbers_are_written_as_in_chile(value, decimals, text):
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [(date(2021, 6, 3), "date", "03-06-2021"), (datetime(2021, 6, 3, 9, 5), "datetime", "03-06-2021 09:05"),
     (1132000, "money", "$\u00a01.132.000"), (83.4, "percent", "83\u00a0%"), (None, "integer", ""),
     ("s/i", "integer", "s/i"), (1.25, "hours", "1,3")],
)  # fmt: skip
def test_each_kind_has_its_form_and_words_pass_untouched(value, kind, text):
    assert shown(value, kind) == text


def test_a_bar_is_as_long_as_its_value_and_says_its_number():
    root = ElementTree.fromstring(charts.bars([("Catastro", 10), ("Formación", 5), ("Gestión", 0)], title="Grupos"))
    widths = [float(r.get("width")) for r in root.iter(f"{SVG}rect")]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert widths[2] == 0
    words = [t.text for t in root.iter(f"{SVG}text")]
    assert words == ["Catastro", "10", "Formación", "5", "Gestión", "0"]
    assert all("Atkinson" in t.get("font-family") for t in root.iter(f"{SVG}text"))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Grupos. Catastro: 10; Formación: 5; Gestión: 0."


def test_a_stacked_bar_adds_its_parts_and_keeps_their_order():
    svg = charts.stacked([("Mujeres", (30, 10)), ("Hombres", (10, 10))], series=["Sí", "No"], title="Personas")
    root = ElementTree.fromstring(svg)
    parts = [float(r.get("width")) for r in root.iter(f"{SVG}rect")][2:]
    assert parts[0] + parts[1] == pytest.approx(2 * (parts[2] + parts[3]), abs=0.3)
    assert [t.text for t in root.iter(f"{SVG}text")][:2] == ["Sí", "No"]
    assert root.find(f"{SVG}title").text == "Personas. Mujeres: Sí 30, No 10; Hombres: Sí 10, No 10."


def test_charts_without_data_or_with_hostile_labels_stay_sound():
    assert "Sin datos" in charts.bars([], title="Grupos")
    assert "Sin datos" in charts.stacked([], series=["Sí"], title="Personas")
    root = ElementTree.fromstring(charts.bars([('<b>"&', 1)], title="A & <B>"))
    assert root.find(f"{SVG}title").text == 'A & <B>. <b>"&: 1.'
    with pytest.raises(ValueError, match="below zero"):
        charts.bars([("Ajuste", -1)], title="Horas")
    with pytest.raises(ValueError, match="series"):
        charts.stacked([], series=list("abcdef"), title="Seis")


def test_a_long_label_takes_two_lines_and_never_leaves_the_drawing():
    svg = charts.bars([("Gestión y comercialización de productos del mar y de la tierra", 3)], title="t")
    lines = [t.text for t in ElementTree.fromstring(svg).iter(f"{SVG}text")][:-1]
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_text_outside_our_fonts_is_said_with_what_they_have():
    assert drawable("Ñuke Mapu · pingüino · Łukasz") == "Ñuke Mapu · pingüino · Łukasz"
    assert drawable("Las Abejitas 🐝") == "Las Abejitas "
    assert drawable("Kuḻa aṉtü") == "Kula antü"
    assert drawable("≥ 5\u2011h\x0b 文") == ">= 5-h ?"
    assert drawable("Pen\u0303a") == "Peña"


def test_a_table_refuses_a_row_that_does_not_fit_its_headings():
    with pytest.raises(ValueError, match="«Horas»"):
        PaperTable("Horas", [Heading("Tipo"), Heading("Horas", "hours")], [("Taller",)])


def test_a_table_names_rows_aligns_numbers_and_adds_up_only_rows():
    table = PaperTable("Horas", [Heading("Tipo"), Heading("Horas", "hours", 20)], [("Taller", 9)], total=("Total", 9))
    (name, hours), (total, _) = table.body[0], table.footing
    assert (name.text, name.is_header, hours.text, hours.css) == ("Taller", True, "9,0", "number w20")
    assert total.is_header
    assert "together" in table.css
    assert PaperTable("Horas", table.headings, total=("Total", 0)).footing == []


def test_contents_are_the_headings_that_follow_them():
    html = f'<h2>Antes</h2>{PLACE}<h2 class="x">1. El <b>mes</b> &amp; más</h2><h3 id="propio">Detalle</h3>'
    done = with_contents(html)
    assert '<li class="level-2" data-target="#punto-1"><a href="#punto-1">1. El mes &amp; más</a></li>' in done
    assert '<a href="#propio">Detalle</a>' in done
    assert 'class="x" id="punto-1"' in done
    assert "Antes</a>" not in done
    assert with_contents("<h2>Sin lugar</h2>") == "<h2>Sin lugar</h2>"


def test_a_qr_code_draws_exactly_its_modules_with_their_quiet_zone():
    import re

    import segno

    text = "https://minga.example.cl/verificar/7QF4M2KD9XTRHB3W"
    root = ElementTree.fromstring(qr_svg(text, 'Código "QR" & más'))
    matrix = [[bool(m) for m in row] for row in segno.make(text, error="m", micro=False).matrix]
    painted = [[False] * len(row) for row in matrix]
    for x, y, run, down in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z", root.find(f"{SVG}path").get("d")):
        for row in range(int(y) - 4, int(y) - 4 + int(down)):
            for column in range(int(x) - 4, int(x) - 4 + int(run)):
                painted[row][column] = True
    assert painted == matrix
    assert root.get("viewBox") == f"0 0 {len(matrix) + 8} {len(matrix) + 8}"
    assert root.find(f"{SVG}title").text == 'Código "QR" & más'
