"""From the census to the ranking: what the call and its evaluation ask (docs/reference/stages.md)."""

from cases.models import Application, Evaluation
from cases.rules.programme import parameters
from incubator.requirements import requires


def latest_application(case, on):
    """The newest application of the case recorded for a day not after `on`, or None."""
    rows = Application.objects.filter(case=case, happened_on__lte=on).select_related("call")
    return rows.order_by("-happened_on", "-id").first()


def _in_its_call(application):
    return application.call.opens_on <= application.happened_on <= application.call.closes_on


@requires(
    "Falta anotar la postulación a una convocatoria abierta.", done="La postulación está anotada.", fix="application"
)
def application_was_received(attempt):
    """An application dated while its call was open, with somebody to contact."""
    application = latest_application(attempt.subject, attempt.on)
    return application is not None and _in_its_call(application)


@requires("Faltan personas interesadas.", done="Hay personas suficientes interesadas.", fix="application")
def enough_people_are_interested(attempt):
    """The programme's minimum of interested people."""
    application, minimum = latest_application(attempt.subject, attempt.on), parameters(attempt).minimum_interested
    count = application.interested if application else 0
    return count >= minimum, f"Hay {count} de {minimum}."


@requires(
    "Falta informar a cada persona nombrada para qué se usan sus datos.",
    done="Cada persona fue informada.",
    fix="application",
)
def people_were_informed(attempt):
    """Each named person was told (Ley 19.628, art. 14 ter)."""
    application = latest_application(attempt.subject, attempt.on)
    return application is not None and application.informed_on is not None and application.informed_on <= attempt.on


@requires(
    "Falta que quienes evalúan declaren que no tienen conflicto de interés.",
    done="Quienes evalúan declararon que no tienen conflicto de interés.",
    fix="evaluation",
)
def evaluators_declared(attempt):
    """As many evaluators as the agreement asks have declared."""
    wanted = parameters(attempt).evaluators
    count = Evaluation.objects.filter(case=attempt.subject, happened_on__lte=attempt.on).count()
    return count >= wanted, f"Van {count} de {wanted}."


@requires("Falta completar la pauta de evaluación.", done="La pauta está completa.", fix="evaluation")
def rubric_is_complete(attempt):
    """As many complete sheets as the agreement asks."""
    wanted = parameters(attempt).evaluators
    count = Evaluation.objects.filter(case=attempt.subject, completed_on__lte=attempt.on).count()
    return count >= wanted, f"Van {count} de {wanted}."


@requires(
    "Falta el lugar del grupo en el orden de la convocatoria.", done="El grupo tiene su lugar.", fix="application"
)
def application_has_rank(attempt):
    """The application was ranked."""
    application = latest_application(attempt.subject, attempt.on)
    return application is not None and application.rank is not None


@requires(
    "Falta anotar la postulación a una convocatoria nueva que esté abierta.",
    done="La nueva postulación está anotada.",
    fix="application",
)
def a_newer_application_was_received(attempt):
    """From the waiting list: an application to a call other than the one it waited in."""
    waiting = attempt.subject.changes.order_by("-number").first()
    application = latest_application(attempt.subject, attempt.on)
    return application is not None and application.happened_on >= waiting.effective_on and _in_its_call(application)
