"""Meetings still to come and the supports to have ready: plan, mend, book, suspend, and tell it was held.

Supports are proposed from what the members ask for, in total; who asks for which is read apart (sensitive.needs).
"""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.enums import CASE_MEETINGS, MeetingKind, MembershipRole, SupportKind
from incubator.models import Incubator, Membership, Organization, PlannedMeeting, PlannedSupport
from incubator.requirements import Refused
from incubator.services import meetings, sensitive

#: What a person may say of a planned meeting.
FIELDS = (
    "planned_on",
    "starts_at",
    "ends_at",
    "topic",
    "place",
    "access_notes",
    "modality",
    "conducted_by",
)


def members_of(organizations, on):
    """The ids of who belongs to these groups that day."""
    rows = Membership.objects.in_force(on).filter(organization__in=organizations, role=MembershipRole.MEMBER)
    return set(rows.values_list("person_id", flat=True))


def proposed(organizations, on) -> Counter[str]:
    """{kind: how many members of these groups ask for it that day}: an aggregate, in total."""
    return sensitive.needs_in_total(members_of(organizations, on), on=on)


def asked_by(*, by, planned):
    """Who asks for each support, {person: [needs]}: for whoever may read supports per person; the reading is logged."""
    groups = list(planned.organizations.order_by("pk"))
    for group in groups:
        access.require(by, Permission.VIEW_SUPPORTS, group)
    rows = Membership.objects.in_force(planned.planned_on).filter(
        organization__in=groups, role=MembershipRole.MEMBER, person__annulled_at__isnull=True
    )
    people = {row.person_id: row.person for row in rows.select_related("person").order_by("person__sort_key", "pk")}
    needs = sensitive.needs(by, people.values(), "planning", on=planned.planned_on)
    return {people[person_id]: found for person_id, found in needs.items() if found}


def may_mend(by, planned) -> bool:
    """Whether the user logs meetings with every group of it."""
    groups = list(planned.organizations.all())
    if not groups:
        return access.allows(by, Permission.LOG_MEETINGS, planned)
    return all(access.allows(by, Permission.LOG_MEETINGS, group) for group in groups)


@transaction.atomic
def plan(*, by, organizations, planned_on, starts_at, ends_at, topic, supports=None, **said):
    """A meeting with one group, or several, on a day to come. Its supports are those the members ask for, or the rows
    given ({kind, requested, provider, booked_on, cost}). `said`: place, access_notes, modality, conducted_by.
    """
    organizations = list(dict.fromkeys(organizations))
    for group in organizations:
        access.require(by, Permission.LOG_MEETINGS, group)
    if not organizations:
        raise Refused("Elija al menos un grupo.")
    if planned_on < calendars.today():
        raise Refused("Ese día ya pasó: lo que ya se hizo se registra como sesión.")
    row = PlannedMeeting(
        incubator=organizations[0].incubator,
        kind=MeetingKind.SESSION if len(organizations) == 1 else MeetingKind.JOINT_WORKSHOP,
        planned_on=planned_on,
        starts_at=starts_at,
        ends_at=ends_at,
        topic=topic,
        created_by=by,
    )
    _write(row, by, said)
    row.organizations.set(organizations)
    if supports is None:
        supports = [{"kind": kind, "requested": n} for kind, n in sorted(proposed(organizations, planned_on).items())]
    _set_supports(row, supports)
    for group in organizations:
        journal.record(by, "meeting_planned", calendars.today(), subject=row, organization=group)
    return row


@transaction.atomic
def change(*, by, planned, supports=None, **said):
    """Mend what is still to come; rows of supports take the place of the former ones."""
    held = _locked(by, planned)
    if said.get("planned_on") and said["planned_on"] != held.planned_on and said["planned_on"] < calendars.today():
        raise Refused("Ese día ya pasó: elija uno que venga.")
    _write(held, by, said)
    if supports is not None:
        _set_supports(held, supports)
    for group in held.organizations.all():
        journal.record(by, "planned_meeting_changed", calendars.today(), subject=held, organization=group)
    return held


@transaction.atomic
def cancel(*, by, planned, reason):
    """It will not be held, with its reason; it stays in sight."""
    held = _locked(by, planned)
    if not reason.strip():
        raise Refused("Escriba por qué se suspende.")
    held.cancelled_by, held.cancelled_at, held.cancel_reason = by, calendars.now(), reason.strip()[:300]
    held.save(update_fields=["cancelled_by", "cancelled_at", "cancel_reason"])
    for group in held.organizations.all():
        journal.record(by, "planned_meeting_cancelled", calendars.today(), subject=held, organization=group)
    return held


@transaction.atomic
def mark_held(*, by, planned, meeting):
    """It became this meeting, already written with at least one of its groups."""
    held = _locked(by, planned)
    groups = set(held.organizations.values_list("pk", flat=True))
    if meeting.kind not in CASE_MEETINGS or not groups & set(meeting.organizations.values_list("pk", flat=True)):
        raise Refused("Esa sesión no es de ninguno de los grupos convocados.")
    held.meeting = meeting
    held.save(update_fields=["meeting"])
    return held


def supports_for(planned) -> list[dict]:
    """The supports as the form of the session begins with: those booked are proposed as given."""
    return [
        {"kind": row.kind, "requested": row.requested, "given": row.requested if row.booked_on else None}
        | {"cost": row.cost or None}
        for row in planned.supports.all()
    ]


def unbooked(planned) -> list[PlannedSupport]:
    """The supports asked for that nobody has confirmed."""
    return [row for row in planned.supports.all() if row.requested and row.booked_on is None]


def _write(row, by, said):
    unknown = set(said) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a planned meeting: {', '.join(sorted(unknown))}")
    for name, value in said.items():
        if value is not None:
            setattr(row, name, value)
    if row.conducted_by_id is None:
        row.conducted_by = by
    if row.ends_at <= row.starts_at:
        raise Refused("La hora de término debe ser posterior a la de inicio.")
    known = row.conducted_by_id in (by.pk, row.created_by_id)
    if not known and not meetings.conductors(row.incubator, row.planned_on).filter(pk=row.conducted_by_id).exists():
        raise Refused("Quien estará a cargo no tiene un cargo en la incubadora ese día: elija a otra persona.")
    row.full_clean(exclude=["incubator", "conducted_by", "created_by", "cancelled_by"], validate_constraints=False)
    row.save()


def _set_supports(planned, rows):
    """One row a kind; rows of the same kind add up, and those that nobody asks for are left out."""
    totals = {}
    for row in rows:
        if row["kind"] not in SupportKind.values:
            raise Refused("Elija el apoyo de la lista.")
        if row.get("booked_on") and not (row.get("provider") or "").strip():
            raise Refused(f"Diga quién da «{SupportKind(row['kind']).label}»: está confirmado sin nombre.")
        if row.get("booked_on") and row["booked_on"] > calendars.today():
            raise Refused("La confirmación de un apoyo no puede ser de un día que viene.")
        total = totals.setdefault(row["kind"], {"requested": 0, "cost": 0, "provider": "", "booked_on": None})
        total["requested"] += row.get("requested") or 0
        total["cost"] += row.get("cost") or 0
        total["provider"] = (row.get("provider") or "").strip()[:200] or total["provider"]
        total["booked_on"] = row.get("booked_on") or total["booked_on"]
    planned.supports.all().delete()
    PlannedSupport.objects.bulk_create(
        PlannedSupport(planned=planned, kind=kind, **total) for kind, total in totals.items() if total["requested"]
    )


def _locked(by, planned):
    """The planned meeting as it stands, held for this change; only while it is still to come."""
    if not may_mend(by, planned):
        raise PermissionDenied("La cambia quien registra sesiones con todos sus grupos.")
    Incubator.objects.select_for_update(of=("self",)).get(pk=planned.incubator_id)
    held = PlannedMeeting.objects.select_for_update(of=("self",)).get(pk=planned.pk)
    if not held.is_pending:
        raise Refused("Esa reunión ya se realizó o se suspendió: no se cambia.")
    return held


def groups_of(user):
    """The groups with which the user may plan a meeting."""
    return Organization.objects.visible_to(user, Permission.LOG_MEETINGS).groups().order_by("sort_key", "pk")
