"""What the form of an application says now, said on a day, and lacks: read from its answers, which are only added."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from cases.funding.bases.shapes import Bases, FormField, Section
from cases.funding.form import values as form_values
from cases.funding.words import AnswerSource
from cases.models import FundAnswer, FundApplication
from incubator.models import JournalEntry
from incubator.requirements import Finding, Kind


@dataclass
class Kept:
    """The answers of one field: the one that counts, those left beside it, and all of them in order."""

    rows: list[FundAnswer] = field(default_factory=list)

    @property
    def current(self) -> FundAnswer | None:
        """The last one that is not beside another."""
        return next((row for row in reversed(self.rows) if not row.beside), None)

    @property
    def value(self) -> Any:
        """What the field says."""
        return self.current.value if self.current else None

    @property
    def number(self) -> int:
        """The number of the one that counts, 0 while there is none."""
        return self.current.number if self.current else 0

    @property
    def beside(self) -> list[FundAnswer]:
        """Those that wait for somebody to choose: of each sheet only its last, and only when it says another thing."""
        settled = max((row.settles for row in self.rows), default=0)
        waiting = {(row.by_id, row.page or row.pk): row for row in self.rows if row.beside and row.number > settled}
        return [row for row in waiting.values() if not form_values.same(row.value, self.value)]

    @property
    def is_from_case(self) -> bool:
        """Whether it is still as it was brought from the case."""
        return self.current is not None and self.current.source == AnswerSource.CASE

    def at(self, moment: datetime) -> FundAnswer | None:
        """The one that counted at a moment."""
        return next((row for row in reversed(self.rows) if not row.beside and row.at <= moment), None)


def kept(application: FundApplication) -> dict[str, Kept]:
    """Every answer of the application, by the lasting key of its field, those of other bases included."""
    found: dict[str, Kept] = {}
    for row in application.answers.select_related("by").order_by("key", "number"):
        found.setdefault(row.key, Kept()).rows.append(row)
    return found


def values(application: FundApplication) -> dict[str, Any]:
    """What the form says now: the value of each key that was written."""
    return {key: answer.value for key, answer in kept(application).items() if answer.current}


def values_at(application: FundApplication, moment: datetime) -> dict[str, Any]:
    """What the form said at a moment."""
    rows = {key: answer.at(moment) for key, answer in kept(application).items()}
    return {key: row.value for key, row in rows.items() if row is not None}


def authors(application: FundApplication) -> set[int]:
    """Ids of whoever opened it, wrote any of it or of what was copied into it, said who receives the money, or answered
    in writing what no register answers: none of them approves it."""
    texts = FundAnswer.objects.filter(application__in=(application.pk, application.copied_from_id))
    found = {application.opened_by_id, *texts.values_list("by_id", flat=True)}
    found.update(application.verifications.values_list("by_id", flat=True))
    found.update(application.quotations.values_list("recorded_by_id", flat=True))
    return found | _described(application)


def _described(application) -> set[int]:
    """Who said anew what it is called, who applies, who signs and who receives: the journal alone knows."""
    told = JournalEntry.objects.filter(verb="fund_described", subject_type=application._meta.label_lower)
    return set(told.filter(subject_id=application.pk).values_list("by_id", flat=True))


def fields_of(bases: Bases) -> dict[str, tuple[Section, FormField]]:
    """Every field of the form with its section, by key, in the order of the bases."""
    return {one.key: (section, one) for section in bases.sections for one in section.fields}


def section_of(bases: Bases, key: str) -> Section | None:
    """A section by its key."""
    return next((section for section in bases.sections if section.key == key), None)


def apart(bases: Bases, answers: dict[str, Kept]) -> list[tuple[str, Kept]]:
    """What was written and these bases ask no longer, or ask in another way: kept and shown, never sent."""
    asked = fields_of(bases)
    return [
        (key, answer)
        for key, answer in answers.items()
        if not form_values.is_blank(answer.value)
        and (key not in asked or not form_values.fits(asked[key][1], answer.value))
    ]


def lacks(application: FundApplication, bases: Bases, answers: dict[str, Kept] | None = None) -> list[Finding]:
    """What the form lacks before it may be sent: a finding for each, none when it is whole."""
    answers = kept(application) if answers is None else answers
    return [finding for section in bases.sections for finding in section_lacks(section, answers)]


def section_lacks(section: Section, answers: dict[str, Kept]) -> list[Finding]:
    """What one section lacks."""
    return [
        Finding(
            f"form.{asked.key}",
            Kind.FACT,
            False,
            f"{section.title}, «{asked.label}»: {_lower(sentence)}",
            f"form:{section.key}",
            asked.key,
        )
        for asked in section.fields
        for sentence in field_lacks(asked, answers.get(asked.key) or Kept())
    ]


def field_lacks(asked: FormField, answer: Kept) -> list[str]:
    """What one field lacks, in sentences."""
    found = form_values.faults(asked, answer.value)
    if answer.beside:
        found.append("Hay dos versiones; elija una o júntelas.")
    return found


def section_digest(section: Section, answers: dict[str, Kept]) -> str:
    """What a section asks and says, in one figure: it changes when either does."""
    said = {asked.key: (answers[asked.key].value if asked.key in answers else None) for asked in section.fields}
    return digest({"asked": asdict(section), "said": said})


def form_digest(bases: Bases, answers: dict[str, Kept] | Iterable) -> str:
    """What the whole form asks and says."""
    return digest([section_digest(section, dict(answers)) for section in bases.sections])


def digest(value: Any) -> str:
    """SHA-256 of a plain value, written always in the same way."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
