"""What a condition answers, and what that answer needs: one order of strength for all of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices


class Outcome(TextChoices):
    """From the weakest to the strongest answer."""

    FAILS = "fails", "No cumple"
    MISSING_DATA = "missing_data", "Falta un dato"
    TO_VERIFY = "to_verify", "Por comprobar"
    WILL_MEET = "will_meet", "Cumplirá"
    MEETS = "meets", "Cumple"


#: Weakest first.
STRENGTH = {outcome: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True)
class Need:
    """What stands between a group and a condition: counted in things that people do.

    `people` by profile (women, persons with disability …): the largest need is what counts, one person may serve
    several. `shared` names a remedy that serves several conditions and counts once.
    """

    impossible: bool = False
    documents: int = 0
    acts: int = 0
    people: int = 0
    confirm: int = 0
    shared: str = ""
    profile: str = ""  # of the people: a key of PROFILES


#: Who would have to come in, one and many.
PROFILES = {
    "members": ("integrante", "integrantes"),
    "women": ("socia", "socias"),
    "disability": ("persona con discapacidad", "personas con discapacidad"),
    "carers": ("persona cuidadora", "personas cuidadoras"),
    "bracket": ("persona del tramo que se pide", "personas del tramo que se pide"),
}


@dataclass(frozen=True)
class Answer:
    """What one condition, or a group of them, answers for one group on its day.

    `on`: the day from which it will be met. `by`: the last useful day to mend it. `evidence` says what was read,
    `remedy` what to do. Sentences in plain Spanish, without personal data.
    """

    key: str
    outcome: Outcome
    clause: str = ""
    evidence: str = ""
    remedy: str = ""
    on: date | None = None
    by: date | None = None
    need: Need = Need()
    is_reserved: bool = False  # answered by the disability office, or to be
    kind: str = ""
    children: tuple["Answer", ...] = ()
    title: str = ""  # what is asked, in words
