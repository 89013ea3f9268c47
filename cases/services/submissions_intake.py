"""Take in what people sent: link or create, then record and apply on the day received. Nothing is typed twice."""

from django.db import transaction

from cases.call_life import RECEIVING
from cases.enums import CaseSource, Stage, Verb
from cases.models import Case
from cases.services import advancement, facts
from cases.services.submissions import locked, refuse_if_settled
from cases.submission_words import SubmissionState
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused
from incubator.services import organizations, people

_APPLIES = {Stage.CENSUS: Verb.APPLY, Stage.WAITING: Verb.APPLY_AGAIN}


@transaction.atomic
def take_in(
    *, by, submission, on, organization=None, new_group=None, contact=None, new_contact=None, interested, idea="",
    joins=True,
):  # fmt: skip
    """Link it to a group and a person of the incubator, or create them; then it applies. Returns the application.

    Everything is dated the day it was received, so that a late officer costs nobody a place.
    """
    access.require(by, Permission.WRITE_GROUPS, submission.call.incubator)
    submission = locked(submission)
    refuse_if_settled(submission)
    if not submission.is_group:
        raise Refused("Una persona sin grupo no se toma como grupo: búsquele uno, derívela o diga que no hay.")
    call, received = submission.call, calendars.local_day(submission.received_at)
    if call.state not in RECEIVING:
        raise Refused(f"La convocatoria está «{call.get_state_display()}»: ya no se toman postulaciones.")
    place = call.incubator
    contact = _person(by, place, received, contact, new_contact)
    group = organization or organizations.create_group(by=by, incubator=place, on=received, **(new_group or {}))
    _of_here(place, group, contact)
    case = _open_case(by, place, group, received)
    day = max(received, case.opened_on)
    if joins:
        _join(by, group, contact, day)
    application = facts.receive_application(
        by=by,
        case=case,
        on=day,
        call=call,
        contact=contact,
        interested=interested,
        informed_on=received,
        submission=submission,
        idea=idea,
        supports=submission.opened()["supports"],
    )
    advancement.advance(by=by, case=case, verb=_APPLIES[case.stage], on=day)
    _settle(by, submission, on, SubmissionState.TAKEN_IN, group)
    journal.record(by, "submission_taken_in", on, subject=submission, organization=group)
    return application


@transaction.atomic
def place_person(*, by, submission, on, organization, person=None, new_person=None):
    """A person who applied by herself finds a group: she belongs to it from that day. Returns the membership."""
    access.require(by, Permission.WRITE_PEOPLE, submission.call.incubator)
    submission = locked(submission)
    refuse_if_settled(submission)
    if submission.is_group:
        raise Refused("Esta postulación es de un grupo: tómela como grupo.")
    place = submission.call.incubator
    person = _person(by, place, on, person, new_person)
    _of_here(place, organization, person)
    membership = organizations.join(by=by, organization=organization, person=person, since=on)
    _settle(by, submission, on, SubmissionState.PLACED, organization, membership)
    journal.record(by, "submission_placed", on, subject=submission, organization=organization)
    return membership


def _settle(by, submission, on, state, group, membership=None):
    submission.state, submission.organization, submission.membership = state, group, membership
    submission.settled_on, submission.settled_by = on, by
    submission.save(update_fields=["state", "organization", "membership", "settled_on", "settled_by"])


def _person(by, place, on, chosen, new):
    if chosen is not None:
        return chosen
    if not new:
        raise Refused("Elija a la persona de contacto, o anótela.")
    return people.create(by=by, incubator=place, on=on, **new)


def _of_here(place, group, person):
    """Matching never looks outside the municipality."""
    if group.incubator_id != place.pk or not group.is_group:
        raise Refused("El grupo es de otra incubadora.")
    if person.incubator_id != place.pk:
        raise Refused("La persona está anotada en otra incubadora: anótela primero en esta.")


def _open_case(by, place, group, received):
    """The open case of the group, from which it may apply; a new one when it has none."""
    case = Case.objects.current().open().filter(organization=group).select_related("organization", "incubator").first()
    if case is None:
        former = Case.objects.current().filter(organization=group).order_by("-opened_on", "-id").first()
        return advancement.open_case(
            by=by, organization=group, incubator=place, on=received, source=CaseSource.CALL, previous=former
        )
    if case.stage not in _APPLIES:
        raise Refused(f"El grupo ya está en {case.get_stage_display()}: no puede postular de nuevo.")
    return case


def _join(by, group, person, on):
    if not group.memberships.in_force(on).filter(person=person).exists():
        organizations.join(by=by, organization=group, person=person, since=on)
