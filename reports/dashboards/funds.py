"""The funds on the dashboards: applications open and closing soon today; sent, awarded and paid in the months."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, Sum

from cases.funding.around import due
from cases.funding.life import BEFORE_FILING, ENDED, FundEventKind, FundState, FundVerb, standing
from cases.models import FundApplication, FundChange
from incubator.access import Permission, scope_of
from reports.dashboards.pieces import Period, Section
from reports.tables.base import Column, Row, Table
from reports.tables.funding import fraction

#: How many days ahead is «soon».
SOON = 15
_DECIDED = (FundState.INADMISSIBLE, FundState.NOT_AWARDED, FundState.AWARDED)
COLUMNS = (
    Column("Abiertas", "integer", "Postulaciones sin terminar, hoy"),
    Column("Por cerrar", "integer", f"Sin enviar, y su fondo cierra dentro de {SOON} días"),
    Column("Enviadas", "integer", "En los meses elegidos"),
    Column("Adjudicadas", meaning="De las decisiones de los fondos en los meses elegidos"),
    Column("Recibido", "money", "Cuotas recibidas en los meses elegidos, en pesos"),
)
NOTE = (
    "Por la fecha de cada acto. Cuenta donde está hoy el caso; la que se quedó con una municipalidad, en ella. "
    "Lo que un acto no dice en pesos no se suma."
)


@dataclass(frozen=True)
class Funds:
    """The figures of one place."""

    open: int = 0
    closing: int = 0
    filed: int = 0
    decided: int = 0
    awarded: int = 0
    received: int = 0

    @property
    def values(self):
        """As the columns say them."""
        return self.open, self.closing, self.filed, fraction(self.awarded, self.decided), self.received


def of_place(user, place, period: Period) -> Funds | None:
    """The figures of an incubator; nothing for whoever does not read its funds."""
    if place.pk not in scope_of(user, Permission.VIEW_FUNDS).incubator_ids:
        return None
    return _read([place.pk], period)[place.pk]


def by_place(user, agreement, ids, period: Period) -> dict[int, Funds] | None:
    """The same for each incubator of an agreement, of its calls; nothing for whoever does not read its funds."""
    if agreement.pk not in scope_of(user, Permission.VIEW_FUNDS).agreement_ids:
        return None
    return _read(ids, period, agreement)


def _read(ids, period: Period, agreement=None) -> dict[int, Funds]:
    """Four queries, whatever the places and the applications."""
    rows = FundApplication.objects.filter(case__annulled_at__isnull=True)
    if agreement is not None:
        rows = rows.filter(call__agreement=agreement)
    rows = rows.filter(Q(stays_with__isnull=True, case__incubator__in=ids) | Q(stays_with__in=ids))
    names = [one.name for one in fields(Funds)]
    found = {pk: dict.fromkeys(names, 0) for pk in ids}
    places = {}
    for pk, state, closes_on, case_in, stays in due.with_closing(rows, period.on).values_list(
        "pk", "state", "closes_on", "case__incubator", "stays_with"
    ):
        places[pk] = found[stays or case_in]
        places[pk]["open"] += state not in ENDED
        places[pk]["closing"] += state in BEFORE_FILING and _is_soon(closes_on, period.on)
    for pk, name, count in _steps(rows, period):
        places[pk][name] += count
    for pk, total in _received(rows, period):
        places[pk]["received"] += total or 0
    return {pk: Funds(**values) for pk, values in found.items()}


def _is_soon(day: date | None, on: date) -> bool:
    return day is not None and 0 <= (day - on).days <= SOON


def _steps(rows, period):
    """(application, figure, how many) of the steps of the months that nobody corrected."""
    undone = FundChange.objects.filter(application__in=rows.order_by().values("pk"), verb=FundVerb.CORRECT)
    corrected = undone.values("application")
    steps = FundChange.objects.filter(
        application__in=rows.order_by().values("pk"), effective_on__range=(period.first, period.on)
    )
    plain = steps.exclude(application__in=corrected).exclude(verb=FundVerb.KEEP).order_by()
    counted = plain.values("application").annotate(
        filed=Count("application", filter=Q(verb=FundVerb.SUBMIT), distinct=True),
        decided=Count("pk", filter=Q(to_state__in=_DECIDED)),
        awarded=Count("pk", filter=Q(to_state=FundState.AWARDED)),
    )
    for row in counted:
        yield from ((row["application"], name, row[name]) for name in ("filed", "decided", "awarded"))
    yield from _of_corrected(corrected, period)


def _of_corrected(ids, period):
    """The same of the few applications with a step that was taken back: read one by one, in one query."""
    rows = FundChange.objects.filter(application__in=ids).order_by("application", "number")
    for pk, changes in groupby(rows, key=lambda change: change.application_id):
        stand = [one for one in standing(changes) if period.first <= one.effective_on <= period.on]
        yield pk, "filed", int(any(one.verb == FundVerb.SUBMIT for one in stand))
        yield pk, "decided", sum(one.to_state in _DECIDED and one.verb != FundVerb.KEEP for one in stand)
        yield pk, "awarded", sum(one.to_state == FundState.AWARDED for one in stand)


def _received(rows, period):
    facts = due.live().filter(
        application__in=rows.order_by().values("pk"),
        kind=FundEventKind.INSTALMENT,
        happened_on__range=(period.first, period.on),
    )
    return facts.order_by().values_list("application").annotate(total=Sum("amount"))


def section(found: Funds) -> Section:
    """The section of one incubator."""
    table = Table(
        key="funds",
        caption="Postulaciones a fondos",
        sheet="Fondos",
        columns=(Column("Qué", share=60), Column("Cuánto", "integer", "Hoy, o en los meses elegidos")),
        rows=[
            Row(column.title, (f"{column.title}: {column.meaning[0].lower()}{column.meaning[1:]}", value))
            for column, value in zip(COLUMNS, found.values, strict=True)
        ],
    )
    return Section("fondos", "Fondos", [table], note=NOTE)
