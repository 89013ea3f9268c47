"""How the filters of the list of groups are asked of the database: which groups fit, and how many give each answer.

The groups and what is told of each are `GroupRows.told`, a queryset that keeps the rights; here it is only filtered,
counted and put in order. Every name of a column is ours, and every value a parameter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.db import connection

from cases.enums import OPEN, TERMINAL, Stage
from cases.groups.rows import BELOW, BELOW_LAW, QUIET, TOLD
from incubator.text import fold

OPENED, MINE, ENDED, NOBODY = "abiertos", "mios", "cerrados", "nadie"
#: Flag → the column that tells it.
_FLAGS = {BELOW_LAW: "below_law", BELOW: "below", QUIET: "quiet"}
_STAGES = {
    OPENED: ("stage_name = any(%s)", [[stage.value for stage in OPEN]]),
    ENDED: ("stage_name = any(%s)", [[stage.value for stage in TERMINAL]]),
}
#: Filter → the rows of `fit` that give each answer, as (answer, words).
_GROUPED = {
    "etapa": ("fit", "stage_name", "''"),
    "comuna": ("fit", "commune", "max(commune_name)"),
    "sector": ("fit", "nullif(sector, '')", "''"),
    "cargo": (
        "(select fit.*, held from fit left join unnest(fit.charge) held on true) fit"
        " left join incubator_user on incubator_user.id = held",
        f"coalesce(held::text, '{NOBODY}')",
        "coalesce(max(full_name), 'Nadie todavía')",
    ),
    "pausa": ("fit", "case when paused then 'si' else 'no' end", "''"),
    "ingreso": ("fit", "year", "max(year::text)"),
    "incubadora": ("fit", "incubator_id", "max(incubator_name)"),
}


@dataclass(frozen=True)
class Answer:
    """One answer of one filter: its words, and how many groups it would show beside the other filters."""

    filter: str
    value: str
    words: str
    count: int


class Asked:
    """The groups of `GroupRows` asked through filters."""

    def __init__(self, groups):
        self.groups = groups
        self._spellings: dict[str, list[str]] | None = None

    def answers(self, chosen, saved: Iterable[dict]) -> tuple[list[Answer], list[int]]:
        """Every answer of every filter beside what is chosen, and how many groups fit each saved filter. One query."""
        saved = list(saved)
        fits = {name: self._fits(name, value) for name, value in chosen.items()}
        columns = ", ".join(f"{sql} as fits_{name}" for name, (sql, _) in fits.items())
        values = list(chain.from_iterable(given for _, given in fits.values()))
        parts = [self._grouped(name, fits) for name in _GROUPED]
        parts += [self._one("etapa", MINE, _and([self._mine(), *_others("etapa", fits)]))]
        parts += [self._one("senal", flag, _and([(column, []), *_others("senal", fits)]))
                  for flag, column in _FLAGS.items()]  # fmt: skip
        parts += [self._one("saved", place, _and(self._all(one))) for place, one in enumerate(saved)]
        sql = " union all ".join(part for part, _ in parts)
        values += chain.from_iterable(given for _, given in parts)
        fit = f", fit as (select *, {columns} from told)"  # noqa: S608 - our own columns, as in all that follow
        rows = self._rows(f"{sql} order by 1, 5, 6", values, then=fit)
        counts = {int(value): count for name, value, _, count, *_ in rows if name == "saved"}
        return (
            [Answer(*row[:4]) for row in rows if row[0] != "saved"],
            [counts.get(place, 0) for place in range(len(saved))],
        )

    def count(self, chosen, within=None) -> int:
        """How many groups fit; `within`: a scope, of whose groups alone."""
        every = self._all(chosen)
        if within is not None:
            ids = [sorted(within.incubator_ids), sorted(within.organization_ids)]
            every.append(("(incubator_id = any(%s) or organization_id = any(%s))", ids))
        sql, values = _and(every)
        rows = self._rows(f"select count(*) from told where {sql}", values)  # noqa: S608
        return rows[0][0] if rows else 0

    def ids(self, chosen, start=0, stop=None) -> list[int]:
        """The cases that fit, in the order of names, from one place to another."""
        sql, values = _and(self._all(chosen))
        limit = [None if stop is None else stop - start, start]
        asked = f"select pk from told where {sql} order by name_key, pk limit %s offset %s"  # noqa: S608
        rows = self._rows(asked, values + limit)
        return [pk for (pk,) in rows]

    def columns(self, chosen, most) -> dict[Stage, tuple[int, list[int]]]:
        """{stage: how many fit, and the first ones in the order of names}, of the stages that have some."""
        sql, values = _and(self._all(chosen))
        asked = (
            "select stage_name, every, pk from (select stage_name, pk, count(*) over (partition by stage_name) every,"  # noqa: S608
            " row_number() over (partition by stage_name order by name_key, pk) place from told"
            f" where {sql}) lanes where place <= %s order by stage_name, place"
        )
        rows = self._rows(asked, [*values, most])
        found = {}
        for stage, every, pk in rows:
            found.setdefault(Stage(stage), (every, []))[1].append(pk)
        return {stage: found[stage] for stage in Stage if stage in found}

    def _rows(self, sql, values, *, then=""):
        """The rows of a statement over `told`, kept once if `then` reads it again; none with nothing within reach."""
        if self.groups.statement is None:
            return []
        told, given = self.groups.statement
        kept = "materialized" if then else "not materialized"  # what a statement does not ask of `told` is not computed
        with connection.cursor() as cursor:
            cursor.execute(f"with told ({', '.join(TOLD)}) as {kept} ({told}){then} {sql}", [*given, *values])
            return cursor.fetchall()

    def _grouped(self, name, fits):
        source, value, words = _GROUPED[name]
        sql, values = _and(_others(name, fits))
        return (
            f"select '{name}', ({value})::text, {words}, count(*) filter (where {sql}), min(name_key), min(pk)"  # noqa: S608
            f" from {source} where ({value}) is not null group by {value}",
            values,
        )

    def _one(self, name, value, wanted):
        sql, values = wanted
        return f"select '{name}', '{value}', '', count(*) filter (where {sql}), '', 0 from fit", values  # noqa: S608

    def _all(self, chosen):
        return [self._fits(name, value) for name, value in chosen.items()]

    def _mine(self):
        return _and([_STAGES[OPENED], ("%s = any(charge)", [self.groups.user.pk])])

    def _fits(self, name, value):
        """Whether a row gives that answer, as SQL with its values."""
        if name == "etapa":
            return self._mine() if value == MINE else _STAGES.get(value, ("stage_name = %s", [value]))
        if name == "sector":
            return "sector = any(%s)", [self._spelled(value)]
        if name == "senal":
            return _FLAGS[value], []
        if name == "cargo" and value == NOBODY:
            return "cardinality(charge) = 0", []
        return _PLAIN[name], [int(value) if name in _NUMBERS else value]

    def _spelled(self, folded):
        if self._spellings is None:
            self._spellings = {}
            for sector in self.groups.sectors():
                self._spellings.setdefault(fold(sector), []).append(sector)
        return self._spellings.get(folded, [])


_PLAIN = {
    "comuna": "commune = %s",
    "cargo": "%s = any(charge)",
    "pausa": "paused = (%s = 'si')",
    "ingreso": "year = %s",
    "incubadora": "incubator_id = %s",
}
_NUMBERS = ("cargo", "ingreso", "incubadora")


def _others(name, fits):
    """What is chosen of the other filters, as the columns of `fit` that tell it."""
    return [(f"fits_{other}", []) for other in fits if other != name]


def _and(wanted):
    """All of some conditions, as one with its values."""
    wanted = list(wanted)
    sql = " and ".join(f"({sql})" for sql, _ in wanted) or "true"
    return sql, list(chain.from_iterable(values for _, values in wanted))
