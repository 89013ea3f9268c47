"""What was known of a legal file on a day, and what is known today of that same day.

Known then: what had been recorded by its midnight, with an act that was taken back later, and nothing that came after.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from cases.formalization.cure_life import CureState
from cases.formalization.life import LegalState, LegalVerb
from cases.formalization.reading import acts_of, standing_of, standing_of_acts
from cases.law.formalization import Standing
from cases.models import ActContent, Cure, CureChange, LegalEvent


@dataclass(frozen=True)
class Known:
    """How the file was on a day, as somebody knew it."""

    state: str
    standing: Standing

    @property
    def label(self) -> str:
        """Its state as a screen says it."""
        return LegalState(self.state).label


def end_of(day):
    """The first moment that is not that day any more, in Chile."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def as_known_then(file, day) -> Known:
    """As it was known on that day."""
    end = end_of(day)
    rows = LegalEvent.everything.filter(file=file, recorded_at__lt=end).select_related("removal").order_by("pk")
    acts = [act for act in rows if not (act.taken_back and act.removal.recorded_at < end)]
    readings = ActContent.objects.filter(event__in=[act.pk for act in acts], recorded_at__lt=end).order_by("pk")
    standing = standing_of_acts(
        acts,
        day,
        _cures_then(file, end),
        file.case.incubator.commune_id[:2],
        readings=dict(readings.values_list("event_id", "items")),
    )
    last = file.changes.filter(recorded_at__lt=end, effective_on__lte=day).order_by("-number").first()
    return Known(last.to_state if last else LegalState.DRAFTING, standing)


def as_known_today(file, day) -> Known:
    """As today it is known to have been on that day."""
    rows = list(file.changes.select_related("event", "brought_by").order_by("number"))
    stands = [row for row in rows if row.verb != LegalVerb.CORRECT and not _undone(row) and row.effective_on <= day]
    state = stands[-1].to_state if stands else LegalState.DRAFTING
    return Known(state, standing_of(file, acts_of(file), day))


def _undone(row):
    return row.event.taken_back or (row.brought_by is not None and row.brought_by.taken_back)


def _cures_then(file, end):
    """Its cures as they stood at a moment: those opened by then, with the state of their last change of then."""
    cures = list(Cure.objects.filter(act__file=file, recorded_at__lt=end).order_by("pk"))
    last = CureChange.objects.filter(cure__in=cures, recorded_at__lt=end).order_by("number")
    states = {change.cure_id: change.to_state for change in last}
    for cure in cures:
        cure.state = states.get(cure.pk, CureState.OPENED)
    return cures
