"""Move a cure by its acts: the row of the change first, then the state, as the database's own guard asks.

A file opens its own cure when an act or a reading shows a defect. Whoever calls has asked for the right.
"""

from cases.formalization import cure_reading
from cases.formalization import reading as legal_reading
from cases.formalization.cure_life import CURED, MOVED_BY, CureState, CureVerb
from cases.formalization.life import ENDED, LegalEventKind
from cases.law import contents
from cases.law.answers import Outcome
from cases.models import Case, Cure
from cases.services.stepping import stepped
from incubator import calendars, journal
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

K = LegalEventKind
#: Acts of before → the deed that each follows.
FOLLOWS = {
    K.REGISTRY_ENTRY: K.DEED, K.PUBLICATION: K.DEED, K.REFORM_ENTRY: K.REFORM_DEED, K.REFORM_PUBLICATION: K.REFORM_DEED,
}  # fmt: skip
OLD = (*CURED, *FOLLOWS)


def opened(act, defects, on, by):
    cure = Cure(case_id=act.case_id, act=act, defects=list(defects), opened_on=on, opened_by=by)
    cure.full_clean(exclude=["case", "act", "opened_by"])
    cure.save()
    journal.record(by, "cure_opened", on, subject=cure, organization=act.case.organization)
    return cure


def locked_for(file, kind, *, by, on):
    """The cure of the file's deed that an act goes to, opened when nobody did; None for an act of the file alone."""
    if not kind.startswith("cure_") and kind != K.DISSOLUTION:
        return None
    cure = Cure.objects.select_for_update(of=("self",)).running().filter(act__file=file).first()
    if cure is not None:
        return cure
    found = legal_reading.latest_standing(file, legal_reading.acts_of(file)).defects
    return opened(file.events.get(kind=K.DEED), found, on, by)


def locked(cure):
    """A cure, held after its case as every writer does."""
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=cure.case_id)
    held = Cure.objects.select_for_update(of=("self",)).select_related("act__file", "case__organization")
    return held.get(pk=cure.pk)


def effect_from(cure, kind):
    """The day from which an act of a cure has effect, when it is not its own."""
    if kind not in (K.CURE_ENTRY, K.CURE_PUBLICATION):
        return None
    return max(cure_reading.late_days(cure.act), default=cure.act.happened_on)


def refuse_unless_old(case, kind, about):
    """Acts of before are of a cooperative that arrived with its deed, and follow the deed that they name."""
    if kind not in OLD:
        raise Refused("Ese acto se anota en el expediente de formalización.")
    asked = FOLLOWS.get(kind)
    if (about.kind if about else None) != asked or (about is not None and about.case_id != case.pk):
        raise Refused("Elija la escritura a la que corresponde.")
    if case.legal_files.exists():
        raise Refused("La constitución de este grupo se anota en su expediente de formalización.")
    if kind in FOLLOWS and about.followed_by.filter(kind=kind, taken_back=False).exists():
        raise Refused("Ese acto ya está anotado.")


def refuse_unless_it_fits(cure, kind, on, reason):
    """An act goes where its cure stands, after what it follows."""
    acts = cure_reading.acts_of(cure)
    if kind not in cure_reading.recordable(cure, acts):
        raise Refused(f"El saneamiento está en «{cure.get_state_display()}»: ese acto no corresponde ahora.")
    if kind == K.CURE_FAILED and not reason.strip():
        raise Refused("Escriba el motivo.")
    before = max([cure.act.happened_on, *(change.effective_on for change in cure.changes.all())])
    if kind in (K.CURE_ENTRY, K.CURE_PUBLICATION):
        before = cure_reading.cure_days(acts, calendars.today())["deed_on"]
    if on < before:
        raise Refused(f"Ese acto viene después de otro del {dmy(before)}: la fecha no puede ser anterior.")


def follow(cure, event, *, by, reason=""):
    """Everything that an act of a cure brings about."""
    if cure.state == CureState.DEEDED and event.kind in MOVED_BY and MOVED_BY[event.kind] != CureVerb.END:
        move(cure, CureVerb.REOPEN, event, by, event.happened_on, "")
    if event.kind in MOVED_BY:
        move(cure, MOVED_BY[event.kind], event, by, event.happened_on, reason)
    if event.kind not in (K.CURE_ENTRY, K.CURE_PUBLICATION):
        return
    acts = cure_reading.acts_of(cure)
    last = max(act.happened_on for act in acts)
    said = cure_reading.cured_on(cure, acts, last)
    if said.outcome == Outcome.VALID:
        move(cure, CureVerb.TAKE_EFFECT, event, by, last, "")
    elif said.outcome == Outcome.VOID_CURABLE:
        move(cure, CureVerb.REOPEN, event, by, last, "")


def keep_up(file, standing, event, *, by):
    """The cure of a file's deed after an act of it or a reading: opened, with what was found since, or not needed."""
    running = Cure.objects.running().filter(act__file=file).first()
    if file.state in ENDED:
        if running and event.kind in (K.JUDGMENT, K.OPINION):
            move(running, CureVerb.END, event, by, event.happened_on, "")
        return
    wrong = standing.constitution is not None and standing.outcome == Outcome.VOID_CURABLE
    if running is None:
        over = Cure.objects.filter(act__file=file, changes__verb=CureVerb.END, state=CureState.ENDED)
        if wrong and not over.exists():
            opened(file.events.get(kind=K.DEED), standing.defects, max(event.happened_on, standing.on), by)
        return
    if wrong and running.state != CureState.DEEDED and not set(standing.defects) <= set(running.defects):
        running.defects = [key for key in contents.defects() if key in {*running.defects, *standing.defects}]
        running.save(update_fields=["defects"])
    elif not wrong:
        withdraw_unneeded(file, standing, event, by=by, on=event.happened_on)


def withdraw_unneeded(file, standing, event, *, by, on):
    """A cure that nobody began, of a file whose acts no longer show a defect."""
    cure = Cure.objects.running().filter(act__file=file).first()
    wrong = standing is not None and standing.outcome == Outcome.VOID_CURABLE
    if cure is not None and not wrong and cure.state == CureState.OPENED and _is_own(cure) and not cure.acts.exists():
        move(cure, CureVerb.WITHDRAW, shown(file, event), by, max(on, cure.opened_on), "")


def _is_own(cure):
    """Whether nothing that a person declared is in it: what acts and readings show, they may take away."""
    return "meeting" not in cure.defects


def shown(file, event):
    """The act that a step says: the one read or recorded, or the deed when that one was taken back."""
    return event if event.kind in (K.DEED, K.EXTRACT, K.REGISTRY_ENTRY, K.PUBLICATION) else file.events.get(kind=K.DEED)


def move(cure, verb, event, by, on, reason, to=None):
    """One step of a cure: its row, then its state."""
    number = stepped(cure, verb, by=by, on=on, to=to, reason=reason, event=event).number
    journal.record(by, "cure_moved", on, subject=cure, organization=event.case.organization, change=number)
