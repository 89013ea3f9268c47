"""What happens to the applications of a case that moves, joins another, closes or comes back (docs/adr/0033).

Called by the services that do those things, in their transaction and under their lock of the case. Money stays with
who signed: each change of place, or of the person who answers, is a row of its own, written before the column.
"""

from cases.funding.around import due
from cases.funding.life import BEFORE_FILING, FundEventKind, FundState, FundVerb, Leaving
from cases.funding.words import PlacementKind
from cases.models import FundApplication, FundEvent, FundFiling, FundPlacement
from cases.rules import funding as rules
from cases.services.funding import moves, news
from incubator.models import User

K, S, V = PlacementKind, FundState, FundVerb
WITH = ("case__incubator", "case__organization", "case__born_in", "call", "bases", "stays_with")


def locked(rows):
    """These applications, held in the order every writer holds them; their case is held already."""
    held = FundApplication.objects.select_for_update(of=("self",)).select_related(*WITH)
    return list(held.filter(pk__in=list(rows.values_list("pk", flat=True))).order_by("pk"))


def placed(application, kind, *, by, on, keeper=None, stays_with=None, **more):
    """The row first, then the columns that it explains."""
    row = FundPlacement.objects.create(
        application=application, kind=kind, by=by, on=on, keeper=keeper, stays_with=stays_with, **more
    )
    if application.keeper_id != row.keeper_id or application.stays_with_id != row.stays_with_id:
        application.keeper, application.stays_with = keeper, stays_with
        application.save(update_fields=["keeper", "stays_with"])
    return row


# ------------------------------------------------------------------------------------------------- transfers


def on_transfer(*, by, transfer, on, keepers):
    """Drafts pass to be judged again; what the municipality signed for stays; the rest goes, and its agency is told."""
    rows = FundApplication.objects.filter(case=transfer.case, stays_with__isnull=True)
    staying = {one.pk for one in rules.staying(transfer.case)}
    for application in locked(rows.filter(pk__in=rows.open().values("pk")) | rows.filter(pk__in=due.owing())):
        if application.pk in staying:
            keeper = keepers[application.pk]
            placed(
                application,
                K.STAYED,
                by=by,
                on=on,
                keeper=keeper,
                stays_with=transfer.from_incubator,
                transfer=transfer,
            )
            moves.tell(by, "fund_stayed", on, application)
        elif application.state in BEFORE_FILING and not FundFiling.objects.filter(application=application).exists():
            _back_to_draft(application, by, on)
            placed(application, K.INHERITED, by=by, on=on, transfer=transfer)
        else:
            placed(application, K.WENT, by=by, on=on, transfer=transfer)


def _back_to_draft(application, by, on):
    """What was reviewed or approved there is judged again here: by whoever answers for it now."""
    why = "El caso pasó a otra municipalidad: se juzga de nuevo."
    if application.state == S.REVIEW:
        moves.move(application, V.SEND_BACK, by=by, on=on, reason=why)
    elif application.state == S.READY:
        application.approved_by = application.approved_on = None
        moves.move(application, V.REOPEN, by=by, on=on, reason=why, also=("approved_by", "approved_on"))


# ------------------------------------------------------------------------------------------------- who answers


def on_close(change):
    """A case closed: each application goes on under the name that the closing gave."""
    for application in locked(rules.to_hand_over(change.case)):
        chosen = change.data.get(f"{rules.HANDED}{application.pk}")
        if chosen:
            keeper = User.objects.get(pk=chosen)
            placed(application, K.HANDED_OVER, by=change.by, on=change.effective_on, keeper=keeper)
            moves.tell(change.by, "fund_handed_over", change.effective_on, application)


def on_reopen(change):
    """The case goes on: whoever accompanies the group answers again for what the closing left under a name."""
    for application in locked(rules.of_case(change.case).filter(keeper__isnull=False)):
        placed(application, K.RENAMED, by=change.by, on=change.effective_on)
        moves.tell(change.by, "fund_keeper_named", change.effective_on, application)


# ------------------------------------------------------------------------------------------------- merge and revert


def on_merge(*, by, operation, on):
    """The drafts of the group that closes are withdrawn, to be copied; what was sent is seen through the lineage."""
    sent = FundFiling.objects.order_by().values("application")
    for application in locked(rules.of_case(operation.case).filter(state__in=BEFORE_FILING).exclude(pk__in=sent)):
        if application.case_id == operation.case_id:
            placed(application, K.MERGED, by=by, on=on, operation=operation)
            news.withdrawn(application, Leaving.MERGED, by=by, on=on)


def on_revert(*, by, operation, on):
    """The drafts that the merge withdrew come back as they were, unless somebody moved them since."""
    rows = FundApplication.objects.filter(placements__operation=operation, placements__kind=K.MERGED, state=S.WITHDRAWN)
    for application in locked(rows):
        last = moves.last_standing(application)
        if last is None or last.verb != V.WITHDRAW:
            continue
        event = FundEvent.objects.create(
            application=application,
            kind=FundEventKind.CORRECTION,
            happened_on=on,
            note="Se deshizo la unión de los grupos.",
            about=last.event,
            details={"step": last.number},
            recorded_by=by,
        )
        moves.move(application, V.CORRECT, by=by, on=on, to=last.from_state, event=event, reason="Se deshizo la unión.")
