"""What an application waits for and until which day, as SQL: lists, causes and guards ask these and no others."""

from datetime import timedelta

from django.db.models import BooleanField, DateField, Exists, F, Func, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models import Case as Either
from django.db.models.functions import Coalesce, TruncDate

from cases.funding.calls import reading as calls_reading
from cases.funding.life import BEFORE_FILING, GRANTED, UNDER_WAY, FundEventKind, FundState
from cases.funding.words import InterestKind
from cases.models import CallInterest, FundApplication, FundEvent, FundFiling

K, S = FundEventKind, FundState


def days_after(on, days):
    """A day some days later."""
    return on + timedelta(days=days)


def live():
    """The facts that nobody set aside as a mistake."""
    aside = FundEvent.objects.filter(about=OuterRef("pk"), kind=K.CORRECTION.value)
    return FundEvent.objects.exclude(kind=K.CORRECTION).filter(~Exists(aside))


def _of(*kinds):
    """The live facts of some kinds of the outer application, the newest first."""
    rows = live().filter(application=OuterRef("pk"), kind__in=[kind.value for kind in kinds])
    return rows.order_by("-happened_on", "-pk")


def term(*kinds):
    """The day that the newest fact of these kinds gives; nothing when it gives none."""
    return Subquery(_of(*kinds).values("due_on")[:1], output_field=DateField())


def last_term(*kinds):
    """The day of the newest fact of these kinds that gives one."""
    return Subquery(_of(*kinds).filter(due_on__isnull=False).values("due_on")[:1], output_field=DateField())


def newest(*kinds):
    """Which of these kinds is the newest fact."""
    return Subquery(_of(*kinds).values("kind")[:1])


def _sum(kind):
    rows = live().filter(application=OuterRef("pk"), kind=kind.value).order_by().values("application")
    return Coalesce(Subquery(rows.annotate(total=Sum("amount")).values("total")), Value(0))


def with_refund(applications):
    """The applications that owe money: `owed` pesos (0 when the act says no amount in pesos), until `refund_on`.

    Without an amount, it is owed until something is paid back.
    """
    asked = live().filter(application=OuterRef("pk"), kind=K.REFUND_DUE.value)
    rows = applications.annotate(refund_asked=_sum(K.REFUND_DUE), refund_paid=_sum(K.REFUND))
    rows = rows.annotate(owed=F("refund_asked") - F("refund_paid"), refund_on=last_term(K.REFUND_DUE))
    unsaid = Q(refund_asked=0) & ~Exists(live().filter(application=OuterRef("pk"), kind=K.REFUND.value))
    return rows.filter(Exists(asked)).filter(Q(owed__gt=0) | unsaid)


def owing(applications=None):
    """Ids of the applications with a refund due."""
    rows = FundApplication.objects.all() if applications is None else applications
    return with_refund(rows).order_by().values("pk")


def in_course(applications):
    """Those that the agency holds or pays for, and those that owe it money: money that somebody signed for."""
    states = [state.value for state in UNDER_WAY]
    sent = Exists(FundFiling.objects.filter(application=OuterRef("pk")))  # another filing of it is being prepared
    drafts = [state.value for state in BEFORE_FILING]
    return applications.filter(Q(state__in=states) | Q(pk__in=owing()) | Q(sent, state__in=drafts))


def granted(applications):
    """Those awarded and not accounted for yet, and those with a refund due."""
    states = [state.value for state in GRANTED]
    return applications.filter(Q(state__in=states) | Q(pk__in=owing()))


# ------------------------------------------------------------------------------------------------- calls and closings


def in_force(on, call="call"):
    """The bases in force of the outer record's call on a day."""
    return calls_reading.checked(on).filter(call=OuterRef(call)).order_by("-number")


def closing(on, call="call"):
    """The next closing of a call from a day on; its last one when all passed."""
    ahead = When(first_closes_at__date__gte=on, then="first_closes_at")
    rows = in_force(on, call).annotate(next=Either(ahead, default="last_closes_at"))
    return Subquery(rows.values("next")[:1])


def with_closing(rows, on, call="call"):
    """The rows with `closes_at` and, as people count days, `closes_on`."""
    return rows.annotate(closes_at=closing(on, call)).annotate(closes_on=TruncDate("closes_at"))


def with_questions(rows, on, call="call"):
    """The rows with the last moment to ask the agency something."""
    asked = Subquery(in_force(on, call).values("questions_until")[:1])
    return rows.annotate(asks_at=asked).annotate(asks_on=TruncDate("asks_at"))


def interested(cases):
    """The last word of these cases on calls, when it is that they are interested and nobody applied yet."""
    newer = CallInterest.objects.filter(case=OuterRef("case"), call=OuterRef("call")).filter(
        Q(happened_on__gt=OuterRef("happened_on")) | Q(happened_on=OuterRef("happened_on"), pk__gt=OuterRef("pk"))
    )
    begun = FundApplication.objects.filter(case=OuterRef("case"), call=OuterRef("call"))
    rows = CallInterest.objects.filter(case__in=cases.order_by().values("pk"), kind=InterestKind.INTERESTED)
    return rows.filter(~Exists(newer), ~Exists(begun), call__withdrawn_on__isnull=True)


class RunsOut(Func):
    """Whether bases ask for a kind of paper that will not count on a day (cases_paper_runs_out of migration 0025)."""

    function = "public.cases_paper_runs_out"
    arity = 5
    output_field = BooleanField()
