"""Seats: who takes one, accepts it, leaves it before its term, and a seat that was written by mistake."""

from django.db import transaction

from cases.books.kinds import Body, SeatEnd
from cases.books.people import people_of
from cases.law import bodies
from cases.law.answers import Outcome
from cases.models import Case, Seat
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

#: DFL 5, art. 30, and Ley 18.046, art. 35: nobody under age directs.
OF_AGE = 18


@transaction.atomic
def take_seat(
    *, by, case, person, body, office, since, until, elected_in=None, alternate=False, by_users=True,
    accepted_on=None, evidence=None,
):  # fmt: skip
    """A person takes a seat from `since`, until its term (`until`, not included; None while nobody said it).

    Elected again to the same body, her former seat ends the day the new one begins.
    """
    access.require(by, Permission.RECORD_FACTS, case)
    case = _held(case)
    _refuse_dates(since, until, accepted_on)
    people = people_of(case.organization_id)
    mine = people.records(person.pk)
    _refuse_person(case, person, since, mine)
    if elected_in is not None and elected_in.case.organization_id != case.organization_id:
        raise Refused("Esa junta es de otro grupo.")
    if evidence is not None and evidence.incubator_id != case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    _succeed(case, mine, body, since, by)
    told = {"alternate": alternate, "by_users": by_users, "accepted_on": accepted_on, "evidence": evidence}
    dates = {"since": since, "until": until, "elected_in": elected_in}
    seat = Seat(case=case, person=person, body=body, office=office, recorded_by=by, **dates, **told)
    _refuse_body(case, seat, people)
    seat.full_clean()
    seat.save()
    journal.record(by, "seat_taken", since, subject=seat, organization=case.organization, body=str(body))
    return seat


@transaction.atomic
def accept_seat(*, by, seat, on):
    """The person accepted the seat on a day."""
    seat = _seat(by, seat)
    if on < seat.since or on > calendars.today():
        raise Refused("La fecha va desde el inicio del cargo hasta hoy.")
    if seat.accepted_on is not None:
        raise Refused(f"El cargo ya se aceptó el {dmy(seat.accepted_on)}.")
    seat.accepted_on = on
    return _saved(seat, by, on, "seat_accepted", ["accepted_on"])


@transaction.atomic
def end_seat(*, by, seat, on, reason, evidence=None):
    """The seat ends before its term: `on` is the first day without it. Resignation and removal ask for a document."""
    seat = _seat(by, seat)
    if seat.end_reason:
        raise Refused("Ese cargo ya terminó.")
    if on < seat.since or (seat.until is not None and on > seat.until):
        raise Refused("El cargo termina entre el día en que empezó y el fin de su período.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    if reason in (SeatEnd.RESIGNED, SeatEnd.REMOVED) and evidence is None:
        raise Refused("Adjunte la renuncia o el acuerdo.")
    if evidence is not None and evidence.incubator_id != seat.case.incubator_id:
        raise Refused("El documento es de otra incubadora: súbalo de nuevo en este caso.")
    seat.until, seat.end_reason, seat.ended_by, seat.end_evidence = on, reason, by, evidence
    seat.full_clean()
    return _saved(seat, by, on, "seat_ended", ["until", "end_reason", "ended_by", "end_evidence"])


@transaction.atomic
def void_seat(*, by, seat, on, reason):
    """The seat was written by mistake: it stays, crossed out, with why."""
    seat = _seat(by, seat)
    if not reason.strip():
        raise Refused("Escriba por qué se anula.")
    seat.voided_at, seat.voided_by, seat.void_reason = calendars.now(), by, reason.strip()[:300]
    return _saved(seat, by, on, "seat_voided", ["voided_at", "voided_by", "void_reason"])


def _held(case):
    """The case, held as every writer of it does."""
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("organization").get(pk=case.pk)
    if not case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    return case


def _seat(by, seat):
    access.require(by, Permission.RECORD_FACTS, seat.case)
    _held(seat.case)
    seat = Seat.objects.select_for_update(of=("self",)).select_related("case__organization").get(pk=seat.pk)
    if seat.voided_at is not None:
        raise Refused("Ese cargo está anulado.")
    return seat


def _saved(seat, by, on, verb, fields):
    seat.save(update_fields=fields)
    journal.record(by, verb, on, subject=seat, organization=seat.case.organization)
    return seat


def _refuse_dates(since, until, accepted_on):
    if until is not None and until <= since:
        raise Refused("El período termina después del día en que empieza.")
    if accepted_on is not None and not since <= accepted_on <= calendars.today():
        raise Refused("Se acepta desde el inicio del cargo, y hasta hoy.")


def _refuse_person(case, person, since, mine):
    known = case.organization.memberships.filter(annulled_at__isnull=True)
    if person.incubator_id != case.incubator_id and not known.filter(person_id__in=mine).exists():
        raise Refused("Esa persona está anotada en otra incubadora: anótela primero en esta.")
    born = person.survivor.birth_date
    if born is not None and (since.year - born.year - ((since.month, since.day) < (born.month, born.day))) < OF_AGE:
        raise Refused("Quien dirige o vigila la cooperativa tiene 18 años o más (art. 30; Ley 18.046, art. 35).")


def _refuse_body(case, seat, people):
    """What the law says no to: too many in the board of vigilance, or two inspectors at once."""
    if seat.alternate:
        return
    here = Seat.objects.in_force(seat.since).filter(
        case__organization_id=case.organization_id, body=seat.body, alternate=False
    )
    holders = {people.of(row.person) for row in here.select_related("person__same_as")}
    if seat.body == Body.INSPECTOR and holders:
        raise Refused("Ya hay inspector de cuentas titular ese día: termine ese cargo, o anótelo como suplente.")
    if seat.body != Body.VIGILANCE:
        return
    holders.add(people.of(seat.person))
    members = {people.one(row.who.pk) for row in case.organization.members_on(seat.since)}
    answer = bodies.vigilance(size=len(holders), outsiders=len(holders - members), on=seat.since)
    if answer.outcome == Outcome.NOT_MET:
        raise Refused(f"{answer.arithmetic} {answer.remedy} {answer.cited}.")


def _succeed(case, mine, body, since, by):
    """Her former seat in the body ends when the new one begins, whichever of her records (`mine`) it is of."""
    former = Seat.objects.in_force(since).filter(
        case__organization_id=case.organization_id, person_id__in=mine, body=body, since__lt=since
    )
    for seat in former.select_for_update(of=("self",)).order_by("pk"):
        seat.until, seat.end_reason, seat.ended_by = since, SeatEnd.REPLACED, by
        seat.save(update_fields=["until", "end_reason", "ended_by"])
        journal.record(by, "seat_ended", since, subject=seat, organization=case.organization)
