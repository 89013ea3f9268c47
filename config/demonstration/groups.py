"""The invented groups: nine to a municipality, spread along the journey, each with its trade and how far it got."""

from dataclasses import dataclass

from cases.enums import Stage
from incubator.enums import OrganizationKind, SupportKind


@dataclass(frozen=True)
class Script:
    """One group: its name, its trade, where it stands in June, how many members, and what sets it apart."""

    name: str
    trade: str
    stage: Stage
    members: int
    supports: tuple[str, ...] = ()
    activity: str = "561000"
    quiet: bool = False  # nobody has reached it for weeks
    kind: OrganizationKind = OrganizationKind.INFORMAL_GROUP


#: Where the nine groups of a municipality stand in June of 2021.
SPREAD = (
    Stage.CENSUS,
    Stage.CENSUS,
    Stage.CALL,
    Stage.SELECTION,
    Stage.TRAINING,
    Stage.TRAINING,
    Stage.BUSINESS,
    Stage.FORMALIZATION,
    Stage.OPERATION,
)
#: What takes the place of one of those in some municipality, by (its number, the group's number).
OTHERWISE = {
    (0, 1): Stage.WAITING,
    (1, 1): Stage.CLOSED,
    (2, 8): Stage.REGULARIZATION,
    (3, 1): Stage.WAITING,
    (4, 8): Stage.REGULARIZATION,
    (5, 8): Stage.GRADUATED,
}
TRADES = (
    ("banquetería y amasandería", "561000"),
    ("huerto orgánico y hierbas", "011306"),
    ("costura y bordado", "141001"),
    ("reciclaje de vidrio y cartón", "381100"),
    ("masoterapia", "960902"),
    ("serigrafía y estampado", "181109"),
    ("cuidado de personas mayores", "873000"),
    ("artesanía en fibra", "162900"),
    ("aseo y jardines", "812100"),
)
#: Six municipalities of nine names.
NAMES = (
    ("Cocina Ñuke Mapu", "Huerto Los Boldos", "Manos que Hablan", "Tierra Viva", "Taller Rayún", "El Alba",
     "Raíces del Aconcagua", "Las Quilas", "Camino Compartido"),
    ("Brotes del Desierto", "Hilos de Atacama", "La Vega de Todos", "Pan de la Pampa", "Sol de Copiapó",
     "Reciclando Juntas", "Manos del Valle", "Cuidar con Cariño", "Estampados Chañar"),
    ("Mar Adentro", "Caleta Unida", "Bordadoras de Tierras Blancas", "La Herradura Verde", "Punto de Encuentro",
     "Sabores del Elqui", "Redes y Nudos", "Jardines de Sindempart", "Cooperativa Costa Clara"),
    ("Cabras del Limarí", "Telares de Río Hurtado", "Agua y Greda", "Huerta El Palqui", "Quesos de Tulahuén",
     "Algarrobo Amigo", "Manos de Rapel", "La Trilla", "Uvas y Pasas de Monte Patria"),
    ("Viveros de la Isla", "Canto del Maipo", "Frutos de La Islita", "Mermeladas Naltahua", "Aseo Amigo",
     "Las Mercedes Cosen", "Puente Maipo", "Taller Gacitúa", "Cooperativa Buen Trato"),
    ("Mimbre de Chimbarongo", "Trenzados San Enrique", "Convento Viejo Emprende", "Peor es Nada", "La Platina",
     "Manos de Codegua", "Hortalizas Tinguiririca", "Cesteras del Sur", "Muebles de Mimbre Unidos"),
)  # fmt: skip
_SUPPORTS = (
    (),
    (SupportKind.SIGN_LANGUAGE, SupportKind.EASY_READ),
    (SupportKind.TRANSPORT,),
    (SupportKind.EASY_READ, SupportKind.CARE),
    (SupportKind.RAMP, SupportKind.TRANSPORT),
)


def scripts(place_number):
    """The nine groups of a municipality, by its place in the list."""
    for number, name in enumerate(NAMES[place_number]):
        stage = OTHERWISE.get((place_number, number), SPREAD[number])
        trade, activity = TRADES[(number + place_number) % len(TRADES)]
        exists = stage == Stage.REGULARIZATION
        yield Script(
            name=name,
            trade=trade,
            stage=stage,
            members=5 + (number * 3 + place_number) % 6,
            supports=_SUPPORTS[(number + place_number) % len(_SUPPORTS)],
            activity=activity,
            quiet=number == 5 and place_number % 2 == 0,
            kind=OrganizationKind.COOPERATIVE if exists else OrganizationKind.INFORMAL_GROUP,
        )
