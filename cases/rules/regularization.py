"""What a cooperative shows to finish its regularization, and what sends it back."""

from cases.enums import ItemStatus, Risk
from cases.law.answers import Outcome
from cases.regularization import reading
from cases.regularization.life import RegularState
from incubator.requirements import requires


def _file(case):
    return reading.file_of(case)


def _items(case):
    file = reading.file_of(case)
    return reading.items_of(file) if file else []


def _seats(case, on):
    file = reading.file_of(case)
    return reading.seats_of(file, on) if file else reading.Seats(False, frozenset(), None)


@requires("Faltan puntos de alto riesgo por poner en orden.", done="Los puntos de alto riesgo cumplen.", fix="items")
def high_risk_items_are_met(attempt):
    """Every high-risk item meets, with evidence, still holds, and nothing filed for it waits."""
    items = [item for item in attempt.once(_items, attempt.subject) if item.risk == Risk.HIGH]
    pending = [item for item in items if not _holds(item, attempt.on)]
    said = f"Quedan {len(pending)} de {len(items)}." if items else "No hay puntos anotados."
    return bool(items) and not pending, said


@requires("Faltan los órganos vigentes de la cooperativa.", done="Los órganos están vigentes.", fix="items")
def bodies_are_in_force(attempt):
    """R05: the bodies the law asks of its size are in force (arts. 23-24), by the register of seats if there is one."""
    seats = attempt.once(_seats, attempt.subject, attempt.on)
    if seats.known:
        return seats.answer.outcome in (Outcome.MET, Outcome.WARNING), seats.answer.remedy
    return any(_holds(item, attempt.on) for item in attempt.once(_items, attempt.subject) if item.is_bodies)


@requires("Falta terminar el plan de saneamiento.", done="El saneamiento está terminado.", fix="items")
def regularization_is_over(attempt):
    """Everything of the plan was filed and met; or the diagnosis found nothing to plan."""
    file = attempt.once(_file, attempt.subject)
    if file is None:
        return False, "No hay un expediente de saneamiento."
    if file.state == RegularState.DIAGNOSIS:  # in order as it was found: the two rules before say what is missing
        return True
    return file.state == RegularState.REGULARIZED, f"Está en «{file.get_state_display()}»."


@requires("No hay nada vencido en el expediente de saneamiento.", done="Hay un hecho vencido.", fix="items")
def something_lapsed(attempt):
    """A dated fact lapsed, an item no longer meets, or the seats that the law asks ended."""
    items = attempt.once(_items, attempt.subject)
    if any(item.status == ItemStatus.DOES_NOT or reading.lapsed(item, attempt.on) for item in items):
        return True
    seats = attempt.once(_seats, attempt.subject, attempt.on)
    return seats.known and seats.answer.outcome == Outcome.NOT_MET


def _holds(item, on):
    if item.status == ItemStatus.NOT_APPLICABLE:
        return not item.is_bodies
    return reading.is_done(item, on)
