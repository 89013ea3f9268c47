"""The officer's day, her census and her groups."""

from pathlib import Path

from incubator import calendars
from incubator.models import Organization
from tests.manual.scenes import COORDINATOR, DELEGATE, NARROW, body, card, group, head, scene
from tests.support.browser import PHONE

WORKBOOK = Path(__file__).parents[1] / "data" / "census" / "catastro_dificil_1.xlsx"
TASKS = ("Urgente", "Posponer", "Pasar a otra persona")


@scene("mi-dia", "mi-dia", says=TASKS, tallest=860)
def my_day(page):
    page.goto("/mi-dia/")
    return [head(page), card(page, "Para hoy"), card(page, "Plazos legales")]


@scene("ausencias", "mi-dia", who=COORDINATOR, says=("Primer día", "Último día", "Tipo"))
def absences(page):
    page.goto("/equipo/")
    page.get_by_role("link", name="Ausencias del equipo").click()
    page.get_by_role("heading", name="Anotar una ausencia").wait_for()
    return [head(page), card(page, "Anotadas"), card(page, "Anotar una ausencia")]


@scene("buscar", "primeros-pasos", says=("Nombre o RUN", "Grupos"), tallest=760)
def search(page):
    page.goto("/mi-dia/")
    page.get_by_role("search").get_by_role("searchbox").fill("costuras")
    page.keyboard.press("Enter")
    page.wait_for_url("**/buscar/**")
    return [head(page), body(page)]


@scene("grupo", "grupos", says=("Resumen", "Integrantes", "Sesiones", "Para pasar a", "Personas a cargo"), tallest=880)
def a_group(page):
    group(page, "Tierra Viva")
    return [head(page), body(page)]


@scene("tablero-por-etapa", "grupos", says=("Ver como tabla",), tallest=820)
def the_board(page):
    page.goto("/grupos/")
    page.get_by_role("link", name="Ver como tablero por etapa").click()
    table = page.get_by_role("link", name="Ver como tabla")
    table.wait_for()
    return [table, page.locator("main .board")]


@scene("personas-repetidas", "personas", says=("RUN", "Proponer que se unan"), tallest=1300)
def twice(page):
    page.goto("/repetidas/")
    page.get_by_role("link", name="Revisar").last.click()
    page.get_by_role("heading", name="Sí, es la misma").wait_for()
    return [head(page), body(page)]


@scene("autorizaciones", "autorizaciones", says=("Sí", "No", "Sin preguntar", "Imprimir las hojas"))
def consents(page):
    group(page, "Taller Rayún", "Integrantes")
    page.get_by_role("link", name="Autorizaciones del grupo").click()
    page.get_by_role("heading", name="Cuántas personas").wait_for()
    return [head(page), card(page, "Cuántas personas"), card(page, "Hojas para leer y firmar")]


@scene(
    "quien-vio",
    "bitacora",
    width=NARROW,
    who=DELEGATE,
    says=("Quién leyó sus datos sensibles", "Descargar la hoja para entregar"),
)
def who_saw(page):
    read = Organization.objects.get(name="Las Quilas").members_on(calendars.today()).order_by("pk").first().person
    page.goto("/lecturas/")
    page.locator("main").get_by_role("searchbox").fill(read.name)
    page.get_by_role("button", name="Buscar").last.click()
    page.locator("main").get_by_role("link", name=read.name).first.click()
    page.get_by_role("button", name="Ver quién los leyó").click()
    page.get_by_role("button", name="Descargar la hoja").wait_for()
    return [head(page), body(page)]


@scene("reunion-apoyos", "sesiones", says=("Cómo se llega y se entra", "Cambiar o confirmar apoyos"))
def supports(page):
    page.goto("/agenda/")
    page.get_by_role("link", name="17-06-2021").first.click()
    page.get_by_role("heading", name="Apoyos", exact=True).wait_for()
    return [head(page), card(page, "Cuándo y dónde"), card(page, "Apoyos")]


@scene("sesion-asistencia", "sesiones", width=PHONE, says=("Asistencia", "Presente", "A distancia", "Justificó"))
def attendance(page):
    session_of(page, "Taller Rayún")
    page.get_by_role("button", name="Marcar a todas como presentes").click()
    return at_the_top(page, page.get_by_role("heading", name="Asistencia"))


@scene("sesion-terminar", "sesiones", width=PHONE, says=("Lista firmada", "Registrar la sesión", "Guardar borrador"))
def its_end(page):
    session_of(page, "Taller Rayún")
    return at_the_top(page, page.get_by_role("heading", name="Lista firmada"))


def session_of(page, name):
    """The form of a session, with nothing that it keeps by itself."""
    page.route("**/*auto=1*", lambda route: route.abort())
    group(page, name)
    page.get_by_role("link", name="Registrar una sesión").first.click()
    page.get_by_role("heading", name="Registrar una sesión").wait_for()
    page.locator("#id_topic").fill("Costos y precio de venta")


def at_the_top(page, part):
    """The window from that part on, as a telephone shows it."""
    part.first.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 24)")


@scene("catastro-columnas", "catastro", says=("Primeros valores", "La leemos como"), tallest=720)
def columns(page):
    page.goto("/catastro/")
    page.get_by_role("link", name="Subir una planilla").first.click()
    page.set_input_files("input[type=file]", WORKBOOK)
    page.get_by_role("button", name="Leer la planilla").click()
    page.get_by_role("heading", name="Qué entendimos").wait_for()
    return [card(page, "Qué hay en cada columna")]


@scene("catastro-que-pasara", "catastro", says=("Ver qué pasará", "Planilla para corregir"))
def plan(page):
    columns(page)
    page.get_by_role("button", name="Ver qué pasará").click()
    page.get_by_role("button", name="Cargar la planilla").wait_for()
    return [head(page), page.locator("main .path"), page.get_by_role("link", name="Planilla para corregir")]
