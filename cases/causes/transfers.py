"""What a transfer asks of each side: an answer in time, a new request once overdue, an earlier row corrected."""

from django.urls import reverse
from django.utils.html import format_html

from cases import moves
from cases.enums import TransferState
from cases.models import CorrectionAsked, Transfer
from incubator import causes
from incubator.access import Permission, scope_of
from incubator.causes import Task
from incubator.templatetags.minga import dmy

#: From so many business days before the last, an answer is urgent.
_URGENT = 3


@causes.cause("transfer_waits", "Traslado por responder")
def transfer_waits(asked):
    """The receiver answers within fifteen business days; no name before it accepts."""
    places = scope_of(asked.user, Permission.TRANSFER_GROUPS).home_ids
    for transfer in moves.live(_requested(to_incubator__in=places), asked.on):
        if transfer.requested_by_id == asked.user.pk:
            continue
        left = moves.days_left(transfer, asked.on)
        yield Task(
            key=f"transfer_waits:{transfer.pk}",
            sentence=format_html(
                "{} pide que su incubadora tome <b>el caso {}</b>.", transfer.from_incubator.name, transfer.case.code
            ),
            detail=f"Se responde hasta el {dmy(moves.last_day(transfer))}",
            url=reverse("transfer_detail", args=[transfer.pk]),
            action="Responder",
            about=f"el traslado del caso {transfer.case.code}",
            tone="urgent" if left <= _URGENT else "waits",
            due_on=moves.last_day(transfer),
            code=transfer.case.code,
            needs=Permission.TRANSFER_GROUPS,
            incubator_id=transfer.to_incubator_id,
        )


@causes.cause("transfer_overdue", "Traslado vencido")
def transfer_overdue(asked):
    """Nobody answered in time: the sender asks again, or takes the request back by leaving it so."""
    places = scope_of(asked.user, Permission.TRANSFER_GROUPS).home_ids
    for transfer in _requested(from_incubator__in=places):
        if moves.state_on(transfer, asked.on) != TransferState.EXPIRED or not transfer.case.is_open:
            continue
        yield Task(
            key=f"transfer_overdue:{transfer.pk}",
            sentence=format_html(
                "El traslado del caso {} a {} <b>venció sin respuesta</b>.",
                transfer.case.code,
                transfer.to_incubator.name,
            ),
            detail=f"El último día era el {dmy(moves.last_day(transfer))}. Pídalo de nuevo si todavía hace falta.",
            url=reverse("transfer_request", args=[transfer.case.organization_id]),
            action="Pedirlo de nuevo",
            about=f"el traslado del caso {transfer.case.code}",
            tone="waits",
            code=transfer.case.code,
            needs=Permission.TRANSFER_GROUPS,
            organization_id=transfer.case.organization_id,
            incubator_id=transfer.from_incubator_id,
        )


@causes.cause("correction_asked", "Corrección pedida por la incubadora de origen")
def correction_asked(asked):
    """A row of before the transfer is wrong: the receiver corrects it, or says why not."""
    scope = scope_of(asked.user, Permission.RECORD_FACTS)
    rows = CorrectionAsked.objects.filter(answered_on__isnull=True).select_related(
        "transfer__case__incubator", "transfer__case__born_in", "transfer__from_incubator"
    )
    reached = rows.filter(transfer__case__incubator__in=scope.incubator_ids) | rows.filter(
        transfer__case__organization__in=scope.organization_ids
    )
    for row in reached.order_by("pk"):
        case = row.transfer.case
        yield Task(
            key=f"correction_asked:{row.pk}",
            sentence=format_html(
                "{} pide <b>corregir un registro</b> del caso {}.", row.transfer.from_incubator.name, case.code
            ),
            detail=f"Pedida el {dmy(row.asked_on)}",
            url=reverse("correction_answer", args=[row.pk]),
            action="Ver",
            about=f"la corrección del caso {case.code}",
            tone="waits",
            code=case.code,
            needs=Permission.RECORD_FACTS,
            organization_id=case.organization_id,
            incubator_id=case.incubator_id,
        )


def _requested(**where):
    rows = Transfer.objects.requested().filter(**where)
    return rows.select_related("case__incubator", "case__born_in", "from_incubator", "to_incubator").order_by("pk")
