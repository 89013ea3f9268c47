"""The sheets of a workbook of calls: one for the calls themselves, and one for each part that repeats."""

from dataclasses import dataclass

from cases.funding.bases import shapes
from cases.funding.exchange import cells
from cases.funding.exchange.cells import Column
from cases.funding.words import ApplicantKind, Channel, DocumentKind, DocumentOf, Unit


@dataclass(frozen=True)
class PartSheet:
    """A sheet whose rows are parts of the bases: the field of `Bases` they go to, and their shape."""

    name: str
    part: str
    shape: type
    columns: tuple[Column, ...]
    note: str = ""


#: How the rows of every sheet say of which call they are.
CALL = Column("Llamado", "call", cells.text, required=True, meaning="La clave del llamado en la hoja «Llamados».")


def _text(title, name, meaning="", *, required=False):
    return Column(title, name, cells.text, meaning=meaning, required=required)


def _whole(title, name, meaning="", *, required=False):
    return Column(title, name, cells.whole, kind="integer", meaning=meaning, required=required)


def _number(title, name, meaning="", *, required=False):
    return Column(title, name, cells.decimal, kind="decimal", meaning=meaning, required=required)


def _day(title, name):
    return Column(title, name, cells.day, kind="date")


def _choice(title, name, choices, meaning="", *, required=False):
    words = f"Una de: {', '.join(choices.labels)}."
    said = f"{meaning} {words}".strip()
    return Column(title, name, cells.choice(choices), cells.label(choices), meaning=said, required=required)


def _list(title, name, meaning=""):
    return Column(title, name, cells.several(cells.text), cells.joined(), meaning=f"{meaning} Separe con «;».".strip())


def _choices(title, name, choices):
    words = f"Una o varias de: {', '.join(choices.labels)}. Separe con «;»."
    read, write = cells.several(cells.choice(choices)), cells.joined(cells.label(choices))
    return Column(title, name, read, write, meaning=words)


_ZONE = "Como «America/Santiago»; vacía es esa."

#: What a row of «Llamados» says; a name with a dot is inside that part of the bases.
CALLS = (
    _text("Clave", "key", "No cambia de un año a otro archivo: con ella se reconoce el llamado.", required=True),
    _text("Institución", "agency", required=True),
    _text("Sigla", "agency_short"),
    Column("Es privada", "is_private", cells.truth),
    _text("Programa", "programme", required=True),
    _text("Línea", "line"),
    Column("Año", "year", cells.whole, required=True),
    _text("Bases (dirección)", "url"),
    _text("Resumen", "bases.summary"),
    _text("Contacto", "bases.contact"),
    _list("Regiones", "bases.regions", "Códigos de dos cifras; vacía es todo el país."),
    _choices("Quiénes postulan", "bases.applicants", ApplicantKind),
    _whole("Postulaciones por postulante", "bases.limit_per_applicant"),
    _day("Abre", "bases.dates.opens_on"),
    Column("Consultas hasta", "bases.dates.questions_until.at", cells.hour, kind="datetime"),
    _text("Zona de las consultas", "bases.dates.questions_until.zone", _ZONE),
    _day("Revisión", "bases.dates.review_on"),
    _day("Resultados", "bases.dates.results_on"),
    _day("Firma", "bases.dates.signing_on"),
    _day("Ejecución desde", "bases.dates.execution_from"),
    _day("Ejecución hasta", "bases.dates.execution_until"),
    _whole("Meses de ejecución", "bases.dates.months"),
    _choice("Unidad de los montos", "bases.money.unit", Unit),
    _whole("Monto total", "bases.money.total"),
    _whole("Mínimo por proyecto", "bases.money.minimum"),
    _whole("Máximo por proyecto", "bases.money.maximum"),
    _whole("Máximo por persona", "bases.money.per_person"),
    Column("Año de los montos", "bases.money.year", cells.whole),
    _text("Cuotas", "bases.money.instalments"),
    _number("Puntaje de corte", "bases.cut_off"),
    _text("Incompatibilidades", "bases.incompatibilities"),
    _text("Difusión", "bases.dissemination"),
)

_KEY = _text("Clave", "key", "No cambia entre versiones de las bases.", required=True)
_CLAUSE = _text("Cláusula", "clause")

PARTS = (
    PartSheet("Cierres", "closings", shapes.Closing, (
        _KEY,
        _choice("Por dónde", "channel", Channel, required=True),
        _text("Lugar", "place"),
        _list("Regiones", "regions", "Códigos de dos cifras; vacía es todas."),
        Column("Cierra", "wall.at", cells.hour, kind="datetime", meaning="Día y hora de las bases.", required=True),
        _text("Zona", "wall.zone", _ZONE),
        _text("Acto", "act", "Lo que amplió el plazo."),
    )),
    PartSheet("Cofinanciamiento", "cofinancing", shapes.CoFinancing, (
        _KEY,
        _number("Porcentaje", "percent", required=True),
        _choice("De qué", "of", shapes.Share),
        _choice("Cómo", "kind", shapes.Contribution),
        _list("Ítems", "items", "Claves; vacía es todo el proyecto."),
        _CLAUSE,
    )),
    PartSheet("Ítems", "items", shapes.Item, (
        _KEY,
        _text("Nombre", "name", required=True),
        Column("Se permite", "allowed", cells.truth),
        _number("Tope, en % de lo pedido", "cap_percent"),
        _whole("Tope, en monto", "cap_amount"),
        _whole("Cotizaciones", "quotations"),
        _text("Detalle", "detail"),
    )),
    PartSheet("Documentos", "documents", shapes.AskedDocument, (
        _KEY,
        _choice("Qué documento", "kind", DocumentKind, required=True),
        _text("Nombre en las bases", "name", required=True),
        _choice("De quién", "subject", DocumentOf),
        Column("Obligatorio", "required", cells.truth),
        _whole("Días de antigüedad", "valid_days"),
        _choice("Contados", "moment", shapes.Moment),
        _choices("Si postula", "applicants", ApplicantKind),
        _CLAUSE,
    )),
    PartSheet("Criterios", "criteria", shapes.Criterion, (
        _KEY,
        _text("Nombre", "name", required=True),
        _number("Peso, en %", "weight", required=True),
        _number("Puntaje máximo", "maximum"),
        _number("Mínimo para no quedar fuera", "cut_off"),
        _text("Qué se mira", "guidance"),
    )),
    PartSheet("Fuentes", "sources", shapes.Source, (
        _text("De qué dato", "about", required=True),
        _text("Fuente", "source", required=True),
        Column("Año", "year", cells.whole),
        _text("Certeza", "confidence", "B documento oficial, C publicado, K sabido, ? no visto."),
    )),
)  # fmt: skip

CONDITIONS, FORM = "Condiciones", "Formulario"

CONDITION = (
    _KEY,
    _text("Dentro de", "parent", "La clave del grupo «all» (todas) o «any» (alguna) al que pertenece."),
    _text("Tipo", "kind", "«all» y «any» son grupos.", required=True),
    _choice("De quién se pide", "subject", shapes.Subject),
    _choice("Se juzga", "moment", shapes.Moment),
    Column(
        "Parámetros", "parameters", cells.parameters, cells.parameters_text, meaning="nombre=valor, separados por «;»."
    ),
    _CLAUSE,
)

FIELD = (
    _text("Clave de la sección", "section", required=True),
    _text("Sección", "section_title", required=True),
    _text("Ayuda de la sección", "section_help"),
    _text("Clave", "key", "Vacía: la sección todavía no tiene campos."),
    _text("Pregunta", "label"),
    _choice("Tipo", "kind", shapes.FieldKind),
    Column("Obligatoria", "required", cells.truth),
    _whole("Largo máximo", "limit"),
    _choice("Se cuentan", "counting", shapes.Counting),
    _whole("Mínimo", "minimum"),
    _whole("Máximo", "maximum"),
    _list("Opciones", "options"),
    _list("Columnas", "columns"),
    _text("Se llena con", "prefill"),
    _text("Ayuda", "help"),
)
