"""The list of calls as SQL: how each stands on a day, and what may be asked of the list."""

from dataclasses import dataclass

from django.db.models import DateField, DateTimeField, Exists, F, OuterRef, Q, Subquery
from django.db.models.fields.json import KT

from cases.funding.calls import reading as calls_reading
from cases.funding.words import InterestKind
from cases.models import BasesVersion, CallInterest, Case, FundingCall
from incubator.access import Permission
from incubator.text import fold

#: How a call stands: what its chip says. A draft is of whoever enters calls.
STANDINGS = {
    "abiertos": "Abiertos",
    "proximos": "Por abrir",
    "cerrados": "Cerrados",
    "borradores": "Por comprobar",
}


@dataclass(frozen=True)
class Asked:
    """What was asked of the list; blank asks nothing."""

    standing: str = "abiertos"
    agency: str = ""
    applicant: str = ""
    region: str = ""
    text: str = ""
    mine: bool = False


def standing(user, on, at):
    """The calls within reach with the version, opening and closings that count on a day."""
    newest = calls_reading.offered(FundingCall.objects.filter(pk=OuterRef("pk")), on).values("bases_id")[:1]
    rows = FundingCall.objects.visible_to(user).select_related("agency", "incubator")
    rows = rows.annotate(bases_id=Subquery(newest))
    version = BasesVersion.objects.filter(pk=OuterRef("bases_id"))
    return rows.annotate(
        opens_on=Subquery(version.values("opens_on")[:1], output_field=DateField()),
        first_closes_at=Subquery(version.values("first_closes_at")[:1], output_field=DateTimeField()),
        last_closes_at=Subquery(version.values("last_closes_at")[:1], output_field=DateTimeField()),
    )


def of_standing(rows, which, on, at):
    """The calls that are open, to open, closed, or not offered yet, the most pressing first."""
    drafts = Exists(BasesVersion.objects.filter(call=OuterRef("pk"), checked_on__isnull=True))
    coming = Q(opens_on__gt=on)
    if which == "borradores":
        return rows.filter(drafts, withdrawn_on__isnull=True).order_by("-entered_at", "-pk")
    rows = rows.filter(bases_id__isnull=False)
    if which == "proximos":
        return rows.filter(coming, last_closes_at__gte=at).order_by("opens_on", "pk")
    if which == "cerrados":
        return rows.filter(last_closes_at__lt=at).order_by("-last_closes_at", "pk")
    return (
        rows.exclude(coming)
        .filter(Q(last_closes_at__gte=at) | Q(last_closes_at=None))
        .order_by(F("last_closes_at").asc(nulls_last=True), "pk")
    )


def narrowed(rows, asked: Asked, user):
    """The calls that answer what was asked."""
    if asked.agency.isdigit():
        rows = rows.filter(agency=int(asked.agency))
    version = BasesVersion.objects.filter(pk=OuterRef("bases_id"))
    if asked.applicant:
        fits = Q(content__applicants__contains=[asked.applicant]) | Q(content__applicants__isnull=True)
        rows = rows.filter(Exists(version.filter(fits)))
    if asked.region:
        fits = Q(content__regions__contains=[asked.region]) | Q(content__regions__isnull=True)
        rows = rows.filter(Exists(version.filter(fits)))
    if asked.mine:
        rows = rows.filter(Exists(interested(user, OuterRef("pk"))))
    for word in asked.text.split()[:5]:
        rows = rows.filter(_speaks_of(word))
    return rows


def _speaks_of(word):
    """A word in the names of the call or in what its bases summarise, however its accents are written."""
    named = Q()
    for name in ("programme", "line", "agency__name", "agency__short_name"):
        named |= Q(**{f"{name}__icontains": word}) | Q(**{f"{name}__icontains": fold(word)})
    says = BasesVersion.objects.filter(pk=OuterRef("bases_id")).annotate(said=KT("content__summary"))
    return named | Q(Exists(says.filter(said__icontains=word)))


def interested(user, call):
    """The last word of the user's groups on a call, when it is that it interests them."""
    mine = Case.objects.visible_to(user, Permission.VIEW_FUNDS).order_by().values("pk")
    newer = CallInterest.objects.filter(case=OuterRef("case"), call=OuterRef("call")).filter(
        Q(happened_on__gt=OuterRef("happened_on")) | Q(happened_on=OuterRef("happened_on"), pk__gt=OuterRef("pk"))
    )
    rows = CallInterest.objects.filter(call=call, case__in=mine, kind=InterestKind.INTERESTED)
    return rows.filter(~Exists(newer))
