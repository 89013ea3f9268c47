"""What is known of a group on a day, as plain values: all that a condition may read, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.enums import Stage
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf, ReceiverKind


@dataclass(frozen=True)
class Share:
    """How many members are, are not, and did not say. Blank is «not stated», never «no»."""

    yes: int = 0
    no: int = 0
    unstated: int = 0

    @property
    def total(self) -> int:
        """Everybody counted."""
        return self.yes + self.no + self.unstated


@dataclass(frozen=True)
class Paper:
    """A document of the vault."""

    kind: DocumentKind
    subject: DocumentOf
    issued_on: date
    valid_until: date | None = None
    pk: int | None = None
    name: str = ""


@dataclass(frozen=True)
class EarlierAward:
    """An application of this group, or of those it comes from, that was granted: pending until its accounts close."""

    agency_id: int
    call_key: str
    programme: str
    on: date
    is_pending: bool


@dataclass(frozen=True)
class Reserved:
    """What the disability office answered to a condition on sensitive facts; stale when members changed since."""

    meets: bool
    on: date
    is_stale: bool = False


@dataclass(frozen=True)
class Sensitive:
    """Counts of sensitive facts: present only for whoever may read them (ROLES, T3)."""

    disability: Share = Share()  # declared
    credential: Share = Share()  # in force on the day
    carers: Share = Share()
    brackets: Mapping[int, int] = field(default_factory=dict)  # percent of the social registry → people
    brackets_unstated: int = 0


@dataclass(frozen=True)
class Facts:
    """A group on a day. `None` in a scalar means that nobody wrote it.

    `expected_entry`: the day until which the legal clocks still let it be registered (with effect from its deed).
    `verified` and `reserved` are keyed by `kinds.fingerprint`; `verified` also by the key of the condition.
    `applications`: how many this applicant has in each call (by its key); None: nobody counted them.
    """

    on: date
    applicant: ApplicantKind | None = None
    receiver: ReceiverKind | None = None
    is_cooperative: bool = False
    is_valid: bool | None = False  # legally constituted and in force; None: nobody knows
    constituted_on: date | None = None
    expected_entry: date | None = None
    started_activity_on: date | None = None
    region: str = ""
    commune: str = ""
    activity: str = ""  # SII code, six digits
    trade: str = ""  # plain words of the group
    cooperative_type: str = ""
    members: int = 0
    women: Share = Share()
    oldest_member_age: int | None = None
    youngest_member_age: int | None = None
    sales: int | None = None  # pesos of the last twelve months
    pending_accounts: int | None = 0  # known to us; None: cannot be known here
    papers: tuple[Paper, ...] = ()
    stage: Stage | None = None
    awards: tuple[EarlierAward, ...] = ()
    awards_elsewhere: bool = False  # it lived in another municipality: what it won there is not looked at
    verified: Mapping[str, bool] = field(default_factory=dict)
    reserved: Mapping[str, Reserved] = field(default_factory=dict)
    sensitive: Sensitive | None = None
    valid_from: date | None = None  # since when it is legally in force; None: since it was constituted
    deeded_on: date | None = None
    youngest_born_on: date | None = None
    oldest_born_on: date | None = None
    applications: Mapping[str, int] | None = None
