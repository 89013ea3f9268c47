"""What merges and splits leave to do: a proposal that another person does, and members still «por decidir»."""

from datetime import timedelta

from django.urls import reverse
from django.utils.html import format_html

from cases import lineage_words
from cases.enums import OperationKind, OperationState
from cases.models import Allocation, Operation
from cases.models.lineage import REVERT_DAYS
from incubator import causes
from incubator.access import Permission, scope_of
from incubator.causes import Task
from incubator.templatetags.minga import dmy

_CASE = ("operation__case__organization", "operation__case__incubator", "operation__case__born_in")


@causes.cause("operation_waits", "Unión o división por hacer")
def _operation_waits(asked):
    """A proposal, or a reversal that was asked for, waits for somebody of the coordination who did not ask it."""
    places = scope_of(asked.user, Permission.DECIDE).incubator_ids
    rows = Operation.objects.filter(incubator_id__in=places).select_related(
        "case__organization", "case__incubator", "case__born_in", "survivor__organization"
    )
    rows = rows.prefetch_related("branches").order_by("pk")
    for row in rows.filter(state=OperationState.PROPOSED).exclude(proposed_by=asked.user):
        yield Task(
            key=f"operation_waits:{row.pk}",
            sentence=format_html("Hay una propuesta por hacer: <b>{}</b>", lineage_words.done_sentence(row)),
            detail=f"La propusieron el {dmy(row.proposed_at)}",
            url=reverse("operation_detail", args=[row.pk]),
            action="Revisar",
            about=f"la {row.get_kind_display().lower()} N.º {row.number}",
            tone="waits",
            **_about(row, Permission.DECIDE),
        )
    wanted = rows.filter(state=OperationState.EXECUTED, revert_asked_by__isnull=False)
    for row in wanted.exclude(revert_asked_by=asked.user):
        if row.last_day < asked.on:
            continue
        yield Task(
            key=f"operation_revert_waits:{row.pk}",
            sentence=format_html("Pidieron deshacer un cambio: <b>{}</b>", lineage_words.done_sentence(row)),
            detail=f"Se puede hasta el {dmy(row.last_day)}",
            url=reverse("operation_detail", args=[row.pk]),
            action="Revisar",
            about=f"la {row.get_kind_display().lower()} N.º {row.number}",
            tone="waits",
            due_on=row.last_day,
            **_about(row, Permission.DECIDE),
        )


@causes.cause("members_undecided", "Integrantes por decidir")
def _members_undecided(asked):
    """Members of a group that divided have thirty days to choose; told without names."""
    places = scope_of(asked.user, Permission.WRITE_PEOPLE).incubator_ids
    rows = Allocation.objects.filter(
        operation__incubator_id__in=places,
        operation__kind=OperationKind.SPLIT,
        operation__state=OperationState.EXECUTED,
        operation__executed_on__gt=asked.on - timedelta(days=REVERT_DAYS),
        applied=True,
        branch__isnull=True,
        decided_on__isnull=True,
    )
    counts: dict[int, int] = {}
    operations = {}
    for row in rows.select_related(*_CASE).order_by("operation_id", "pk"):
        operations[row.operation_id] = row.operation
        counts[row.operation_id] = counts.get(row.operation_id, 0) + 1
    for pk, number in counts.items():
        operation = operations[pk]
        group = operation.case.organization
        yield Task(
            key=f"members_undecided:{pk}",
            sentence=format_html(
                "Falta decidir a qué grupo {} <b>{}</b> de {}, que se dividió.",
                "va" if number == 1 else "van",
                lineage_words.count(number, "persona", "personas"),
                group.name,
            ),
            detail=f"Tienen hasta el {dmy(operation.decide_by)}",
            url=reverse("operation_detail", args=[pk]),
            action="Decidir",
            about=f"de {group.name}",
            tone="urgent" if (operation.decide_by - asked.on).days <= 7 else "waits",
            due_on=operation.decide_by,
            **_about(operation, Permission.WRITE_PEOPLE),
        )


def _about(operation, needs):
    """What a task says of its place: a code, never a name."""
    case = operation.case
    return {
        "code": case.code,
        "organization_id": case.organization_id,
        "incubator_id": operation.incubator_id,
        "needs": needs,
    }
