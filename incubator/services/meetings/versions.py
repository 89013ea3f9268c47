"""What each correction of a meeting changed, as a person reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from incubator.enums import AttendanceMark, Modality, SupportKind
from incubator.models import User


@dataclass(frozen=True)
class Former:
    """One correction: who, when, why, and what read differently before it (label, former text)."""

    number: int
    by: User
    at: datetime
    reason: str
    changed: list[tuple[str, str]]


def former_versions(meeting, now, *, organization_ids=None, beside=None):
    """What each correction changed, newest first. `now()` gives today's content, asked only when there was one.

    Attendance tells only of `organization_ids` (None: everyone's). `beside`: {name: (label, how to say it)} of what a
    room above keeps beside the meeting.
    """
    rows = list(meeting.versions.select_related("replaced_by").order_by("number"))
    if not rows:
        return []
    now = now()
    words = _words(rows, now) | (beside or {})
    found = []
    for row, after in zip(rows, [*(row.content for row in rows[1:]), now], strict=True):
        before, after = (_within(content, organization_ids) for content in (row.content, after))
        changed = [
            (label, say(before[name]) if before.get(name) not in (None, "", []) else "nada")
            for name, (label, say) in words.items()
            if before.get(name) != after.get(name)
        ]
        found.append(Former(row.number, row.replaced_by, row.replaced_at, row.reason, changed))
    return found[::-1]


def _within(content, organization_ids):
    if organization_ids is None or "attendance" not in content:
        return content
    return {**content, "attendance": [row for row in content["attendance"] if row[1] in organization_ids]}


def _words(rows, now) -> dict[str, tuple[str, Callable]]:
    ids = {content.get("conducted_by") for content in [*(row.content for row in rows), now]}
    people = dict(User.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "full_name"))
    return {
        "held_on": ("Fecha", _day),
        "starts_at": ("Desde", _hour),
        "ends_at": ("Hasta", _hour),
        "modality": ("Modalidad", lambda value: Modality(value).label),
        "place": ("Lugar", str),
        "topic": ("Tema", str),
        "notes": ("Notas", str),
        "next_on": ("Próxima reunión", _day),
        "conducted_by": ("A cargo", lambda value: people.get(value, "otra persona")),
        "supports": ("Apoyos", _supports),
        "commitments": ("Acuerdos", lambda value: "; ".join(row[0] for row in value)),
        "evidence": ("Archivos", lambda value: "1 archivo" if len(value) == 1 else f"{len(value)} archivos"),
        "attendance": ("Asistencia", _marks),
    }


def _day(value):
    return "-".join(reversed(value.split("-")))


def _hour(value):
    return value[:5]


def _supports(rows):
    return ", ".join(f"{SupportKind(row[0]).label}: {row[1]} pedidos, {row[2]} entregados" for row in rows)


def _marks(rows):
    counts = [(AttendanceMark(mark).label.lower(), sum(row[2] == mark for row in rows)) for mark in AttendanceMark]
    return ", ".join(f"{count} {label}" for label, count in counts if count)
