"""Move an application: the row of the change first, then the state, as the database's own guard asks.

The only place where its state is written. The case is held before the application, as every writer does.
"""

from cases.funding import reach
from cases.funding.life import MOVES, FundState, FundVerb, standing
from cases.models import Case, FundApplication
from cases.services.stepping import stepped
from incubator import calendars, journal
from incubator.requirements import Refused
from incubator.templatetags.minga import dmy

_WITH = ("case__incubator", "case__organization", "call__agency", "bases", "stays_with")


def held(application, *, by, permission):
    """The application after its right, locked after its case."""
    reach.require(by, permission, application)
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=application.case_id)
    return FundApplication.objects.select_for_update(of=("self",)).select_related(*_WITH).get(pk=application.pk)


def last_standing(application):
    """The last step that nobody corrected, or None."""
    return (standing(application.changes.select_related("by").order_by("number")) or [None])[-1]


def move(application, verb, *, by, on, to=None, event=None, reason="", also=()):
    """One step, with its row and its line in the journal; `to` says where, when the verb leads to several places.

    `application` stays as the caller has it, with the new state; `also`: other fields of it that change with its
    state. Refused when it does not start from where the application stands, or somebody moved it meanwhile.
    """
    verb = FundVerb(verb)
    Case.objects.select_for_update(of=("self",), no_key=True).get(pk=application.case_id)
    now = FundApplication.objects.select_for_update(of=("self",)).only("state").get(pk=application.pk).state
    last = last_standing(application)
    if now != application.state:
        raise Refused(moved(application, last, now))
    if now not in MOVES[verb].sources:
        raise Refused(f"La postulación está «{FundState(now).label}»: no se puede «{verb.label}» desde ahí.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    if verb != FundVerb.CORRECT and last is not None and on < last.effective_on:
        raise Refused(f"El paso anterior es del {dmy(last.effective_on)}: la fecha no puede ser anterior.")
    change = stepped(application, verb, by=by, on=on, to=to, reason=reason, event=event, also=also)
    tell(by, "fund_moved", on, application, change=change.number, to=change.to_state)
    return change


def tell(by, verb, on, application, *, subject=None, **codes):
    """Journal what was done to an application (`subject`: a row of it) where whoever answers for it reads.

    That is the group's journal; of one that stayed with an institution, that of the institution without the group, so
    that the municipality which received the case reads nothing of it, nor the institution of the group.
    """
    about = {"incubator": application.stays_with}
    if application.stays_with_id is None:
        about = {"organization": application.case.organization}
    journal.record(by, verb, on, subject=subject or application, **about, **codes)


def moved(application, last, now):
    """What reads whoever comes second: who moved it, and when."""
    who = f": la movió {last.by} con fecha {dmy(last.effective_on)}" if last is not None else ""
    return f"La postulación ya está «{FundState(now).label}»{who}. Revise su página antes de seguir."
