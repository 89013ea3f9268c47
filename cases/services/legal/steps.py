"""Move a legal file by its acts: the row of the change first, then the state, as the database's own guard asks.

What the law decides (constituted or not) is asked at each act, with every act recorded so far; nobody moves it by hand.
"""

from cases.formalization import reading as legal_reading
from cases.formalization.life import ENDED, MOVED_BY, MOVES, LegalEventKind, LegalState, LegalVerb
from cases.law.answers import Outcome
from cases.models import Case, LegalFile
from cases.services.legal import cure_steps
from cases.services.stepping import stepped
from incubator import journal
from incubator.enums import LegalStatus, OrganizationKind
from incubator.models import Organization
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

K = LegalEventKind

#: What a group is, by whether it is constituted.
_KIND = {True: OrganizationKind.COOPERATIVE, False: OrganizationKind.INFORMAL_GROUP}


def locked(file):
    """The file, held after its case as every writer does, with what a reading of it needs."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=file.case_id)
    held = LegalFile.objects.select_for_update(of=("self",)).select_related("case__incubator", "case__organization")
    return held.get(pk=file.pk)


def refuse_unless_it_fits(file, kind, on, reason):
    """An act goes where its file stands, after what it follows."""
    events = legal_reading.acts_of(file)
    if kind not in legal_reading.recordable(file, events):
        raise Refused(_why_not(file, kind, events))
    if kind in (K.MEETING_FAILED, K.STATUTES_BACK, K.ABANDONED, K.CURE_FAILED) and not reason.strip():
        raise Refused("Escriba el motivo.")
    before = _goes_after(file, kind, events)
    if before is not None and on < before:
        raise Refused(f"Ese acto viene después de otro del {dmy(before)}: la fecha no puede ser anterior.")


def effect_from(file, kind):
    """The day from which an act has effect when it is not its own: a cure acts from the original deed."""
    if kind not in (K.CURE_ENTRY, K.CURE_PUBLICATION):
        return None
    return file.events.get(kind=K.DEED).happened_on


def follow(file, event, *, by, reason=""):
    """Everything that an act just recorded, or just read, brings about."""
    if event.kind in MOVED_BY and not event.changes.exists():
        _move(file, MOVED_BY[event.kind], event, by, event.happened_on, reason)
    events = legal_reading.acts_of(file)
    standing = legal_reading.latest_standing(file, events)
    while due := _due(file, events, standing):
        verb, act = due
        _move(file, verb, act, by, max(act.happened_on, _last_day(file)), "", brought_by=event)
    if file.state in ENDED and file.closed_on is None:
        file.closed_on = event.happened_on
        file.save(update_fields=["closed_on"])
    cure_steps.keep_up(file, standing, event, by=by)
    tell_status(event.case.organization_id, legal_reading.status_of(file, standing))


def _due(file, events, standing):
    """(verb, act) of a step that the law or a former act already asks for, or None."""
    acts = {event.kind: event for event in events}
    if file.state == LegalState.DEEDED and standing.outcome == Outcome.VALID:
        cured = standing.constitution.outcome != Outcome.VALID
        kinds = (K.CURE_ENTRY, K.CURE_PUBLICATION) if cured else (K.REGISTRY_ENTRY, K.PUBLICATION)
        return LegalVerb.CONSTITUTE, max((acts[kind] for kind in kinds), key=lambda act: (act.happened_on, act.pk))
    for verb, kind in ((LegalVerb.ASSIGN_ROLL, K.ROLL), (LegalVerb.OPERATE, K.TAX_START)):
        if kind in acts and file.state in MOVES[verb].sources:
            return verb, acts[kind]
    return None


def _move(file, verb, event, by, on, reason, *, brought_by=None, to=None):
    number = stepped(file, verb, by=by, on=on, to=to, reason=reason, event=event, brought_by=brought_by).number
    journal.record(by, "legalfile_moved", on, subject=file, organization=event.case.organization, change=number)


def back(file, event, by, on, reason, to):
    """The file returns to where it was before an act that was taken back, and is open again."""
    _move(file, LegalVerb.CORRECT, event, by, max(on, _last_day(file)), reason, to=to)
    if file.closed_on is not None:
        if LegalFile.objects.filter(case=file.case_id, closed_on__isnull=True).exists():
            raise Refused("Hay otro expediente abierto: el acto que cerró este ya no se quita.")
        file.closed_on = None
        file.save(update_fields=["closed_on"])


def _last_day(file):
    return file.changes.order_by("-number").values_list("effective_on", flat=True).first()


def tell_status(organization_id, status):
    """The group's own legal status, when an act changed it."""
    group = Organization.objects.select_for_update(of=("self",), no_key=True).get(pk=organization_id)
    if group.legal_status != status:
        group.legal_status = status
        group.kind = _KIND[status == LegalStatus.VALID]  # a group is a cooperative once it is constituted, not before
        group.save(update_fields=["legal_status", "kind"])


def _goes_after(file, kind, events):
    """The day that an act cannot precede: the last step for one that moves the file, the deed for the others."""
    if kind in MOVED_BY:
        return _last_day(file)
    asked = K.CURE_DEED if kind in (K.CURE_ENTRY, K.CURE_PUBLICATION) else K.DEED
    days = [event.happened_on for event in events if event.kind == asked]
    return max(days) if days and kind != K.LAWYER_DRAFT else None


def _why_not(file, kind, events):
    if any(event.kind == kind for event in events) and kind not in MOVED_BY:
        return "Ese acto ya está anotado en el expediente."
    return f"El expediente está en «{LegalState(file.state).label}»: ese acto no corresponde todavía, o ya pasó."
