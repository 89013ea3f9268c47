"""What changed in sealed months: a recount of them today, less what their snapshots say. Moments are never compared."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple

from django.utils import timezone

from incubator.models import Meeting, MeetingVersion
from reports.figures.records import Line, LineChange, Monthly, Move, MoveChange


def known_lines(sealed: Sequence[Monthly]) -> dict[int, Line]:
    """Meetings as the sealed months left them, adjustments included; from the oldest month to the newest."""
    months = {figures.identity.period for figures in sealed}
    found: dict[int, Line] = {}
    for figures in sealed:
        for change in figures.line_changes:
            if change.after is None:
                found.pop(change.before.id, None)
            else:
                found[change.after.id] = change.after
        found |= {line.id: line for line in figures.lines}
    return {key: line for key, line in found.items() if line.held_on[:7] in months}


def known_moves(sealed: Sequence[Monthly]) -> set[Move]:
    """Steps as the sealed months left them, adjustments included."""
    found: set[Move] = set()
    for figures in sealed:
        found |= {change.move for change in figures.move_changes if change.added}
        found -= {change.move for change in figures.move_changes if not change.added}
        found |= set(figures.moves)
    return found


def line_changes(known: dict[int, Line], recount: dict[int, Line]) -> tuple[LineChange, ...]:
    """Each meeting that reads otherwise, before and after, with what happened and why."""
    pairs = [(known.get(key), recount.get(key)) for key in known.keys() | recount.keys()]
    pairs = [(before, after) for before, after in pairs if _measures(before) != _measures(after)]
    reasons = _Reasons([(before or after).id for before, after in pairs])
    pairs.sort(key=lambda pair: ((pair[0] or pair[1]).held_on, (pair[0] or pair[1]).id))
    return tuple(LineChange(before, after, *reasons.of(before, after)) for before, after in pairs)


def move_changes(known: Iterable[Move], recount: Iterable[Move]) -> tuple[MoveChange, ...]:
    """Each step that was added or is no longer there."""
    known, recount = set(known), set(recount)
    changes = [(move, True) for move in recount - known] + [(move, False) for move in known - recount]
    changes.sort(key=lambda change: (*astuple(change[0]), change[1]))
    return tuple(MoveChange(move, added) for move, added in changes)


_MEASURES = (
    *("kind", "held_on", "advisor", "minutes", "validated"),
    *("called", "attended", "parts", "supports", "cohort"),
)


def _measures(line: Line | None):
    """What the report counts of a meeting: a new name or proof is no adjustment."""
    if line is None:
        return None
    return tuple(getattr(line, name) for name in _MEASURES)


class _Reasons:
    """Why meetings read otherwise, from their own rows."""

    def __init__(self, ids):
        self.meetings = Meeting.objects.in_bulk(ids)
        versions = MeetingVersion.objects.filter(meeting_id__in=ids).order_by("meeting_id", "number")
        self.corrections = {version.meeting_id: version.reason for version in versions}

    def of(self, before: Line | None, after: Line | None) -> tuple[str, str]:
        """What happened and why, as the table prints them."""
        meeting = self.meetings.get((before or after).id)
        correction = self.corrections.get(meeting.pk, "") if meeting else ""
        if before is None:
            return "Se agregó tarde", correction or f"Registrada el {_day(meeting.logged_at)}"
        if after is None:
            if meeting is not None and meeting.voided_at:
                return "Se anuló", meeting.void_reason
            return "Pasó a otra fecha o convenio", correction
        return _difference(before, after), correction or _validation(meeting, before, after)


def _validation(meeting, before, after) -> str:
    if after.validated and not before.validated:
        return f"Validada el {_day(meeting.validated_at)}"
    return ""


def _difference(before: Line, after: Line) -> str:
    """The first thing, in order of weight, in which a meeting differs."""
    if (before.minutes, before.parts) != (after.minutes, after.parts):
        return "Se corrigieron las horas"
    for name, words in [
        ("validated", "Se validó después" if after.validated else "Perdió la validación"),
        ("held_on", "Se corrigió la fecha"),
        ("kind", "Se corrigió el tipo"),
        ("supports", "Se corrigieron los apoyos"),
        ("attended", "Se corrigió la asistencia"),
        ("called", "Se corrigió la asistencia"),
        ("advisor", "Cambió quién la condujo"),
    ]:
        if getattr(before, name) != getattr(after, name):
            return words
    return "Se corrigió el curso"


def _day(moment) -> str:
    return f"{timezone.localtime(moment):%d-%m-%Y}"
