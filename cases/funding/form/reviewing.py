"""How the internal review stands: section by section, whether what was read is still what is written."""

from dataclasses import dataclass

from cases.funding.bases.shapes import Bases, Section
from cases.funding.form import reading as forms_reading
from cases.models import FundApplication, FundReview


@dataclass(frozen=True)
class Standing:
    """A section and the last that was said of it. `changed`: it was written again since."""

    section: Section
    digest: str
    last: FundReview | None
    changed: bool
    authors: frozenset[int]

    @property
    def is_fine(self) -> bool:
        """Whether somebody found it fine as it is now."""
        return self.last is not None and self.last.is_fine and not self.changed

    @property
    def label(self) -> str:
        """How it stands, in a few words."""
        if self.last is None:
            return "Sin leer"
        if self.changed:
            return "Cambió después de revisada" if self.last.is_fine else "Corregida: falta leerla de nuevo"
        return "Está bien" if self.last.is_fine else "Hay que cambiarla"

    @property
    def tone(self) -> str:
        """The colour of its tag."""
        if self.last is None:
            return "plain"
        return "done" if self.is_fine else "urgent" if not self.last.is_fine and not self.changed else "waits"


def standings(application: FundApplication, bases: Bases, answers=None) -> list[Standing]:
    """Every section of the form, in order."""
    answers = forms_reading.kept(application) if answers is None else answers
    last = {}
    for row in application.reviews.select_related("by").order_by("at", "pk"):
        last[row.section] = row
    found = []
    for section in bases.sections:
        digest, said = forms_reading.section_digest(section, answers), last.get(section.key)
        changed = said is not None and said.digest != digest
        found.append(Standing(section, digest, said, changed, authors_of(section, answers)))
    return found


def authors_of(section: Section, answers) -> frozenset[int]:
    """Ids of whoever wrote what the section says now."""
    rows = (answers[asked.key].current for asked in section.fields if asked.key in answers)
    return frozenset(row.by_id for row in rows if row is not None)


def unread(application: FundApplication, bases: Bases, answers=None) -> list[Standing]:
    """The sections that nobody found fine as they are now."""
    return [one for one in standings(application, bases, answers) if not one.is_fine]
