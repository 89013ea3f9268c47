"""A legal file as people read it: its acts, how it stands before the law, its steps, and what may be recorded now."""

from cases import lineage
from cases.formalization import cure_reading
from cases.formalization.cure_life import ACTS as CURE_ACTS
from cases.formalization.cure_life import CureState
from cases.formalization.life import (
    AFTER_DEED,
    BEFORE_DEED,
    ENDED,
    MOVED_BY,
    MOVES,
    ONCE,
    REFORM,
    LegalEventKind,
    LegalState,
)
from cases.law import clocks, formalization, pack_by_code
from cases.law.answers import Outcome
from cases.law.versions import packs
from cases.models import ActContent, Cure, LegalEvent, LegalFile
from incubator import calendars
from incubator.enums import LegalStatus

#: What begins only when the cooperative exists.
_ONLY_CONSTITUTED = (LegalEventKind.TAX_START, LegalEventKind.ACTIVITY)
#: Acts that end a cooperative that had been constituted.
_ENDS = (LegalEventKind.CURE_JUDGMENT, LegalEventKind.DISSOLUTION)
#: Acts that begin a cure where nobody opened one.
BEGINS = (LegalEventKind.CURE_NOTICE, LegalEventKind.CURE_MEETING, LegalEventKind.CURE_DEED)


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
    return standing_of_acts(events, on, Cure.objects.filter(act__file=file).order_by("pk"), region)


def standing_of_acts(events, on, cures, region=None, readings=None):
    """The same, from the acts, their last readings (asked for when not given) and the cures of their deed."""
    cures = [cure for cure in cures if cure.state != CureState.ENDED]
    current = cures[-1].pk if cures else None
    told = [event for event in events if event.cure_id is None or event.cure_id == current]
    if readings is None:
        rows = ActContent.objects.filter(event__in=[event.pk for event in told]).order_by("pk")
        readings = dict(rows.values_list("event_id", "items"))
    return formalization.standing(
        acts=[(event.kind, event.happened_on) for event in told],
        on=on,
        working=calendars.working.calendar(),
        region=region,
        read_in={event.kind: readings.get(event.pk, {}) for event in told},
        cured={key for cure in cures for key in cure.defects} if cures else None,
    )


def daes_term(event):
    """Until when observations of the DAES are answered when their letter does not say: a parameter, to verify."""
    region = event.case.incubator.commune_id[:2]
    working = calendars.working.calendar()
    return clocks.term(key="observation.answer", starts_on=event.happened_on, working=working, region=region)


def latest_standing(file, events):
    """What the law says with every act recorded so far, on the day of the last one."""
    return standing_of(file, events, max(event.happened_on for event in events))


def status_of(file, standing) -> LegalStatus:
    """The legal status of the organization that the file's own dated acts say."""
    ends = set(file.events.filter(kind__in=_ENDS).values_list("kind", flat=True))
    if LegalEventKind.DISSOLUTION in ends:
        return LegalStatus.DISSOLVED
    if file.state == LegalState.VOID or ends:
        return LegalStatus.VOID
    if file.state in BEFORE_DEED or file.state == LegalState.ABANDONED:
        return LegalStatus.DE_FACTO
    if standing.outcome == Outcome.VOID_CURABLE:
        return LegalStatus.VOID_CURABLE
    known = file.state != LegalState.DEEDED and standing.outcome == Outcome.VALID
    return LegalStatus.VALID if known else LegalStatus.IN_CONSTITUTION


def recordable(file, events) -> list[LegalEventKind]:
    """The acts that may be recorded now, in the order they are lived."""
    if file is None or file.closed_on is not None or file.state in ENDED:
        return []
    done = {event.kind for event in events}
    mending = _mending(file, events)
    return [
        kind
        for kind in LegalEventKind
        if kind not in REFORM
        and not (kind in ONCE and kind in done)
        and (kind in mending if kind in CURE_ACTS else _fits(kind, file))
    ]


def _fits(kind, file):
    if kind in MOVED_BY:
        return file.state in MOVES[MOVED_BY[kind]].sources
    if kind in _ONLY_CONSTITUTED:
        return file.state not in (*BEFORE_DEED, LegalState.DEEDED)
    return file.state not in BEFORE_DEED if kind in AFTER_DEED else True


def running_cure(file):
    """The cure of its deed that runs, or None."""
    rows = Cure.objects.running().filter(act__file=file).select_related("act__file", "case__incubator")
    return rows.first()


def _mending(file, events):
    """The acts of a cure that fit now: those of the one that runs, or those that begin one."""
    if file.state in BEFORE_DEED:
        return ()
    cure = running_cure(file)
    if cure is not None:
        return cure_reading.recordable(cure, [event for event in events if event.cure_id == cure.pk])
    return BEGINS if latest_standing(file, events).outcome == Outcome.VOID_CURABLE else ()
