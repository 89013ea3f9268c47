"""What every act of the book of shares needs: the book held, the rows so far, and the rules that refuse."""

from dataclasses import dataclass
from typing import Any

from cases.books import shares
from cases.books.people import People, people_of
from cases.books.shares import NOTHING, Balance
from cases.law import capital
from cases.law.answers import Answer, Outcome
from cases.models import Case, LegalFile, ShareBook, ShareCertificate, ShareMovement
from cases.rules.business import latest_definition
from cases.services.books.numbers import number
from incubator import access, calendars, journal, masking
from incubator.access import Permission
from incubator.models import Organization
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy


@dataclass(frozen=True)
class Held:
    """A book that nobody else writes meanwhile, with its rows and who was a member on the day of the act."""

    by: Any
    book: ShareBook
    case: Case
    rows: list[ShareMovement]
    members: frozenset[int]
    on: object
    people: People

    @property
    def until(self) -> list[ShareMovement]:
        """The rows up to the day of the act."""
        return [row for row in self.rows if row.happened_on <= self.on]

    def name(self, person) -> str:
        """As whoever writes may read her."""
        return named(self.by, self.case, person)

    def balance(self, person) -> Balance:
        """What somebody held on the day of the act."""
        return shares.balances(self.until).get(self.people.of(person), NOTHING)

    def is_member(self, person) -> bool:
        """Whether she was one on the day of the act."""
        return self.people.of(person) in self.members


def members_on(organization, on, people) -> frozenset[int]:
    """The members of a day, each by the record she is read by in the book."""
    return frozenset(people.one(row.who.pk) for row in organization.members_on(on))


def hold(by, case, on) -> Held:
    """The open book of a case's cooperative, for a day up to today."""
    access.require(by, Permission.RECORD_FACTS, case)
    case = locked(case)
    book = ShareBook.objects.filter(organization=case.organization_id).first()
    if book is None:
        raise Refused("Abra primero el libro de cuotas.")
    refuse_day(on)
    if on < book.happened_on:
        raise Refused(f"El libro empieza el {dmy(book.happened_on)}: la fecha no puede ser anterior.")
    people = people_of(case.organization_id)
    members = members_on(case.organization, on, people)
    return Held(by, book, case, shares.rows_of(book, people=people), members, on, people)


def named(by, case, person) -> str:
    """How a user reads somebody of a group, for a sentence."""
    who = person.survivor
    return masking.names_for(by, [who], {who.pk: case.organization_id})[who.pk].name


def locked(case):
    """The case, held as every writer of it does, and its group: two cases of one cooperative share its book."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("organization", "incubator")
    case = rows.get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    Organization.objects.select_for_update(of=("self",), no_key=True).get(pk=case.organization_id)
    return case


def refuse_day(on):
    """Nothing is written of a day to come."""
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")


def refuse_evidence(case, evidence, agreement="", *, asked=""):
    """A document of this incubator; `asked`: what is missing when there is neither document nor agreement."""
    if evidence is not None and evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    if asked and evidence is None and not agreement.strip():
        raise Refused(asked)


def write(held, by, rows, *, verb="shares_moved", subject=None, **data):
    """Add the rows, unless a balance would be wrong on some day; one line in the journal."""
    for row, person in zip(rows, _sides(held, rows), strict=True):
        row.holder, row.other = person
    rows_after = sorted([*held.rows, *rows], key=lambda row: (row.happened_on, row.pk or _LAST))
    wrong = shares.first_unsound(rows_after)
    if wrong:
        raise Refused(f"Así quedaría un saldo imposible el {dmy(wrong[1])}: menos de cero, o pagado sin suscribir.")
    for row in rows:
        row.full_clean(exclude=["voids"])
        row.save()
    for row in rows:
        number(held.case.organization_id, row.counterpart or row.person, people=held.people)
    told = {"subject": subject or held.book, "organization": held.case.organization}
    journal.record(by, verb, held.on, **told, kind=str(rows[0].kind), rows=len(rows), **data)
    return rows


#: A row that is not written yet comes after those of its day.
_LAST = 2**62


def _sides(held, rows):
    """[(holder, other)] of rows that are not written yet."""
    ids = {pk for row in rows for pk in (row.person_id, row.counterpart_id) if pk}
    moved = held.people.of_ids(ids)
    return [(moved[row.person_id], moved.get(row.counterpart_id)) for row in rows]


def type_code(case, on) -> str:
    """The type of cooperative: of its file, else of what the group chose; the general rule when nobody said."""
    file = LegalFile.objects.filter(case__organization=case.organization_id).order_by("-opened_on", "-pk").first()
    if file is not None:
        return file.cooperative_type_id
    definition = latest_definition(case, on)
    return definition.cooperative_type_id if definition else GENERAL


#: A type without rules of its own.
GENERAL = "servicios"


def cap_of(held_by: Balance, total: shares.Totals, *, kind, members, on) -> Answer:
    """R03 for one person: subscribed in shares, paid in pesos."""
    return capital.cap(
        kind=kind,
        subscribed=held_by.shares,
        total_subscribed=total.shares,
        paid=held_by.capital,
        total_paid=total.capital,
        members=members,
        on=on,
    )


def cap_answers(held, after, people) -> list[tuple[object, Answer]]:
    """[(person, R03)] of those whose holding is over the cap after an act; the sums are in the answer."""
    total, kind = shares.totals(after), type_code(held.case, held.on)
    found = []
    for person in people:
        mine = after.get(held.people.of(person), NOTHING)
        answer = cap_of(mine, total, kind=kind, members=len(held.members), on=held.on)
        if answer.outcome != Outcome.MET:
            found.append((person, answer))
    return found


def refuse_cap(held, answers, after, *, verified):
    """No to what the law says no to (subscribed capital); what it leaves open asks for somebody to have verified."""
    for person, answer in answers:
        said = f"{answer.arithmetic} {answer.remedy} {answer.cited}."
        over = after[held.people.of(person)].shares > answer.figures["most"]
        if answer.outcome == Outcome.NOT_MET and over:
            raise Refused(f"{held.name(person)}: {said}")
        if not verified:
            raise Refused(f"{held.name(person)}: {said} Si ya lo verificó, márquelo abajo y guarde otra vez.")


def refuse_certificates(held, person, left):
    """Shares with a certificate do not move before it is cancelled."""
    mine = held.people.records(person.pk)
    issued = ShareCertificate.objects.filter(book=held.book, person_id__in=mine, cancelled_on__isnull=True)
    numbers = sorted(issued.values_list("number", "shares"))
    if sum(count for _, count in numbers) > left:
        said = ", ".join(str(number) for number, _ in numbers)
        raise Refused(f"{held.name(person)} tiene títulos vigentes (N.º {said}): anúlelos antes de mover esas cuotas.")
