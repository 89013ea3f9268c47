"""What a legal question answers, and the reading of a pack that gathers what each answer rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, cast

from cases.law import versions
from cases.law.shapes import Basis, Clock, Majority, Rule
from incubator.text import thousands


class Outcome(StrEnum):
    """What comes out of a rule."""

    MET = "met"
    NOT_MET = "not_met"
    WARNING = "warning"
    PENDING = "pending"
    OVERDUE = "overdue"
    VALID = "valid"
    VOID_CURABLE = "void_curable"
    VOID = "void"
    NO_EFFECTS = "no_effects"
    DISSOLVED = "dissolved"
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return _LABELS[self]


_LABELS = {
    Outcome.MET: "Cumple",
    Outcome.NOT_MET: "No cumple",
    Outcome.WARNING: "Atención",
    Outcome.PENDING: "En curso",
    Outcome.OVERDUE: "Fuera de plazo",
    Outcome.VALID: "Vale",
    Outcome.VOID_CURABLE: "Nula, se puede sanear",
    Outcome.VOID: "Nula, no se puede sanear",
    Outcome.NO_EFFECTS: "Sin efectos",
    Outcome.DISSOLVED: "Disuelta por la ley",
    Outcome.NOT_ASKED: "No se pide",
    Outcome.UNKNOWN: "No se sabe",
}
#: Printed beside every answer that rests on something the law leaves open.
VERIFY = "verifique"


@dataclass(frozen=True)
class Answer:
    """The outcome of one rule (R01…R31), what it rests on, and the sums that lead to it.

    `open_points` are what the law leaves open and the safe default taken; `figures` are the numbers and dates.
    """

    rule: str
    outcome: Outcome
    basis: tuple[Basis, ...]
    arithmetic: str
    open_points: tuple[str, ...] = ()
    remedy: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def verify(self) -> bool:
        """Whether the product prints «verifique»."""
        return bool(self.open_points)

    @property
    def cited(self) -> str:
        """«Ley General de Cooperativas, art. 13; Código Civil, arts. 48 a 50»."""
        return "; ".join(str(basis) for basis in self.basis)


class Reading:
    """The law of one day, read rule by rule: what was read is what the answer cites.

    A rule that the pack of that day lacks is taken from the first later pack, and the answer says «verifique».
    """

    def __init__(self, day: date) -> None:
        self.day = day
        self._basis: dict[Basis, None] = {}
        self._open: dict[str, None] = {}

    def rule(self, topic: str, key: str) -> Rule:
        """One rule; it and what it leaves open go to the answer."""
        for pack in versions.packs():
            rule = pack.get(topic, key)
            if rule and (pack.head.valid_to is None or self.day < pack.head.valid_to):
                if not rule.in_force(self.day):
                    self.note("No se revisó esta regla en la ley de esa fecha: se usó la que vino después.")
                self._basis[pack.basis(rule)] = None
                if rule.verify:
                    self.note(f"{rule.text} {rule.safe}")
                return rule
        raise KeyError(f"{topic}: {key}")

    def clock(self, key: str) -> Clock:
        """One clock."""
        return cast(Clock, self.rule("clocks", key))

    def majority(self, key: str) -> Majority:
        """One majority."""
        return cast(Majority, self.rule("majorities", key))

    def value(self, topic: str, key: str) -> int:
        """The number of a rule."""
        value = self.rule(topic, key).value
        if value is None:
            raise ValueError(f"{topic}: {key} has no number")
        return value

    def of_type(self, kind: str, facet: str) -> Rule:
        """What a type must meet: its own rule, else the general one. ValueError when the type does not exist."""
        library = versions.packs()[-1].library
        if kind not in library.types:
            raise ValueError(f"«{kind}» no es un tipo de cooperativa de los paquetes.")
        own = any(rule.key == f"{kind}.{facet}" for rule in library.rules["types"])
        return self.rule("types", f"{kind if own else 'general'}.{facet}")

    def note(self, sentence: str) -> None:
        """Something that has to be verified, with what is done meanwhile."""
        self._open[sentence] = None

    @property
    def opened(self) -> tuple[str, ...]:
        """What has to be verified so far."""
        return tuple(self._open)

    def answer(self, number: str, outcome: Outcome, arithmetic: str, *, remedy: str = "", **figures: Any) -> Answer:
        """The answer, with everything read so far."""
        return Answer(number, outcome, tuple(self._basis), arithmetic, tuple(self._open), remedy, figures)


def dmy(day: date) -> str:
    """«06-01-2016»."""
    return f"{day:%d-%m-%Y}"


def counted(value: int, one: str, many: str) -> str:
    """«1 integrante», «5 integrantes»."""
    return f"{thousands(value)} {one if value == 1 else many}"
