"""What the journey shows on «Mi día»: the incubator at a glance with what changed this week, and the legal clocks."""

from collections import Counter

from django.db.models import Count, Sum, Window
from django.urls import reverse

from cases import deadlines, reading, transfer_pages
from cases.enums import OPEN, Stage, Verb
from cases.models import Case, StageChange
from incubator import panels
from incubator.access import Permission, scope_of
from incubator.models import Meeting

#: How many groups the week's sentence names before it only counts them.
_NAMED = 3
#: How many legal clocks it shows.
_CLOCKS = 6
_SHORT = {Stage.BUSINESS: "Negocio", Stage.WAITING: "En espera", Stage.OPERATION: "Gestión"}


def _strip(user, on):
    """Open groups by stage, and the week in a sentence; None for whoever sees no group."""
    counts = Counter(dict(Case.objects.visible_to(user).open().order_by().values_list("stage").annotate(n=Count("pk"))))
    if not counts:
        return None
    stages = [_bar(stage, counts[stage]) for stage in OPEN if counts[stage] or stage != Stage.WAITING]
    return {"stages": stages, "most": max(counts.values()), "total": sum(counts.values()), "week": _week(user, on)}


def _bar(stage, count):
    url = f"{reverse('group_list')}?etapa={stage}"
    return {"label": _SHORT.get(stage, stage.label), "name": stage.label, "count": count, "url": url}


def _week(user, on):
    """Who moved in these seven days, how many groups are new, and the hours of accompaniment."""
    first = reading.week_before(on)
    rows = StageChange.objects.filter(case__in=Case.objects.visible_to(user), effective_on__range=(first, on))
    moves = rows.exclude(verb__in=(Verb.CORRECT, Verb.RECORD)).annotate(in_all=Window(Count("*")))
    moved = list(moves.select_related("case__organization").order_by("effective_on", "pk")[:_NAMED])
    minutes = Meeting.objects.visible_to(user).valid().between(first, on).aggregate(total=Sum("minutes"))["total"] or 0
    return {
        "moved": moved,
        "more": moved[0].in_all - len(moved) if moved else 0,
        "new": rows.filter(verb=Verb.RECORD).count(),
        "hours": minutes / 60,
    }


def _clocks(user, on):
    """The legal clocks of the user's groups, the nearest first."""
    found, in_all = deadlines.nearest(Case.objects.visible_to(user), on, _CLOCKS)
    legal = scope_of(user, Permission.VIEW_LEGAL)
    pages = ["group_formalization" if legal.covers(one.case.organization) else "group_detail" for one in found]
    told = [(one, reverse(page, args=[one.case.organization_id])) for one, page in zip(found, pages, strict=True)]
    return {"clocks": told, "more": in_all - len(found)} if found else None


def _moved(user, on):
    """The hours a user keeps of groups that are now of another incubator."""
    count = transfer_pages.moved_meetings(user).count()
    return {"count": count} if count else None


panels.add("moved", panels.Panel("cases/transfers/_own.html", _moved, place="aside", order=60))
panels.offer("log_session", panels.Action("Registrar una sesión", "session_new", Permission.LOG_MEETINGS))
panels.add("strip", panels.Panel("cases/groups/_strip.html", _strip, place="main", order=20))
panels.add("clocks", panels.Panel("cases/groups/_clocks.html", _clocks, place="aside", order=10))
