"""What every step asks of its day, and of the words that explain it."""

from incubator import calendars
from incubator.requirements import Kind, requires


def _last_change(attempt):
    return attempt.subject.changes.order_by("-number").first()


@requires("El caso está en pausa: termine la pausa primero.", fix="pause")
def case_is_not_paused(attempt):
    """A pause blocks every verb but closing."""
    return not attempt.subject.pauses.filter(until__isnull=True).exists()


@requires("La fecha no puede ser posterior a hoy.", kind=Kind.INPUT, field="on")
def day_is_not_in_the_future(attempt):
    """What has not happened is not recorded."""
    return attempt.on <= calendars.today()


@requires("La fecha no puede ser anterior al paso anterior,", kind=Kind.INPUT, field="on")
def day_follows_the_last_change(attempt):
    """Steps are dated in the order lived."""
    last = _last_change(attempt)
    return (
        (True, "") if last is None or attempt.on >= last.effective_on else (False, f"del {last.effective_on:%d-%m-%Y}.")
    )


@requires("Escriba el motivo.", kind=Kind.INPUT, field="reason")
def reason_is_written(attempt):
    """A step back, or out, says why."""
    return bool(attempt.data.get("reason", "").strip())
