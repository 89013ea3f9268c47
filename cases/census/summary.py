"""A reading as the JSON that `import_census` writes; docs/reference/census-json.md describes each key."""

from collections.abc import Mapping

from cases.census.records import CensusReading, GroupRow, PersonRow

_NOTHING: Mapping[str, int] = {"created": 0, "updated": 0, "unchanged": 0}


def to_json(
    reading: CensusReading,
    *,
    groups: Mapping[str, int] = _NOTHING,
    people: Mapping[str, int] = _NOTHING,
    detail: bool = False,
) -> dict[str, object]:
    """The summary; `groups` and `people` are the importer's counts. `detail` adds what was read, row by row."""
    summary: dict[str, object] = {
        "sheet": reading.sheet,
        "header_row": reading.header_row,
        "layout": reading.layout.value,
        "columns": dict(reading.columns),
        "rows_read": reading.rows_read,
        "groups": {**_NOTHING, **groups},
        "people": {**_NOTHING, **people},
        "rejected": [_rejection(item) for item in reading.rejected],
        "warnings": [{"row": item.row, "reason": item.reason, "detail": item.detail} for item in reading.warnings],
    }
    if detail:
        summary["groups_read"] = [_group(group) for group in reading.groups]
        summary["people_read"] = [_person(person) for person in reading.people]
    return summary


def _rejection(item) -> dict[str, object]:
    return {"row": item.row, "column": item.column, "value": item.value, "reason": item.reason}


def _group(group: GroupRow) -> dict[str, object]:
    return {
        "name": group.name,
        "formal": group.formal,
        "trade": group.trade,
        "recorded_on": group.recorded_on.isoformat() if group.recorded_on else None,
        "members": group.members,
    }


def _person(person: PersonRow) -> dict[str, object]:
    return {
        "rut": person.run,
        "name": person.name,
        "group": person.group,
        "disability": person.disability,
        "phone": person.phone,
    }
