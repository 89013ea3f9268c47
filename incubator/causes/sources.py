"""The listed causes put to the database at once: the first rows of each and how many they are, in one query."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, F, IntegerField, Q, Value, Window
from django.db.models.functions import Cast

from incubator.causes.registry import Cause, Listing, Row

_COLUMNS = ("z_number", "z_subject", "z_about", "z_due", "z_organization", "z_incubator", "z_total")


@dataclass(frozen=True)
class Source:
    """One listing of a cause, narrowed to whom it is asked for."""

    cause: Cause
    listing: Listing
    rows: object

    @property
    def stem(self):
        """What comes before the id in its keys."""
        return self.listing.stem or self.cause.name


def narrowed(cause, listing, asked, overlays, everyone):
    """The source: without what was put off; only what this user answers for, unless everything is asked."""
    source = Source(cause, listing, listing.rows)
    snoozed, others, mine = overlays.of_stem(source.stem, asked.user)
    subject = f"{listing.subject}__in"
    rows = listing.rows.exclude(**{subject: snoozed}) if snoozed else listing.rows
    if not everyone:
        whose = asked.team.mine(asked.user, listing.about) if listing.whose is None else listing.whose
        whose = whose & ~Q(**{subject: others}) if others else whose
        whose = whose | Q(**{subject: mine}) if mine else whose
        rows = rows.filter(whose)
    return Source(cause, listing, rows)


def first(sources, limit) -> list[tuple[list[Row], int]]:
    """For each source its first rows and how many there are; one query for all. A limit of None reads every row."""
    found: list[tuple[list[Row], int]] = [([], 0) for _ in sources]
    if not sources:
        return found
    asked = [_columns(number, source)[:limit] for number, source in enumerate(sources)]
    answer = asked[0] if len(asked) == 1 else asked[0].union(*asked[1:], all=True)
    for number, subject, about, due, organization, incubator, total in answer:
        key = f"{sources[number].stem}:{subject}"
        found[number][0].append(Row(key, subject, about, due, organization, incubator))
        found[number] = (found[number][0], total)
    for rows, _ in found:  # a union keeps no order
        rows.sort(key=lambda row: (row.due_on or date.max, row.subject))
    return found


def slice_of(source, start, stop) -> list[Row]:
    """Some rows of one source, in its order."""
    return [
        Row(f"{source.stem}:{subject}", subject, about, due, organization, incubator)
        for _, subject, about, due, organization, incubator, _ in _columns(0, source)[start:stop]
    ]


def only(source, subjects):
    """The same source with these subjects alone."""
    return Source(source.cause, source.listing, source.rows.filter(**{f"{source.listing.subject}__in": subjects}))


def _columns(number, source):
    """The same columns for every source, so that they join in one query."""
    listing = source.listing
    due = F(listing.due) if isinstance(listing.due, str) else listing.due or Value(None, DateField())
    about = f"{listing.about}pk"
    rows = source.rows.annotate(
        z_number=Value(number, IntegerField()),
        z_subject=F(listing.subject),
        z_about=F(about),
        z_due=Cast(due, DateField()),
        z_organization=F(f"{listing.about}organization_id"),
        z_incubator=F(f"{listing.about}incubator_id"),
        z_total=Window(Count("*")),
    )
    return rows.order_by(F("z_due").asc(nulls_last=True), "z_subject").values_list(*_COLUMNS)
