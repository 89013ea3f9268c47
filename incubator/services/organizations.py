"""Write groups and who belongs to them: create, mend, join, leave, represent."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from incubator import access, journal, same_person
from incubator.access import Permission
from incubator.enums import GROUP_KINDS, LeaveReason, LegalStatus, MembershipRole, OrganizationKind
from incubator.models import Membership, Organization, Person, Representation
from incubator.requirements import Refused

#: What this service may write of a group.
FIELDS = ("name", "kind", "rut", "trade", "commune", "sector", "phone", "email", "declared_members", "notes")


@transaction.atomic
def create_group(*, by, incubator, on, name, kind=OrganizationKind.INFORMAL_GROUP, source="hand", **fields):
    """A group of this incubator. A cooperative that already exists is born valid. Raises ValidationError."""
    access.require(by, Permission.WRITE_GROUPS, incubator)
    if kind not in GROUP_KINDS:
        raise Refused("Un grupo es pre-asociativo o cooperativa.")
    status = LegalStatus.VALID if kind == OrganizationKind.COOPERATIVE else LegalStatus.DE_FACTO
    group = Organization(incubator=incubator, name=name, kind=kind, legal_status=status, **_known(fields))
    given = ["name", "kind", *(field for field, value in fields.items() if value not in ("", None))]
    _save(group, given, source, on)
    journal.record(by, "group_created", on, subject=group, organization=group, source=source)
    return group


@transaction.atomic
def update_group(*, by, organization, on, source="hand", **changes):
    """Mend a group's values; only what changes takes the new source and day. Returns the names changed."""
    access.require(by, Permission.WRITE_GROUPS, organization)
    group = Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    changed = [name for name, value in _known(changes).items() if getattr(group, name) != value]
    for name in changed:
        setattr(group, name, changes[name])
    if changed:
        _save(group, changed, source, on)
        journal.record(by, "group_updated", on, subject=group, organization=group, source=source)
    return changed


@transaction.atomic
def join(*, by, organization, person, since, role=MembershipRole.MEMBER):
    """A person belongs to a group from that day on, by the record she is read by. Both are of the same incubator."""
    access.require(by, Permission.WRITE_PEOPLE, organization)
    if person.incubator_id != organization.incubator_id:
        raise Refused("La persona está anotada en otra incubadora: anótela primero en esta.")
    moved = (LeaveReason.MERGED, LeaveReason.SPLIT, LeaveReason.UNDECIDED)
    if organization.memberships.filter(leave_reason__in=moved, until__gte=since, annulled_at__isnull=True).exists():
        raise Refused("Ese grupo se unió a otro o se dividió después de ese día: anote a la persona en el que sigue.")
    person = _as_she_is_read(person)
    membership = Membership(organization=organization, person=person, since=since, role=role)
    membership.full_clean()
    refuse_overlap(membership)
    membership.save()
    journal.record(by, "member_joined", since, subject=membership, organization=organization)
    return membership


@transaction.atomic
def leave(*, by, membership, until, reason, note=""):
    """A member leaves: `until` is the first day she is no longer one. Her representation ends with it.

    Whoever was written down twice leaves by all her records at once.
    """
    access.require(by, Permission.WRITE_PEOPLE, membership.organization)
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.until is not None:
        raise Refused(f"Esa persona ya dejó el grupo el {membership.last_day:%d-%m-%Y}.")
    for row in [membership, *(row for row in other_memberships(membership) if row.until is None)]:
        row.until, row.leave_reason, row.leave_note = max(until, row.since), reason, note
        if row is membership:
            row.until = until
        row.full_clean()
        row.save()
        for term in row.representations.filter(until__isnull=True):
            _end(term, max(until, term.since))
        journal.record(by, "member_left", until, subject=row, organization=row.organization, reason=reason)
    return membership


@transaction.atomic
def represent(*, by, membership, since, evidence=None):
    """A member speaks for the group from that day on; whoever did until then no longer does."""
    access.require(by, Permission.WRITE_PEOPLE, membership.organization)
    group = Organization.objects.select_for_update(of=("self",)).get(pk=membership.organization_id)
    if not membership.holds(since) or membership.annulled_at or membership.role != MembershipRole.MEMBER:
        raise Refused("Quien representa al grupo debe ser integrante ese día.")
    for term in group.representations.filter(until__isnull=True):
        _end(term, max(since, term.since))
    term = Representation(organization=group, membership=membership, since=since, evidence=evidence)
    term.full_clean()
    term.save()
    journal.record(by, "representative_chosen", since, subject=term, organization=group)
    return term


def _as_she_is_read(person):
    """The surviving record, held so that two requests do not add her twice."""
    read_as = same_person.canonical([person.pk])[person.pk]
    held = Person.objects.select_for_update(of=("self",)).get(pk=read_as)
    return held if held.same_as_id is None else _as_she_is_read(held)  # joined to another while this one waited


def other_memberships(membership):
    """The memberships in the same group of the other records of the same person, by day."""
    records = same_person.records([membership.person_id])
    ids = [pk for mine in records.values() for pk in mine if pk != membership.person_id]
    rows = Membership.objects.filter(organization=membership.organization_id, person__in=ids, annulled_at__isnull=True)
    return rows.order_by("since", "pk")


def refuse_overlap(membership):
    """One person is in a group once, by whichever of her records (the database guards each record)."""
    meanwhile = Q(until__isnull=True) | Q(until__gt=membership.since)
    rows = other_memberships(membership).filter(meanwhile)
    if membership.until:
        rows = rows.filter(since__lt=membership.until)
    if rows.exists():
        raise ValidationError("Esa persona ya es integrante del grupo en esas fechas.")


def _end(term, until):
    term.until = until
    term.save(update_fields=["until"])


def _known(fields):
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a group: {', '.join(sorted(unknown))}")
    return fields


def _save(group, names, source, on):
    group.mark_source(names, source=source, on=on)
    group.full_clean()
    group.save()
