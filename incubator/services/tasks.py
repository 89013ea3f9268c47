"""What a person decides about a task: put it off, bring it back, pass it on. The last decision holds; none is erased.

A task is never stored: its cause says what it is, and these say only what was decided of it.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from incubator import access, journal, responsibility
from incubator.access import Permission
from incubator.models import Draft, Incubator, Organization, TaskOverlay
from incubator.requirements import Finding, Kind, Refused

#: Nothing is put off for longer.
MOST_DAYS = 30


def may_decide(user, task, on):
    """Whether this user puts off or passes on that task: whoever answers for it, or for the whole place."""
    if task.is_of(user):
        return True
    team = responsibility.Team({task.incubator_id}, on)
    return user.pk in team.head(task.incubator_id)


def candidates(user, task, on):
    """To whom that task may be passed: those who can open its group that day, but whoever already answers alone."""
    if task.organization_id is None:
        return responsibility.nobody()
    organization = Organization.objects.visible_to(user).get(pk=task.organization_id)
    able = responsibility.who_can_open(organization, on)
    return able.exclude(pk__in=task.responsible_ids) if len(task.responsible_ids) == 1 else able


@transaction.atomic
def snooze(*, by, task, until, reason, on):
    """Put a task off: it comes back on the day `until`, at most thirty days away and never past a legal deadline."""
    _ask(by, task, on)
    reason = _reason(reason, "Diga por qué la pospone.")
    if until <= on:
        raise _at("until", "Elija un día posterior a hoy.")
    if until > on + timedelta(days=MOST_DAYS):
        raise _at(
            "until", f"Se pospone a lo más {MOST_DAYS} días: elija hasta el {on + timedelta(days=MOST_DAYS):%d-%m-%Y}."
        )
    if task.is_legal and task.due_on is not None and until > task.due_on:
        if task.due_on <= on:
            raise _at("until", f"Este plazo legal vence o venció el {task.due_on:%d-%m-%Y}: no se puede posponer.")
        raise _at(
            "until", f"Este plazo legal vence el {task.due_on:%d-%m-%Y}: no se puede posponer más allá de ese día."
        )
    row = _next(by, task)
    row.snoozed_until, row.snooze_reason = until, reason
    return _keep(row, "task_snoozed", on)


@transaction.atomic
def bring_back(*, by, task, on):
    """A task that was put off is due again."""
    _ask(by, task, on)
    row = _next(by, task)
    if row.snoozed_until is None:
        raise Refused("Esa tarea no está pospuesta.")
    row.snoozed_until, row.snooze_reason = None, ""
    return _keep(row, "task_brought_back", on)


@transaction.atomic
def reassign(*, by, task, to, reason, on):
    """Pass a task to somebody who can open what it is about."""
    _ask(by, task, on)
    reason = _reason(reason, "Diga por qué la pasa a otra persona.")
    if not candidates(by, task, on).filter(pk=to.pk).exists():
        raise _at("to", "Esa persona no puede abrir lo que pide esta tarea, o hoy no está: elija otra.")
    row = _next(by, task)
    row.reassigned_to, row.reassign_reason = to, reason
    return _keep(row, "task_reassigned", on)


@transaction.atomic
def take_draft(*, by, draft, on):
    """The draft of somebody away or gone becomes this user's, who answers for that work today."""
    access.require(by, Permission.LOG_MEETINGS, draft.organization or draft.incubator)
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    team = responsibility.Team({draft.incubator_id}, on)
    if draft.owner_id not in team.covers(by) - {by.pk}:
        raise Refused("Ese borrador es de alguien que hoy puede terminarlo.")
    draft.owner = by
    draft.save(update_fields=["owner", "updated_at"])
    journal.record(by, "draft_taken", on, subject=draft, incubator=draft.incubator, organization=draft.organization)
    return draft


def _ask(by, task, on):
    """The right over the group, and the task's own: it is hers or of a place she heads. One decision at a time."""
    place = Incubator.objects.filter(pk=task.incubator_id).first()
    if place is not None or task.organization_id:
        access.require(
            by, Permission.VIEW_GROUPS, Organization.objects.filter(pk=task.organization_id).first() or place
        )
    if not may_decide(by, task, on):
        raise PermissionDenied("Esa tarea está a cargo de otra persona.")
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [f"task:{task.key}"])


def _next(by, task):
    """A new row that says what the last one said."""
    last = TaskOverlay.objects.filter(key=task.key).order_by("-pk").first()
    kept = ("snoozed_until", "snooze_reason", "reassigned_to", "reassign_reason")
    return TaskOverlay(
        key=task.key, cause=task.cause, incubator_id=task.incubator_id, organization_id=task.organization_id, by=by,
        **({name: getattr(last, name) for name in kept} if last else {}),
    )  # fmt: skip


def _keep(row, verb, on):
    row.full_clean(exclude=["incubator", "organization", "by", "reassigned_to"])
    row.save()
    journal.record(
        row.by, verb, on, subject=row, incubator=row.incubator, organization=row.organization, cause=row.cause
    )
    return row


def _reason(text, sentence):
    text = " ".join(text.split())
    if not text:
        raise _at("reason", sentence)
    return text


def _at(field, sentence):
    return Refused(Finding(field, Kind.INPUT, False, sentence, field=field))
