"""Calls as JSON of our own schema (docs/reference/fund-calls.schema.json), and back."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from cases.funding.bases import written
from cases.funding.exchange import schema
from cases.funding.exchange.calls import Fault, Read, TravellingCall


def to_json(calls: Iterable[TravellingCall]) -> str:
    """The calls, each with its bases; what is empty is not written."""
    document = {"schema": schema.SCHEMA, "calls": [_plain(call) for call in calls]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_json(data: bytes) -> Read:
    """The calls of a JSON. One that does not fit is told, whole, and the others go through."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as wrong:
        return Read(faults=(Fault("", 0, "", "", f"el archivo no es un JSON que se pueda leer ({_where(wrong)})."),))
    if not isinstance(document, dict) or document.get("schema") != schema.SCHEMA:
        said = f"el JSON debe decir «schema»: «{schema.SCHEMA}» y traer sus llamados en «calls»."
        return Read(faults=(Fault("", 0, "", "", said),))
    rows = document.get("calls")
    if not isinstance(rows, list):
        return Read(faults=(Fault("", 0, "", "", "«calls» debe ser una lista de llamados."),))
    calls: dict[str, TravellingCall] = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows, 1):
        wrong = schema.faults(row)
        if not wrong and row["key"] in calls:
            wrong = [f"la clave «{row['key']}» ya está en otro llamado de este archivo."]
        if wrong:
            faults += [Fault("", 0, "", "", f"llamado {number}: {said}") for said in wrong]
            continue
        calls[row["key"]] = TravellingCall(**row | {"bases": written.read(row.get("bases", {}))})
    return Read(tuple(calls.values()), tuple(faults))


def _plain(call: TravellingCall) -> dict[str, Any]:
    plain = {one.name: getattr(call, one.name) for one in fields(call) if getattr(call, one.name) != one.default}
    plain.pop("is_plain", None)
    return plain | {"bases": written.write(call.bases)}


def _where(wrong) -> str:
    return f"línea {wrong.lineno}, columna {wrong.colno}" if isinstance(wrong, json.JSONDecodeError) else "no es UTF-8"
