"""Move a regularization: the row of the change first, then the state, as the database's own guard asks.

What the filings decide is read after each thing recorded, with everything recorded so far; nobody moves it by hand.
"""

from cases.models import Case, RegularizationFile
from cases.regularization import reading
from cases.regularization.life import ENDED, MOVES, RegularState, RegularVerb
from cases.services.stepping import stepped
from incubator import access, calendars, journal
from incubator.models import Organization
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

S, V = RegularState, RegularVerb


def locked(file, *, by, permission):
    """The file after its right, held after its case as every writer does."""
    access.require(by, permission, file.case)
    return _held(file)


def _held(file):
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=file.case_id)
    held = RegularizationFile.objects.select_for_update(of=("self",))
    return held.select_related("case__incubator", "case__organization", "cooperative_type").get(pk=file.pk)


def writable(file, *, by, permission, on):
    """The file held, still open, and a day that has come."""
    held = locked(file, by=by, permission=permission)
    if held.closed_on is not None:
        raise Refused(f"El saneamiento está «{held.get_state_display()}»: ya no se anota en él.")
    if not held.case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    return held


def move(file, verb, *, by, on, reason="", evidence=None):
    """One step. Refused when it does not start from where the file stands."""
    line = MOVES[verb]
    if file.state not in line.sources:
        raise Refused(f"El saneamiento está en «{S(file.state).label}»: no se puede «{V(verb).label}» desde ahí.")
    last = file.changes.order_by("-number").first()
    if last is not None and on < last.effective_on:
        raise Refused(f"El paso anterior es del {dmy(last.effective_on)}: la fecha no puede ser anterior.")
    if line.target in ENDED:
        file.closed_on = on
    change = stepped(file, verb, by=by, on=on, reason=reason, evidence=evidence, also=["closed_on"])
    organization = file.case.organization
    journal.record(by, "regularization_moved", on, subject=file, organization=organization, change=change.number)
    return change


def settle(file, *, by, on, began=False):
    """Everything that what was just recorded brings about. `began`: it is the first work of an approved plan."""
    if began and file.state == S.PLAN_APPROVED:
        move(file, V.START, by=by, on=_not_before(file, on))
    while verb := _due(file, on):
        move(file, verb, by=by, on=_not_before(file, on))


def _due(file, on):
    """The step that the filings ask for, or None."""
    if file.state not in _COMPUTED:
        return None
    return _COMPUTED[file.state].get(reading.stands(reading.items_of(file), _not_before(file, on)))


#: From where it stands, what the items of high risk bring about.
_COMPUTED = {
    S.IN_PROGRESS: {S.FILED: V.FILE, S.OBSERVED: V.FILE, S.REGULARIZED: V.FILE},
    S.FILED: {S.IN_PROGRESS: V.LACK, S.OBSERVED: V.OBSERVE, S.REGULARIZED: V.REGULARIZE},
    S.OBSERVED: {S.IN_PROGRESS: V.LACK, S.FILED: V.ANSWER, S.REGULARIZED: V.ANSWER},
}


def _not_before(file, on):
    last = file.changes.order_by("-number").values_list("effective_on", flat=True).first()
    return max(on, last) if last else on


def tell_status(organization_id, status):
    """The group's own legal status, when something of its regularization changed it."""
    group = Organization.objects.select_for_update(of=("self",), no_key=True).get(pk=organization_id)
    if group.legal_status != status:
        group.legal_status = status
        group.save(update_fields=["legal_status"])
