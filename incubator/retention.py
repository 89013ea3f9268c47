"""What is not kept for ever: expiries by kind, and the redaction of one person's history. The retention role alone.

A room that keeps something for a time writes `expiries.py` with:

    from incubator import retention
    retention.add("submission", retention.Expiry("Postulaciones no recibidas", erase))

`erase(term, on, at)` erases what is past its term that day and answers how many. The term (days, from when, legal
basis) is a dated row of RetentionTerm; config/history_rights.py says what the role may do to each table.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from incubator import calendars
from incubator.models import ChainEntry, Redaction, RetentionTerm
from incubator.models.past import MARKS, TRACKED
from incubator.registries import Registry

HISTORY = "history"


@dataclass(frozen=True)
class Expiry:
    """How one kind is erased: its Spanish name and the function of (term, on, at) that erases and counts."""

    title: str
    erase: Callable[[RetentionTerm, date, datetime], int]


class _Expiries(Registry[tuple[str, Expiry]]):
    """The expiries with the kind each one answers for."""

    def add(self, name, thing):
        return super().add(name, (name, thing))


_expiries = _Expiries("expiries")
add = _expiries.add

#: What is redacted of each record of hers: True is every value; otherwise the fields. Ids and marks stay.
_OF_HER: dict[str, tuple[str, bool | tuple[str, ...]]] = {
    "incubator.person": ("pgh_obj", True),
    "incubator.sensitiveprofile": ("person", True),
    "incubator.supportneed": ("person", True),
    "incubator.supportgiven": ("person", ("kind",)),
    "incubator.membership": ("person", ("leave_reason", "leave_note")),
}
_STAYS = frozenset({*MARKS, "id", "person", "organization", "meeting", "incubator"})


def expire(on: date, at: datetime) -> Iterable[tuple[str, int]]:
    """Erase, kind by kind, what is past its term that day; each that erased something leaves its own row."""
    terms = {term.kind: term for term in RetentionTerm.objects.in_force(on)}
    for kind, expiry in _expiries:
        if kind not in terms:
            continue
        with transaction.atomic():
            count = expiry.erase(terms[kind], on, at)
            if count:
                _say_why(kind, terms[kind].legal_basis, "plazo de conservación cumplido", None, 0, on, at)
        yield expiry.title, count


@transaction.atomic
def redact(*, person_id: int, basis: str, act: str, on: date, at: datetime) -> Redaction:
    """Take one person's values out of the history: values and salts go, digests, ids and marks stay."""
    found = {label: _rows_of(label, person_id) for label in _OF_HER}
    total = sum(len(ids) for ids in found.values())
    redaction = _say_why(HISTORY, basis, act, person_id, total, on, at)
    for label, ids in found.items():
        _empty(label, ids)
        entries = ChainEntry.objects.filter(source=_source(label), row_id__in=ids)
        entries.update(salt=None, redaction=redaction)
    _remember(redaction)
    return redaction


def replay(at: datetime) -> int:
    """After a restore: the redactions that the backup did not know are made again, as they were ordered."""
    known = set(Redaction.objects.filter(kind=HISTORY).values_list("person_id", "act"))
    again = [row for row in _remembered() if (row["person_id"], row["act"]) not in known]
    for row in again:
        redact(**{**row, "on": date.fromisoformat(row["on"])}, at=at)
    return len(again)


def _rows_of(label, person_id):
    way, _ = _OF_HER[label]
    return list(TRACKED[label].past._default_manager.filter(**{way: person_id}).values_list("pk", flat=True))


def _empty(label, ids):
    past, (_, fields) = TRACKED[label].past, _OF_HER[label]
    names = [name for name in TRACKED[label].fields if name not in _STAYS] if fields is True else fields
    past._default_manager.filter(pk__in=ids).update(**dict.fromkeys(names))


def _source(label):
    table = TRACKED[label].past._meta.db_table
    return f"{'sensitive' if table.startswith('sensitive_') else 'public'}.{table}"


def _say_why(kind, basis, act, person_id, rows, on, at):
    return Redaction.objects.create(
        kind=kind, basis=basis, act=act, person_id=person_id, rows=rows, done_on=on, recorded_at=at
    )


def _file() -> Path:
    """Outside the database and its backups, so that no restore forgets it: ids, basis and act, never a value."""
    return Path(settings.MINGA_REDACTIONS)


def _remember(redaction):
    row = {"person_id": redaction.person_id, "basis": redaction.basis, "act": redaction.act}
    row["on"] = calendars.local_day(redaction.recorded_at).isoformat()
    if row not in _remembered():
        _file().parent.mkdir(parents=True, exist_ok=True)
        with _file().open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _remembered() -> list[dict]:
    if not _file().exists():
        return []
    return [json.loads(line) for line in _file().read_text("utf-8").splitlines() if line.strip()]
