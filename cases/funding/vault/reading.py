"""How each document that the bases ask stands: there, no longer good on the day that counts, or missing.

The age of a document is counted to the day that the bases say (closing, review, award, signing). Two queries a case,
one for many; pure once the documents are in hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from cases.funding.bases.shapes import AskedDocument, Bases, Moment
from cases.funding.vault.access import is_reserved
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf, ReceiverKind
from cases.models import VaultDocument
from incubator.enums import OrganizationKind
from incubator.models import Person
from incubator.text import fold


class PaperState(TextChoices):
    """How an asked document stands."""

    THERE = "there", "Está"
    EXPIRED = "expired", "No servirá ese día"
    MISSING = "missing", "Falta"


@dataclass(frozen=True)
class AskedStanding:
    """One document that is asked, of one person when it is of each who signs, applies or receives.

    `on` is the day that counts; `good_until` the last day on which the one that is there serves; a new one is asked
    for from `ask_from` until `ask_by`. `is_sure` is False when the bases do not say the day that counts.
    """

    asked: AskedDocument
    state: PaperState
    document: VaultDocument | None = None
    person: Person | None = None
    on: date | None = None
    closing: date | None = None
    good_until: date | None = None
    ask_from: date | None = None
    ask_by: date | None = None
    is_sure: bool = True

    @property
    def is_fine(self) -> bool:
        """Whether nothing must be done: it is there, or it may be left out."""
        return self.state == PaperState.THERE or (not self.asked.required and self.state == PaperState.MISSING)

    @property
    def expires_before_closing(self) -> bool:
        """Whether the one that is there serves only until before the closing."""
        return bool(self.good_until and self.closing and self.good_until < self.closing)

    @property
    def is_reserved(self) -> bool:
        """Whether it says something sensitive of a person."""
        return is_reserved(self.asked.kind)

    @property
    def is_too_late(self) -> bool:
        """Whether no document could be fresh enough on its day and still arrive before the closing."""
        return bool(self.ask_from and self.ask_by and self.ask_from > self.ask_by)


def held_by(cases) -> dict[int, list[VaultDocument]]:
    """The documents of each case by its id, those set aside left out, the newest first. One query."""
    ids = [getattr(case, "pk", case) for case in cases]
    found: dict[int, list[VaultDocument]] = {pk: [] for pk in ids}
    rows = VaultDocument.objects.filter(case_id__in=ids, set_aside_on__isnull=True)
    for row in rows.select_related("evidence", "person").order_by("-happened_on", "-pk"):
        found[row.case_id].append(row)
    return found


def standing(
    case,
    bases: Bases,
    days: Mapping[Moment, date],
    application=None,
    held: Sequence[VaultDocument] | None = None,
    people: Mapping[int, Person] | None = None,
) -> list[AskedStanding]:
    """Each document that the bases ask of whoever applies, in their order.

    `days`: those that the bases or the call say (asked_days). `held`: the documents of the case, and `people`: the
    persons named in the application by id, when many cases were read at once.
    """
    documents = held_by([case])[case.pk] if held is None else held
    applicant = _applicant(case, bases, application)
    wanted = _people(application, people)
    found = []
    for asked in bases.documents:
        if asked.applicants and applicant not in asked.applicants:
            continue
        for person in wanted if asked.subject == DocumentOf.PERSON and wanted else [None]:
            found.append(_one(asked, _best(asked, documents, person, days), person, days))
    return found


def asked_days(bases: Bases, closes_on: date | None) -> dict[Moment, date]:
    """The day of each moment, as far as it is known."""
    dates = bases.dates
    said = {
        Moment.CLOSING: closes_on,
        Moment.REVIEW: dates.review_on,
        Moment.AWARD: dates.results_on,
        Moment.SIGNING: dates.signing_on,
    }
    return {moment: day for moment, day in said.items() if day is not None}


def person_ids(application) -> list[int]:
    """The persons whose own documents an application needs: who applies, who receives, who signs; each once."""
    ids = [application.applicant_person_id if application.applicant_kind == ApplicantKind.MEMBER else None]
    ids += [application.receiver_person_id if application.receiver_kind == ReceiverKind.MEMBER else None]
    return [pk for pk in dict.fromkeys([*ids, application.signer_id]) if pk is not None]


def good_until(document, valid_days: int | None) -> date | None:
    """The last day on which a document serves: by its own term, and by the age that the bases allow; None: always."""
    aged = document.happened_on + timedelta(days=valid_days) if valid_days is not None else None
    return min((day for day in (aged, document.valid_until) if day is not None), default=None)


def _applicant(case, bases, application):
    """Who applies; before there is an application, the group as it is now, asked only when it matters."""
    if application is not None:
        return application.applicant_kind
    if not any(asked.applicants for asked in bases.documents):
        return None
    is_cooperative = case.organization.kind == OrganizationKind.COOPERATIVE
    return ApplicantKind.COOPERATIVE if is_cooperative else ApplicantKind.GROUP


def _people(application, known) -> list[Person]:
    ids = person_ids(application) if application is not None else []
    if not ids:
        return []
    found = Person.objects.in_bulk(ids) if known is None else known
    return [found[pk] for pk in ids if pk in found]


def _best(asked, documents: Iterable[VaultDocument], person, days):
    """The newest of that kind and subject that serves on its day, or else the newest."""
    of_it = [one for one in documents if _is_it(asked, one, person)]
    on, _ = _day(asked.moment, days)
    good = [one for one in of_it if on is None or (good_until(one, asked.valid_days) or on) >= on]
    return next(iter([*good, *of_it]), None)


def _is_it(asked, document, person) -> bool:
    """Whether it is what is asked; among «other» documents, by its name."""
    if (document.kind, document.subject) != (asked.kind, asked.subject):
        return False
    if person is not None and document.person_id != person.pk:
        return False
    return asked.kind != DocumentKind.OTHER or fold(document.name) == fold(asked.name)


def _day(moment, days):
    """The day that counts, and whether it is known: one that nobody wrote takes the last that is, before it."""
    before = list(Moment)[: list(Moment).index(moment) + 1]
    known = [days[one] for one in reversed(before) if one in days]
    return (known[0] if known else None), moment in days


def _one(asked, document, person, days) -> AskedStanding:
    closing, on, is_sure = days.get(Moment.CLOSING), *_day(asked.moment, days)
    told = {
        "person": person,
        "on": on,
        "closing": closing,
        "ask_by": min(filter(None, (on, closing)), default=None),
        "ask_from": on - timedelta(days=asked.valid_days) if on and asked.valid_days is not None else None,
        "is_sure": is_sure,
    }
    if document is None:
        return AskedStanding(asked, PaperState.MISSING, **told)
    until = good_until(document, asked.valid_days)
    state = PaperState.EXPIRED if until and on and until < on else PaperState.THERE
    return AskedStanding(asked, state, document, good_until=until, **told)
