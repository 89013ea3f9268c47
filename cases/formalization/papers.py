"""The documents of a formalization: what each lacks, from which text it is drawn, and what was kept of it.

Whoever calls has asked that the user reads the people of the group: a document names them.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from cases import papers
from cases.books.kinds import Body, Office
from cases.books.people import people_of
from cases.formalization.base_texts import Texts
from cases.models import LegalPaper, ShareCertificate
from cases.papers import facts as f
from cases.papers.drawing import MINUTES
from cases.papers.texts import STATUTES, BaseText
from incubator.navigation import address
from incubator.paper.records import Paper

#: The documents of the room, in the order in which they are needed.
ROOM = (
    "notice.founding", "notice.individual", "notice.media", "attendance", "statutes", "easy_read", "minutes.founding",
    "extract.founding", "letter.registry", "letter.gazette", "letter.daes", "members.book", "share.certificate",
)  # fmt: skip
#: Those of which each person has her own.
PER_PERSON = ("notice.individual", "share.certificate")
#: Topic of a missing fact (cases.papers.drawing.lacking) → the page where it is written.
PAGES = {
    "project": "founding_project",
    "founders": "founding_founders",
    "meeting": "founding_meeting",
    "seats": "founding_meeting",
    "person": "group_books",
    "cure": "legal_cures",
}
_FILE = "group_formalization"
_UNREAD = (papers.NoBaseTextError, papers.BrokenTextError)


@dataclass(frozen=True)
class Lack:
    """A missing fact, and where it is written."""

    text: str
    url: str
    action: str = "Anotarlo"


@dataclass(frozen=True)
class Drawn:
    """A document ready to be printed, and what it comes from."""

    paper: Paper
    facts: f.Facts
    text: BaseText
    statutes: BaseText | None
    validated: bool


@dataclass
class State:
    """How one document stands, for one person when each has her own."""

    document: str
    person: object = None
    text: BaseText | None = None
    validated: bool = False
    lacks: list[Lack] = field(default_factory=list)
    trouble: str = ""

    @property
    def name(self) -> str:
        """As people call it."""
        return papers.DOCUMENTS[self.document]

    @property
    def ready(self) -> bool:
        """Whether it can be drawn now."""
        return not self.lacks and not self.trouble


class Desk:
    """The documents of one case on a day. `facts` is what cases.founding.reading tells, or any other Facts."""

    def __init__(self, case, facts: f.Facts, on: date) -> None:
        self.case, self.on = case, on
        self.facts = with_officers(facts)
        self.texts = Texts(case.incubator.agreement_on(on), on)

    @cached_property
    def certificates(self) -> dict[int, ShareCertificate]:
        """The certificate of shares of each person that was issued and holds, by the id she is read by. Two queries."""
        people = people_of(self.case.organization_id)
        rows = ShareCertificate.objects.filter(case__organization=self.case.organization_id, cancelled_on__isnull=True)
        return {people.of(row.person): row for row in rows.select_related("person__same_as").order_by("number")}

    def state(self, document: str, person=None) -> State:
        """How it stands."""
        found = State(document, person)
        try:
            found.text, statutes = self._texts(document)
            found.validated = self._validated(found.text, statutes)
            facts = self.facts_for(document, person)
            lacking = papers.lacking(document, facts, base=found.text, statutes=statutes)
        except _UNREAD as error:
            found.trouble = str(error)
            return found
        found.lacks = [Lack(sentence, self._page(topic)) for sentence, topic in lacking.items()]
        return found

    def drawn(self, document: str, person=None) -> Drawn:
        """The document. MissingFactsError with each missing fact; NoBaseTextError or BrokenTextError without a text."""
        text, statutes = self._texts(document)
        validated, facts = self._validated(text, statutes), self.facts_for(document, person)
        paper = papers.drawn(document, facts, validated=validated, base=text, statutes=statutes)
        return Drawn(paper, facts, text, statutes, validated)

    def facts_for(self, document: str, person=None) -> f.Facts:
        """The facts, with those of one person when each has her own document."""
        if person is None:
            return self.facts
        name = " ".join(filter(None, [person.given_names, person.surname_1, person.surname_2]))
        if document != "share.certificate":
            return replace(self.facts, recipient=name)
        row, held = self.certificates.get(person.pk), self.facts.certificate
        told = {"number": row.number, "on": row.happened_on, "shares": row.shares} if row else {}
        national_id = person.run or person.other_document
        return replace(self.facts, certificate=replace(held, holder=name, holder_national_id=national_id, **told))

    def _texts(self, document):
        text = self.texts.get(document, self.facts.types)
        return text, self.texts.get(STATUTES, self.facts.types) if document == MINUTES else None

    def _validated(self, text, statutes):
        return self.texts.validated(text) and (statutes is None or self.texts.validated(statutes))

    def _page(self, topic):
        group = self.case.organization_id
        return address(PAGES.get(topic, _FILE), group) or address(_FILE, group)


def with_officers(facts: f.Facts) -> f.Facts:
    """The facts with who presides and who manages, from the seats, unless they already say."""
    held = facts.certificate
    if held.president and held.manager:
        return facts
    seats = facts.seats or facts.bodies.first
    managers = [one.name for one in seats if one.body in (Body.MANAGER.label, Body.SOLE_MANAGER.label)
                and one.office == Office.HEAD.label]  # fmt: skip
    chairs = [one.name for one in seats if one.body == Body.BOARD.label and one.office == Office.CHAIR.label]
    beside = [one.name for one in seats if one.body == Body.SOLE_MANAGER.label and one.office != Office.HEAD.label]
    president, manager = (next(iter(names), "") for names in ([*chairs, *beside], managers))
    return replace(
        facts,
        certificate=replace(held, president=held.president or president, manager=held.manager or manager),
    )


def fingerprint_of(facts: f.Facts) -> str:
    """SHA-256 of what a document was drawn from; the day of the law is no fact of the group."""
    return hashlib.sha256(repr(replace(facts, on=date.min)).encode()).hexdigest()


def kept_of(file, document: str = "", person=None) -> list[LegalPaper]:
    """The documents kept of a file, the newest first. One query."""
    rows = LegalPaper.objects.filter(file=file).select_related("recorded_by", "person").order_by("-id")
    rows = rows.filter(document=document) if document else rows
    return list(rows.filter(person=person) if person else rows)


def latest_by_document(kept: Iterable[LegalPaper]) -> dict[str, LegalPaper]:
    """The newest kept paper of each document."""
    found: dict[str, LegalPaper] = {}
    for row in kept:
        found.setdefault(row.document, row)
    return found
