"""Workbooks that nobody has seen: what was written is what is read, in every format."""

import json
from collections import Counter

import openpyxl.utils
import pytest

from cases.census.summary import to_json
from incubator.text import fold
from tests.census.composing_wide import invent
from tests.census.writers import as_ods, as_text, as_xlsx

SEEDS = range(40)
TEXTS = [("utf-8", ";"), ("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t"), ("latin-1", ","), ("utf-16-le", ";")]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_invented_xlsx_reads_as_it_was_written(read, seed):
    made = invent(seed, is_text=False)
    data = as_xlsx(
        {"Instrucciones": [["Llenar una fila por integrante."]], "Catastro 2021": made.rows},
        merges=_areas(made),
        hidden_rows=(9,),
    )
    _assert_reads(read(data, "catastro.xlsx"), made, "Catastro 2021")


@pytest.mark.parametrize("seed", SEEDS)
def test_an_invented_ods_reads_as_it_was_written(read, seed):
    made = invent(1000 + seed, is_text=False)
    _assert_reads(read(as_ods({"Hoja1": made.rows, "Hoja2": [[]]}), "catastro.ods"), made, "Hoja1")


@pytest.mark.parametrize("seed", SEEDS)
def test_an_invented_text_file_reads_as_it_was_written(read, seed):
    made = invent(2000 + seed, is_text=True)
    encoding, separator = TEXTS[seed % len(TEXTS)]
    data = as_text(_lasting(made.rows, encoding), separator=separator, encoding=encoding)
    _assert_reads(read(data, "catastro.csv"), made, None)


def _areas(made):
    letter = openpyxl.utils.get_column_letter
    return [f"{letter(column + 1)}{first}:{letter(column + 1)}{last}" for column, first, last in made.merges]


def _lasting(rows, encoding):
    """The rows with the marks that the encoding lacks written otherwise."""
    if not encoding.startswith(("cp", "latin")):
        return rows
    table = str.maketrans({"✓": "x", "✔": "x", "–": "-", "‐": "-", "″": '"', "ü": "ü"})
    return [[value.translate(table) if isinstance(value, str) else value for value in row] for row in rows]


def _assert_reads(reading, made, sheet):
    assert (reading.sheet, reading.layout, reading.header_row) == (sheet, made.layout, made.header_row)
    assert dict(reading.columns) == made.headers
    assert reading.rows_read == made.rows_read
    assert {(item.row, item.reason) for item in reading.rejected} == made.rejected
    assert Counter((item.row, item.reason) for item in reading.warnings) == Counter(made.warnings)
    groups = [(fold(g.name), g.formal, fold(g.trade or ""), g.recorded_on, g.members) for g in reading.groups]
    assert groups == [
        (fold(g["name"]), g["formal"], fold(g["trade"] or ""), g["recorded_on"], g["members"]) for g in made.groups
    ]
    people = [(p.run, fold(p.name), fold(p.group), p.disability, p.phone) for p in reading.people]
    expected = [(run, fold(name), fold(group), *rest) for run, name, group, *rest in made.people]
    assert Counter(people) == Counter(expected)
    said = json.dumps(to_json(reading, detail=True), ensure_ascii=False) + repr(reading)
    assert [secret for secret in made.secrets if secret in said] == []
