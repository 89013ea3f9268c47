"""Correct a meeting keeping how it read, and void it with a reason. Nothing is deleted."""

from typing import Protocol

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Meeting, MeetingVersion
from incubator.requirements import Refused
from incubator.services.meetings import answering, writing

#: What the validated hours rest on: changing any of these withdraws the validation.
HOURS = ("held_on", "minutes", "conducted_by", "parts")


class Beside(Protocol):
    """What a room above keeps beside a meeting (a session's topics and parts): how it reads, and its own change."""

    def content(self) -> dict:
        """How it reads now, as JSON values; the key «parts» is about hours."""

    def write(self, meeting) -> None:
        """Write its change, after the meeting's own."""


def may_mend(by, meeting):
    """Whether the user may correct or void it: its author while still at work there, or the incubator's coordinator."""
    is_author = meeting.logged_by_id == by.pk and _still_works(by, meeting)
    return is_author or answering.may(by, Permission.VOID_MEETINGS, meeting)


def _still_works(by, meeting):
    places = answering.places_of(meeting)
    if places != [meeting]:
        return any(access.allows(by, Permission.LOG_MEETINGS, place) for place in places)
    return access.allows_at(by, meeting.incubator, Permission.LOG_MEETINGS, Permission.TEACH)


def content_of(meeting, beside=None):
    """How a meeting reads now, as JSON: codes and ids, and what people wrote of it. Nothing sensitive per person."""
    fields = {name: getattr(meeting, name) for name in writing.FIELDS if name != "conducted_by"}
    return {
        **{name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()},
        "minutes": meeting.minutes,
        "conducted_by": meeting.conducted_by_id,
        "agreement": meeting.agreement_id,
        "organizations": sorted(meeting.organizations.order_by("pk").values_list("pk", flat=True)),
        "attendance": [
            [row.person_id, row.organization_id, row.mark] for row in meeting.attendance.order_by("person_id")
        ],
        "supports": [[row.kind, row.requested, row.given, row.cost] for row in meeting.supports.order_by("kind")],
        "commitments": [
            [row.what, row.who, row.due_on and row.due_on.isoformat()] for row in meeting.commitments.order_by("id")
        ],
        "evidence": list(meeting.evidence.order_by("pk").values_list("pk", flat=True)),
        **(beside.content() if beside else {}),
    }


@transaction.atomic
def correct(*, by, meeting, reason, seen=None, beside: Beside | None = None, attendance=None, **said):
    """Change what a meeting says; how it read is kept as a version, and changed hours lose their validation.

    `seen`: how many versions it had when the form was shown. `said`: any of writing.FIELDS, organizations, supports,
    commitments (in place of the former ones) and evidence (added); what is None or absent stays. Raises Refused when it
    was voided, moved meanwhile, lacks a reason, or nothing changes.
    """
    meeting = _locked(by, meeting)
    number = meeting.versions.count()
    if seen is not None and seen != number:
        raise Refused("Otra persona corrigió esta reunión mientras tanto: revise cómo quedó antes de seguir.")
    if not reason.strip():
        raise Refused("Escriba por qué se corrige.")
    before = content_of(meeting, beside)
    _apply(meeting, attendance or {}, said)
    if beside:
        beside.write(meeting)
    after = content_of(meeting, beside)
    if after == before:
        raise Refused("No hay nada distinto que guardar: cambie lo que haga falta y vuelva a enviar.")
    withdrawn = _withdraw_validation(meeting, before, after)
    _keep_version(by, meeting, number + 1, before, reason)
    codes = {"version": number + 1, "validation_withdrawn": withdrawn}
    journal.record(by, "meeting_corrected", calendars.today(), subject=meeting, incubator=meeting.incubator, **codes)
    return meeting


def _keep_version(by, meeting, number, content, reason):
    MeetingVersion.objects.create(
        meeting=meeting,
        number=number,
        content=content,
        replaced_by=by,
        replaced_at=calendars.now(),
        reason=reason.strip(),
    )


def _apply(meeting, attendance, said):
    rest = {name: said.pop(name, None) for name in ("organizations", "supports", "commitments", "evidence")}
    _change_fields(meeting, said)
    if rest["organizations"] is not None:
        meeting.organizations.set(rest["organizations"])
    writing.mark(meeting, attendance)
    if rest["supports"] is not None:
        writing.set_supports(meeting, rest["supports"])
    if rest["commitments"] is not None:
        writing.set_commitments(meeting, rest["commitments"])
    writing.attach(meeting, rest["evidence"] or ())


def _change_fields(meeting, changes):
    unknown = set(changes) - set(writing.FIELDS)
    if unknown:
        raise TypeError(f"not fields of a meeting: {', '.join(sorted(unknown))}")
    moved = changes.get("held_on") not in (None, meeting.held_on)
    for name, value in changes.items():
        if value is not None or name == "next_on":
            setattr(meeting, name, value)
    if moved:
        meeting.agreement = meeting.incubator.agreement_on(meeting.held_on)
    meeting.minutes = max(writing.minutes_between(meeting.starts_at, meeting.ends_at), 0)
    writing.check(meeting)
    meeting.full_clean(
        exclude=["incubator", "agreement", "conducted_by", "logged_by", "validated_by"], validate_constraints=False
    )
    meeting.save()


def _withdraw_validation(meeting, before, after):
    changed = any(before.get(name) != after.get(name) for name in HOURS)
    if not changed or meeting.validated_by_id is None:
        return False
    meeting.validated_by = meeting.validated_at = None
    meeting.save(update_fields=["validated_by", "validated_at"])
    return True


@transaction.atomic
def void(*, by, meeting, reason):
    """It should not count: voided with its reason, never deleted."""
    meeting = _locked(by, meeting)
    if not reason.strip():
        raise Refused("Escriba por qué se anula.")
    meeting.voided_by, meeting.voided_at, meeting.void_reason = by, calendars.now(), reason.strip()[:300]
    meeting.save(update_fields=["voided_by", "voided_at", "void_reason"])
    journal.record(by, "meeting_voided", calendars.today(), subject=meeting, incubator=meeting.incubator)
    return meeting


def _locked(by, meeting):
    """The meeting as it stands, held for this change; refused to whoever may not mend it, or once voided."""
    if not may_mend(by, meeting):
        raise PermissionDenied("La corrige o la anula quien la registró, o la coordinación de la incubadora.")
    held = Meeting.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=meeting.pk)
    if held.voided_at is not None:
        raise Refused(f"Esta reunión se anuló el {calendars.local_day(held.voided_at):%d-%m-%Y}: registre otra.")
    return held
