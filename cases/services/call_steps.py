"""Move a call along its life: the only place where its state is written. The row first, then the state."""

from django.db import transaction

from cases.call_life import CALL_STEPS, CallVerb
from cases.models import Call, CallChange
from cases.submission_words import SubmissionKind
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused

#: Whoever coordinates decides; that its days are over is anybody's of the team to say.
_RIGHTS = {CallVerb.CLOSE: Permission.ADVANCE}


def right_of(verb):
    """The permission a step asks."""
    return _RIGHTS.get(verb, Permission.DECIDE)


def may_follow(call, verb):
    """Whether the call stands where that step begins."""
    return call.state in CALL_STEPS[verb][0]


@transaction.atomic
def move(*, by, call, verb, on, reason=""):
    """One step: publish, close, rank, resolve or void. What each step asks besides is checked by its own service."""
    access.require(by, right_of(verb), call.incubator)
    call = Call.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=call.pk)
    if not may_follow(call, verb):
        raise Refused(f"La convocatoria está «{call.get_state_display()}». Revise su página antes de seguir.")
    if verb == CallVerb.RANK:
        _refuse_while_some_wait(call)
    last = call.changes.order_by("-number").first()
    if on > calendars.today() or (last and on < last.effective_on):
        raise Refused("La fecha va entre la del paso anterior y hoy.")
    source = call.state
    getattr(call, CallVerb(verb).value)()
    CallChange.objects.create(
        call=call,
        number=(last.number if last else 0) + 1,
        verb=verb,
        from_state=source,
        to_state=call.state,
        by=by,
        effective_on=on,
        recorded_at=calendars.now(),
        reason=reason,
    )
    if verb == CallVerb.PUBLISH:
        call.published_on = on
    call.save(update_fields=["state", "published_on"])
    journal.record(by, f"call_{CallVerb(verb)}", on, subject=call, incubator=call.incubator)
    return call


def _refuse_while_some_wait(call):
    """What arrived in time is in the order, or somebody said why not."""
    left = call.submissions.waiting().filter(kind=SubmissionKind.GROUP).count()
    if left:
        raise Refused(f"Quedan {left} postulaciones recibidas por tomar o responder: hágalo antes de fijar el orden.")
