"""The seats of a cooperative on a day, those that end soon, and what the law says of its bodies (R05, R08, R09)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from cases.books.kinds import COLLEGIATE, Body
from cases.books.people import people_of
from cases.law import bodies
from cases.law.answers import Answer
from cases.models import Seat
from cases.services.books.holding import type_code
from incubator import masking, same_person
from incubator.access import Permission, allows
from incubator.enums import OrganizationKind, RegisteredSex

#: Days before the end of a term at which it is told.
NOTICE = (90, 60, 30)
#: Offices that direct a cooperative, for R09.
DIRECTIVE = (Body.BOARD, Body.SOLE_MANAGER, Body.MANAGER)
_SEXES = {RegisteredSex.FEMALE: "mujeres", RegisteredSex.MALE: "hombres"}


@dataclass(frozen=True)
class Seats:
    """Seats in force on a day and the others, with the answers of the law."""

    on: date
    now: list[Seat]
    past: list[Seat]
    needed: Answer
    mirror: list[tuple[str, Answer]]
    twice: list[tuple[str, Answer]]

    @property
    def ending(self) -> list[Seat]:
        """Terms that end within ninety days, the first one first."""
        soon = self.on + timedelta(days=NOTICE[0])
        return sorted((seat for seat in self.now if seat.until and seat.until <= soon), key=lambda seat: seat.until)


def seats(user, case, on) -> Seats:
    """The seats of a case's cooperative on a day."""
    rows = Seat.objects.filter(case__organization=case.organization_id, since__lte=on)
    rows = rows.select_related("person__same_as", "elected_in").order_by("body", "alternate", "office", "-since", "pk")
    sees = allows(user, Permission.VIEW_PEOPLE, case)
    people = people_of(case.organization_id)
    every = masking.cover(user, people.read(rows), case.organization_id)
    for seat in every:
        seat.shown = seat.person.survivor.name if sees else "Con nombre reservado"
        seat.days_left = (seat.until - on).days if seat.until else None
    now = [seat for seat in every if seat.voided_at is None and seat.holds(on)]
    past = [seat for seat in every if seat not in now]
    members = {row.person.survivor.pk: row.person.survivor for row in people.read(case.organization.members_on(on))}
    return Seats(
        on=on,
        now=now,
        past=sorted(past, key=lambda seat: (seat.until or seat.since, seat.pk), reverse=True),
        needed=_needed(case, members, now, on),
        mirror=_mirror(members, now, on),
        twice=_twice(case, now, on, people) if sees else [],
    )


def _needed(case, people, now, on):
    """R05 for the size of that day."""
    held = {seat.body for seat in now if not seat.alternate}
    held |= {bodies.ALTERNATE for seat in now if seat.body == Body.INSPECTOR and seat.alternate}
    return bodies.seats(members=len(people), types=[type_code(case, on)], held=held, on=on)


def _mirror(people, now, on):
    """R08 of each body of several people, by registered sex; silent when that of somebody is not known."""
    if any(person.registered_sex not in _SEXES for person in people.values()) or not people:
        return []
    members = Counter(_SEXES[person.registered_sex] for person in people.values())
    found = []
    for body in COLLEGIATE:
        here = [seat.person.survivor for seat in now if seat.body == body and not seat.alternate]
        if len(here) > 1 and all(hasattr(one, "registered_sex") for one in here):
            elected = Counter(_SEXES[one.registered_sex] for one in here if one.registered_sex in _SEXES)
            answer = bodies.gender_mirror(members=members, candidates=members, elected=elected, on=on, size=len(here))
            found.append((body.label, answer))
    return found


def _twice(case, now, on, people):
    """R09: who directs this cooperative and another one of the same purpose, by any record of hers. Two queries."""
    directing = {seat.person.survivor.pk: seat.shown for seat in now if seat.body in DIRECTIVE}
    if not directing:
        return []
    behind = people.behind(directing)
    others = Seat.objects.in_force(on).filter(body__in=DIRECTIVE).exclude(case__organization=case.organization_id)
    others = others.annotate(one=same_person.surviving()).filter(one__in=behind)
    purpose = type_code(case, on)
    posts: dict[int, list[str]] = {pk: [purpose] for pk in directing}
    for seat in others.filter(case__organization__kind=OrganizationKind.COOPERATIVE).select_related(
        "case__organization"
    ):
        posts[behind[seat.one]].append(type_code(seat.case, on))
    answers = [
        (directing[pk], bodies.same_purpose_posts(posts=list_, purpose=purpose, on=on))
        for pk, list_ in posts.items()
        if len(list_) > 1
    ]
    return [(name, answer) for name, answer in answers if answer.outcome != "met"]
