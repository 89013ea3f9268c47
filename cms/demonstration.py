"""The public pages of the demonstration: plain words, invented addresses and telephones, nobody's name."""

from datetime import date

from django.utils.text import slugify

from cms import site
from cms.models import NewsPage, StandardPage

HOME = {
    "title": "Minga",
    "headline": "Trabajar juntas y juntos, en lo propio",
    "lead": "Las incubadoras municipales acompañan a personas con discapacidad y a personas cuidadoras que quieren "
    "formar una cooperativa: desde la primera idea hasta que el negocio camina solo.",
    "easy_read": "<p>Una <b>cooperativa</b> es un negocio de varias personas.</p>"
    "<p>Todas son dueñas. Todas deciden. Todas trabajan.</p>"
    "<p>Una <b>incubadora</b> es un equipo de la municipalidad.</p>"
    "<p>Ese equipo ayuda a su grupo a formar la cooperativa.</p>"
    "<p>La ayuda es gratis.</p>"
    "<p>Para participar, vaya a su municipalidad o llame por teléfono.</p>",
    "body": [
        ("title", "¿Qué es una minga?"),
        (
            "text",
            "<p>En el sur de Chile, cuando una familia cambia su casa de lugar, los vecinos la mueven entre todos. "
            "Eso es una minga. Una cooperativa se parece: lo que una persona sola no puede mover, un grupo sí.</p>",
        ),
        (
            "steps",
            {
                "title": "Cómo avanza un grupo",
                "steps": [
                    "Nos conocemos: el municipio visita al grupo y lo anota en su catastro.",
                    "Postula a la convocatoria de su comuna, con los apoyos que cada persona necesite.",
                    "Se capacita y define su negocio, acompañado por la universidad.",
                    "Se constituye como cooperativa y comienza a vender.",
                ],
            },
        ),
    ],
}

BODY = [
    ("title", "Qué hacemos"),
    (
        "text",
        "<p>Acompañamos a grupos en los que participan personas con discapacidad y personas cuidadoras. "
        "Cada grupo tiene una persona del municipio y una asesora o un asesor de la universidad a su lado.</p>"
        "<ul><li>Reuniones con el grupo, en su lugar o a distancia.</li>"
        "<li>Cursos cortos sobre cooperativas, costos y ventas.</li>"
        "<li>Ayuda con los papeles para constituir la cooperativa.</li>"
        "<li>Búsqueda de fondos y de quienes compren lo que el grupo hace.</li></ul>",
    ),
    (
        "steps",
        {
            "title": "Cómo participar",
            "steps": [
                "Junte a su grupo: bastan cinco personas con ganas de trabajar juntas.",
                "Venga a la oficina, llame o escriba. No necesita llevar ningún papel.",
                "Cuéntenos qué apoyos necesita cada persona para participar.",
                "Le avisaremos el día de la primera reunión.",
            ],
        },
    ),
    (
        "note",
        {
            "title": "Participar es gratis y voluntario",
            "text": "No pedimos diagnósticos ni certificados para conversar. Puede retirarse cuando quiera.",
        },
    ),
]

EASY = (
    "<p>En <b>{name}</b> hay una incubadora de cooperativas.</p>"
    "<p>La incubadora ayuda a grupos de personas.</p>"
    "<p>En los grupos hay personas con discapacidad y personas que cuidan a otras.</p>"
    "<p>Usted puede venir con su grupo. También puede venir con una persona de apoyo.</p>"
    "<p>La oficina está en <b>{address}</b>.</p>"
    "<p>Atiende <b>{opening}</b>.</p>"
)

#: CUT code → what only that page says. The addresses and telephones are invented.
PLACES = {
    "03101": (
        "Grupos del valle y del desierto: alimentos, reciclaje textil y servicios.",
        "Calle Los Algarrobos 1210, Copiapó",
        "de lunes a viernes, de 8:30 a 13:30",
        "+56 52 200 0101",
    ),
    "04102": (
        "Junto al puerto y en los barrios altos, grupos que cocinan, cosen y reparan.",
        "Avenida Costanera Norte 455, Coquimbo",
        "de lunes a viernes, de 9:00 a 14:00",
        "+56 51 200 0102",
    ),
    "04303": (
        "Entre parronales y quebradas, grupos que elaboran lo que da la tierra.",
        "Calle Diaguitas 87, Monte Patria",
        "martes y jueves, de 9:00 a 13:00",
        "+56 53 200 0103",
    ),
    "05501": (
        "Paltas, flores y cocina: grupos que convierten su oficio en un negocio de todas y todos.",
        "Calle Maipú 330, primer piso, Quillota",
        "de lunes a viernes, de 8:30 a 13:30",
        "+56 33 200 0104",
    ),
    "06303": (
        "Mimbre, huertos y almacenes: oficios del pueblo con cuentas claras.",
        "Calle Javiera Carrera 512, Chimbarongo",
        "lunes, miércoles y viernes, de 9:00 a 13:30",
        "+56 72 200 0105",
    ),
    "13603": (
        "Viñas, conservas y artesanía, con personas cuidadoras que se organizan.",
        "Avenida Santelices 640, Isla de Maipo",
        "de lunes a jueves, de 9:00 a 14:00",
        "+56 2 2200 0106",
    ),
}
_DIRECTIONS = (
    "Entrada sin peldaños y baño accesible. Si necesita intérprete de Lengua de Señas Chilena, avise con dos días."
)


def build(incubators):
    """The home, the page of each incubator as PLACES says, and some news. Running it again adds nothing."""
    home = site.ensure_home(**HOME, actions=_actions())
    _pages(home)
    pages = {}
    for incubator in incubators:
        if incubator.code in PLACES:
            pages[incubator.code] = site.ensure_page(home, incubator, **_content(incubator))
    _news(home, pages)
    return home


def _content(incubator):
    lead, address, opening, phone = PLACES[incubator.code]
    name = incubator.commune.name
    return {
        "title": name,
        "lead": lead,
        "body": BODY,
        "address": address,
        "directions": _DIRECTIONS,
        "opening": opening[:1].upper() + opening[1:],
        "phone": phone,
        "email": f"incubadora@{slugify(name)}.ejemplo.cl",
        "easy_read": EASY.format(name=name, address=address, opening=opening),
    }


def _actions():
    return [
        (
            "action",
            {
                "title": "Tengo un grupo",
                "text": "Busque su comuna, vea dónde queda la oficina y qué hacer para participar.",
                "button": "Buscar mi comuna",
                "page": None,
                "address": "/#municipios-h",
            },
        ),
        (
            "action",
            {
                "title": "Quiero saber más",
                "text": "Qué es una cooperativa, cuántas personas necesita y qué gana cada una.",
                "button": "Leer sobre cooperativas",
                "page": None,
                "address": "/cooperativas/",
            },
        ),
        (
            "action",
            {
                "title": "Tengo un Informe en la mano",
                "text": "Cada Informe lleva un código. Con él puede comprobar que nadie lo cambió.",
                "button": "Verificar un Informe",
                "page": None,
                "address": "/verificar/",
            },
        ),
    ]


def _pages(home):
    body = [
        ("title", "Una persona, un voto"),
        (
            "text",
            "<p>En una cooperativa de trabajo las personas que trabajan son las dueñas. Cada una tiene un voto, haya "
            "aportado mucho o poco. Lo que se gana se reparte según el trabajo.</p>",
        ),
        ("title", "Cuántas personas se necesitan"),
        (
            "text",
            "<p>Una cooperativa de trabajo necesita al menos cinco personas socias. Las de otros tipos pueden "
            "pedir más: en la incubadora le diremos cuántas necesita la suya.</p>",
        ),
        ("title", "Apoyos para participar"),
        (
            "text",
            "<p>Toda persona puede pedir lo que necesite para participar en igualdad: intérprete de Lengua de Señas "
            "Chilena, lectura fácil, traslado, asistencia personal, una sala tranquila. "
            "Se pide una vez y queda anotado.</p>",
        ),
    ]
    easy = (
        "<p>En una cooperativa todas las personas son dueñas.</p><p>Cada persona tiene un voto.</p>"
        "<p>Una cooperativa de trabajo necesita cinco personas o más.</p>"
        "<p>Si usted necesita un apoyo, pídalo.</p>"
    )
    lead = "Un negocio de varias personas que deciden y trabajan juntas."
    page = StandardPage(title="Qué es una cooperativa", slug="cooperativas", lead=lead, body=body, easy_read=easy)
    site.ensure_child(home, page)


def _news(home, pages):
    quillota = pages.get("05501", home)
    rows = [
        (
            home,
            "seis-comunas",
            date(2021, 3, 15),
            "Seis comunas comienzan a acompañar cooperativas",
            "De Copiapó a Chimbarongo, seis municipalidades abren su incubadora con apoyo de la universidad.",
            "<p>Los equipos visitarán a los grupos en sus lugares. Cada incubadora publica aquí su dirección, su "
            "horario y cómo participar.</p>",
        ),
        (
            quillota,
            "taller-de-costos",
            date(2021, 6, 4),
            "Taller abierto: cuánto cuesta lo que hacemos",
            "Jueves 24 de junio a las 15:00, en la oficina y a distancia. Con intérprete de Lengua de Señas Chilena.",
            "<p>Aprenderemos a sumar materiales, horas y traslados para poner un precio justo. No hace falta saber de "
            "cuentas.</p><p>Inscríbase por teléfono hasta el martes 22.</p>",
        ),
    ]
    for parent, slug, day, title, lead, text in rows:
        body = [("text", text)]
        site.ensure_child(parent, NewsPage(title=title, slug=slug, published_on=day, lead=lead, body=body))
