"""Write a meeting: its number, its minutes, its agreement, who came, supports in total, what was agreed, its files."""

from django.db import transaction
from django.db.models import Q

from incubator import calendars, same_person
from incubator.access import GRANTS, Permission
from incubator.enums import AttendanceMark, SupportKind
from incubator.models import (
    Attendance,
    Commitment,
    Incubator,
    Meeting,
    MeetingSupport,
    Participation,
    Post,
    User,
)
from incubator.requirements import Refused

#: What a person may say of a meeting itself; a correction changes these and no other.
FIELDS = (
    "held_on",
    "starts_at",
    "ends_at",
    "modality",
    "place",
    "topic",
    "notes",
    "next_on",
    "conducted_by",
)
#: Longer than this is a mistake in the hours.
LONGEST_MINUTES = 12 * 60

_CONDUCTING = [role for role, (_, granted) in GRANTS.items() if granted & {Permission.LOG_MEETINGS, Permission.TEACH}]


def minutes_between(starts_at, ends_at):
    """Whole minutes from one hour to another of the same day; negative when they are the wrong way round."""
    return (ends_at.hour - starts_at.hour) * 60 + ends_at.minute - starts_at.minute


def conductors(incubator, day):
    """Users who could conduct a meeting there that day: a post that logs or teaches, in it or in its agreement."""
    agreements = Participation.objects.in_force(day).filter(incubator=incubator).values("agreement_id")
    posts = Post.objects.in_force(day).filter(
        Q(incubator=incubator) | Q(agreement_id__in=agreements), role__in=_CONDUCTING
    )
    return User.objects.filter(pk__in=posts.values("user_id"), is_system=False).order_by("full_name", "pk")


@transaction.atomic
def hold(*, by, incubator, kind, held_on, starts_at, ends_at, organizations=(), attendance=None, **said):
    """Write a meeting with the next number of its incubator. The caller has asked the right over what it extends.

    attendance: {person_id: (organization_id or None, mark)}. `said`: topic, modality, place, notes, next_on,
    conducted_by (default: who logs), agreement (default: the one in force there that day), supports (rows {kind,
    requested, given, cost} in total), commitments (rows {what, who, due_on}), evidence (kept files of this incubator).
    Raises Refused, or ValidationError when a text is too long.
    """
    Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
    supports, commitments, evidence = (said.pop(name, ()) for name in ("supports", "commitments", "evidence"))
    when = {"held_on": held_on, "starts_at": starts_at, "ends_at": ends_at}
    meeting = _unsaved(by, incubator, kind, **when, **said)
    check(meeting)
    meeting.full_clean(exclude=["incubator", "agreement", "conducted_by", "logged_by"], validate_constraints=False)
    meeting.save()
    meeting.organizations.set(organizations)
    mark(meeting, attendance or {})
    set_supports(meeting, supports)
    set_commitments(meeting, commitments)
    attach(meeting, evidence)
    return meeting


def _unsaved(by, incubator, kind, agreement=None, **fields):
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a meeting: {', '.join(sorted(unknown))}")
    fields["conducted_by"] = fields.get("conducted_by") or by
    last = Meeting.objects.filter(incubator=incubator).order_by("-number").values_list("number", flat=True).first()
    return Meeting(
        number=(last or 0) + 1,
        kind=kind,
        incubator=incubator,
        agreement=agreement or incubator.agreement_on(fields["held_on"]),
        minutes=max(minutes_between(fields["starts_at"], fields["ends_at"]), 0),
        logged_by=by,
        logged_at=calendars.now(),
        **fields,
    )


def check(meeting):
    """Refuse a meeting that cannot have happened as written, with every reason at once."""
    reasons = []
    if meeting.held_on > calendars.today():
        reasons.append("La fecha no puede ser posterior a hoy: lo que se planifica va en «próxima reunión».")
    if meeting.ends_at <= meeting.starts_at:
        reasons.append("La hora de término debe ser posterior a la de inicio.")
    elif minutes_between(meeting.starts_at, meeting.ends_at) > LONGEST_MINUTES:
        reasons.append("La reunión dura más de 12 horas: revise la hora de inicio y la de término.")
    if meeting.next_on and meeting.next_on <= meeting.held_on:
        reasons.append("La próxima reunión debe ser posterior a esta.")
    if meeting.conducted_by_id != meeting.logged_by_id and not _could_conduct(meeting):
        reasons.append("Quien estuvo a cargo no tenía un cargo en la incubadora ese día: elija a otra persona.")
    if reasons:
        raise Refused(*reasons)


def _could_conduct(meeting):
    return conductors(meeting.incubator, meeting.held_on).filter(pk=meeting.conducted_by_id).exists()


def mark(meeting, attendance):
    """Write or change how people took part: {person_id: (organization_id or None, mark)}. Nobody is taken out."""
    unknown = {value for _, value in attendance.values()} - set(AttendanceMark.values)
    if unknown:
        raise Refused("Elija para cada persona: presente, a distancia, justificó o no asistió.")
    records = same_person.rows_to_write(meeting.attendance, attendance)
    Attendance.objects.bulk_create(
        [
            Attendance(meeting=meeting, person_id=record, organization_id=organization_id, mark=value)
            for person_id, (organization_id, value) in attendance.items()
            for record in records[person_id]
        ],
        update_conflicts=True,
        unique_fields=["meeting", "person"],
        update_fields=["mark", "organization"],
    )


def set_supports(meeting, rows):
    """Supports in total, one row a kind; rows of the same kind add up, and empty ones are left out."""
    totals = {}
    for row in rows:
        if row["kind"] not in SupportKind.values:
            raise Refused("Elija el apoyo de la lista.")
        total = totals.setdefault(row["kind"], {"requested": 0, "given": 0, "cost": 0})
        for name in total:
            total[name] += row.get(name) or 0
    meeting.supports.all().delete()
    MeetingSupport.objects.bulk_create(
        MeetingSupport(meeting=meeting, kind=kind, **total) for kind, total in totals.items() if any(total.values())
    )


def set_commitments(meeting, rows):
    """What was agreed: rows {what, who, due_on}, in order; one that stays as it was keeps the day it was done."""
    done = {(row.what, row.who): row.done_on for row in meeting.commitments.all()}
    meeting.commitments.all().delete()
    for row in rows:
        if not row.get("what"):
            continue
        if row.get("due_on") and row["due_on"] < meeting.held_on:
            raise Refused(f"El acuerdo «{row['what'][:60]}» no puede vencer antes de la reunión.")
        kept = done.get((row["what"], row.get("who", "")))
        Commitment.objects.create(
            meeting=meeting, what=row["what"], who=row.get("who", ""), due_on=row.get("due_on"), done_on=kept
        )


def attach(meeting, evidence):
    """Add kept files of the meeting's own incubator, or of the one that holds its groups now."""
    evidence = list(evidence)
    if not evidence:
        return
    holders = set(meeting.organizations.order_by().values_list("incubator_id", flat=True)) | {meeting.incubator_id}
    if any(file.incubator_id not in holders for file in evidence):
        raise Refused("El archivo pertenece a otra incubadora: súbalo otra vez desde esta reunión.")
    meeting.evidence.add(*evidence)
