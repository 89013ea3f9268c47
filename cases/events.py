"""The days of the journey in a personal calendar: legal deadlines, from the deed on, and the sessions agreed."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from cases import clocks
from cases.enums import LegalEventKind, Stage
from cases.models import Case, LegalEvent, SessionCase
from incubator import feeds

#: Sessions agreed for farther ahead are not told yet.
AHEAD = timedelta(days=180)
_ACTS = {
    LegalEventKind.REGISTRY_ENTRY: "Vence el plazo legal de inscripción",
    LegalEventKind.PUBLICATION: "Vence el plazo legal de publicación",
}


def legal_deadlines(asked):
    """Each clock that runs in a case this user answers for, however far its end."""
    mine = Case.objects.visible_to(asked.user).filter(asked.team.mine(asked.user), stage=Stage.FORMALIZATION)
    deeds = LegalEvent.objects.filter(case__in=mine, kind=LegalEventKind.DEED).select_related("case__incubator")
    for kind, words in _ACTS.items():
        done = LegalEvent.objects.filter(case=OuterRef("case"), kind=kind)
        for deed in deeds.filter(~Exists(done)).order_by("pk"):
            ends = clocks.registration_deadline(deed.happened_on)
            yield feeds.Day(f"clock:{kind.value}:{deed.case_id}", ends, deed.case.code, words)


def sessions_agreed(asked):
    """The next date agreed at the last sessions of the cases this user answers for."""
    mine = Case.objects.visible_to(asked.user).open().filter(asked.team.mine(asked.user))
    parts = SessionCase.objects.valid().filter(
        case__in=mine, session__meeting__next_on__range=(asked.on, asked.on + AHEAD)
    )
    rows = parts.select_related("case__incubator", "session__meeting").order_by("case_id", "-pk")
    for part in rows.distinct("case_id"):
        yield feeds.Day(
            f"session:{part.case_id}:{part.session.meeting.next_on:%Y%m%d}",
            part.session.meeting.next_on,
            part.case.code,
            "Sesión acordada",
        )


feeds.add("legal_deadlines", legal_deadlines)
feeds.add("sessions_agreed", sessions_agreed)
