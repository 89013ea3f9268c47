"""Every census workbook of the data gives exactly what its truth says."""

import json
from collections import Counter

import pytest

from cases.census.summary import to_json
from incubator.text import fold
from tests.census.conftest import DATA

WORKBOOKS = sorted(path for path in DATA.glob("catastro_*") if path.with_suffix(".truth.json").exists())


@pytest.fixture(params=WORKBOOKS, ids=lambda path: path.stem, scope="module")
def case(request, read):
    path = request.param
    truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
    return read(path, path.name), truth


def test_the_sheet_the_header_and_the_columns_are_found(case):
    reading, truth = case
    assert (reading.sheet, reading.header_row, reading.layout) == (truth["sheet"], truth["header_row"], truth["layout"])
    assert reading.rows_read == truth["rows_read"]
    assert truth.get("columns", {}).items() <= dict(reading.columns).items()


def test_the_groups_are_those_of_the_truth(case):
    reading, truth = case
    detail = to_json(reading, detail=True)["groups_read"]
    assert [_folded(group, "name", "trade") for group in detail] == [
        _folded(group, "name", "trade") for group in truth["groups"]
    ]


def test_the_people_are_those_of_the_truth(case):
    reading, truth = case
    detail = to_json(reading, detail=True)["people_read"]
    assert sorted(map(_person, detail)) == sorted(map(_person, truth["people"]))


def test_the_refusals_are_those_of_the_truth(case):
    reading, truth = case
    found = {item.row: (item.reason, item.value) for item in reading.rejected}
    expected = {item["row"]: (item["reason"], item["value"]) for item in truth["rejected"]}
    assert found == expected
    also = {item["row"]: tuple(item.get("also", ())) for item in truth["rejected"]}
    assert {item.row: item.also for item in reading.rejected} == also


def test_the_warnings_are_those_of_the_truth(case):
    reading, truth = case
    allowed = {(item["row"], item["reason"]) for item in truth.get("may_warn", ())}
    found = Counter((item.row, item.reason) for item in reading.warnings)
    expected = Counter((item["row"], item["reason"]) for item in truth["warnings"])
    assert {key: n for key, n in found.items() if key not in allowed} == dict(expected)


def test_no_diagnosis_is_kept_or_said(case):
    reading, truth = case
    said = json.dumps(to_json(reading, detail=True), ensure_ascii=False) + repr(reading)
    assert [text for text in truth.get("never", ()) if text in said] == []


def _folded(record, *names):
    return {**record, **{name: fold(record[name] or "") for name in names}}


def _person(record):
    return (
        record["rut"] or "",
        _accented(record["name"]),
        fold(record["group"]),
        str(record["disability"]),
        record["phone"] or "",
    )


def _accented(name):
    """A name less its case: the truth keeps accents and words."""
    return " ".join(name.casefold().split())
