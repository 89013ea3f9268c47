"""The days of the journey in a personal calendar: legal deadlines with their warnings, and the sessions agreed."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from cases.enums import LegalEventKind, Stage
from cases.law import clocks
from cases.models import Case, LegalEvent, SessionCase
from incubator import calendars, feeds

#: Sessions agreed for farther ahead are not told yet.
AHEAD = timedelta(days=180)
_ACTS = {
    LegalEventKind.REGISTRY_ENTRY: ("registry", "el plazo legal de inscripción"),
    LegalEventKind.PUBLICATION: ("gazette", "el plazo legal de publicación"),
}
#: Those of a deed that cures, from its own day.
_CURING = {
    LegalEventKind.CURE_ENTRY: ("cure.registry", "el plazo para inscribir el saneamiento"),
    LegalEventKind.CURE_PUBLICATION: ("cure.gazette", "el plazo para publicar el saneamiento"),
}


def legal_deadlines(asked):
    """Each clock that runs in a case this user answers for, however far its end, and its warnings still to come."""
    mine = Case.objects.visible_to(asked.user).filter(asked.team.mine(asked.user), stage=Stage.FORMALIZATION)
    acts = LegalEvent.objects.in_force().filter(case__in=mine).select_related("case__incubator")
    for start, kinds in ((LegalEventKind.DEED, _ACTS), (LegalEventKind.CURE_DEED, _CURING)):
        for kind, (key, words) in kinds.items():
            done = LegalEvent.objects.filter(file=OuterRef("file"), kind=kind, happened_on__gte=OuterRef("happened_on"))
            newer = LegalEvent.objects.filter(file=OuterRef("file"), kind=start, pk__gt=OuterRef("pk"))
            for act in acts.filter(~Exists(done), ~Exists(newer), kind=start).order_by("pk"):
                yield from _days(f"clock:{kind.value}:{act.case_id}", key, words, act, asked.on)


def _days(key, clock, words, act, on):
    """The last day of a clock, and its warnings that did not pass yet, each on a working day."""
    region = act.case.incubator.commune_id[:2]
    term = clocks.term(key=clock, starts_on=act.happened_on, working=calendars.calendar(), region=region)
    yield feeds.Day(key, term.due_on, act.case.code, f"Vence {words}")
    for days, day in term.reminders:
        if day >= on:
            left = "Falta 1 día para" if days == 1 else f"Faltan {days} días para"
            yield feeds.Day(f"{key}:{days}", day, act.case.code, f"{left} {words}")


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
