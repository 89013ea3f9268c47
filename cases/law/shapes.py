"""What a rule of a pack is made of: the fields that its file may carry, by topic, and what a citation says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from incubator.text import thousands

#: How sure we are of a rule, and what each letter says to whoever reads the page of rules.
CONFIDENCE: Mapping[str, str] = {
    "A": "Leído en el texto de la ley",
    "B": "Leído en una página oficial",
    "C": "Dicho por un tercero",
    "K": "De conocimiento general",
    "?": "La ley no lo dice o no se entiende bien",
}
#: Letters that never stand alone: the product prints «verifique» and the safe default.
OPEN = frozenset("C?")
#: What the number of a rule counts, one and many.
UNITS: Mapping[str, tuple[str, str]] = {
    "members": ("integrante", "integrantes"),
    "percent": ("%", "%"),
    "days": ("día corrido", "días corridos"),
    "months": ("mes", "meses"),
    "years": ("año", "años"),
    "uf": ("UF", "UF"),
    "utm": ("UTM", "UTM"),
    "posts": ("cargo", "cargos"),
    "votes": ("voto", "votos"),
    "shares": ("cuota", "cuotas"),
}

_SEVERAL = re.compile(r"\d+( bis)?(, | y | a )\d")


@dataclass(frozen=True)
class Law:
    """A norm or an official page that rules cite."""

    key: str
    name: str
    official: str
    url: str


@dataclass(frozen=True)
class Basis:
    """Where a rule comes from, as a screen prints it: «Ley General de Cooperativas, art. 13»."""

    law: str
    article: str
    url: str
    reviewed_on: date

    def __str__(self) -> str:
        return f"{self.law}, {self.cited}"

    @property
    def cited(self) -> str:
        """«art. 13», «arts. 48 a 50», or the words of a page without articles."""
        if not self.article[:1].isdigit():
            return self.article
        return f"{'arts.' if _SEVERAL.match(self.article) else 'art.'} {self.article}"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule in force from `since` up to, not including, `until`. `value` counts `unit`; `items` are its words."""

    key: str
    text: str
    law: str
    article: str
    since: date
    reviewed_on: date
    until: date | None = None
    confidence: str = "A"
    safe: str = ""
    value: int | None = None
    unit: str = ""
    items: tuple[str, ...] = ()

    @property
    def verify(self) -> bool:
        """Whether the product prints «verifique» beside it."""
        return self.confidence in OPEN

    def in_force(self, day: date) -> bool:
        """Whether it rules on that day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def amount(self) -> str:
        """«60 días corridos», «18 %», or an empty text."""
        if self.value is None:
            return ""
        one, many = UNITS[self.unit]
        return f"{thousands(self.value)} {one if self.value == 1 else many}"


@dataclass(frozen=True, kw_only=True)
class Clock(Rule):
    """A term: from which act it runs, where it is met, and how many working days before its end to file."""

    starts: str
    where: str
    ahead: int = 0


@dataclass(frozen=True, kw_only=True)
class Majority(Rule):
    """The votes that matters of art. 23 ask: `parts` of those present or represented, (2, 3) being two thirds."""

    letters: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()
    specially_called: bool = False


@dataclass(frozen=True, kw_only=True)
class Document(Rule):
    """A document: what the law says it must hold, what is usual, and who signs."""

    name: str
    must: tuple[str, ...]
    signs: str
    usual: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Clause(Rule):
    """What the statutes say under a letter of art. 6; without those of `nullity` the act is void but curable."""

    letter: str
    type: str = ""
    nullity: bool = False
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Duty(Rule):
    """What a cooperative does every so often; `due` is «MM-DD» when the law names a day."""

    frequency: str
    due: str = ""

    def due_in(self, year: int) -> date | None:
        """Its day in a year, when it has one."""
        return date.fromisoformat(f"{year}-{self.due}") if self.due else None


#: The files there must be, in the order of the public page, and what their rules are made of.
TOPICS: Mapping[str, type[Rule]] = {
    "types": Rule,
    "capacity": Rule,
    "clocks": Clock,
    "bodies": Rule,
    "meetings": Rule,
    "majorities": Majority,
    "documents": Document,
    "clauses": Clause,
    "validity": Rule,
    "duties": Duty,
    "money": Rule,
}
