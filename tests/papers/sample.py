"""A group of six with everything recorded, of each type."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from cases.papers import facts as f

CREATED = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
_OBJECTS = {
    "servicios": ("Lavar, planchar y arreglar ropa de hogares y de hoteles", "Comprar insumos en común"),
    "trabajo": ("Elaborar y vender pan, pasteles y comida preparada", "Atender eventos y colaciones de instituciones"),
    "campesina": (
        "Producir y vender hortalizas, miel y plantas medicinales",
        "Comprar semillas y herramientas en común",
    ),
}
_NAMES = {
    "servicios": "Cooperativa de Servicios Manos Limpias Limitada",
    "trabajo": "Cooperativa de Trabajo Pan de Todas Limitada",
    "campesina": "Cooperativa Campesina Huerta del Maipo Limitada",
}
_PEOPLE = (
    ("Rosa Pérez Ñancupil", "12345678-5", "panadera", "pasaje Los Aromos 123, El Bosque"),
    ("Iván Soto Muñoz", "11111111-1", "maestro pastelero", "calle Uno 45, departamento 301, El Bosque"),
    ("María José Güell Araya", "22222222-2", "cuidadora", "avenida Central 2310, La Cisterna"),
    ("Hilda Catrileo Huenchumilla", "9876543-3", "artesana", "camino El Bajo, parcela 7, San Bernardo"),
    ("Pedro O'Higgins & Díaz", "15555555-6", "técnico en gastronomía", "villa Los Héroes, casa 18, El Bosque"),
    ("Juana <Nina> Quispe Mamani", "21234567-9", "repartidora", "calle Norte 9, San Ramón"),
)


def members() -> tuple[f.Member, ...]:
    """Six with equal shares; the fourth asks another person to sign for her."""
    people = []
    for place, (name, run, occupation, address) in enumerate(_PEOPLE):
        person = f.Member(
            name=name,
            national_id=run,
            occupation=occupation,
            address=address,
            nationality="chilena",
            civil_status="soltera",
            birth_date=date(1980 + place, 3, 1),
            shares_subscribed=100,
            shares_paid=50,
            number=place + 1,
            joined_on=date(2026, 11, 21),
        )
        people.append(person)
    people[3] = replace(people[3], signature=f.ON_REQUEST, signs_for="Iván Soto Muñoz")
    return tuple(people)


def meeting() -> f.Meeting:
    """The founding meeting, called and held."""
    return f.Meeting(
        on=date(2026, 11, 21),
        starts=time(18, 30),
        second_call=time(19, 0),
        ends=time(20, 45),
        place="la sede vecinal Los Aromos",
        commune="El Bosque",
        agenda=(
            "Lectura y aprobación de los estatutos",
            "Elección de los primeros cargos",
            "Encargo de reducir el acta",
        ),
        convener="el comité organizador",
        committee=("Rosa Pérez Ñancupil", "Iván Soto Muñoz", "Hilda Catrileo Huenchumilla"),
        supports=("Intérprete de Lengua de Señas Chilena", "Materiales en lectura fácil", "Cuidado de niñas y niños"),
        president="Rosa Pérez Ñancupil",
        secretary="Iván Soto Muñoz",
        attendees=tuple(f.Attendee(name=name, national_id=run) for name, run, _, _ in _PEOPLE),
        agreements=(
            f.Agreement(
                matter="Estatutos",
                text="se aprueban, con el texto que esta acta copia completo.",
                yes=6,
                no=0,
                abstained=0,
            ),
            f.Agreement(
                matter="Primeros cargos", text="se eligen las personas que se indican.", yes=5, no=0, abstained=1
            ),
        ),
        reduces=("Rosa Pérez Ñancupil", "Iván Soto Muñoz"),
        notice_on=date(2026, 11, 3),
        channel="correo electrónico registrado",
        medium="el diario La Voz del Sur",
        published_on=date(2026, 11, 10),
        kind="Junta ordinaria",
        signers=("María José Güell Araya", "Pedro O'Higgins & Díaz", "Juana <Nina> Quispe Mamani"),
        elected=(
            f.Seat(body="Inspección de cuentas", office="titular", name="Iván Soto Muñoz", national_id="11111111-1"),
        ),
        dissenters=("Hilda Catrileo Huenchumilla",),
        reservations=("Pedro O'Higgins & Díaz: pido que se publique el balance.",),
        not_signing=("Juana <Nina> Quispe Mamani: está de viaje",),
    )


def bodies(kind: str) -> f.Bodies:
    """A board for the campesina, a sole manager for the others."""
    seat = f.Seat
    first = (
        seat(body="Gerencia administradora", office="Gerenta", name="Rosa Pérez Ñancupil", national_id="12345678-5"),
        seat(body="Gerencia administradora", office="Integrante", name="Iván Soto Muñoz", national_id="11111111-1"),
        seat(body="Inspección de cuentas", office="Titular", name="María José Güell Araya", national_id="22222222-2"),
    )
    if kind == "campesina":
        return f.Bodies(direction=f.BOARD, direction_seats=5, watch=f.VIGILANCE, watch_seats=3, first=first)
    return f.Bodies(direction=f.SOLE_MANAGER, direction_seats=2, watch=f.INSPECTOR, first=first)


def _filed() -> dict:
    """The deed, where it was filed, and who did it."""
    return dict(  # noqa: C408
        deed=f.Deed(
            on=date(2026, 12, 4),
            notary_name="Elena Fuentes Rojas",
            notary_domicile="Gran Avenida 5000, San Miguel",
            repertory="4.512 de 2026",
        ),
        filing=f.Filing(
            registrar_commune="San Miguel",
            entered_on=date(2026, 12, 15),
            folio="1.204",
            entry="733",
            year=2026,
            published_on=date(2026, 12, 17),
            cve="1834567",
        ),
        agent=f.Agent(
            name="Rosa Pérez Ñancupil",
            national_id="12345678-5",
            address="pasaje Los Aromos 123, El Bosque",
            phone="+56 9 8765 4321",
            email="rosa@ejemplo.cl",
        ),
    )


def _single() -> dict:
    """What one person receives or gives."""
    return dict(  # noqa: C408
        recipient="Hilda Catrileo Huenchumilla",
        certificate=f.Certificate(
            number=1,
            on=date(2026, 12, 20),
            holder="Juana <Nina> Quispe Mamani",
            holder_national_id="21234567-9",
            shares=100,
            president="Iván Soto Muñoz",
            manager="Rosa Pérez Ñancupil",
        ),
        proxy=f.Proxy(
            grantor="Juana <Nina> Quispe Mamani",
            grantor_national_id="21234567-9",
            grantor_address="calle Norte 9, San Ramón",
            holder="Rosa Pérez Ñancupil",
            holder_national_id="12345678-5",
            on=date(2026, 11, 20),
            instructions="Votar a favor del balance.",
        ),
    )


def _later() -> dict:
    """What happens to a cooperative afterwards: its seats, a reform, and the cure of an act."""
    seat = f.Seat
    since, until = date(2026, 12, 17), date(2028, 12, 17)
    return dict(  # noqa: C408
        seats=(
            seat(body="Gerencia administradora", office="Gerenta", name="Rosa Pérez Ñancupil", since=since),
            seat(
                body="Inspección de cuentas", office="Titular", name="María José Güell Araya", since=since, until=until
            ),
        ),
        reforms=(f.Reform(what="Artículo 2", on=date(2027, 5, 6), notary_name="Pablo Vera Lillo"),),
        reform_items=("El domicilio pasa a la comuna de San Bernardo", "El artículo 2 dice ahora la comuna nueva."),
        cured_act="la constitución",
        defects=("El extracto se publicó dos días después de los sesenta días que da la ley.",),
        corrections=("El extracto de esta escritura se inscribe y se publica de nuevo, dentro de plazo.",),
        cure_deed_date=date(2027, 3, 4),
        cure_notary_name="Pablo Vera Lillo",
        cure_notary_domicile="calle Nueva 12, San Bernardo",
    )


def facts(kind: str) -> f.Facts:
    """Everything that any document asks for."""
    return f.Facts(
        on=date(2026, 11, 21),
        types=(kind,),
        name=_NAMES[kind],
        trade_name="La Minga" if kind == "trabajo" else "",
        address="pasaje Los Aromos 123",
        commune="El Bosque",
        duration_years=20 if kind == "campesina" else None,
        objects=_OBJECTS[kind],
        shares=600,
        share_value=5000,
        goods=(f.Goods(contributor="Iván Soto Muñoz", description="Horno eléctrico usado", value=400_000),)
        if kind == "trabajo"
        else (),
        members=members(),
        women=4,
        men=2,
        bodies=bodies(kind),
        meeting=meeting(),
        **_filed(),
        **_single(),
        **_later(),
        author="Incubadora de El Bosque",
    )
