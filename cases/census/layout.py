"""Whether a sheet has a row per person or a row per group: what its columns name and whether groups repeat."""

import re
from collections.abc import Sequence

from cases.census.columns import normal_form
from cases.census.headers import Header
from cases.census.lines import Band, Line
from cases.census.records import Layout
from incubator.text import fold

_LEADER = re.compile(
    r"\b(?:represent\w*|rep|repres|dirigent\w*|president\w*|lider\w*|encargad\w*|vocer\w*|coordinador\w*|contacto|responsable|referente)\b"
)
_PERSONAL = {"disability", "disability_kind", "birth_date", "sex", "carer", "rnd"}
#: The part of the rows that name a group of their own, from which a row is taken for a group.
_MOSTLY_ALONE = 0.8
_OFTEN_ALONE = 0.5
_ALWAYS_ALONE = 0.98
_ENOUGH_ROWS = 5


def layout_of(lines: Sequence[Line | Band], header: Header) -> Layout:
    """The layout of the sheet; a column of declared counts alone does not make it wide."""
    if "group" not in header.fields or any(isinstance(line, Band) for line in lines):
        return Layout.LONG
    rows = [line for line in lines if isinstance(line, Line)]
    alone = len({fold(line.group) for line in rows if line.group}) / len(rows) if rows else 0.0
    fields = set(header.fields)
    if not fields & {"name", "given_names", "rut"}:
        return Layout.WIDE if alone >= _MOSTLY_ALONE else Layout.LONG
    if _names_a_leader(header):
        return Layout.WIDE if alone >= _OFTEN_ALONE else Layout.LONG
    is_personal = bool(fields & _PERSONAL) and (alone < _ALWAYS_ALONE or len(rows) < _ENOUGH_ROWS)
    return Layout.WIDE if "members" in fields and not is_personal and alone >= _MOSTLY_ALONE else Layout.LONG


def _names_a_leader(header: Header) -> bool:
    own = (header.header_of(name) for name in ("name", "given_names", "rut"))
    return any(text and _LEADER.search(normal_form(text)) for text in own)
