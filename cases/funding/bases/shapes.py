"""The shape of what the bases of a call say: plain values, each repeated part under a key that lasts across versions.

This is what `BasesVersion.content` holds as JSON, what a workbook or a file of calls is read into, and what
eligibility, forms and budgets read. Money in the unit of the bases; days as dates; hours as wall time with their zone.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import TextChoices

from cases.funding.words import ApplicantKind, Channel, DocumentKind, DocumentOf, Unit

SCHEMA = "minga-fund-bases/1"


class Subject(TextChoices):
    """Of whom a condition is asked."""

    APPLICANT = "applicant", "Quien postula"
    GROUP = "group", "El grupo que se beneficia"
    RECEIVER = "receiver", "Quien recibe el dinero"


class Moment(TextChoices):
    """The day on which a condition is judged, or to which a document's age is counted."""

    CLOSING = "closing", "Al cierre"
    REVIEW = "review", "A la revisión"
    AWARD = "award", "A la adjudicación"
    SIGNING = "signing", "A la firma del convenio"


class Counting(TextChoices):
    """How the agency counts a text."""

    CHARACTERS = "characters", "caracteres, con espacios"
    VISIBLE = "visible", "caracteres, sin espacios"
    WORDS = "words", "palabras"


class FieldKind(TextChoices):
    """What is written in a field of the form."""

    TEXT = "text", "Texto"
    NUMBER = "number", "Número"
    CHOICE = "choice", "Una opción"
    TABLE = "table", "Tabla"
    FRAME = "frame", "Marco lógico"
    ACTIVITIES = "activities", "Actividades por mes"
    BENEFICIARIES = "beneficiaries", "Personas beneficiadas, por sexo"


class Contribution(TextChoices):
    """How the own part of the money is put."""

    CASH = "cash", "en dinero"
    KIND = "kind", "valorado"
    EITHER = "either", "en dinero o valorado"


class Share(TextChoices):
    """Of what a percentage is taken."""

    TOTAL = "total", "del costo total"
    REQUESTED = "requested", "de lo que se pide"


@dataclass(frozen=True)
class Wall:
    """An hour as the bases write it: wall time and the zone in which it is read."""

    at: datetime  # naive
    zone: str = "America/Santiago"


@dataclass(frozen=True)
class Closing:
    """Until when a channel receives; `regions` empty means everywhere. `act`: what extended it."""

    key: str
    channel: Channel
    wall: Wall
    place: str = ""
    regions: tuple[str, ...] = ()
    act: str = ""


@dataclass(frozen=True)
class Dates:
    """The calendar of a call."""

    opens_on: date | None = None
    questions_until: Wall | None = None
    review_on: date | None = None
    results_on: date | None = None
    signing_on: date | None = None
    execution_from: date | None = None
    execution_until: date | None = None
    months: int | None = None


@dataclass(frozen=True)
class Money:
    """How much there is. Amounts in `unit`, whole when it is pesos. `per_person`: of each person who signs."""

    unit: Unit = Unit.CLP
    total: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    per_person: int | None = None
    year: int | None = None  # of the amounts, when it is not the call's
    instalments: str = ""


@dataclass(frozen=True)
class CoFinancing:
    """The own part that is asked."""

    key: str
    percent: float
    of: Share = Share.TOTAL
    kind: Contribution = Contribution.EITHER
    items: tuple[str, ...] = ()  # keys of the items it concerns; empty: the whole
    clause: str = ""


@dataclass(frozen=True)
class Item:
    """A thing that may be paid, with its caps; one that is `allowed=False` is named because the bases forbid it."""

    key: str
    name: str
    allowed: bool = True
    cap_percent: float | None = None  # of what is requested
    cap_amount: int | None = None
    quotations: int = 0
    detail: str = ""


@dataclass(frozen=True)
class Condition:
    """One condition, or a group (`all`, `any`). `kind`: a key of cases.funding.eligibility.kinds."""

    key: str
    kind: str
    subject: Subject = Subject.APPLICANT
    moment: Moment = Moment.CLOSING
    parameters: dict[str, Any] = field(default_factory=dict)
    clause: str = ""
    children: "tuple[Condition, ...]" = ()


@dataclass(frozen=True)
class AskedDocument:
    """A document that is asked, and how old it may be on which day."""

    key: str
    kind: DocumentKind
    name: str
    subject: DocumentOf = DocumentOf.GROUP
    required: bool = True
    valid_days: int | None = None
    moment: Moment = Moment.CLOSING
    applicants: tuple[ApplicantKind, ...] = ()  # empty: whoever applies
    clause: str = ""


@dataclass(frozen=True)
class Criterion:
    """What gives points. `weight` in percent, `maximum` the highest point, `cut_off` the least that is not refused."""

    key: str
    name: str
    weight: float
    maximum: float = 7
    cut_off: float | None = None
    guidance: str = ""


@dataclass(frozen=True)
class FormField:
    """One thing to write. `columns` of a table; `prefill` names what the case already holds."""

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    limit: int | None = None
    counting: Counting = Counting.CHARACTERS
    minimum: int | None = None
    maximum: int | None = None
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    prefill: str = ""
    help: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the form, in the agency's order."""

    key: str
    title: str
    fields: tuple[FormField, ...] = ()
    help: str = ""


@dataclass(frozen=True)
class Source:
    """Where a value comes from, and how sure it is: B official document, C published, K known, «?» not seen."""

    about: str  # path of the value
    source: str
    year: int | None = None
    confidence: str = "?"


@dataclass(frozen=True)
class Bases:
    """Everything the bases of a call say."""

    summary: str = ""
    contact: str = ""
    regions: tuple[str, ...] = ()  # codes; empty: the whole country
    applicants: tuple[ApplicantKind, ...] = ()
    limit_per_applicant: int | None = None
    dates: Dates = Dates()
    closings: tuple[Closing, ...] = ()
    money: Money = Money()
    cofinancing: tuple[CoFinancing, ...] = ()
    items: tuple[Item, ...] = ()
    conditions: tuple[Condition, ...] = ()  # all of them are asked
    documents: tuple[AskedDocument, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    cut_off: float | None = None
    sections: tuple[Section, ...] = ()
    incompatibilities: str = ""
    dissemination: str = ""
    sources: tuple[Source, ...] = ()
