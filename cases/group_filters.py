"""The filters of the list of groups: what may be asked, in which words, and how many groups each answer gives.

One answer per filter. Every answer comes from the groups the user sees, counts included: an address that names
something else finds nothing and learns nothing. No filter is of sensitive data.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from cases.enums import OPEN, TERMINAL, Stage
from cases.group_rows import FLAGS
from incubator.text import fold

LISTING = "groups"
OPENED, MINE, ENDED = "abiertos", "mios", "cerrados"
NOBODY = "nadie"
#: How many answers a filter offers before it leaves the rarest out.
MOST = 15
_STAGE_WORDS = {OPENED: "Con caso abierto", MINE: "A mi cargo", ENDED: "Egresados y cerrados"}
_PAUSED = {"si": "En pausa", "no": "Sin pausa"}
_GONE = "Algo que usted ya no ve"
#: Filter → its words, and the shape of an answer. The stage is apart: it always has one.
FACETS = {
    "comuna": ("Comuna", re.compile(r"\d{1,5}", re.ASCII)),
    "sector": ("Sector o localidad", re.compile(r"[\w ]{1,120}")),
    "cargo": ("A cargo de", re.compile(rf"\d{{1,9}}|{NOBODY}", re.ASCII)),
    "senal": ("Señal", re.compile("|".join(FLAGS))),
    "pausa": ("Pausa", re.compile("|".join(_PAUSED))),
    "ingreso": ("Año de ingreso", re.compile(r"\d{4}", re.ASCII)),
    "incubadora": ("Incubadora", re.compile(r"\d{1,9}", re.ASCII)),
}


def chosen_in(given) -> dict[str, str]:
    """What a query asks, in one form: the stage always, the others when they may be an answer."""
    stage = given.get("etapa", OPENED)
    chosen = {"etapa": stage if stage in Stage.values or stage in _STAGE_WORDS else OPENED}
    for name, (_, shape) in FACETS.items():
        value = str(given.get(name, ""))
        if shape.fullmatch(value):
            chosen[name] = value
    return chosen


def address(chosen, **more) -> str:
    """The query of an address."""
    return "?" + urlencode({**chosen, **more})


@dataclass(frozen=True)
class Answers:
    """One filter as chips."""

    name: str
    label: str
    chips: list[dict]
    is_chosen: bool


@dataclass
class Filtering:
    """The groups a user sees (`cases.group_rows.GroupRows`), through what she chose."""

    groups: object
    chosen: dict[str, str]
    more: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _answers(self):
        """Row → {filter: the answers it gives}, and the words of every answer."""
        words: dict[str, dict] = {name: {} for name in FACETS} | {"senal": FLAGS, "pausa": _PAUSED}
        given = [(row, self._of(row, words)) for row in self.groups.rows]
        return given, words

    def _of(self, row, words):
        charge = {str(user.pk): user.full_name for user in self.groups.charge[row.organization_id]}
        sector, incubator, year = fold(row.sector), str(row.incubator_id), f"{row.opened_on:%Y}"
        words["cargo"] |= charge or {NOBODY: "Nadie todavía"}
        words["incubadora"][incubator], words["ingreso"][year] = row.incubator, year
        if row.commune_id:
            words["comuna"][row.commune_id] = row.commune
        if sector:
            words["sector"].setdefault(sector, row.sector)
        return {
            "etapa": {row.stage, OPENED if row.is_open else ENDED, *self._mine(row, charge)},
            "comuna": {row.commune_id} - {None},
            "sector": {sector} - {""},
            "cargo": set(charge) or {NOBODY},
            "senal": set(self.groups.flags_of(row)),
            "pausa": {"si" if row.paused else "no"},
            "ingreso": {year},
            "incubadora": {incubator},
        }

    def _mine(self, row, charge):
        return {MINE} if row.is_open and str(self.groups.user.pk) in charge else ()

    def rows_of(self, chosen) -> list:
        """The groups that fit every filter, in the order of names."""
        wanted = chosen.items()
        return [row for row, given in self._answers[0] if all(value in given[name] for name, value in wanted)]

    @cached_property
    def rows(self):
        """The groups that fit what was chosen."""
        return self.rows_of(self.chosen)

    @cached_property
    def _counts(self):
        """Filter → answer → how many groups it would show beside the other filters."""
        counts = defaultdict(Counter)
        for _, given in self._answers[0]:
            missed = [name for name, value in self.chosen.items() if value not in given[name]]
            if len(missed) <= 1:
                for name in missed or given:
                    counts[name].update(given[name])
        return counts

    def stages(self) -> list[dict]:
        """The stage as chips: those with groups, the open ones, and the chosen one."""
        counts, current = self._counts["etapa"], self.chosen["etapa"]
        ended = [current] if current in TERMINAL else []
        names = [OPENED, MINE, *OPEN, ENDED, *ended]
        shown = [name for name in names if counts[name] or name in (OPENED, current)]
        return [
            {
                "label": stage_label(name),
                "url": address(self.chosen | {"etapa": name}, **self.more),
                "current": name == current,
                "count": counts[name],
            }
            for name in shown
        ]

    def facets(self) -> list[Answers]:
        """The other filters as chips; one that would tell nothing apart is left out."""
        found = []
        for name, (label, _) in FACETS.items():
            chips = self._chips(name)
            chosen = name in self.chosen
            if chosen or len(chips) > 1 or (chips and name == "senal"):
                found.append(Answers(name, label, chips, chosen))
        return found

    def _chips(self, name):
        counts, words, current = self._counts[name], self._answers[1][name], self.chosen.get(name)
        kept = {value for value, _ in counts.most_common(MOST)} | ({current} if current else set())
        order = sorted(kept, key=lambda value: fold(words.get(value, "")), reverse=name == "ingreso")
        return [
            {
                "label": words.get(value, _GONE),
                "url": address(self._toggled(name, value), **self.more),
                "current": value == current,
                "count": counts[value],
            }
            for value in order
        ]

    def _toggled(self, name, value):
        """A chosen answer, chosen again, is taken away."""
        without = {key: kept for key, kept in self.chosen.items() if key != name}
        return without if self.chosen.get(name) == value else without | {name: value}

    def sees(self, chosen) -> bool:
        """Whether every answer names something the user sees."""
        words = self._answers[1]
        return all(name == "etapa" or value in words[name] for name, value in chosen.items())

    def words_of(self, chosen) -> list[tuple[str, str]]:
        """What was chosen, filter by filter, as people say it."""
        said = [("Etapa", stage_label(chosen["etapa"]))]
        known = self._answers[1]
        return said + [
            (FACETS[name][0], known[name].get(value, _GONE)) for name, value in chosen.items() if name in FACETS
        ]


def stage_label(name) -> str:
    """The words of a stage, or of a choice of several."""
    return _STAGE_WORDS.get(name) or str(Stage(name).label)
