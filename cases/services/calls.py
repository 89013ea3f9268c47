"""Write the calls of an incubator: a draft, its publication, what is amended of it, and its end."""

from django.db import transaction

from cases.call_life import CallState, CallVerb, TieBreaker
from cases.models import Amendment, Call
from cases.rules.publishing import TO_PUBLISH
from cases.services import call_steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Attempt, Refused, findings

#: Frozen once published: what people decided upon. Changed by an amendment alone.
FROZEN = (
    "name",
    "opens_on",
    "closes_on",
    "seats",
    "waiting_until",
    "minimum_interested",
    "appeal_days",
    "evaluators",
    "spread_percent",
    "tie_breakers",
    "text",
    "easy_text",
)
#: How to reach the office and the video: mended at any time.
FREE = ("phone", "in_person", "sign_video", "sign_transcript")


@transaction.atomic
def draft_call(*, by, incubator, evidence=None, **fields):
    """A call being written: nobody outside the team sees it."""
    access.require(by, Permission.WRITE_GROUPS, incubator)
    call = Call(incubator=incubator, evidence=evidence, recorded_by=by)
    _put(call, fields)
    return _saved(call, by, "call_drafted")


@transaction.atomic
def update_call(*, by, call, **changes):
    """Mend a draft; of a published call, only how to reach the office and its video."""
    access.require(by, Permission.WRITE_GROUPS, call.incubator)
    call = _locked(call)
    if call.state != CallState.DRAFT and any(_differs(call, name, changes[name]) for name in changes if name in FROZEN):
        raise Refused("La convocatoria ya se publicó: lo que dice se cambia con una enmienda, antes del cierre.")
    if call.state == CallState.VOID:
        raise Refused("La convocatoria está anulada.")
    _put(call, changes)
    return _saved(call, by, "call_updated")


def missing_to_publish(call, *, by, on):
    """Every fact that publishing asks, met or not, in the order of the page."""
    return findings(TO_PUBLISH, Attempt(call, CallVerb.PUBLISH, by, on))


@transaction.atomic
def publish_call(*, by, call, on):
    """Everybody may read it, and what it says is frozen. Refused with everything it lacks."""
    access.require(by, Permission.DECIDE, call.incubator)
    call = _locked(call)
    if on != calendars.today():
        raise Refused("Una convocatoria se publica con la fecha de hoy.")
    blocked = [finding for finding in missing_to_publish(call, by=by, on=on) if not finding.met]
    if blocked:
        raise Refused(*blocked)
    return call_steps.move(by=by, call=call, verb=CallVerb.PUBLISH, on=on)


@transaction.atomic
def close_call(*, by, call, on):
    """Its last day passed: somebody says that what was received is complete."""
    access.require(by, call_steps.right_of(CallVerb.CLOSE), call.incubator)
    call = _locked(call)
    if call.state == CallState.PUBLISHED and on <= call.closes_on:
        raise Refused(f"Se puede postular hasta el {call.closes_on:%d-%m-%Y}: ciérrela desde el día siguiente.")
    return call_steps.move(by=by, call=call, verb=CallVerb.CLOSE, on=on)


@transaction.atomic
def void_call(*, by, call, on, reason):
    """Leave it without effect, and say why: a published one says so on its page."""
    access.require(by, Permission.DECIDE, call.incubator)
    if not str(reason).strip():
        raise Refused("Escriba por qué se anula.")
    return call_steps.move(by=by, call=_locked(call), verb=CallVerb.VOID, on=on, reason=reason)


@transaction.atomic
def amend_call(*, by, call, on, reason, other=None, **changes):
    """Change what a published call says, before it closes, by a public dated amendment. Returns the amendment.

    `other` names what changes in records of its own (the rubric): {what: [before, after]}, written by its owner.
    """
    access.require(by, Permission.DECIDE, call.incubator)
    call = _locked(call)
    _check_amendable(call, on, reason)
    noted = {name: [_stored(call, name), None] for name in FROZEN if name in changes}
    noted = {name: pair for name, pair in noted.items() if _differs(call, name, changes[name])}
    _put(call, {name: changes[name] for name in noted})
    if not noted and not other:
        raise Refused("No hay ningún cambio que publicar.")
    if "closes_on" in noted and call.closes_on < on:
        raise Refused("El nuevo cierre no puede ser anterior a hoy.")
    noted = {name: [before, _stored(call, name)] for name, (before, _) in noted.items()} | (other or {})
    call.amended += 1
    row = Amendment.objects.create(call=call, number=call.amended, published_on=on, reason=reason, changes=noted, by=by)
    _saved(call, by, "call_amended")
    return row


def _check_amendable(call, on, reason):
    if call.state != CallState.PUBLISHED or on > call.closes_on:
        raise Refused("Una enmienda se publica mientras la convocatoria está publicada y antes de su cierre.")
    if on != calendars.today():
        raise Refused("Una enmienda se publica con la fecha de hoy.")
    if not str(reason).strip():
        raise Refused("Escriba qué cambia y por qué: lo leerá todo el mundo.")


def _locked(call):
    return Call.objects.select_for_update(of=("self",)).select_related("incubator").get(pk=call.pk)


def _put(call, fields):
    for name in (*FROZEN, *FREE):
        if name in fields:
            setattr(call, name, _clean(name, fields[name]))


def _clean(name, value):
    """The order of receipt always decides last."""
    if name != "tie_breakers":
        return value
    return [*(item for item in value or () if item != TieBreaker.RECEIPT), TieBreaker.RECEIPT]


def _differs(call, name, value):
    return getattr(call, name) != _clean(name, value)


def _stored(call, name):
    value = getattr(call, name)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _saved(call, by, verb):
    call.full_clean(exclude=["incubator", "evidence", "recorded_by"])
    call.save()
    journal.record(by, verb, calendars.today(), subject=call, incubator=call.incubator)
    return call
