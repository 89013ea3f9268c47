"""A legal file as people read it: its acts, how it stands before the law, its steps, and what may be recorded now."""

from cases import lineage
from cases.law import formalization, pack_by_code
from cases.law.answers import Outcome
from cases.law.versions import packs
from cases.legal_life import (
    AFTER_DEED,
    BEFORE_DEED,
    CURE,
    ENDED,
    MOVED_BY,
    MOVES,
    ONCE,
    LegalEventKind,
    LegalState,
)
from cases.models import LegalEvent, LegalFile
from incubator import calendars
from incubator.enums import LegalStatus

#: What begins only when the cooperative exists.
_ONLY_CONSTITUTED = (LegalEventKind.TAX_START,)


def file_of(case):
    """The file of a case: the open one, its own or inherited, else the last one that ended."""
    return lineage.open_legal_file(case) or LegalFile.objects.filter(case=case).order_by("pk").last()


def pack_of(file):
    """The rules that the file keeps."""
    return pack_by_code(file.pack) if file.pack else packs()[-1]


def acts_of(file) -> list[LegalEvent]:
    """Its acts in the order recorded, with what a page shows of each. One query."""
    return list(file.events.select_related("recorded_by", "review__by").order_by("pk"))


def standing_of(file, events, on):
    """What the law says of it on a day."""
    region = file.case.incubator.commune_id[:2]
    acts = [(event.kind, event.happened_on) for event in events]
    return formalization.standing(acts=acts, on=on, working=calendars.working.calendar(), region=region)


def latest_standing(file, events):
    """What the law says with every act recorded so far, on the day of the last one."""
    return standing_of(file, events, max(event.happened_on for event in events))


def status_of(file, standing) -> LegalStatus:
    """The legal status of the organization that the file's own dated acts say."""
    if file.state == LegalState.VOID:
        return LegalStatus.VOID
    if file.state in BEFORE_DEED or file.state == LegalState.ABANDONED:
        return LegalStatus.DE_FACTO
    if file.state != LegalState.DEEDED:
        return LegalStatus.VALID
    return LegalStatus.VOID_CURABLE if standing.outcome == Outcome.VOID_CURABLE else LegalStatus.IN_CONSTITUTION


def recordable(file, events) -> list[LegalEventKind]:
    """The acts that may be recorded now, in the order they are lived."""
    if file is None or file.closed_on is not None or file.state in ENDED:
        return []
    done = {event.kind for event in events}
    return [kind for kind in LegalEventKind if not (kind in ONCE and kind in done) and _fits(kind, file, events, done)]


def _fits(kind, file, events, done):
    if kind in MOVED_BY:
        return file.state in MOVES[MOVED_BY[kind]].sources
    if kind in CURE:
        return file.state == LegalState.DEEDED and _curable(file, events) and _cure_began(kind, done)
    if kind in _ONLY_CONSTITUTED:
        return file.state not in (*BEFORE_DEED, LegalState.DEEDED)
    return file.state not in BEFORE_DEED if kind in AFTER_DEED else True


def _curable(file, events):
    return latest_standing(file, events).outcome == Outcome.VOID_CURABLE


def _cure_began(kind, done):
    return kind == LegalEventKind.CURE_DEED or LegalEventKind.CURE_DEED in done
