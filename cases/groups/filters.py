"""The filters of the list of groups: what may be asked, in which words, and how many groups each answer gives.

One answer per filter. Every answer comes from the groups the user sees, counts included: an address that names
something else finds nothing and learns nothing. No filter is of sensitive data.
"""

import re
from collections import Counter, defaultdict
from dataclasses import astuple, dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from cases.enums import OPEN, TERMINAL, Stage
from cases.groups.counts import ENDED, MINE, NOBODY, OPENED, Asked
from cases.groups.rows import FLAGS, GroupRows
from incubator.text import fold

LISTING = "groups"
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
    """The groups a user sees (`cases.groups.rows.GroupRows`), through what she chose; `saved`: others to count."""

    groups: GroupRows
    chosen: dict[str, str]
    more: dict[str, str] = field(default_factory=dict)
    saved: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def asked(self) -> Asked:
        """The groups, to ask for those that fit something."""
        return Asked(self.groups)

    @cached_property
    def _told(self):
        """(answers of each filter, how many groups fit each saved choice)."""
        return self.asked.answers(self.chosen, self.saved)

    @cached_property
    def _words(self):
        """Filter → the words of every answer that some group gives, the first one's where several are written."""
        words: dict[str, dict] = {name: {} for name in FACETS} | {"senal": FLAGS, "pausa": _PAUSED}
        for answer in self._told[0]:
            value = fold(answer.value) if answer.filter == "sector" else answer.value
            if answer.filter not in ("etapa", "senal", "pausa") and value:
                words[answer.filter].setdefault(value, answer.words or answer.value)
        return words

    @cached_property
    def _counts(self):
        """Filter → answer → how many groups it would show beside the other filters."""
        counts = defaultdict(Counter)
        for name, value, _, count in (astuple(answer) for answer in self._told[0]):
            if not count:
                continue
            counts[name][fold(value) if name == "sector" else value] += count
            if name == "etapa" and value != MINE:
                counts[name][OPENED if value in OPEN else ENDED] += count
        del counts["sector"][""]
        return counts

    @cached_property
    def saved_counts(self) -> list[int]:
        """How many groups fit each saved choice."""
        return self._told[1]

    def __len__(self):
        return self._counts["etapa"][self.chosen["etapa"]]

    def __getitem__(self, places: slice) -> list[int]:
        """The cases from one place to another, in the order of names."""
        return self.asked.ids(self.chosen, places.start or 0, places.stop)

    @property
    def rows(self) -> list[int]:
        """Every case that fits what was chosen, in the order of names."""
        return self[:]

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
        counts, words, current = self._counts[name], self._words[name], self.chosen.get(name)
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
        words = self._words
        return all(name == "etapa" or value in words[name] for name, value in chosen.items())

    def words_of(self, chosen) -> list[tuple[str, str]]:
        """What was chosen, filter by filter, as people say it."""
        said = [("Etapa", stage_label(chosen["etapa"]))]
        known = self._words
        return said + [
            (FACETS[name][0], known[name].get(value, _GONE)) for name, value in chosen.items() if name in FACETS
        ]


def stage_label(name) -> str:
    """The words of a stage, or of a choice of several."""
    return _STAGE_WORDS.get(name) or str(Stage(name).label)
