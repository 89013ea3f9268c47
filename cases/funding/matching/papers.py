"""The documents of the vault as conditions read them: of each kind and subject the newest."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from cases.funding.eligibility.facts import Paper
from cases.funding.vault.reading import person_ids
from cases.funding.words import DocumentKind, DocumentOf
from cases.models import VaultDocument
from incubator.text import fold


def papers_of(case_ids: Iterable[int], on: date, application=None) -> dict[int, tuple[Paper, ...]]:
    """The papers of each case, those set aside left out. One query.

    Of persons those of whoever is named in the application, when there is one: a kind that one of them lacks is not
    there, and of what all have the oldest is read, for all of them are asked.
    """
    rows = VaultDocument.objects.filter(case_id__in=list(case_ids), set_aside_on__isnull=True, happened_on__lte=on)
    newest: dict[int, dict[tuple, Paper]] = defaultdict(dict)
    for case, pk, kind, subject, person, name, issued_on, until in rows.order_by("happened_on", "pk").values_list(
        "case_id", "pk", "kind", "subject", "person_id", "name", "happened_on", "valid_until"
    ):
        key = (kind, subject, person, fold(name) if kind == DocumentKind.OTHER else "")
        newest[case][key] = Paper(DocumentKind(kind), DocumentOf(subject), issued_on, until, pk, name)
    wanted = person_ids(application) if application is not None else []
    return {case: tuple(_of_all(held, wanted) if wanted else held.values()) for case, held in newest.items()}


def _of_all(held: dict[tuple, Paper], wanted: Sequence[int]) -> Iterable[Paper]:
    """The papers of the group and the institution, and of the persons those that all of them have."""
    of_people: dict[tuple, dict[int, Paper]] = defaultdict(dict)
    for (kind, subject, person, name), paper in held.items():
        if subject != DocumentOf.PERSON:
            yield paper
        elif person in wanted:
            of_people[kind, name][person] = paper
    for theirs in of_people.values():
        if len(theirs) == len(wanted):
            yield min(theirs.values(), key=lambda paper: (paper.valid_until or date.max, paper.issued_on))
