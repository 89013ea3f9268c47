"""The funds of each municipality: what its groups asked for, what the agencies answered, and what they bought."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.funding.words import ApplicantKind, Channel, ReceiverKind
from config.demonstration.stories import funds_calls
from config.demonstration.stories.funds_news import News
from config.demonstration.stories.funds_writing import Bid

_A, _R = ApplicantKind, ReceiverKind


@dataclass(frozen=True)
class Script:
    """A bid, how far it was written, and what came of it: (day, step of News, what it is told)."""

    bid: Bid
    sent: date | None = None
    approved: date | None = None  # when it was not sent
    reviewed: date | None = None  # when it was not approved
    news: tuple = ()
    budget: bool = True


def _day(month, day):
    return date(2021, month, day)


_SEWING = (("equipos", "Máquina de coser industrial", 3_200_000, 100_000, 0),
           ("asesoria", "Asesoría en estatutos", 1_600_000, 0, 60_000))  # fmt: skip
_COOP = Bid("", "sercotec-coop-creacion-2021", "", _day(3, 30), _SEWING)
_SOLD = (("equipos", "Horno y vitrina", 2_600_000, 80_000, 0), ("trabajo", "Materiales del primer mes", 500_000, 0, 0))
_SEED = Bid("", "sercotec-semilla-2021", "", _day(5, 10), _SOLD, _A.MEMBER, _R.APPLICANT)
_CITY = Bid("", "municipal-subvencion-2021", "", _day(3, 24), channel=Channel.IN_PERSON, place="Oficina de partes")
_GROWTH = (
    ("equipos", "Vehículo de reparto", 9_800_000, 200_000, 0),
    ("ventas", "Página y catálogo", 1_500_000, 0, 100_000),
    ("asesoria", "Asesoría contable", 2_700_000, 0, 0),
)
_GROW = Bid("", "sercotec-coop-existentes-2021", "", _day(6, 1), _GROWTH, _A.COOPERATIVE, _R.APPLICANT)
_RENT = (("operacion", "Arriendo de un taller", 1_800_000, 0, 0), ("equipos", "Mesas y repisas", 900_000, 0, 0))
_WITH_CITY = Bid("", "msgg-fortalecimiento-2021", "", _day(5, 12), _RENT, _A.MUNICIPALITY, _R.APPLICANT)
_SENT_COOP, _SENT_SEED, _SENT_CITY = _day(4, 20), _day(5, 26), _day(4, 7)
_COOP_AWARD = (_day(5, 10), "award", {"pesos": 4_800_000})
#: What is bought: (item, thing, pesos, whether it is already paid).
_BOUGHT = (
    ("equipos", "Máquina de coser industrial", 3_080_000, True),
    ("asesoria", "Asesoría en estatutos", 800_000, False),
)


def _tools(*rows):
    return tuple((item, name, pesos, 0, 0) for item, name, pesos in rows)


#: Municipality, by its place in the list → what its groups apply for.
_TOLD = {
    0: (
        # five neighbours without legal personality: they win less than they asked for, and close it
        Script(
            Bid("Raíces del Aconcagua", "fosis-grupal-2021", "Herramientas para cuidar en casa", _day(3, 15),
                _tools(("herramientas", "Camas clínicas usadas", 1_500_000),
                       ("insumos", "Insumos de cuidado", 900_000))),
            _day(3, 30),
            news=(
                (_day(4, 12), "award", {"pesos": 2_000_000}), (_day(4, 13), "cut", {"by": 400_000}),
                (_day(4, 14), "approve_cut", {}), (_day(4, 16), "sign", {}), (_day(4, 19), "start", {"days": 60}),
                (_day(4, 22), "receive", {"pesos": 2_000_000}),
                (_day(4, 29), "buy", {"rows": (("herramientas", "Camas clínicas usadas", 1_500_000, True),)}),
                (_day(5, 12), "buy", {"rows": (("insumos", "Insumos de cuidado", 460_000, True),)}),
                (_day(5, 28), "accounts", {}), (_day(6, 1), "refund", {"pesos": 40_000}),
                (_day(6, 4), "pay_refund", {"pesos": 40_000}), (_day(6, 8), "close", {}),
            ),
        ),
        # the agency counted the thirty days of a certificate to its review: appealed, and now in the waiting list
        Script(
            replace(_COOP, group="Las Quilas", title="Servicio de banquetería de Las Quilas", papers_on=_day(3, 29)),
            _SENT_COOP,
            news=(
                (_day(5, 3), "reject", {"note": "La nómina tenía más de 30 días el día de la revisión."}),
                (_day(5, 7), "appeal", {"note": "Las bases cuentan los 30 días hasta el cierre."}),
                (_day(5, 18), "upheld", {"place": 3}),
            ),
        ),
        Script(replace(_GROW, group="Camino Compartido", title="Reparto propio en Quillota"), approved=_day(6, 14)),
        Script(replace(_WITH_CITY, group="Tierra Viva", title="Taller compartido de Tierra Viva"), _day(6, 2)),
    ),
    1: (
        Script(
            replace(_COOP, group="Estampados Chañar", title="Taller de estampado"), _SENT_COOP,
            news=(_COOP_AWARD, (_day(5, 17), "sign", {}), (_day(5, 20), "start", {"days": 210}),
                  (_day(5, 24), "receive", {"pesos": 4_800_000}), (_day(6, 3), "buy", {"rows": _BOUGHT})),
        ),
        Script(
            replace(_COOP, group="Cuidar con Cariño", title="Cuidados en casa"), _SENT_COOP,
            news=((_day(5, 3), "admit", {}), (_day(5, 10), "score", {"total": 3.6}), (_day(5, 10), "refuse", {})),
        ),
        Script(
            Bid("Manos del Valle", "bancoestado-2021", "Equipos para reciclar", _day(6, 2),
                (("equipos", "Prensa de cartón", 2_400_000, 300_000, 0),)),
            reviewed=_day(6, 9), budget=False,
        ),
        Script(
            replace(_SEED, group="Sol de Copiapó", title="Costura por encargo"), _SENT_SEED,
            news=((_day(6, 8), "reject", {"note": "Falta la cédula vigente de quien postula."}),),
        ),
    ),
    2: (
        Script(
            replace(_COOP, group="Jardines de Sindempart", title="Jardines para condominios"), _SENT_COOP,
            news=(_COOP_AWARD, (_day(5, 20), "renounce", {"note": "Perdieron el local en que iban a instalarse."})),
        ),
        Script(
            replace(_SEED, group="Punto de Encuentro", title="Un puesto en la feria"), _SENT_SEED,
            news=((_day(6, 7), "admit", {}),),
        ),
        Script(Bid("Cooperativa Costa Clara", "senadis-fonapi-2021", "Trabajo para todas en la costa", _day(6, 1),
                   (("equipos", "Lavadoras industriales", 4_200_000, 0, 0),), _A.COOPERATIVE, _R.APPLICANT)),
        Script(Bid("Caleta Unida", "bancoestado-2021", "Frío para la caleta", _day(5, 26),
                   (("equipos", "Congeladora", 1_100_000, 200_000, 0),)), budget=False),
    ),
    3: (
        Script(
            replace(_COOP, group="Uvas y Pasas de Monte Patria", title="Sala de envasado"), _SENT_COOP,
            news=(_COOP_AWARD, (_day(5, 17), "sign", {}), (_day(5, 20), "start", {"days": 210}),
                  (_day(5, 24), "receive", {"pesos": 4_800_000}),
                  (_day(6, 10), "end_early", {"note": "La sala arrendada se vendió y no hay otra en la comuna."}),
                  (_day(6, 11), "refund", {"pesos": 4_800_000})),
        ),
        Script(
            replace(_CITY, group="Manos de Rapel", title="Telares para el taller",
                    lines=_tools(("equipos", "Telares", 640_000), ("materiales", "Lanas", 160_000))), _SENT_CITY,
            news=((_day(4, 20), "award", {"pesos": 800_000}), (_day(4, 26), "sign", {}),
                  (_day(4, 27), "guarantee", {"pesos": 80_000})),
        ),
        Script(
            replace(_SEED, group="La Trilla", title="Vitrina para los quesos"), _SENT_SEED,
            news=((_day(6, 9), "observe", {"item": "Adjuntar el comprobante de la cuenta de quien postula."}),),
        ),
    ),
    4: (
        # the municipality signs for the group, which then goes on in another: the money stays with who signed
        Script(
            Bid("Taller Gacitúa", "gore-fndr8-2021", "Un taller accesible para el barrio", _day(4, 5),
                (("activos", "Mesas de trabajo regulables", 2_000_000, 0, 500_000),
                 ("honorarios", "Monitora", 1_600_000, 0, 0),
                 ("difusion", "Afiches y volantes", 400_000, 0, 0)), _A.MUNICIPALITY, _R.APPLICANT),
            _day(4, 28), news=((_day(5, 14), "award", {"pesos": 4_000_000}), (_day(6, 1), "sign", {})),
        ),
        Script(replace(_SEED, group="Puente Maipo", title="Compost en el barrio"),
               news=((_day(5, 31), "withdraw", {"note": "No se alcanzó a enviar."}),)),
        Script(replace(_GROW, group="Cooperativa Buen Trato", title="Más turnos de limpieza"), _day(6, 14)),
    ),
    5: (
        Script(
            replace(_COOP, group="Hortalizas Tinguiririca", title="Invernadero común"), _SENT_COOP,
            news=((_day(5, 10), "award", {"pesos": 4_300_000}), (_day(6, 10), "cut", {"by": 500_000, "line": 0})),
        ),
        Script(
            replace(_CITY, group="Cesteras del Sur", title="Mimbre y herramientas",
                    lines=_tools(("equipos", "Herramientas de cestería", 420_000), ("materiales", "Mimbre", 180_000))),
            _SENT_CITY,
            news=((_day(4, 20), "award", {"pesos": 600_000}), (_day(4, 26), "sign", {}),
                  (_day(4, 28), "start", {"days": 60}), (_day(4, 30), "receive", {"pesos": 600_000}),
                  (_day(5, 14), "buy", {"rows": (("equipos", "Herramientas de cestería", 420_000, True),
                                                 ("materiales", "Mimbre", 180_000, True))}),
                  (_day(6, 9), "accounts", {})),
        ),
    ),
}  # fmt: skip


def tell(life):
    """The calls (once, by the first municipality), what groups say of them, and each application of this one."""
    if life.number == 0:
        funds_calls.tell(life)
    funds_calls.interest(life)
    living = {story.script.name for story in life.stories}
    for script in _TOLD[life.number]:
        if script.bid.group in living:
            _plan(life, script)


def _plan(life, script):
    """Put one application among the events, backwards from the day it was sent, approved or reviewed."""
    told, bid = News(life, script.bid), script.bid
    life.at(bid.begun, 13, lambda: _write(told, script))
    ready = script.approved or (script.sent and script.sent - timedelta(days=1))
    read = script.reviewed or (ready and ready - timedelta(days=1))
    if read:
        life.at(read, 13, told.review)
        life.at(read, 14, lambda: told.read(fine=ready is not None))
    if ready:
        life.at(ready, 15, told.confirm)
        life.at(ready, 16, told.approve)
    if script.approved:
        life.at(script.approved, 17, told.make_files)
    if script.sent:
        life.at(script.sent, 11, told.send)
    for day, step, said in script.news:
        life.at(day, 15, lambda step=step, said=said: getattr(told, step)(**said))


def _write(told, script):
    """Opened and written the same day; what will be sent, with its papers and what nobody here can query."""
    told.begin()
    told.write()
    told.budget(present=script.budget and bool(script.sent or script.approved))
    if script.sent or script.approved:
        told.keep_papers()
        told.verify()
