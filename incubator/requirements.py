"""Why not yet: an attempt, the rules it must meet, and the reasons it does not. For every machine of the house.

A rule is a named fact with its Spanish reason: `@requires("Falta firmar el compromiso.")`. The page lists the rules,
met and unmet; the service refuses with exactly the same reasons.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any


class Kind(Enum):
    """What a rule is about, and so where its reason is shown."""

    FACT = "fact"  # «Para avanzar falta…»
    DUTY = "duty"  # separation of duties: the tooltip of the disabled button
    INPUT = "input"  # an error beside a field of the form


@dataclass(frozen=True)
class Attempt:
    """Somebody tries a verb on a subject, as of a day, with what the form says."""

    subject: Any
    verb: Any
    by: Any
    on: date
    data: dict = field(default_factory=dict)
    _read: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, read, *asked):
        """What `read(*asked)` answers, read once for all the rules of this attempt: no fact changes between them."""
        key = (read, asked)
        if key not in self._read:
            self._read[key] = read(*asked)
        return self._read[key]


@dataclass(frozen=True)
class Finding:
    """What a rule found: met or not, the sentence that says so, and where it is mended."""

    rule: str
    kind: Kind
    met: bool
    sentence: str
    fix: str = ""
    field: str = ""


@dataclass(frozen=True)
class Rule:
    """A fact that must hold, the reason when it does not, and the page that mends it (a key, not an address)."""

    name: str
    reason: str
    kind: Kind
    fix: str
    field: str
    test: Callable[[Attempt], Any]
    done: str

    def __call__(self, attempt) -> Finding:
        """Ask the fact. A test answers True or False, or (met, detail) to complete its sentence."""
        answer = self.test(attempt)
        met, detail = answer if isinstance(answer, tuple) else (answer, "")
        sentence = (self.done or self.reason) if met else self.reason
        return Finding(self.name, self.kind, bool(met), f"{sentence} {detail}".strip(), self.fix, self.field)


def requires(reason, *, done="", kind=Kind.FACT, fix="", field=""):
    """Make a rule of a test: the reason is the sentence a person reads when the fact is missing."""

    def make(test):
        return Rule(test.__name__, reason, kind, fix, field, test, done)

    return make


def findings(rules: Iterable[Rule], attempt: Attempt) -> list[Finding]:
    """Every rule's answer, met or not, in order."""
    return [rule(attempt) for rule in rules]


def blockers(rules: Iterable[Rule], attempt: Attempt) -> list[Finding]:
    """The reasons why not yet; empty when the attempt may go on."""
    return [finding for finding in findings(rules, attempt) if not finding.met]


class Refused(Exception):
    """A service refuses: the findings say why, in whole sentences."""

    def __init__(self, *reasons: Finding | str):
        self.findings = [
            reason if isinstance(reason, Finding) else Finding("refused", Kind.FACT, False, reason)
            for reason in reasons
        ]
        super().__init__(" ".join(finding.sentence for finding in self.findings))

    @property
    def sentences(self):
        """The reasons, one sentence each."""
        return [finding.sentence for finding in self.findings]
