"""Take back an act that was recorded by mistake: both rows stay, and the file returns to where it was."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cases.enums import Stage
from cases.formalization import reading as legal_reading
from cases.formalization.cure_life import CureVerb
from cases.models import ActTakenBack, Cure, LegalEvent
from cases.services.legal import cure_steps, steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused

#: Days after the recording in which it is taken back; later, another act or a cure mends it.
DAYS = 7
#: What hangs from an act and is not something built on it.
_OWN = {
    "changes",
    "brought",
    "cure_changes",
    "contents",
    "removal",
    "review",
    "followed_by",
    "cures",
    "points",
    "answers",
}


@transaction.atomic
def take_back(*, by, event, on, reason):
    """The last act of a file (or of a cure without one) was a mistake: who, when and why are kept with it."""
    access.require(by, Permission.DECIDE, event.case)
    file = steps.locked(event.file) if event.file_id else None
    cure = cure_steps.locked(event.cure) if event.cure_id else None
    event = LegalEvent.everything.select_related("case__organization").get(pk=event.pk)
    if not reason.strip():
        raise Refused("Escriba el motivo.")
    if on != calendars.today():
        raise Refused("Un acto se quita con la fecha de hoy.")
    if wrong := why_it_stays(event, on):
        raise Refused(wrong)
    removal = ActTakenBack(event=event, by=by, taken_back_on=on, reason=reason.strip()[:500])
    removal.full_clean(exclude=["event", "by"])
    removal.save()
    event.taken_back = True
    if cure is not None:
        _cure_back(cure, event, by, on, reason)
    if file is not None:
        _file_back(file, event, by, on, reason)
    journal.record(by, "legalact_taken_back", on, subject=event, organization=event.case.organization)
    return removal


def why_it_stays(event, on) -> str:
    """Why an act is not taken back, or nothing."""
    if event.taken_back:
        return "Ese acto ya se quitó."
    if on > timezone.localdate(event.recorded_at) + timedelta(days=DAYS):
        return f"Pasaron más de {DAYS} días desde que se anotó: ya no se quita."
    if not event.case.is_open or (event.file_id and event.case.stage != Stage.FORMALIZATION):
        return "El caso ya pasó de Formalización: corrija antes ese paso."
    if hasattr(event, "review"):
        return "Asesoría legal ya validó ese acto: no se quita."
    if _after(event).exists():
        return "Hay otro acto anotado después: quite primero el último."
    if Cure.objects.filter(act=event).exclude(acts=None).exists():
        return "Hay un saneamiento con actos que se apoya en esa escritura."
    if event.cure_id and event.cure.changes.exclude(event=event).filter(pk__gt=_first_change(event)).exists():
        return "El saneamiento siguió adelante después de ese acto."
    return _built_on(event)


def _after(event):
    rows = LegalEvent.objects.filter(case_id=event.case_id, file_id=event.file_id, pk__gt=event.pk)
    return rows if event.file_id else rows.filter(cure_id=event.cure_id)


def _first_change(event):
    first = event.cure_changes.order_by("pk").first()
    return first.pk if first else 0


def _built_on(event) -> str:
    """What other rooms rest on the act: a meeting, a paper."""
    for relation in event._meta.related_objects:
        name = relation.get_accessor_name()
        if name in _OWN or relation.related_model._meta.model_name.endswith("history"):
            continue
        rows = relation.related_model._base_manager.filter(**{relation.field.name: event})
        if rows.exists():
            return f"Algo se apoya en ese acto: {relation.related_model._meta.verbose_name}."
    return ""


def _cure_back(cure, event, by, on, reason):
    first = cure.changes.filter(event=event).exclude(verb=CureVerb.CORRECT).order_by("number").first()
    if first is not None and cure.state != first.from_state:
        cure_steps.move(cure, CureVerb.CORRECT, event, by, on, reason, to=first.from_state)


def _file_back(file, event, by, on, reason):
    """The file returns to where it was; a cure that the act had opened is not needed any more."""
    brought = [change for change in file.changes.all() if (change.brought_by_id or change.event_id) == event.pk]
    if brought:
        steps.back(file, event, by, on, reason, to=brought[0].from_state)
    for cure in Cure.objects.filter(changes__event=event).exclude(pk=event.cure_id).distinct():
        _cure_back(cure, event, by, on, reason)
    events = legal_reading.acts_of(file)
    standing = legal_reading.latest_standing(file, events) if events else None
    cure_steps.withdraw_unneeded(file, standing, event, by=by, on=on)
    steps.tell_status(event.case.organization_id, legal_reading.status_of(file, standing))
