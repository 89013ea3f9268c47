"""What a group reads before it confirms: exact sentences, composed from what is recorded, kept word by word."""

from cases.enums import ConfirmationSubject, Moment
from incubator.templatetags.minga import dmy, integer, money


def statement(subject, case):
    """(text, id of what it is about), or None when there is nothing to confirm yet."""
    return _SAY[ConfirmationSubject(subject)](case)


def _graduation(case):
    return (
        f"El grupo del caso {case.code} decide terminar su paso por la incubadora y seguir por su cuenta. "
        "Después de su egreso la incubadora preguntará cómo va a los 6, 12 y 24 meses.",
        None,
    )


def _plan(case):
    plan = case.businessplans.filter(is_draft=False).order_by("-version").first()
    if plan is None:
        return None
    return (
        f"El grupo del caso {case.code} leyó la versión {plan.version} de su plan de negocio, presentada el "
        f"{dmy(plan.happened_on)}, y está de acuerdo con ella.",
        plan.pk,
    )


def _measurement(case):
    row = case.measurements.order_by("-happened_on", "-pk").first()
    if row is None:
        return None
    figures = [
        row.monthly_income is not None and f"{money(row.monthly_income)} de ingreso del grupo al mes",
        row.people_with_income is not None and f"{integer(row.people_with_income)} personas con ingreso",
        row.jobs is not None and f"{integer(row.jobs)} puestos de trabajo",
        row.weekly_hours is not None and f"{integer(row.weekly_hours)} horas de trabajo a la semana",
    ]
    said = ", ".join(filter(None, figures))
    return (
        f"El grupo del caso {case.code} declara estos indicadores al {dmy(row.happened_on)} "
        f"({Moment(row.moment).label.lower()}): {said}.",
        row.pk,
    )


_SAY = {
    ConfirmationSubject.GRADUATION: _graduation,
    ConfirmationSubject.PLAN: _plan,
    ConfirmationSubject.MEASUREMENT: _measurement,
    #: A group may have several: each is asked from its own page (cases.funding.form.confirming).
    ConfirmationSubject.FUND_APPLICATION: lambda case: None,
    ConfirmationSubject.FUND_APPEAL: lambda case: None,
    ConfirmationSubject.FUND_RENUNCIATION: lambda case: None,
    ConfirmationSubject.FUND_CUT: lambda case: None,
}
