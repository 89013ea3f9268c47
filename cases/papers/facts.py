"""What a case tells of itself, in plain values. None or an empty text is a fact that nobody recorded.

Sums are whole pesos. Fields with a value beside them are the house's defaults (DFL 5, art. 6 leaves them to the
statutes); everything else is asked for.
"""

from dataclasses import dataclass, field
from datetime import date, time

OWN_HAND, ON_REQUEST = "own", "a_ruego"
BOARD, SOLE_MANAGER = "board", "sole_manager"
VIGILANCE, INSPECTOR = "vigilance", "inspector"
PRESENT, REPRESENTED = "present", "represented"


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody who founds the cooperative or belongs to it. Both `shares_…` count shares, not pesos."""

    name: str
    national_id: str = ""
    occupation: str = ""
    address: str = ""
    nationality: str = ""
    civil_status: str = ""
    birth_date: date | None = None
    shares_subscribed: int | None = None
    shares_paid: int | None = None
    contribution: str = "dinero"
    number: int | None = None
    joined_on: date | None = None
    left_on: date | None = None
    exit_cause: str = ""
    signature: str = OWN_HAND
    signs_for: str = ""  # who signs «a ruego», with the thumb of the member beside


@dataclass(frozen=True, kw_only=True)
class Goods:
    """Something contributed that is not money."""

    contributor: str
    description: str
    value: int


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A first seat: the body and office as people say them («Gerencia administradora», «integrante»)."""

    body: str
    office: str
    name: str
    national_id: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Bodies:
    """How the cooperative governs itself."""

    direction: str = ""  # BOARD or SOLE_MANAGER
    direction_seats: int | None = None  # those of the board, or the members who manage with the sole manager
    watch: str = ""  # VIGILANCE or INSPECTOR
    watch_seats: int | None = None
    years: int | None = 2
    first: tuple[Seat, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the statutes may decide, with what the house proposes to protect the group."""

    second_call_percent: int = 30
    second_call_least: int = 3
    payment_months: int = 12
    accounts_days: int = 15
    meeting_months: str = "abril y junio"


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A matter that was voted; yes, no and abstentions are members present or represented."""

    matter: str
    text: str
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    letter: str = ""  # of art. 23, in a junta
    required: int | None = None  # votes that the law or the statutes ask
    passed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody at a meeting. Without hours the list leaves room to write them by hand."""

    name: str
    national_id: str = ""
    present_as: str = PRESENT
    proxy: str = ""
    arrived_at: time | None = None
    left_at: time | None = None


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting that is called, or was held."""

    on: date | None = None
    starts: time | None = None
    second_call: time | None = None
    ends: time | None = None
    place: str = ""
    commune: str = ""
    agenda: tuple[str, ...] = ()
    convener: str = ""
    committee: tuple[str, ...] = ()  # who organizes, before there is a cooperative
    supports: tuple[str, ...] = ()
    president: str = ""
    secretary: str = ""
    attendees: tuple[Attendee, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    reduces: tuple[str, ...] = ()  # who turns the minutes into a deed
    notice_on: date | None = None
    channel: str = ""  # «correo postal certificado», «correo electrónico registrado»
    medium: str = ""
    published_on: date | None = None
    kind: str = ""  # «Junta ordinaria», «Sesión del consejo de administración»
    on_second_call: bool = False
    elected: tuple[Seat, ...] = ()
    signers: tuple[str, ...] = ()  # members who sign the minutes beside who presides and who writes
    dissenters: tuple[str, ...] = ()
    reservations: tuple[str, ...] = ()  # «Rosa Pérez: …», as each one asked it to be written
    not_signing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deed:
    """The public deed."""

    on: date | None = None
    notary_name: str = ""
    notary_domicile: str = ""
    repertory: str = ""
    drafting_lawyer: str = ""


@dataclass(frozen=True, kw_only=True)
class Filing:
    """The entry at the registry and the publication."""

    registrar_commune: str = ""
    entered_on: date | None = None
    folio: str = ""
    entry: str = ""
    year: int | None = None
    published_on: date | None = None
    cve: str = ""


@dataclass(frozen=True, kw_only=True)
class Agent:
    """Who presents the papers."""

    name: str = ""
    national_id: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """A certificate of shares."""

    number: int | None = None
    on: date | None = None
    holder: str = ""
    holder_national_id: str = ""
    shares: int | None = None
    president: str = ""
    manager: str = ""


@dataclass(frozen=True, kw_only=True)
class Proxy:
    """A simple proxy from a member to another."""

    grantor: str = ""
    grantor_national_id: str = ""
    grantor_address: str = ""
    holder: str = ""
    holder_national_id: str = ""
    on: date | None = None
    instructions: str = ""


@dataclass(frozen=True, kw_only=True)
class Reform:
    """A deed that changed the statutes: what it changed («artículo 5»), and before whom."""

    what: str
    on: date | None = None
    notary_name: str = ""
    notary_domicile: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a document may ask for. `on`: the day whose law is used."""

    on: date
    types: tuple[str, ...]
    name: str = ""
    trade_name: str = ""
    address: str = ""
    commune: str = ""
    duration_years: int | None = None  # none: indefinite
    objects: tuple[str, ...] = ()
    shares: int | None = None
    share_value: int | None = None
    goods: tuple[Goods, ...] = ()
    members: tuple[Member, ...] = ()
    women: int | None = None  # members by registered sex, as the DAES asks
    men: int | None = None
    bodies: Bodies = field(default_factory=Bodies)
    choices: Choices = field(default_factory=Choices)
    meeting: Meeting = field(default_factory=Meeting)
    deed: Deed = field(default_factory=Deed)
    filing: Filing = field(default_factory=Filing)
    agent: Agent = field(default_factory=Agent)
    recipient: str = ""  # to whom an individual notice is addressed
    certificate: Certificate = field(default_factory=Certificate)
    proxy: Proxy = field(default_factory=Proxy)
    reform_items: tuple[str, ...] = ()  # what a reform changes; its deed is `deed`
    reforms: tuple[Reform, ...] = ()  # those already made
    seats: tuple[Seat, ...] = ()  # every seat and agent of the register, with its days
    cured_act: str = ""  # «la constitución»: the act whose defects a deed corrects; its own deed is `deed`
    defects: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    cure_deed_date: date | None = None
    cure_notary_name: str = ""
    cure_notary_domicile: str = ""
    author: str = ""  # the incubator, in the running head
