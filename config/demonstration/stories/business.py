"""What a group lives from: its canvas and its plan with numbers, what it sells, what backs it, and what it confirms."""

from datetime import date, datetime, time

from cases.enums import CanvasBlock, CheckKind, ConfirmationSubject, CostKind, MarketKind, Moment, PlanSection
from cases.models import Case, Measurement
from cases.services import facts
from cases.services.business import canvases, confirmations, indicators, market, plans
from incubator import calendars
from incubator.enums import EvidenceKind

_CANVAS = {
    CanvasBlock.OFFER: "Cojines, bolsos y ropa de cama cosidos a mano.",
    CanvasBlock.CUSTOMERS: "Familias de Quillota y los hostales del valle.",
    CanvasBlock.CHANNELS: "La feria del sábado y los encargos por teléfono.",
    CanvasBlock.INCOME: "Lo que se vende y los arreglos de ropa.",
    CanvasBlock.COSTS: "Género, hilo, luz y el flete a la feria.",
}
_MORE = {
    CanvasBlock.PARTNERS: "La junta de vecinos presta la sede los martes.",
    CanvasBlock.INCLUSION: "Mesas a la altura de las sillas de ruedas y turnos de media jornada.",
}
_PLAN = {
    PlanSection.SUMMARY: "Un taller que cose por encargo y vende en ferias, con turnos que cada persona elige.",
    PlanSection.MARKET: "Compran las familias y los hostales. Hay otros dos talleres, que no hacen arreglos.",
    PlanSection.WORK: "Dos personas cortan, cuatro cosen y una atiende los pedidos.",
    PlanSection.SUPPORTS: "Instrucciones con dibujos y pausas cada hora.",
    PlanSection.RISKS: "Si falla una máquina, el taller vecino presta la suya.",
}
_PRODUCTS = (
    {"name": "Cojín bordado", "unit": "unidad", "price": 9_000, "unit_cost": 3_500, "monthly_units": 60},
    {"name": "Bolso de género", "unit": "unidad", "price": 12_000, "unit_cost": 4_800, "monthly_units": 45},
    {"name": "Arreglo de ropa", "unit": "prenda", "price": 4_000, "unit_cost": 500, "monthly_units": 80},
)
_COSTS = (
    {"kind": CostKind.MONTHLY, "name": "Luz, agua y teléfono", "amount": 65_000},
    {"kind": CostKind.MONTHLY, "name": "Flete a la feria", "amount": 40_000},
    {"kind": CostKind.ONCE, "name": "Dos máquinas de coser", "amount": 480_000},
)
_CHECKS = (
    {"kind": CheckKind.INTERVIEWS, "checked_on": date(2021, 6, 2), "asked": 24, "would_buy": 15,
     "learned": "Prefieren pagar en dos partes."},
    {"kind": CheckKind.TEST_SALE, "checked_on": date(2021, 6, 5), "asked": 40, "would_buy": 11,
     "learned": "Los bolsos se vendieron primero."},
)  # fmt: skip
#: What the group that already trades sold: (day, kind, with whom, what, more).
_TRADED = (
    (date(2021, 6, 2), MarketKind.SALE, "Un jardín infantil", "Colaciones de una semana", {"amount": 185_000}),
    (date(2021, 6, 5), MarketKind.FAIR, "Feria de las Artes de Quillota", "Puesto de un día", {"amount": 92_000}),
    (
        date(2021, 6, 7),
        MarketKind.CONTRACT,
        "Empresa embotelladora inventada",
        "Colaciones del casino, por un año",
        {"amount": 9_600_000, "ends_on": date(2022, 6, 6), "alternative_compliance": True},
    ),
    (date(2021, 6, 12), MarketKind.FAIR, "Feria campesina de La Cruz", "Puesto de dos días", {"amount": 148_000}),
)


def tell(life):
    """Quillota: one group defines its business, another already trades; their baselines are certified."""
    life.at(date(2021, 5, 20), 16, lambda: _certify(life))
    for day, blocks in ((date(2021, 4, 20), _CANVAS), (date(2021, 5, 18), _CANVAS | _MORE)):
        life.at(day, 17, lambda blocks=blocks: _draw(life, "Raíces del Aconcagua", blocks))
    life.at(date(2021, 6, 7), 16, lambda: _write(life, "Raíces del Aconcagua"))
    life.at(date(2021, 6, 9), 16, lambda: _present(life, "Raíces del Aconcagua"))
    life.at(date(2021, 6, 14), 12, lambda: _approve(life, "Raíces del Aconcagua"))
    for row in _TRADED:
        life.at(row[0], 19, lambda row=row: _trade(life, "Camino Compartido", *row))
    life.at(date(2021, 6, 7), 10, lambda: _hand_codes(life, "Camino Compartido"))
    life.at(date(2021, 6, 14), 16, lambda: _ask(life, "Camino Compartido"))


def draft(life):
    """Copiapó: a plan that two people write and nobody has presented yet."""
    life.at(date(2021, 6, 10), 16, lambda: _write(life, "Manos del Valle"))


def _case(life, name):
    rows = Case.objects.current().open().select_related("organization", "incubator")
    return rows.get(incubator=life.incubator, organization__name=name)


def _certify(life):
    """Somebody other than who wrote them looked at what backs the baselines; two are still to be certified."""
    rows = Measurement.objects.filter(case__incubator=life.incubator, moment=Moment.BASELINE).order_by("pk")
    for row in list(rows.select_related("case__organization", "case__incubator"))[:-2]:
        indicators.certify(by=life.team.development, measurement=row, on=calendars.today())


def _draw(life, name, blocks):
    case = _case(life, name)
    last = canvases.latest(case)
    canvases.save(
        by=life.team.advisor, case=case, on=calendars.today(), blocks=blocks, seen=last.version if last else 0
    )


def _write(life, name):
    """The adviser begins it and an officer goes on: both are its authors, so neither approves it."""
    plan = plans.start(by=life.team.advisor, case=_case(life, name), on=calendars.today())
    said = {"start_share": 40, "months_to_full": 6, "products": _PRODUCTS, "costs": _COSTS}
    summary = {PlanSection.SUMMARY: _PLAN[PlanSection.SUMMARY]}
    plan = plans.write(by=life.team.advisor, plan=plan, seen=plan.revision, sections=summary, **said)
    plans.write(by=life.team.disability, plan=plan, seen=plan.revision, sections=_PLAN, checks=_CHECKS, **said)


def _plan(life, name):
    return _case(life, name).businessplans.select_related("case__organization", "case__incubator").latest("version")


def _present(life, name):
    plans.present(by=life.team.disability, plan=_plan(life, name), on=calendars.today())


def _approve(life, name):
    facts.approve_plan(by=life.team.coordinator, plan=_plan(life, name), on=calendars.today())


def _trade(life, name, day, kind, counterpart, description, more):
    by = life.team.development
    proof = None
    if kind == MarketKind.CONTRACT:
        proof = life.keep(by, day, EvidenceKind.OTHER, "Contrato de servicios firmado")
    market.record(
        by=by, case=_case(life, name), on=day, kind=kind, counterpart=counterpart, description=description,
        evidence=proof, **more,
    )  # fmt: skip


def _hand_codes(life, name):
    case = _case(life, name)
    receives = case.organization.members_on(calendars.today()).first().person
    confirmations.hand_over(by=life.team.disability, case=case, on=calendars.today(), received_by=receives)


def _ask(life, name):
    """The officer of development asks: who printed the sheet may not."""
    confirmations.ask(
        by=life.team.development,
        case=_case(life, name),
        subject=ConfirmationSubject.MEASUREMENT,
        statement="El grupo confirma que en junio de 2021 vendió en dos ferias y firmó un contrato de colaciones.",
        now=datetime.combine(calendars.today(), time(16), calendars.ZONE),
    )
