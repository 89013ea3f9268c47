"""The chain of what only grows: its head, its next block, and whether anything in it was altered.

Digests, salts and comparisons are made by functions of the database; this only asks (docs/adr/0010).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction

from incubator.models import Block, Redaction


@dataclass(frozen=True)
class Altered:
    """Rows that no longer say what the chain saw: the table, the block and their ids."""

    block: int
    source: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Verdict:
    """What a check of the whole chain found."""

    intact: int = 0
    redacted: Counter[str] = field(default_factory=Counter)
    altered: tuple[Altered, ...] = ()
    pending: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing was altered."""
        return not self.altered

    @property
    def sentence(self) -> str:
        """«120 anotaciones íntegras · 3 redactadas por … · 0 alteradas»."""
        parts = [_counted(self.intact, "anotación íntegra", "anotaciones íntegras")]
        parts += [
            f"{_counted(count, 'redactada', 'redactadas')} por {act}" for act, count in sorted(self.redacted.items())
        ]
        altered = sum(len(one.rows) for one in self.altered)
        return " · ".join([*parts, _counted(altered, "alterada", "alteradas")])


def head() -> Block | None:
    """The last block: its digest holds everything before it."""
    return Block.objects.order_by("-number").first()


@transaction.atomic
def extend(at: datetime) -> int:
    """Take every row that is in no block yet. Answers the number of the new block, or 0 when there was nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select public.chain_extend(%s)", [at])
        return cursor.fetchone()[0]


def verify() -> Verdict:
    """Compare each row of each block with its digest, and each block with the one before."""
    with connection.cursor() as cursor:
        cursor.execute("select link, origin, intact, redacted, altered from public.chain_verify() order by 1, 2")
        rows = cursor.fetchall()
        cursor.execute("select public.chain_pending()")
        pending = cursor.fetchone()[0]
    altered = tuple(Altered(link, origin, tuple(ids)) for link, origin, _, _, ids in rows if ids)
    return Verdict(sum(row[2] for row in rows), _redacted(sum(row[3] for row in rows)), altered, pending)


def _redacted(total: int) -> Counter[str]:
    """The redacted ones, by the act that ordered it; those that no act explains come under «otros actos»."""
    if not total:
        return Counter()
    by_act: Counter[str] = Counter()
    for act, rows in Redaction.objects.exclude(rows=0).order_by("pk").values_list("act", "rows"):
        by_act[act] += rows
    told = sum(by_act.values())
    if told < total:
        by_act["otros actos"] = total - told
    return by_act


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
