"""What the judge of a kind receives, and the answers it may give, each with what it needs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from cases.funding.bases.shapes import Moment, Subject
from cases.funding.eligibility.days import OF_MOMENT, dmy
from cases.funding.eligibility.facts import Facts
from cases.funding.eligibility.outcomes import Need, Outcome
from cases.funding.words import ApplicantKind, ReceiverKind

CONFIRM = Need(confirm=1)
IMPOSSIBLE = Need(impossible=True)
NOTHING = Need()


class Actor(StrEnum):
    """Who a condition is really about, once it is known who applies and who receives."""

    GROUP = "el grupo"
    PERSON = "la persona que postula o recibe"
    MUNICIPALITY = "la municipalidad"
    SPONSOR = "la otra institución"
    UNKNOWN = "quien recibe el dinero"


def of(actor: Actor) -> str:
    """«del grupo», «de la municipalidad»."""
    return f"de {actor}".replace("de el ", "del ", 1)


_APPLICANTS = {
    None: Actor.GROUP,
    ApplicantKind.GROUP: Actor.GROUP,
    ApplicantKind.COOPERATIVE: Actor.GROUP,
    ApplicantKind.MEMBER: Actor.PERSON,
    ApplicantKind.MUNICIPALITY: Actor.MUNICIPALITY,
    ApplicantKind.SPONSOR: Actor.SPONSOR,
}
_RECEIVERS = {
    ReceiverKind.MEMBER: Actor.PERSON,
    ReceiverKind.MUNICIPALITY: Actor.MUNICIPALITY,
    ReceiverKind.SPONSOR: Actor.SPONSOR,
}


def actor_of(subject: Subject, facts: Facts) -> Actor:
    """Of whom this is asked. A cooperative that applies receives its money, unless somebody wrote otherwise."""
    if subject == Subject.GROUP:
        return Actor.GROUP
    applicant = _APPLICANTS[facts.applicant]
    if subject == Subject.APPLICANT or facts.receiver == ReceiverKind.APPLICANT:
        return applicant
    if facts.receiver is None:
        return Actor.GROUP if facts.is_cooperative and applicant == Actor.GROUP else Actor.UNKNOWN
    return _RECEIVERS[facts.receiver]


@dataclass(frozen=True)
class CallOf:
    """The call for which it is judged: what earlier awards and the limit of applications are compared with."""

    key: str = ""
    agency_id: int | None = None
    programme: str = ""


@dataclass(slots=True)
class Asked:
    """A condition asked of a group: its parameters already read, its day, and whether that day is known."""

    facts: Facts
    given: dict[str, Any]
    day: date
    is_sure: bool
    actor: Actor
    moment: Moment
    call: CallOf | None = None
    closing: date | None = None

    @property
    def filed_by(self) -> date:
        """The last day to hand in what is asked: whatever is reviewed was filed before the closing."""
        if self.moment == Moment.REVIEW and self.closing is not None:
            return min(self.day, self.closing)
        return self.day


class Verdict(NamedTuple):
    """What a kind answers; the rest of an Answer comes from the condition."""

    outcome: Outcome
    evidence: str
    remedy: str = ""
    need: Need = NOTHING
    on: date | None = None
    by: date | None = None


def meets(evidence: str) -> Verdict:
    """It is met."""
    return Verdict(Outcome.MEETS, evidence)


def fails(evidence: str, remedy: str, need: Need, by: date | None = None) -> Verdict:
    """It is not, and time alone does not bring it: what to do, and until when."""
    return Verdict(Outcome.FAILS, evidence, remedy, need, None, by)


def missing(evidence: str, remedy: str) -> Verdict:
    """Somebody must write something first."""
    return Verdict(Outcome.MISSING_DATA, evidence, remedy, CONFIRM)


def to_verify(evidence: str, remedy: str) -> Verdict:
    """No register open to us says it."""
    return Verdict(Outcome.TO_VERIFY, evidence, remedy, CONFIRM)


def in_time(reached: date, asked: Asked, evidence: str) -> Verdict | None:
    """Met since that day, or from it on if it comes by the day of the condition; None when it comes later."""
    if reached > asked.day:
        return None
    if reached <= asked.facts.on:
        return meets(evidence)
    return Verdict(Outcome.WILL_MEET, evidence, f"Espere: se cumple el {dmy(reached)}.", on=reached)


def unknown_day(asked: Asked) -> Verdict:
    """The answer depends on a day that the bases do not say."""
    return missing(
        f"Las bases no dicen el día {OF_MOMENT[asked.moment]}.",
        "Anote ese día en las bases, o pregúntelo a la institución.",
    )
