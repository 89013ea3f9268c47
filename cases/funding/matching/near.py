"""The filters of a list by distance: nothing here is of sensitive data, which is «por confirmar» for everybody."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import urlencode

from cases.enums import Stage
from cases.funding.eligibility.distance import Distance
from cases.funding.matching.matches import Match

#: How far: key → its words.
NEAR = {
    "cumple": "Cumplen",
    "confirmar": "Falta confirmar algo",
    "cerca": "A 3 cosas o menos",
    "lejos": "Más lejos",
    "imposible": "No es para ellos",
}
#: The same of one group, with the tone of its tag: a word and an icon, never colour alone.
TAGS = {
    "cumple": ("done", "Cumple"),
    "confirmar": ("waits", "Por confirmar"),
    "cerca": ("info", "Cerca"),
    "lejos": ("plain", "Lejos"),
    "imposible": ("plain", "No es posible"),
}
_CLOSE = 3


def near_of(distance: Distance) -> str:
    """Which of NEAR a distance is."""
    if distance.impossible:
        return "imposible"
    if distance.things:
        return "cerca" if distance.things <= _CLOSE else "lejos"
    return "confirmar" if distance.confirm else "cumple"


def chosen_in(given: Mapping[str, str]) -> dict[str, str]:
    """What an address asks, without what is no answer."""
    asked = {
        "distancia": given.get("distancia", ""),
        "etapa": given.get("etapa", ""),
        "incubadora": given.get("incubadora", ""),
    }
    fits = {
        "distancia": asked["distancia"] in NEAR,
        "etapa": asked["etapa"] in Stage.values,
        "incubadora": asked["incubadora"].isascii() and asked["incubadora"].isdecimal(),
    }
    return {name: value for name, value in asked.items() if fits[name]}


class Filtering:
    """The groups of a call that its filters leave, and how many each other answer would."""

    def __init__(self, found: Iterable[Match], chosen: dict[str, str]):
        self.found, self.chosen = list(found), chosen

    @property
    def total(self) -> int:
        """Of all, filters apart."""
        return len(self.found)

    @cached_property
    def rows(self) -> list[Match]:
        """Those that every filter leaves, the nearest first."""
        return self._left(self.chosen)

    @property
    def query(self) -> str:
        """What precedes another part of the address."""
        return urlencode(self.chosen) + "&" if self.chosen else ""

    @property
    def said(self) -> list[tuple[str, str]]:
        """The filters that are on, in words, for a workbook."""
        labels = {"distancia": "Distancia", "etapa": "Etapa", "incubadora": "Incubadora"}
        return [(labels[name], self._word(name, value)) for name, value in self.chosen.items()]

    @cached_property
    def chips(self) -> list[tuple[str, list[dict]]]:
        """Each filter with its answers and how many groups each gives; those of one answer are left out."""
        found = []
        for name, label in (("distancia", "Distancia"), ("etapa", "Etapa"), ("incubadora", "Incubadora")):
            others = {key: value for key, value in self.chosen.items() if key != name}
            counts = Counter(_value(match, name) for match in self._left(others))
            if name == "distancia" or len(counts) > 1 or name in self.chosen:
                found.append((label, self._chips(name, others, counts)))
        return found

    def _chips(self, name, others, counts):
        every = {"label": "Todos", "url": _url(others), "current": name not in self.chosen, "count": counts.total()}
        order = list(NEAR) if name == "distancia" else sorted(counts, key=lambda value: self._word(name, value))
        return [every] + [
            {
                "label": self._word(name, value),
                "url": _url({**others, name: value}),
                "current": self.chosen.get(name) == value,
                "count": counts[value],
            }
            for value in order
            if counts[value] or self.chosen.get(name) == value
        ]

    def _left(self, chosen):
        return [match for match in self.found if all(_value(match, name) == said for name, said in chosen.items())]

    def _word(self, name, value):
        if name == "distancia":
            return NEAR[value]
        if name == "etapa":
            return Stage(value).label
        places = {str(match.case.incubator_id): match.case.incubator.name for match in self.found}
        return places.get(value, "Una que usted no ve")


def _value(match: Match, name: str) -> str:
    if name == "distancia":
        return near_of(match.distance)
    return match.case.stage if name == "etapa" else str(match.case.incubator_id)


def _url(chosen):
    return f"?{urlencode(chosen)}" if chosen else "?"
