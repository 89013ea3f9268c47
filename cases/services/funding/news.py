"""What the agency says of an application: dated facts, each with its act, its day and its day of notice.

A fact that brings a step is written first, and the step rests on it. Agencies often publish the result alone: nothing
in between is asked for.
"""

from django.db import transaction

from cases.funding import reach
from cases.funding.agency import reading
from cases.funding.bases.written import bases_of
from cases.funding.calls import closing_line
from cases.funding.life import BEFORE_FILING, EVENT_OF, FundEventKind, FundState, FundVerb, Leaving
from cases.funding.words import Unit
from cases.models import FundEvent
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Finding, Kind, Refused
from incubator.templatetags.minga import dmy

K, S, V = FundEventKind, FundState, FundVerb
#: What the agency resolves: it has an act (its number, where it was published) or a document.
ACTS = (
    K.OBSERVATION, K.ADMISSION, K.REJECTION, K.WAITLIST, K.REFUSAL, K.AWARD, K.APPEAL_RESULT, K.MODIFICATION,
    K.EARLY_END, K.REFUND_DUE, K.ACCOUNTS_APPROVED, K.INSTALMENT, K.REFUND, K.GUARANTEE,
)  # fmt: skip
#: What is never recorded without its document.
WITH_DOCUMENT = (K.CALL_FAILED, K.AGREEMENT, K.APPEAL, K.RENUNCIATION)
_MOST_DAYS = 180


def beside(field, sentence):
    """A refusal that belongs beside a field of the form."""
    return Finding(field, Kind.INPUT, False, sentence, field=field)


def held(application, *, by, kind, permission=Permission.FILE_FUNDS):
    """(the application locked, its facts), where this kind of fact is recorded."""
    held_ = moves.held(application, by=by, permission=permission)
    facts = reading.Facts(held_)
    if kind not in reading.recordable(facts):
        raise Refused(why_not(facts, kind))
    return held_, facts


def why_not(facts, kind):
    """Why a fact is not recorded where the application stands."""
    state = facts.application.state
    if state in reading.RECORDED_IN[kind] and kind == K.RENUNCIATION:
        return "Ya se recibió dinero: no se renuncia, se anota el término anticipado."
    if state in reading.RECORDED_IN[kind] and kind in reading.ANSWERS:
        return f"No hay nada que espere «{K(kind).label.lower()}»."
    if state in reading.RECORDED_IN[kind]:
        return f"«{K(kind).label}» ya está anotada: si hubo un error, corríjala."
    return f"La postulación está «{facts.application.get_state_display()}»: no se anota «{K(kind).label}» desde ahí."


def written(application, kind, *, by, on, notified_on=None, due_on=None, reference="", note="", evidence=None,
            amount=None, details=None, about=None, confirmation=None):  # fmt: skip
    """Write one fact of an application that is held, after what every fact must say."""
    _check_days(application, on, notified_on)
    _check_paper(application, kind, reference, evidence)
    if amount is not None and (wrong := amount.lacks()):
        raise Refused(beside("amount" if amount.unit == Unit.CLP else "quantity", wrong))
    event = FundEvent(
        application=application,
        kind=kind,
        happened_on=on,
        notified_on=notified_on,
        due_on=due_on,
        reference=reference.strip(),
        note=note.strip(),
        evidence=evidence,
        details=details or {},
        about=about,
        confirmation=confirmation,
        recorded_by=by,
        **(amount.columns() if amount is not None else {}),
    )
    event.full_clean(exclude=["application", "evidence", "about", "confirmation", "recorded_by"])
    event.save()
    moves.tell(by, "fund_told", on, application, subject=event, kind=str(kind))
    return event


def _check_days(application, on, notified_on):
    today, filing = calendars.today(), reading.standing_filing(application)
    since = calendars.local_day(filing.filed_at) if filing else application.opened_on
    if not since <= on <= today:
        raise Refused(beside("on", f"La fecha del acto va entre el {dmy(since)} y hoy."))
    if notified_on is not None and not on <= notified_on <= today:
        raise Refused(beside("notified_on", "La notificación va entre la fecha del acto y hoy."))


def _check_paper(application, kind, reference, evidence):
    if kind in WITH_DOCUMENT and evidence is None:
        raise Refused(beside("document_file", "Adjunte el documento que lo respalda."))
    if kind in ACTS and evidence is None and not reference.strip():
        raise Refused(beside("reference", "Escriba el acto (resolución, correo, publicación) o adjunte el documento."))
    place = reach.place_of(application)
    where = place.incubator_id if place is application.case else place.pk
    if evidence is not None and evidence.incubator_id != where:
        raise Refused(beside("document_file", "El documento es de otra incubadora: súbalo de nuevo aquí."))


def moved_by(application, event, verb, *, by, to=None):
    """The step that a fact brings, of the same day and act."""
    moves.move(application, verb, by=by, on=event.happened_on, to=to, event=event, reason=event.reference)
    return event


def _verb_of(kind):
    return next(verb for verb, asked in EVENT_OF.items() if asked == kind)


@transaction.atomic
def resolve(*, by, application, kind, on, place=None, **act):
    """Admissible, inadmissible, waiting list (with its place) or not awarded, as the agency's act says."""
    reach.require(by, Permission.FILE_FUNDS, application)
    if kind not in (K.ADMISSION, K.REJECTION, K.WAITLIST, K.REFUSAL):
        raise Refused("Ese hecho se anota en su propia página.")
    application, _ = held(application, by=by, kind=kind)
    if kind == K.REJECTION and not act.get("note", "").strip():
        raise Refused(beside("note", "Escriba por qué se declaró inadmisible."))
    details = {"place": place} if kind == K.WAITLIST and place else {}
    event = written(application, kind, by=by, on=on, details=details, **act)
    if kind == K.WAITLIST and application.state == S.WAITLISTED:
        return event  # another place in the same list
    return moved_by(application, event, _verb_of(kind), by=by)


@transaction.atomic
def observe(*, by, application, on, notified_on, items, days=None, due_on=None, **act):
    """The agency asks for something: its points, and the term in business days that run from the notice."""
    application, _ = held(application, by=by, kind=K.OBSERVATION)
    points = [point.strip() for point in items if point.strip()]
    if not points:
        raise Refused(beside("items", "Escriba qué pide el fondo, un punto por línea."))
    if days is not None:
        if not 1 <= days <= _MOST_DAYS:
            raise Refused(beside("days", f"El plazo va entre 1 y {_MOST_DAYS} días hábiles."))
        due_on = calendars.add_business_days(notified_on, days, closing_line.region_of(application))
    details = {"items": points} | ({"days": days} if days is not None else {})
    event = written(
        application, K.OBSERVATION, by=by, on=on, notified_on=notified_on, due_on=due_on, details=details, **act
    )
    if application.state in (S.SUBMITTED, S.ADMISSIBLE):
        return moved_by(application, event, V.OBSERVE, by=by)
    return event


@transaction.atomic
def answer(*, by, application, on, about, **act):
    """What was answered to an observation; with none left to answer it returns where it was."""
    application, facts = held(application, by=by, kind=K.OBSERVATION_ANSWER)
    asked = _open(facts, K.OBSERVATION_ANSWER, about)
    if on < asked.happened_on:
        when = dmy(asked.happened_on)
        raise Refused(beside("on", f"La observación es del {when}: la respuesta no puede ser anterior."))
    details = {"late": True} if asked.due_on is not None and on > asked.due_on else {}
    event = written(application, K.OBSERVATION_ANSWER, by=by, on=on, about=asked, details=details, **act)
    if application.state != S.OBSERVED or len(facts.open_ones(K.OBSERVATION_ANSWER)) > 1:
        return event
    back = next(step for step in reversed(reading.steps_of(application)) if step.verb == V.OBSERVE).from_state
    return moved_by(application, event, V.ANSWER, by=by, to=back)


def _open(facts, kind, about):
    """The fact that this one answers, among those that still wait."""
    found = next((row for row in facts.open_ones(kind) if row.pk == about.pk), None)
    if found is None:
        raise Refused(beside("about", "Eso ya no espera respuesta: revise la página."))
    return found


@transaction.atomic
def score(*, by, application, on, scores, total=None, **act):
    """The points of each criterion, by its key in the bases, and the total that the agency published."""
    application, _ = held(application, by=by, kind=K.SCORE)
    criteria = {row.key: row for row in bases_of(application.bases).criteria}
    given = {key: float(points) for key, points in scores.items() if points is not None}
    if set(given) - set(criteria):
        raise Refused("Ese criterio no está en las bases.")
    if not given and total is None:
        raise Refused("Escriba al menos un puntaje.")
    for key, points in given.items():
        if not 0 <= points <= criteria[key].maximum:
            most = f"{criteria[key].maximum:g}".replace(".", ",")
            raise Refused(f"«{criteria[key].name}»: el puntaje va entre 0 y {most}.")
    details = {"scores": given} | ({"total": float(total)} if total is not None else {})
    return written(application, K.SCORE, by=by, on=on, details=details, **act)


@transaction.atomic
def call_failed(*, by, application, on, hour, told_on, reference="", note="", evidence=None):
    """The agency's platform or office failed: the proof with its hour, and the notice that was sent to the agency.

    The closing does not move: only an act of the agency moves it.
    """
    application, _ = held(application, by=by, kind=K.CALL_FAILED)
    if not on <= told_on <= calendars.today():
        raise Refused(beside("told_on", "El aviso al fondo va entre el día de la falla y hoy."))
    details = {"hour": f"{hour:%H:%M}", "told_on": told_on.isoformat()}
    said = {"reference": reference, "note": note, "evidence": evidence}
    return written(application, K.CALL_FAILED, by=by, on=on, details=details, **said)


@transaction.atomic
def withdraw(*, by, application, on, at, why=Leaving.DECIDED, note="", reference="", evidence=None):
    """The group goes no further before there is an award; once every closing passed unsent, that is why."""
    permission = Permission.WRITE_FUNDS if application.state in BEFORE_FILING else Permission.FILE_FUNDS
    application, _ = held(application, by=by, kind=K.WITHDRAWAL, permission=permission)
    if application.state not in BEFORE_FILING:  # it may have been sent meanwhile
        reach.require(by, Permission.FILE_FUNDS, application)
    sent = reading.standing_filing(application)
    if sent is None and why == Leaving.DECIDED and closed_for(application, at):
        why = Leaving.NOT_SENT
    if why == Leaving.NOT_SENT and not (sent is None and closed_for(application, at)):
        raise Refused("El llamado todavía recibe, o la postulación ya se envió: elija otro motivo.")
    if sent is None and why == Leaving.DECIDED and not note.strip():
        raise Refused(beside("note", "Escriba por qué se desiste."))
    return withdrawn(application, why, by=by, on=on, reference=reference, note=note, evidence=evidence)


def withdrawn(application, why, *, by, on, **said):
    """The withdrawal of an application that is held: its fact with why, and the step that rests on it."""
    event = written(application, K.WITHDRAWAL, by=by, on=on, details={"why": str(why)}, **said)
    moves.move(application, V.WITHDRAW, by=by, on=on, event=event, reason=event.note or Leaving(why).label)
    return event


def closed_for(application, at):
    """Whether every closing that concerns the application passed at a moment."""
    closings = closing_line.closings_of(application, at)
    return bool(closings) and all(instant < at for _, instant in closings)
