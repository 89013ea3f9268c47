"""How many urgent things wait for somebody: the badge that every page carries, counted again when something changed.

Counting asks every listed cause, which costs more than most pages. Whatever a person does leaves a row in the journal:
while its last row is the same, so is the count. A process keeps it a few minutes at most, for what time alone brings
and for a row that another transaction wrote before and showed after.
"""

import time

from incubator.causes import sources
from incubator.causes.agenda import Agenda
from incubator.models import JournalEntry

#: For how long a count is believed, in seconds.
FRESH_SECONDS = 180
_MOST = 2_000  # people of one process
_kept: dict[int, tuple] = {}


def urgent(user, on) -> int:
    """How many urgent things of listed causes this user answers for. One query while nothing is written."""
    last = JournalEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
    known = _kept.get(user.pk)
    if known is None or known[:2] != (on, last) or time.monotonic() - known[2] > FRESH_SECONDS:
        if len(_kept) >= _MOST:
            _kept.clear()
        known = _kept[user.pk] = (on, last, time.monotonic(), _count(user, on))
    return known[3]


def forget():
    """Another database begins."""
    _kept.clear()


def _count(user, on):
    seen = Agenda(user, on, everyone=True, tones=("urgent",))
    if not any(total for _, total in sources.first(seen.anything, 1)):
        return 0
    mine = Agenda(user, on, tones=("urgent",))
    return sum(total for _, total in sources.first(mine.sources, 1))
