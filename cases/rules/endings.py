"""How a case ends, and how an ending or a step recorded by mistake is undone."""

from datetime import date, timedelta

from cases.enums import CloseReason, ConfirmationSubject, Moment, Stage, Verb
from cases.journey import CORRECTABLE
from cases.models import Case, GroupConfirmation, Measurement
from cases.rules.built_on import built_since
from cases.rules.operation import deadline_is_near, next_legal_deadline
from incubator import calendars
from incubator.requirements import Kind, requires

#: A mistake may be undone within these days of being recorded.
UNDO_DAYS = 7
#: What «sin contacto» means: so many attempts, on so many channels.
ATTEMPTS, CHANNELS = 3, 2
#: The reasons a person may give when closing; the others come with a decline, a merge, a split or its reversal.
CHOSEN_REASONS = tuple(
    reason
    for reason in CloseReason
    if reason not in (CloseReason.NOT_ADMITTED, CloseReason.MERGED, CloseReason.SPLIT, CloseReason.REVERTED)
)


def last_change(case):
    """The last step of a case."""
    return case.changes.order_by("-number").first()


def by_operation(change):
    """Whether a step belongs to a merge, a split or its reversal, which have their own way back."""
    return bool(change.data.get("operation"))


@requires("Faltan los indicadores de salida.", done="Los indicadores de salida están certificados.", fix="measurement")
def final_indicators_are_measured(attempt):
    """Exit indicators measured by that day, and certified by somebody other than who entered them."""
    exits = Measurement.objects.filter(case=attempt.subject, moment=Moment.EXIT, happened_on__lte=attempt.on)
    certified = list(exits.values_list("certified_on", flat=True))
    if any(day is not None and day <= attempt.on for day in certified):
        return True
    return False, "Están anotados: falta que otra persona los certifique." if certified else ""


@requires("Falta que el grupo confirme su egreso.", done="El grupo confirmó su egreso.", fix="confirmation")
def group_confirms(attempt):
    """A signed sheet of the group, or one of its codes."""
    return GroupConfirmation.objects.filter(
        case=attempt.subject, subject=ConfirmationSubject.GRADUATION, happened_on__lte=attempt.on
    ).exists()


@requires("Un plazo legal vence dentro de 30 días: resuélvalo antes.", done="Ningún plazo legal está por vencer.")
def no_legal_deadline_is_near(attempt):
    """No legal clock runs out within thirty days."""
    return not deadline_is_near(attempt.subject, attempt.on)


@requires("Diga a dónde se derivó al grupo.", kind=Kind.INPUT, field="referred_to")
def referral_is_named(attempt):
    """Nobody is sent away without knowing where to turn."""
    return bool(attempt.data.get("referred_to", "").strip())


@requires("Cite la cláusula de la convocatoria que no cumple.", kind=Kind.INPUT, field="clause")
def clause_is_named(attempt):
    """Inadmissible, from CALL, cites its clause."""
    return attempt.subject.stage != Stage.CALL or bool(attempt.data.get("clause", "").strip())


@requires("Elija por qué se cierra el caso.", kind=Kind.INPUT, field="close_reason")
def close_reason_is_given(attempt):
    """One of the reasons a person may give."""
    return attempt.data.get("close_reason") in CHOSEN_REASONS


@requires("Para cerrar sin contacto faltan intentos.", fix="contact")
def contact_was_tried(attempt):
    """Three attempts on two channels since the last time somebody answered."""
    if attempt.data.get("close_reason") != CloseReason.NO_CONTACT:
        return True
    contacts = attempt.subject.organization.contacts.filter(made_on__lte=attempt.on)
    answered = contacts.filter(reached=True).order_by("-made_on").values_list("made_on", flat=True).first()
    tries = contacts.filter(reached=False, made_on__gt=answered or date.min)
    channels = tries.order_by().values("channel").distinct().count()
    count = tries.count()
    return count >= ATTEMPTS and channels >= CHANNELS, (
        f"Hay {count} por {channels} medios; se piden {ATTEMPTS} por {CHANNELS} medios."
    )


@requires("Hay un plazo legal corriendo: diga quién queda a cargo.", kind=Kind.INPUT, field="handed_to")
def deadlines_are_handed_over(attempt):
    """A running legal deadline is handed over by name."""
    return next_legal_deadline(attempt.subject, attempt.on) is None or bool(attempt.data.get("handed_to"))


def _recorded_this_week(attempt):
    last = last_change(attempt.subject)
    return last is not None and calendars.now() - last.recorded_at <= timedelta(days=UNDO_DAYS)


@requires("Un caso se reabre dentro de los 7 días de anotado el cierre.")
def was_closed_this_week(attempt):
    """Within a week of recording."""
    return _recorded_this_week(attempt)


@requires("Ese cierre no se reabre.")
def closing_can_be_undone(attempt):
    """A decline, a merge, a split and its reversal have their own ways back."""
    last = last_change(attempt.subject)
    if last is None or last.verb != Verb.CLOSE:
        return False, "Si no fue admitido, el grupo puede apelar o volver a postular."
    if by_operation(last):
        return False, "Se cerró por una unión o una división: esas se deshacen en su propia página."
    return True


@requires("El grupo ya tiene otro caso abierto.")
def no_other_open_case(attempt):
    """One open case per organization."""
    others = Case.objects.current().open().filter(organization=attempt.subject.organization_id)
    return not others.exclude(pk=attempt.subject.pk).exists()


@requires("Un paso se corrige dentro de los 7 días de anotado.")
def step_was_recorded_this_week(attempt):
    """Within a week of recording."""
    return _recorded_this_week(attempt)


@requires("El último paso no se corrige así.")
def step_can_be_corrected(attempt):
    """One step that a person took: not a birth, a correction, a closing (reopened) nor a merge (which is reverted)."""
    last = last_change(attempt.subject)
    return last is not None and last.verb in CORRECTABLE


@requires("Ya se anotó algo que se apoya en ese paso.")
def nothing_was_built_on_it(attempt):
    """What was recorded since, dated from the step on, is built on it; its own consequences end with it."""
    last = last_change(attempt.subject)
    found = built_since(attempt.subject, last) if last else []
    return not found, f"Hay: {', '.join(found)}." if found else ""
