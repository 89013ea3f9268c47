"""What the agency says of an application: every fact in its order, what waits and until when, what may be recorded."""

from django.shortcuts import render
from django.urls import reverse

from cases.funding import reach
from cases.funding.agency import amounts, reading
from cases.funding.life import BEFORE_FILING, FundEventKind, FundState, Leaving
from cases.services.funding import correcting
from cases.views.funding.agency.slugs import SLUGS
from cases.views.funding.budget.pages import opens_papers
from cases.views.funding.frame import fund_frame
from incubator import calendars
from incubator.access import Permission

K, S, P = FundEventKind, FundState, Permission
ROOM = "application_agency"
#: What only the coordination records, with the group's confirmation.
BY_COORDINATION = (K.APPEAL, K.RENUNCIATION)
_GROUPS = (
    ("Lo que resuelve", (K.ADMISSION, K.OBSERVATION, K.OBSERVATION_ANSWER, K.SCORE, K.REJECTION, K.WAITLIST, K.REFUSAL,
                         K.AWARD)),
    ("Recursos", (K.APPEAL, K.APPEAL_RESULT)),
    ("Convenio y dinero", (K.AGREEMENT, K.GUARANTEE, K.GUARANTEE_BACK, K.INSTALMENT)),
    ("Ejecución", (K.START, K.MODIFICATION, K.EARLY_END, K.FINAL_ACCOUNTS, K.ACCOUNTS_APPROVED)),
    ("Devoluciones", (K.REFUND_DUE, K.REFUND)),
    ("Si no se sigue", (K.CALL_FAILED, K.RENUNCIATION, K.WITHDRAWAL)),
)  # fmt: skip


def room(request, fund):
    """The room «Lo que dice el fondo»."""
    frame = fund_frame(request, fund, ROOM, P.VIEW_FUNDS)
    application, user = frame["application"], request.user
    facts = reading.Facts(application)
    filing = reading.standing_filing(application)
    context = {
        "facts": [_row(facts, row, frame["bases"]) for row in reversed(facts.every) if row.kind != K.CORRECTION],
        "waits": reading.waits_of(facts),
        "sums": facts.sums(),
        "filing": filing,
        "filings": application.filings.count(),
        "groups": _groups(user, application, facts),
        "corrects": _correction(user, application, facts.steps),
        "unsent": application.state in BEFORE_FILING,
        "files": application.state == S.READY and reach.may(user, P.FILE_FUNDS, application),
        "replaces": application.state == S.SUBMITTED and reach.may(user, P.FILE_FUNDS, application),
        "keeps": bool(filing) and application.state in BEFORE_FILING and reach.may(user, P.FILE_FUNDS, application),
        "sets_aside": reach.may(user, P.DECIDE, application),
        "opens": opens_papers(user, application),
        "today": calendars.today(),
    }
    return render(request, "cases/funding/agency/room.html", frame | context)


def _groups(user, application, facts):
    """What may be recorded now by this user, by subject."""
    kinds = [kind for kind in reading.recordable(facts) if may_record(user, application, kind)]
    found = []
    for title, own in _GROUPS:
        here = [kind for kind in own if kind in kinds]
        links = [(kind.label, reverse("application_fact", args=[application.pk, SLUGS[kind]])) for kind in here]
        if links:
            found.append((title, links))
    return found


def may_record(user, application, kind):
    """Whether this user records facts of this kind."""
    if kind in BY_COORDINATION:
        return reach.may(user, P.DECIDE, application)
    if kind == K.WITHDRAWAL and application.state in BEFORE_FILING:
        return reach.may(user, P.WRITE_FUNDS, application)
    return reach.may(user, P.FILE_FUNDS, application)


def _correction(user, application, steps):
    """The last step, when this user may correct it today."""
    last = steps[-1] if steps else None
    if last is None or not reach.may(user, P.DECIDE, application):
        return None
    return None if correcting.why_step_stays(application, last, calendars.today()) else last


def _row(facts, event, bases):
    """A fact as the page shows it."""
    return {
        "event": event,
        "amount": amounts.said(event),
        "items": event.details.get("items", ()),
        "scores": _scores(event, bases),
        "total": event.details.get("total"),
        "place": event.details.get("place"),
        "late": event.details.get("late", False),
        "left_because": Leaving(event.details["why"]).label if event.details.get("why") else "",
        "hour": event.details.get("hour", ""),
        "correction": event.correction,
        "answers": [] if event.correction else facts.answers_to(event),
        "free": event.correction is None and not correcting.why_it_stays(facts, event),
    }


def _scores(event, bases):
    """(criterion, points, highest, whether below its cut) of a fact with points, in the order of the bases."""
    given = event.details.get("scores", {})
    return [
        (row.name, given[row.key], row.maximum, row.cut_off is not None and given[row.key] < row.cut_off)
        for row in bases.criteria
        if row.key in given
    ]
