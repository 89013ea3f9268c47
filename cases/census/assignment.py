"""Which column holds each field: the surest header whose content does not deny it, then what only the content says."""

from collections.abc import Mapping, Sequence

from cases.census import evidence
from cases.census.cells import cell_of, is_blank
from cases.census.columns import DIAGNOSIS, OTHER, Meaning, normal_form
from incubator.workbooks.reading import Value

_JUST_NAMES = {"nombre", "nombres", "nombre completo"}
_NOT_A_FIELD = {DIAGNOSIS, OTHER}
#: The strength of a header about who represents the group (vocabulary.py).
_LEADERS = 1
#: The greatest strength of the table of synonyms: beyond it an officer has spoken.
_TABLE = 3

Row = Sequence[Value]


class Body:
    """The content under the header, column by column, a sample of it."""

    def __init__(self, rows: Sequence[Row], header: int) -> None:
        below = rows[header + 1 : header + 1 + evidence.SAMPLE]
        # A text alone in its row is a title, a note or «Grupo: X»: it says nothing of its column.
        self._rows = [row for row in below if sum(1 for value in row if not is_blank(value)) > 1]
        self._columns: dict[int, list[Value]] = {}

    def column(self, column: int) -> list[Value]:
        """The stated values of a column."""
        if column not in self._columns:
            self._columns[column] = evidence.stated([cell_of(row, column) for row in self._rows])
        return self._columns[column]


def assign(
    headers: Mapping[int, str], meanings: Mapping[int, Meaning | None], body: Body
) -> tuple[dict[str, int], tuple[int, ...]]:
    """Each field's column: the surest header whose content does not deny it, then what only the content says."""
    candidates: dict[str, list[tuple[int, int]]] = {}
    for column, meaning in meanings.items():
        name, strength = _confirmed(meaning, body.column(column)) if meaning else (None, 0)
        name = name or (evidence.field_by_content(body.column(column)) if not meaning else None)
        if name:
            candidates.setdefault(name, []).append((strength, column))
    ranked = {name: sorted(found, key=lambda pair: (-pair[0], pair[1])) for name, found in candidates.items()}
    fields = {name: found[0][1] for name, found in ranked.items()}
    _settle_names(fields, ranked, headers, body)
    return fields, _spare_phones(ranked)


def _spare_phones(ranked: Mapping[str, list[tuple[int, int]]]) -> tuple[int, ...]:
    """The other phones of who the row names: a member's are never those of who represents the group."""
    names_leader = any(strength == _LEADERS for strength, _ in ranked.get("name", [])[:1])
    return tuple(column for strength, column in ranked.get("phone", [])[1:] if strength > _LEADERS or names_leader)


def _confirmed(meaning: Meaning, values: list[Value]) -> tuple[str | None, int]:
    """The field of a header once its content has spoken."""
    name, strength = meaning.field, meaning.strength
    if name in _NOT_A_FIELD:
        return None, 0
    if name == "members" and strength <= _TABLE and evidence.are_names(values, fewest=1):
        return "name", 2
    if strength > _TABLE or evidence.is_plausible(name, values):
        if name == "recorded_on" and strength == 1 and evidence.are_births(values):
            return "birth_date", 1
        return name, strength
    return evidence.field_by_content(values), 0


def _settle_names(
    fields: dict[str, int],
    ranked: Mapping[str, list[tuple[int, int]]],
    headers: Mapping[int, str],
    body: Body,
) -> None:
    """Settle what «Nombre», «Nombres» and «Apellidos» are once all the columns are known."""
    names = ranked.get("name", [])
    if "group" not in fields and len(names) > 1 and names[-1][0] == 1 and names[0][0] == 2:
        fields["group"], fields["name"] = names[0][1], names[-1][1]
    general = [column for _, column in ranked.get("group", []) if normal_form(headers[column]) in _JUST_NAMES]
    if "name" not in fields and general and len(ranked["group"]) > 1:
        # «Nombre» under a band that reaches too far, beside a column that names the group by itself.
        fields["name"] = general[0]
        fields["group"] = next(column for _, column in ranked["group"] if column != general[0])
    if "surname_1" in fields and "name" in fields:
        is_whole = any(word in normal_form(headers[fields["name"]]) for word in ("completo", "apellido"))
        if is_whole:
            fields.pop("surname_1"), fields.pop("surname_2", None), fields.pop("given_names", None)
        else:
            fields.setdefault("given_names", fields["name"])
            fields.pop("name")
    if "given_names" in fields and "surname_1" not in fields:
        fields.setdefault("name", fields["given_names"])
        fields.pop("given_names")
    if not {"name", "given_names"} & set(fields):
        free = [
            column for column in headers if column not in fields.values() and evidence.are_names(body.column(column))
        ]
        if free and "rut" in fields:
            fields["name"] = free[0]
