"""Census workbooks never seen: invented at random from a seed, with the reading they must give.

Everything a municipality does to a workbook is drawn here: other headers in another order, titles and blank rows,
merged, repeated or ditto group cells, «Grupo: X» rows, subtotals, totals, footnotes, each way of writing a RUN, a
phone, a date, a yes and a no, and the people who must be refused or warned about.
"""

import datetime
import random
from dataclasses import dataclass, field

from phonenumbers import is_valid_number, parse

from incubator.country import check_digit

HEADERS = {
    "group": ["Organización", "Nombre de la agrupación", "Agrupación / Grupo", "Nombre del grupo", "GRUPO", "Nombre organización",
              "Colectivo", "Nombre de la organización o grupo", "Agrupacion productiva", "Nombre taller o agrupación"],
    "formal": ["¿Está formalizada?", "Personalidad Jurídica", "Formal (Sí/No)", "Constituida", "PJ", "¿Tiene personalidad jurídica?",
               "Legalmente constituida", "Situación legal"],
    "trade": ["Rubro", "Giro", "¿A qué se dedican?", "Actividad económica", "Producto o servicio", "Oficio / rubro", "Rubro o actividad"],
    "recorded_on": ["Fecha de catastro", "Fecha ingreso", "F. registro", "Fecha encuesta", "Fecha levantamiento", "Fec. inscripción", "Fecha visita"],
    "commune": ["Comuna", "COMUNA", "Comuna residencia"],
    "sector": ["Sector", "Localidad", "Población / Villa", "Sector o localidad", "Barrio"],
    "rut": ["RUN", "RUT", "Nº Cédula de identidad", "C.I.", "R.U.T.", "Rol único", "Cédula identidad", "RUN (con guion)", "N° de cédula", "RUT socio/a"],
    "check_digit": ["DV", "D.V.", "Dígito verificador", "Díg. verificador", "Dv"],
    "name": ["Nombre", "Nombre completo", "Nombre y apellidos", "Nombre socia/o", "Nombre de la persona", "Participante", "Integrante", "Nombre del/la integrante"],
    "sex": ["Sexo", "Género", "Sexo (H/M)"],
    "birth_date": ["Fecha de nacimiento", "F. Nac.", "Nacimiento", "Fec. nac", "Fecha nac."],
    "disability": ["¿Presenta discapacidad?", "Discapacidad", "PcD (S/N)", "Persona con discapacidad", "¿Tiene alguna discapacidad?", "Situación de discapacidad"],
    "rnd": ["Credencial RND", "¿Inscrita/o en RND?", "RND", "Credencial de discapacidad"],
    "carer": ["¿Es cuidador/a?", "Cuidador(a)", "Persona cuidadora", "Cuidadora"],
    "phone": ["Fono", "Celular/WhatsApp", "Teléfono de contacto", "N° celular", "Fono contacto", "Teléfono", "Móvil"],
    "email": ["Correo electrónico", "E-mail", "Mail", "Correo"],
    "notes": ["Observaciones", "Comentarios", "Obs", "Nota"],
    "diagnosis": ["Diagnóstico", "Patología de base", "Diagnóstico médico", "Enfermedad", "Condición de salud"],
    "disability_kind": ["Tipo de discapacidad", "Origen", "Tipo PcD"],
}  # fmt: skip
WIDE_HEADERS = {
    "name": ["Representante", "Nombre representante", "Nombre del representante", "Presidente/a", "Representante legal", "Dirigente"],
    "rut": ["RUT representante", "RUN rep.", "Cédula del representante", "RUN presidente/a"],
    "members": ["N° integrantes", "Cantidad de socios/as", "Nº de personas", "Total integrantes", "Número de miembros", "Integrantes"],
}  # fmt: skip
PLACES = ["Sector Las Parcelas", "Villa El Sol", "S/N", "Rural km 12", "Pob. Nueva Aurora", ""]
GIVEN = [
    "Ana",
    "Luis Alberto",
    "María José",
    "Ñusta",
    "Óscar",
    "Rayén",
    "Jean-Pierre",
    "Güido",
    "Elsa Inés",
    "Nahuel",
    "Zoë",
    "Iván",
]
SURNAMES = ["Soto", "Rey", "de la Fuente", "Ñancupil", "Huenchumán", "Del Río", "San Martín", "Muñoz", "O'Ryan", "Peña", "Quispe",
            "Vera", "Calfucura", "Araya", "Toro", "Lillo", "Ibáñez", "Fariña", "Mamani", "Zúñiga"]  # fmt: skip
KINDS = [
    "Taller",
    "Agrupación",
    "Comité",
    "Junta",
    "Club",
    "Cooperativa",
    "Grupo",
    "Centro de Madres",
    "Asociación",
    "Colectivo",
]
WORDS = ["Los Copihues", "Manos Unidas", "Viento Sur", "Ayün Mapu", "La Esperanza", "Renacer", "Nuevo Amanecer", "El Ñandú", "Kuyén",
         "Flor de Durazno", "Sin Fronteras", "Total Inclusión", "Fuente de Vida", "Notas y Colores"]  # fmt: skip
TRADES = [
    "Costura",
    "Panadería",
    "Huerto orgánico",
    "Artesanía en lana",
    "Reciclaje textil",
    "Banquetería",
    "Jabones y cosmética",
]
BLANKS = ["", "", "-", "s/i", "no tiene", "sin información", "S/I", "#N/A"]
YES = ["Sí", "si", "SI", "x", "X", "✓", "✔", "1", "S", "Sí, con credencial", True, "Sí (RND)", " sí ", "VERDADERO"]
NO = ["No", "NO", "no", "0", "N", False, "No.", " no ", "FALSO"]
NEITHER = ["", "-", "en trámite", "por confirmar", "?", "s/i", "#N/A", "no tiene"]
FORMAL_ONLY = [
    ("Formal", True),
    ("Informal", False),
    ("De hecho", False),
    ("en trámite", False),
    ("", False),
    ("-", False),
]
MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
ORIGINS = ["Visual", "Física", "Auditiva", "Psíquica", "Intelectual", "Múltiple"]
BAD_DATES = ["31-02-2021", "mayo 2021", "2021", "03/25/2021", "45-13-2020", "29-02-2021", "marzo de 2020", "30/02/2019"]
BAD_PHONES = ["2212345", "9 7131 82", "12345", "9 8899 25930", "9,47674E+08", "no contesta"]
NO_RUN = ["", "sin rut", "en trámite", "Pasaporte P1234567", "DNI 45678912", "s/i", "No tiene RUN", "-"]
FOOTNOTES = ["* datos preliminares, falta sector rural", "Fuente: Oficina de la Discapacidad", "PcD: persona con discapacidad",
             "Nota: los RUN se verificaron con la cédula a la vista", "Elaborado por DIDECO", "(*) en revisión"]  # fmt: skip
EPOCH = datetime.date(1899, 12, 30)


@dataclass
class Invented:
    """A workbook's rows and the reading they must give."""

    layout: str
    rows: list = field(default_factory=list)
    header_row: int = 0
    headers: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)
    people: list = field(default_factory=list)
    rejected: set = field(default_factory=set)
    warnings: list = field(default_factory=list)
    rows_read: int = 0
    secrets: list = field(default_factory=list)
    merges: list = field(default_factory=list)


class Writer:
    """One random hand: how it writes each value. `is_text` when the file has only text."""

    def __init__(self, seed: int, is_text: bool) -> None:
        self.random = random.Random(seed)
        self.is_text = is_text
        self._used: set[int] = set()

    def pick(self, choices):
        """One of the choices."""
        return self.random.choice(choices)

    def chance(self, part: float) -> bool:
        """True that part of the times."""
        return self.random.random() < part

    def run(self) -> str:
        """A RUN nobody else of the file has, canonical."""
        while (body := self.random.randrange(5_000_000, 25_000_000)) in self._used:
            pass
        self._used.add(body)
        return f"{body}-{check_digit(body)}"

    def run_written(self, run: str):
        """The RUN as one of many write it."""
        body, digit = run.split("-")
        dotted = f"{int(body):,}".replace(",", ".")
        forms = [
            run,
            f"{dotted}-{digit}",
            f"{body}{digit}",
            f" {dotted} - {digit} ",
            f"{body}–{digit}",
            f"{body}.-{digit}",
            f"{dotted}-{digit.lower()}",
            f"000{body}-{digit}",
            dotted.replace(".", "\u00a0") + f"-{digit}",
            f"{body}‐{digit}",
        ]
        if digit != "K" and not self.is_text:
            forms.append(int(body + digit))
        return self.pick(forms)

    def phone(self):
        """A valid phone as written, and in E.164."""
        while not is_valid_number(parse(nsn := "+569" + str(self.random.randrange(30_000_000, 99_999_999)))):
            pass
        nsn = nsn[3:]
        a, b = nsn[1:5], nsn[5:]
        forms = [
            nsn,
            f"+56 9 {a} {b}",
            f"09-{a}{b}",
            f"(9) {a}{b}",
            f"9 {a}-{b}",
            f"0056 9 {a} {b}",
            f"9.{a}.{b}",
            f"Fono: 9 {a} {b}",
            f"9 {a} {b} (hija)",
            f"12345 / 9 {a} {b}",
            f"9 {a} {b}; 332311595",
            f"52 2225782 o 9 {a} {b}",
            f"{nsn}.0",
        ]
        if a[0] in "89" or a[:2] in ("76", "77", "78", "79"):
            forms += [f"{a} {b}", a + b]
        if not self.is_text:
            forms.append(int("56" + nsn))
        return self.pick(forms), "+56" + nsn

    def date(self, day: datetime.date):
        """The day as one of many write it."""
        d, m, y = day.day, day.month, day.year
        month = MONTHS[m - 1]
        forms = [
            f"{d:02}-{m:02}-{y}",
            f"{d}/{m}/{y}",
            f"{d:02}.{m:02}.{y}",
            f"{d} de {month} de {y}",
            f"{d} {month} {y}",
            f"{d} DE {month.upper()} DEL {y}",
            f"{d:02}/{m:02}/{y % 100:02}",
            f"{d:02}-{month[:3]}-{y % 100:02}",
            f"{d}/{month[:3].upper()}/{y}",
            f"{y}-{m:02}-{d:02}",
            f"{d:02} / {m:02} / {y}",
            str((day - EPOCH).days),
            f"{d:02}-{m:02}-{y} 00:00",
            f"{d:02}-{m:02}-{y}\u00a0",
            f"martes, {d} de {month} de {y}",
        ]
        if not self.is_text:
            forms += [day, float((day - EPOCH).days), (day - EPOCH).days + 0.5]
        return self.pick(forms)

    def name(self, given: str, surnames: str) -> str:
        """The name as one of many write it."""
        forms = [
            f"{given} {surnames}",
            f"{given} {surnames}".upper(),
            f"{surnames}, {given}",
            f" {given}  {surnames} ",
            f"{surnames.upper()}, {given.upper()}",
        ]
        return self.pick(forms)

    def group(self, name: str) -> str:
        """The group's name as one of many write it: the words are the same."""
        return self.pick([name, name.upper(), f"  {name} ", name.replace(" ", "  ", 1), f"{name}\u00a0"])


def person(writer: Writer) -> tuple[str, str]:
    """Given names and surnames."""
    return writer.pick(GIVEN), f"{writer.pick(SURNAMES)} {writer.pick(SURNAMES)}"
