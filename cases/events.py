"""The days of the journey in a personal calendar: legal deadlines with their warnings, and the sessions agreed."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from cases import fund_days as _fund_days  # noqa: F401 (its days register themselves)
from cases.enums import LegalEventKind, Stage
from cases.formalization.cure_life import CureState
from cases.law import clocks
from cases.models import Case, DutyDone, LegalEvent, RegularizationFile, RegularizationItem, SessionCase
from cases.regularization import duties
from cases.regularization.life import RegularState
from incubator import calendars, feeds

#: Sessions agreed for farther ahead are not told yet.
AHEAD = timedelta(days=180)
#: Duties of the year are told farther: a year and its notices.
DUTIES_AHEAD = timedelta(days=365)
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
    for kind, (key, words) in _ACTS.items():
        done = LegalEvent.objects.filter(file=OuterRef("file"), kind=kind)
        for act in acts.filter(~Exists(done), kind=LegalEventKind.DEED).order_by("pk"):
            yield from _days(f"clock:{kind.value}:{act.case_id}", key, words, act, asked.on)


def cure_deadlines(asked):
    """The sixty days of each deed that cures, of a new cooperative or an old one, until each act is recorded."""
    mine = Case.objects.visible_to(asked.user).open().filter(asked.team.mine(asked.user))
    deeds = LegalEvent.objects.filter(case__in=mine, kind=LegalEventKind.CURE_DEED, cure__state=CureState.DEEDED)
    newer = LegalEvent.objects.filter(cure=OuterRef("cure"), kind=LegalEventKind.CURE_DEED, pk__gt=OuterRef("pk"))
    deeds = deeds.filter(~Exists(newer)).select_related("case__incubator")
    for kind, (key, words) in _CURING.items():
        done = LegalEvent.objects.filter(cure=OuterRef("cure"), kind=kind, happened_on__gte=OuterRef("happened_on"))
        for act in deeds.filter(~Exists(done)).order_by("pk"):
            yield from _days(f"clock:{kind.value}:{act.case_id}", key, words, act, asked.on)


def tax_starts(asked):
    """Until when the SII is told that an activity began, with its warnings (Código Tributario, art. 68)."""
    mine = Case.objects.visible_to(asked.user).filter(asked.team.mine(asked.user), stage=Stage.FORMALIZATION)
    told = LegalEvent.objects.filter(file=OuterRef("file"), kind=LegalEventKind.TAX_START)
    rows = LegalEvent.objects.in_force().filter(case__in=mine, kind=LegalEventKind.ACTIVITY).filter(~Exists(told))
    for act in rows.select_related("case__incubator").order_by("pk"):
        region = act.case.incubator.commune_id[:2]
        term = clocks.tax_start(began_on=act.happened_on, working=calendars.calendar(), region=region)
        yield from _told(f"tax_start:{act.case_id}", term, "el aviso de inicio de actividades", act, asked.on)


def _days(key, clock, words, act, on):
    """The last day of a clock, and its warnings that did not pass yet, each on a working day."""
    region = act.case.incubator.commune_id[:2]
    term = clocks.term(key=clock, starts_on=act.happened_on, working=calendars.calendar(), region=region)
    yield from _told(key, term, words, act, on)


def _told(key, term, words, act, on):
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


def watched_duties(asked):
    """The duties of each year of the cooperatives that are watched, and what of them lapses, with notices to come."""
    mine = Case.objects.visible_to(asked.user).open().filter(asked.team.mine(asked.user))
    files = RegularizationFile.objects.filter(case__in=mine.order_by().values("pk"), state=RegularState.WATCHED)
    watched = [file.case for file in files.select_related("case__incubator").order_by("pk")]
    done = set(DutyDone.objects.filter(case__in=watched).values_list("case_id", "key", "year"))
    for key, year, day in duties.dated(asked.on, asked.on + DUTIES_AHEAD):
        for case in watched:
            if (case.pk, key, year) not in done:
                yield from _noticed(f"duty:{key}:{year}:{case.pk}", day, case, "un deber anual", asked.on)
    lapsing = RegularizationItem.objects.filter(file__in=files.values("pk"), valid_until__gte=asked.on)
    for item in lapsing.select_related("file__case__incubator").order_by("pk"):
        yield from _noticed(f"lapse:{item.pk}", item.valid_until, item.file.case, "algo del saneamiento", asked.on)


def _noticed(key, day, case, words, on):
    """The day itself, and 90, 60 and 30 days before it."""
    yield feeds.Day(key, day, case.code, f"Vence {words}")
    for days in duties.NOTICES:
        notice = day - timedelta(days=days)
        if notice >= on:
            yield feeds.Day(f"{key}:{days}", notice, case.code, f"Faltan {days} días para que venza {words}")


feeds.add("legal_deadlines", legal_deadlines)
feeds.add("cure_deadlines", cure_deadlines)
feeds.add("tax_starts", tax_starts)
feeds.add("watched_duties", watched_duties)
feeds.add("sessions_agreed", sessions_agreed)
