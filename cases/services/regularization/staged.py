"""What the steps of a case bring about in its regularization: it opens, is watched, or goes back to the diagnosis."""

from cases.law import pack_on
from cases.law.versions import NoPackError, packs
from cases.models import RegularizationFile
from cases.regularization import reading
from cases.regularization.life import RegularState, RegularVerb
from cases.services.regularization import moves
from incubator.requirements import Refused

S, V = RegularState, RegularVerb


def opened(change):
    """The case entered its regularization: the file there is goes back to the diagnosis, or one opens."""
    file = reading.file_of(change.case)
    if file is None or file.closed_on is not None:
        return RegularizationFile.objects.create(
            case=change.case, opened_on=change.effective_on, pack=pack_code(change.effective_on)
        )
    if file.state in (S.REGULARIZED, S.WATCHED):
        moves.move(file, V.LAPSE, by=change.by, on=_day(file, change), reason=change.reason)
    return file


def finished(change):
    """The case goes on to operation: the file is watched. One that was found in order had nothing to plan."""
    file = reading.file_of(change.case)
    if file is None:
        return
    if file.state == S.DIAGNOSIS:
        moves.move(file, V.IN_ORDER, by=change.by, on=_day(file, change))
    if file.state == S.REGULARIZED:
        moves.move(file, V.WATCH, by=change.by, on=_day(file, change))


def finish_taken_back(change):
    """The step that finished it was corrected."""
    file = reading.file_of(change.case)
    if file is not None and file.state == S.WATCHED:
        moves.move(file, V.UNWATCH, by=change.by, on=_day(file, change))


def opening_taken_back(change, corrected):
    """The step that opened it, or sent it back, was corrected: what it opened goes, when nothing was written in it."""
    file = reading.file_of(change.case)
    since = list(file.changes.filter(recorded_at__gte=corrected.recorded_at)) if file else []
    if any(step.verb == V.LAPSE for step in since):
        if since[-1].verb != V.LAPSE:
            raise Refused("El saneamiento ya siguió desde el diagnóstico: ese paso no se puede corregir.")
        moves.move(file, V.UNLAPSE, by=change.by, on=_day(file, change))
        return
    born = RegularizationFile.objects.filter(case=change.case, opened_on=corrected.effective_on)
    if born.filter(items__isnull=False).exists():
        raise Refused("El expediente de saneamiento ya tiene puntos anotados: ese paso no se puede corregir.")
    born.filter(changes__isnull=True).delete()


def pack_code(day):
    """The rules of a day; the first ones that are known, before."""
    try:
        return pack_on(day).code
    except NoPackError:
        return packs()[0].code


def _day(file, change):
    last = file.changes.order_by("-number").values_list("effective_on", flat=True).first()
    return max(change.effective_on, last) if last else change.effective_on
