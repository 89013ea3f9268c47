"""Which text a document is drawn from on a day, and whether a legal adviser answers for its words.

A text written in the agreement goes before the one that comes with Minga, from the day it says. What is validated is
a fingerprint: any other words, or the same ones in another agreement, are a draft again.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from cases import papers
from cases.models import BaseTextValidation, BaseTextVersion
from cases.papers.texts import DOCUMENTS, STATUTE_TYPES, STATUTES, BaseText, kind_of
from cases.papers.writing import as_toml
from incubator.models import Agreement

#: Every text there is: (document, type of cooperative for statutes).
TEXTS = [(document, kind) for document in DOCUMENTS for kind in (STATUTE_TYPES if document == STATUTES else ("",))]
_TYPE_NAMES = {"servicios": "de servicios", "trabajo": "de trabajo", "campesina": "campesina"}


def name_of(document: str, kind: str = "") -> str:
    """«Estatutos, cooperativa de trabajo»."""
    return f"{DOCUMENTS[document]}, cooperativa {_TYPE_NAMES.get(kind, kind)}" if kind else DOCUMENTS[document]


def text_in_force(document: str, types: tuple[str, ...], on: date, agreement: Agreement | None = None) -> BaseText:
    """The newest version of the agreement that may be used that day, else the one that comes with Minga.

    NoBaseTextError when there is none; BrokenTextError when a kept version asks for what Minga no longer knows.
    """
    row = _rows(agreement, document, kind_of(document, types)).filter(valid_from__lte=on).first() if agreement else None
    return text_of(row) if row else papers.base_text(document, types, on)


def text_for(case, document: str, types: tuple[str, ...], on: date) -> BaseText:
    """The text in force for a group that day: that of the agreement its incubator is in."""
    return text_in_force(document, types, on, case.incubator.agreement_on(on))


def text_of(row: BaseTextVersion) -> BaseText:
    """The text of a kept version."""
    return _parsed(row.source, f"{name_of(row.document, row.kind)}, versión {row.number}")


@lru_cache(maxsize=128)
def _parsed(source, name):
    return papers.parsed(source, name=name)


def shipped(document: str, kind: str, on: date) -> BaseText:
    """The text that comes with Minga."""
    return papers.base_text(document, (kind,) if kind else (), on)


def is_validated(text: BaseText, agreement: Agreement | None, on: date | None = None) -> bool:
    """Whether somebody of the agreement answers for these words (as of a day, when said)."""
    row = standing(text, agreement, on)
    return row is not None and row.given


def standing(text: BaseText, agreement: Agreement | None, on: date | None = None) -> BaseTextValidation | None:
    """The last row about these words: a validation or its withdrawal."""
    if agreement is None:
        return None
    rows = BaseTextValidation.objects.filter(
        agreement=agreement, document=text.document, kind=text.kind, fingerprint=text.fingerprint
    )
    rows = rows.filter(happened_on__lte=on) if on else rows
    return rows.select_related("by").order_by("-id").first()


class Texts:
    """The texts in force in an agreement on a day, and which are validated, read at once. Two queries."""

    def __init__(self, agreement: Agreement | None, on: date) -> None:
        self.on = on
        self._rows: dict[tuple[str, str], BaseTextVersion] = {}
        self._said: dict[tuple[str, str, str], bool] = {}
        if agreement is None:
            return
        rows = BaseTextVersion.objects.filter(agreement=agreement, valid_from__lte=on).order_by("number")
        self._rows = {(row.document, row.kind): row for row in rows}
        said = BaseTextValidation.objects.filter(agreement=agreement).order_by("id")
        self._said = {(row.document, row.kind, row.fingerprint): row.given for row in said}

    def get(self, document: str, types: tuple[str, ...]) -> BaseText:
        """As `text_in_force`."""
        row = self._rows.get((document, kind_of(document, types)))
        return text_of(row) if row else papers.base_text(document, types, self.on)

    def validated(self, text: BaseText) -> bool:
        """As `is_validated`."""
        return self._said.get((text.document, text.kind, text.fingerprint), False)


@dataclass(frozen=True)
class Version:
    """One version as a page shows it; `row` is None for the text that comes with Minga."""

    label: str
    fingerprint: str
    valid_from: date
    row: BaseTextVersion | None = None
    said: BaseTextValidation | None = None

    @property
    def number(self) -> int:
        """1 for the text that comes with Minga."""
        return self.row.number if self.row else 1

    @property
    def validated(self) -> bool:
        """Whether somebody answers for it today."""
        return self.said is not None and self.said.given


def versions(agreement: Agreement, document: str, kind: str, on: date) -> list[Version]:
    """Every version of a text, the newest first, the one that comes with Minga last. Two queries."""
    rows = list(_rows(agreement, document, kind).select_related("author"))
    said = _said(BaseTextValidation.objects.filter(agreement=agreement, document=document, kind=kind))
    ours = shipped(document, kind, on)
    found = [
        Version(f"Versión {row.number}", row.fingerprint, row.valid_from, row, said.get(row.fingerprint))
        for row in rows
    ]
    came = Version("Versión 1, viene con Minga", ours.fingerprint, ours.valid_from, None, said.get(ours.fingerprint))
    return [*found, came]


def in_force_of(agreement: Agreement, on: date) -> list[tuple[str, str, Version, list[Version]]]:
    """(document, kind, version in force, those that come later) of every text. Two queries."""
    by_text: dict[tuple[str, str], list[BaseTextVersion]] = {}
    for row in BaseTextVersion.objects.filter(agreement=agreement).defer("source").select_related("author"):
        by_text.setdefault((row.document, row.kind), []).append(row)
    said = {}
    for row in BaseTextValidation.objects.filter(agreement=agreement).select_related("by").order_by("id"):
        said[row.document, row.kind, row.fingerprint] = row
    found = []
    for document, kind in TEXTS:
        rows = [
            Version(f"Versión {row.number}", row.fingerprint, row.valid_from, row,
                    said.get((document, kind, row.fingerprint)))
            for row in by_text.get((document, kind), [])
        ]  # fmt: skip
        ours = shipped(document, kind, on)
        now = next((row for row in rows if row.valid_from <= on), None) or Version(
            "Versión 1, viene con Minga", ours.fingerprint, ours.valid_from, None,
            said.get((document, kind, ours.fingerprint)),
        )  # fmt: skip
        found.append((document, kind, now, [row for row in rows if row.valid_from > on]))
    return found


def next_number(agreement: Agreement, document: str, kind: str) -> int:
    """The number of the next version: the one that comes with Minga is the first."""
    last = _rows(agreement, document, kind).values_list("number", flat=True).first()
    return (last or 1) + 1


def newest(agreement: Agreement, document: str, kind: str, on: date) -> BaseText:
    """The last text written, in force or not yet: the one an edit begins from."""
    row = _rows(agreement, document, kind).first()
    return text_of(row) if row else shipped(document, kind, on)


def source_of(text: BaseText, number: int, valid_from: date) -> str:
    """What is kept of a text as that version."""
    label = f"{text.kind}-{number}" if text.kind else str(number)
    return as_toml(replace(text, version=label, valid_from=valid_from))


def _rows(agreement, document, kind):
    return BaseTextVersion.objects.filter(agreement=agreement, document=document, kind=kind).order_by("-number")


def _said(rows):
    """Fingerprint → the last row about it."""
    return {row.fingerprint: row for row in rows.select_related("by").order_by("id")}
