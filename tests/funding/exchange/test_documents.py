"""Calls as JSON, and awards as 360Giving: whole there and back; one that does not fit is told and the others pass."""

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from cases.funding.exchange import documents, giving, results, schema
from cases.funding.exchange.giving import Award
from tests.funding.exchange.books import CALL, EMPTY

AWARD = Award("CL-FONDO-1", "Servicio de Cooperación", "Panadería comunitaria", 8_000_000, 2021, date(2021, 7, 1), "Cooperativas", "Cooperativa Los Boldos", "CL-RUT-65000000-1", "CL-RUT-60000000-1")  # fmt: skip


def test_calls_travel_as_json_there_and_back():
    text = documents.to_json([CALL, EMPTY])
    read = documents.read_json(text.encode())
    assert (read.faults, read.calls) == ((), (CALL, EMPTY))
    assert json.loads(documents.to_json(read.calls)) == json.loads(text)


def test_what_is_written_fits_the_schema_that_is_published():
    Draft202012Validator.check_schema(schema.file_schema())
    Draft202012Validator(schema.file_schema()).validate(json.loads(documents.to_json([CALL, EMPTY])))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda call: call.pop("agency"), "en el llamado falta «agency»."),
        (lambda call: call.update(foo=1), "en el llamado sobra «foo»: esa clave no existe."),
        (lambda call: call["bases"]["money"].update(total="x"), "en «bases.money.total» dice «x» y debe ser un número entero."),
        (lambda call: call["bases"]["closings"][0].update(channel="dove"), "en «bases.closings[0].channel» dice «dove» y debe ser una de: online, in_person, mail."),
        (lambda call: call["bases"]["closings"][0]["wall"].update(at="hoy"), "en «bases.closings[0].wall.at» dice «hoy»: escriba 2021-12-31T14:00, sin zona."),
        (lambda call: call["bases"]["closings"][0]["wall"].update(at="2021-05-12T14:00:00Z"), "escriba 2021-12-31T14:00, sin zona."),
        (lambda call: call["bases"]["dates"].update(opens_on="31-02-2021"), "en «bases.dates.opens_on» dice «31-02-2021»: escriba 2021-12-31."),
        (lambda call: call["bases"]["conditions"][1]["children"][0].update(subject=3), "en «bases.conditions[1].children[0].subject» dice «3» y debe ser una de"),
        (lambda call: call["bases"].update(schema="otro/9"), "en «bases.schema» dice «otro/9»: se lee «minga-fund-bases/1»."),
        (lambda call: call.update(year=None), "en «year» dice «None» y debe ser un número entero."),
    ],
)  # fmt: skip
def test_a_call_that_does_not_fit_is_told_and_the_other_passes(change, said):
    document = json.loads(documents.to_json([CALL, EMPTY]))
    change(document["calls"][0])
    read = documents.read_json(json.dumps(document).encode())
    assert read.calls == (EMPTY,)
    assert any(said in str(fault) for fault in read.faults)
    assert all(str(fault).startswith("Llamado 1: ") for fault in read.faults)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "El archivo no es un JSON que se pueda leer (línea 1, columna 2)."),
        (b"\xff\xfe", "no es UTF-8"),
        (b"[]", "El JSON debe decir «schema»"),
        (b'{"schema": "minga-fund-calls/1", "calls": 3}', "«calls» debe ser una lista"),
    ],
)
def test_a_file_that_is_something_else_says_so(data, said):
    read = documents.read_json(data)
    assert read.calls == ()
    assert said in str(read.faults[0])


def test_our_awards_go_out_as_the_standard_asks_and_are_read_again():
    package = giving.package([AWARD], title="Adjudicaciones", publisher="Incubadora", issued=date(2021, 8, 1))
    read = giving.read_package(json.dumps(package).encode())
    assert read.faults == ()
    assert read.awards == (replace(AWARD, description=AWARD.title),)


def test_a_package_without_awards_or_without_a_day_is_not_given_out():
    with pytest.raises(ValueError, match=r"non-empty|too short"):
        giving.package([], title="a", publisher="b", issued=date(2021, 1, 1))
    with pytest.raises(ValueError, match="is not valid under any"):
        giving.package([replace(AWARD, awarded_on=None)], title="a", publisher="b", issued=date(2021, 1, 1))


def test_a_grant_to_a_person_keeps_no_name_and_a_broken_one_is_told():
    package = giving.package([AWARD], title="a", publisher="b", issued=date(2021, 1, 1))
    (grant,) = package["grants"]
    person = grant | {"id": "CL-2", "recipientIndividual": {"id": "p", "name": "Rosa Catalán"}}
    person.pop("recipientOrganization")
    broken = grant | {"id": "CL-3", "amountAwarded": "mucho"}
    read = giving.read_package(json.dumps({"grants": [grant, person, broken]}).encode())
    assert [award.recipient for award in read.awards] == ["Cooperativa Los Boldos", ""]
    assert "Rosa" not in repr(read)
    assert str(read.faults[0]) == "La adjudicación 3 no es como pide el estándar, en «amountAwarded»: no se leyó."


def test_a_waiting_list_is_no_award_and_a_person_keeps_no_name():
    rows = (
        "id_proyecto,titulo,responsable,fondo,anio,estado,monto_asignado_clp\n"
        "1,Feria,Fundación Challa,fondo-regional,2024,Selección,17370681\n"
        "2,Taller,[persona natural 1],fondo-regional,2024,Selección,10043477\n"
        "3,Festival,Otra,fondo-regional,2024,Lista de Espera,30000000\n"
        "4,Sin monto,Otra,fondo-regional,2024,Selección,\n"
    )
    read = results.read_results(rows.encode(), "resultados.csv", funder="Ministerio de las Culturas")
    assert [(award.recipient, award.amount, award.year, award.awarded_on) for award in read.awards] == [
        ("Fundación Challa", 17_370_681, 2024, None),
        ("", 10_043_477, 2024, None),
    ]
    assert read.not_awards == 1
    (fault,) = read.faults
    assert (fault.row, fault.column) == (5, "Monto")


def test_the_tables_of_the_standard_are_read_too():
    rows = "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\n360G-a-1,Well,GBP,1200,2020-03-04,Mill,Trust\n"
    (award,) = results.read_results(rows.encode(), "a.csv").awards
    assert (award.funder, award.recipient, award.currency, award.awarded_on) == (
        "Trust",
        "Mill",
        "GBP",
        date(2020, 3, 4),
    )
