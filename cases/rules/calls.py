"""From the census to the ranking: what the call and its evaluation ask (docs/reference/stages.md)."""

from cases.models import Application
from cases.rules import selection
from cases.rules.call_days import waits_until
from cases.rules.programme import parameters
from incubator.requirements import Kind, requires


def latest_application(case, on):
    """The newest application of the case recorded for a day not after `on`, or None."""
    rows = Application.objects.filter(case=case, happened_on__lte=on).select_related("call__incubator")
    return rows.order_by("-happened_on", "-id").first()


def _application(attempt):
    return attempt.once(latest_application, attempt.subject, attempt.on)


def _sheets(attempt):
    application = _application(attempt)
    return attempt.once(selection.sheets_of_one, application, attempt.on) if application else None


def _in_its_call(application):
    return application.call.opens_on <= application.happened_on <= application.call.closes_on


@requires(
    "Falta anotar la postulación a una convocatoria abierta.", done="La postulación está anotada.", fix="application"
)
def application_was_received(attempt):
    """An application dated while its call was open, with somebody to contact."""
    application = _application(attempt)
    return application is not None and _in_its_call(application)


@requires("Faltan personas interesadas.", done="Hay personas suficientes interesadas.", fix="application")
def enough_people_are_interested(attempt):
    """The minimum of interested people: what the call says, or the programme's."""
    application = _application(attempt)
    own = application.call.minimum_interested if application else None
    minimum = parameters(attempt).minimum_interested if own is None else own
    count = application.interested if application else 0
    return count >= minimum, f"Hay {count} de {minimum}."


@requires(
    "Falta informar a cada persona nombrada para qué se usan sus datos.",
    done="Cada persona fue informada.",
    fix="application",
)
def people_were_informed(attempt):
    """Each named person was told (Ley 19.628, art. 14 ter)."""
    application = _application(attempt)
    return application is not None and application.informed_on is not None and application.informed_on <= attempt.on


@requires(
    "Falta que quienes evalúan declaren que no tienen conflicto de interés.",
    done="Quienes evalúan declararon que no tienen conflicto de interés.",
    fix="evaluation",
)
def evaluators_declared(attempt):
    """As many evaluators as the call asks have declared no conflict, and so opened their sheets."""
    sheets = _sheets(attempt)
    if sheets is None:
        return False
    count = sum(sheet.happened_on <= attempt.on for sheet in sheets.sheets)
    return count >= sheets.wanted, f"Van {count} de {sheets.wanted}."


@requires("Falta completar la evaluación.", done="La evaluación está completa.", fix="evaluation")
def rubric_is_complete(attempt):
    """Every sheet filed: as many as the call asks, and the third of a wide difference."""
    sheets = _sheets(attempt)
    if sheets is None:
        return False
    count = sum(sheet.completed_on <= attempt.on for sheet in sheets.filed)
    third = " Las pautas difieren mucho: falta una tercera." if sheets.needs_third else ""
    return sheets.is_complete and count >= sheets.needed, f"Van {count} de {sheets.needed} pautas.{third}"


@requires("Falta fijar el orden de la convocatoria.", done="El grupo tiene su lugar en el orden.", fix="ranking")
def application_has_rank(attempt):
    """The coordinator put the call in order."""
    application = _application(attempt)
    if application is None or application.rank is None:
        return False
    return True, f"Lugar {application.rank}."


@requires("No quedan cupos en la convocatoria: déjelo en lista de espera.", done="Queda cupo en la convocatoria.")
def seat_is_left(attempt):
    """The call's seats, of which each group it took in uses one."""
    application = _application(attempt)
    if application is None:
        return True  # another reason says so
    taken, seats = selection.seats_taken(application.call), application.call.seats
    return taken < seats, f"Van {taken} de {seats}."


@requires("La lista de la convocatoria ya venció: ciérrelo o vuelva a postularlo.")
def list_is_in_force(attempt):
    """Nobody is admitted from a call after its waiting list ran out."""
    application = _application(attempt)
    return application is None or attempt.on <= waits_until(application.call)


@requires("Hay grupos con mejor lugar: diga por qué se salta el orden.", kind=Kind.INPUT, field="skip_reason")
def order_is_followed(attempt):
    """The order is followed, or the reason for skipping it is written and kept."""
    application = _application(attempt)
    if application is None or application.rank is None or attempt.data.get("skip_reason", "").strip():
        return True
    ahead = selection.ahead_of(application)
    return not ahead, f"Va primero {ahead[0].case.organization.name}, lugar {ahead[0].rank}." if ahead else ""


@requires(
    "Falta anotar la postulación a una convocatoria nueva que esté abierta.",
    done="La nueva postulación está anotada.",
    fix="application",
)
def a_newer_application_was_received(attempt):
    """From the waiting list: an application to a call other than the one it waited in."""
    waiting = attempt.subject.changes.order_by("-number").first()
    application = _application(attempt)
    return application is not None and application.happened_on >= waiting.effective_on and _in_its_call(application)
