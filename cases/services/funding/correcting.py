"""What was recorded by mistake is set aside by a correction, never rewritten; a step goes back with its fact.

Within seven days of recording, by the coordination, with its reason. What was recorded on top is «built on it» and
stays the correction until it is corrected itself.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cases.funding.agency import reading
from cases.funding.life import CORRECTABLE, FundEventKind, FundState, FundVerb
from cases.models import FundEvent
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused

K, V = FundEventKind, FundVerb
#: Days after the recording in which a step is corrected.
DAYS = 7


@transaction.atomic
def correct_step(*, by, application, on, reason):
    """The last step was a mistake: back where it was. Its own consequences end with it."""
    application = moves.held(application, by=by, permission=Permission.DECIDE)
    last = moves.last_standing(application)
    if why := why_step_stays(application, last, on):
        raise Refused(why)
    event = _aside(application, last.event, by=by, on=on, reason=reason, step=last.number)
    for row in reading.Facts(application).live:
        if _is_companion(row, last):
            _aside(application, row, by=by, on=on, reason=reason)
    moves.move(application, V.CORRECT, by=by, on=on, to=FundState(last.from_state), event=event, reason=reason)
    return event


@transaction.atomic
def set_aside(*, by, application, event, on, reason):
    """A fact was a mistake. One that brought a step goes back with it; another, when nothing rests on it."""
    application = moves.held(application, by=by, permission=Permission.DECIDE)
    facts = reading.Facts(application)
    found = next((row for row in facts.live if row.pk == event.pk), None)
    if found is None:
        raise Refused("Ese hecho ya se corrigió.")
    last = moves.last_standing(application)
    if last is not None and last.event_id == found.pk:
        return correct_step(by=by, application=application, on=on, reason=reason)
    if why := why_it_stays(facts, found):
        raise Refused(why)
    return _aside(application, found, by=by, on=on, reason=reason)


def why_step_stays(application, last, on) -> str:
    """Why the last step is not corrected, or nothing."""
    if last is None or last.verb not in CORRECTABLE:
        return "El último paso no se corrige: muévalo con los botones de su página."
    if on > timezone.localdate(last.recorded_at) + timedelta(days=DAYS):
        return f"Pasaron más de {DAYS} días desde que se anotó: ya no se corrige."
    built = _built_on(application, last)
    return f"Hay algo anotado encima de ese paso ({built}): corrija eso primero." if built else ""


def _built_on(application, last):
    """What was recorded after a step and is not its own consequence, in words; nothing when there is none."""
    for row in reading.Facts(application).live:
        later = row.pk > last.event_id if last.event_id else row.recorded_at > last.recorded_at
        if later and not _is_companion(row, last):
            return row.get_kind_display().lower()
    if application.purchases.filter(voided_at__isnull=True, recorded_at__gt=last.recorded_at).exists():
        return "una compra"
    if application.budgets.filter(is_draft=False, recorded_at__gt=last.recorded_at).exists():
        return "un presupuesto"
    return ""


def _is_companion(row, last):
    """Whether a fact is what the same act said besides: the award, or the place, of an appeal that was upheld."""
    return bool(last.event_id) and row.about_id == last.event_id and row.kind in (K.AWARD, K.WAITLIST)


def why_it_stays(facts, event) -> str:
    """Why a fact that brought no step now is not set aside, or nothing."""
    if any(step.event_id == event.pk for step in facts.steps):
        return "Ese hecho movió la postulación, y hay pasos después: corrija primero el último."
    if resting := facts.answers_to(event):
        return f"Hay algo que se apoya en ese hecho: {resting[0].get_kind_display().lower()}."
    return ""


def _aside(application, event, *, by, on, reason, step=None):
    if on != calendars.today():
        raise Refused("Se corrige con la fecha de hoy.")
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    correction = FundEvent(
        application=application, kind=K.CORRECTION, happened_on=on, note=reason.strip(), about=event, recorded_by=by
    )
    if step is not None:
        correction.details = {"step": step}
    correction.full_clean(exclude=["application", "about", "recorded_by"])
    correction.save()
    moves.tell(by, "fund_corrected", on, application, subject=correction, about=event.pk if event else None)
    return correction
