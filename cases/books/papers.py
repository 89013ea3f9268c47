"""The registers on paper: members and seats as they were on a day, drawn by the house's own papers.

Whoever calls asked that the user reads the names (incubator.masking.hides_anybody).
"""

from dataclasses import replace
from datetime import date, datetime

from cases import papers
from cases.books import rows as book_rows
from cases.books import seats as seat_rows
from cases.books.kinds import Office
from cases.formalization.papers import with_officers
from cases.formalization.reading import file_of
from cases.founding.founders import legal_name
from cases.founding.reading import facts_of
from cases.models import MemberRecord
from cases.papers import facts as f
from cases.services.books.holding import type_code
from incubator.models import Person


def pdf(document: str, case, *, on: date, created: datetime, user) -> tuple[bytes, list[str]]:
    """(the PDF, what is missing): one of the two is empty."""
    told = facts(case, on=on, user=user)
    lacking = list(papers.missing(document, told))
    if lacking:
        return b"", lacking
    return papers.as_pdf(papers.drawn(document, told, validated=True), created=created), []


def facts(case, *, on: date, user) -> f.Facts:
    """Everything that the registers say, over what the formalization tells of itself."""
    file = file_of(case)
    base = facts_of(file, on) if file else f.Facts(on=on, types=(type_code(case, on),), author=case.incubator.name)
    group = case.organization
    return with_officers(
        replace(
            base,
            on=on,
            name=base.name or group.name,
            address=base.address or group.sector,
            commune=base.commune or (group.commune.name if group.commune else ""),
            members=_members(case, on, user),
            seats=_seats(case, on, user),
        )
    )


def _members(case, on, user) -> tuple[f.Member, ...]:
    register = book_rows.register(user, case, on)
    people = Person.objects.in_bulk([row.person_id for row in register.rows])
    records = book_rows.records_of(case.organization_id, register.people)
    blank = MemberRecord()
    return tuple(_member(row, people[row.person_id], records.get(row.person_id, blank)) for row in register.rows)


def _member(row, person, record) -> f.Member:
    return f.Member(
        name=legal_name(person),
        national_id=person.run or person.other_document,
        occupation=record.occupation,
        nationality=record.nationality,
        address=record.current_address or record.address,
        birth_date=person.birth_date,
        number=row.number,
        joined_on=row.joined_on,
        left_on=row.last_day,
        exit_cause=row.leave_reason.lower(),
        shares_subscribed=row.balance.shares,
        shares_paid=row.balance.paid,
    )


def _seats(case, on, user) -> tuple[f.Seat, ...]:
    held = seat_rows.seats(user, case, on)
    return tuple(
        f.Seat(
            body=seat.get_body_display(),
            office=_office(seat),
            name=legal_name(seat.person.survivor),
            national_id=seat.person.survivor.run,
            since=seat.since,
            until=seat.last_day,
        )
        for seat in [*held.now, *(seat for seat in held.past if seat.voided_at is None)]
    )


def _office(seat):
    if seat.alternate and seat.office == Office.HEAD:
        return "Suplente"
    return f"{Office(seat.office).label} (suplente)" if seat.alternate else Office(seat.office).label
