"""What the causes of the funds share: the applications within reach, whose they are, and how one is told.

An application that stayed with an institution is its keeper's, and is told by itself (fund_kept): its case is not hers.
"""

from datetime import timedelta

from django.db.models import Q

from cases.causes.desk import each, page_of
from cases.funding.life import BEFORE_FILING
from cases.models import Case, FundApplication
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.navigation import address

#: Days before a day at which something is told again, and from which it burns (JOURNEY §5, «Funds»).
MARKS = (30, 15, 7, 3, 1)
FIRST, SECOND, BURNS = MARKS[:3]


def applications(asked):
    """The applications of the cases within reach, those that stayed with an institution apart."""
    rows = FundApplication.objects.visible_to(asked.user)
    return rows.filter(stays_with__isnull=True, case__annulled_at__isnull=True)


def unsent(asked):
    """Those that have not left the house."""
    return applications(asked).filter(state__in=BEFORE_FILING, case__in=open_cases(asked).order_by().values("pk"))


def open_cases(asked):
    """The open cases whose funds this user reads."""
    return Case.objects.visible_to(asked.user, Permission.VIEW_FUNDS).open()


def whose(asked, path=""):
    """The applications that this user answers for: under her name (or of somebody she stands in for), else by case."""
    named = Q(**{f"{path}keeper__in": asked.team.covers(asked.user)})
    return named | Q(**{f"{path}keeper__isnull": True}) & asked.team.mine(asked.user, f"{path}case__")


def nearing(asked, rows, day, make, *, stem, tones=("urgent", "waits", "info"), **more):
    """A listing for each tone of what comes: within 7 days, 15 and 30; each of them is told again."""
    since = asked.on - timedelta(days=1)
    for tone, until in zip(tones, (BURNS, SECOND, FIRST), strict=False):
        last = asked.on + timedelta(days=until)
        part = rows.filter(**{f"{day}__gt": since, f"{day}__lte": last})
        since = last
        yield Listing(part, make, tone, about="case__", due=day, stem=f"{stem}_{until}", **more)


def overdue(asked, rows, day, make, *, tone="urgent", **more):
    """What passed its day."""
    return Listing(rows.filter(**{f"{day}__lt": asked.on}), make, tone, about="case__", due=day, **more)


def funds(asked):
    """The applications of the cases about to be told, by id. One query for all the causes."""
    kept = asked.kept.setdefault("funds", {"cases": set(), "found": {}})
    missing = asked.wanted - kept["cases"]
    if missing:
        rows = FundApplication.objects.visible_to(asked.user).filter(case_id__in=missing).select_related("call__agency")
        kept["found"].update({row.pk: row for row in rows})
        kept["cases"] |= missing
    return kept["found"]


def told(asked, rows):
    """(row, case, application) of the rows about to be told."""
    found = funds(asked)
    return [(row, case, found[row.subject]) for row, case in each(asked, rows) if row.subject in found]


def left(on, day):
    """«hoy», «mañana», «en 5 días»; of a day that passed, «hace 2 días»."""
    days = (day - on).days
    if days in (0, 1):
        return ("hoy", "mañana")[days]
    return f"en {days} días" if days > 0 else f"hace {-days} {'día' if days == -1 else 'días'}"


def task(row, case, fund, sentence, detail, action, page="application_summary"):
    """How a cause of an application is told."""
    url = address(page, fund.pk) or address("application_summary", fund.pk)
    return Task(
        key=row.key,
        sentence=sentence,
        detail=detail,
        url=url or page_of(case),
        action=action,
        about=f"de {case.organization.name}, {fund.call.programme}",
        code=case.code,
        needs=Permission.VIEW_FUNDS,
        responsible_ids=frozenset({fund.keeper_id} - {None}),
    )
