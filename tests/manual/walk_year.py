"""The year of an incubator: its call, its selection, the business, the changes of groups, its board and its report."""

from tests.manual.scenes import COORDINATOR, NARROW, NOBODY, body, card, group, head, scene
from tests.support.browser import PHONE


@scene("convocatoria-publica", "convocatorias", who=NOBODY, width=PHONE, says=("Lectura fácil", "En papel"))
def the_call(page):
    page.goto("/convocatorias/")
    page.locator("main li").filter(has_text="Quillota").get_by_role("link", name="Convocatoria 2021").click()
    page.get_by_role("heading", name="Convocatoria 2021", level=1).wait_for()


@scene("postulacion-tomar", "convocatorias", says=("Tomar la postulación", "Nombre del grupo nuevo"), tallest=700)
def take_in(page):
    page.goto("/convocatorias/gestion/")
    page.get_by_role("link", name="Convocatoria 2021").first.click()
    page.get_by_role("link", name="Postulaciones recibidas").first.click()
    page.locator("main tr, main li").filter(has_text="Tejedoras de Boco").get_by_role("link").first.click()
    page.get_by_role("heading", name="Tomar la postulación").wait_for()
    return [head(page), card(page, "Tomar la postulación"), card(page, "Lo que se escribió")]


@scene("evaluar", "seleccion", says=("nombres ni contacto", "Mi pauta"), tallest=940)
def evaluate(page):
    page.goto("/mi-dia/")
    page.get_by_role("link", name="Evaluar").first.click()
    page.get_by_role("heading", name="Mi pauta").wait_for()
    return [head(page), card(page, "La postulación"), card(page, "Mi pauta")]


@scene(
    "seleccion-orden",
    "seleccion",
    width=NARROW,
    who=COORDINATOR,
    says=("Lugar", "Pautas", "Puntaje", "Qué decidió el lugar"),
)
def order(page):
    page.goto("/convocatorias/gestion/")
    page.get_by_role("link", name="Convocatoria de otoño 2021").first.click()
    page.locator(".tabs").get_by_role("link", name="Selección", exact=True).click()
    page.get_by_role("heading", name="Postulaciones", exact=True).wait_for()
    return [head(page), card(page, "Postulaciones")]


@scene("plan-primer-anio", "negocio", width=NARROW, says=("El primer año", "para empezar"), tallest=820)
def first_year(page):
    group(page, "Raíces del Aconcagua", "Negocio")
    page.locator("main").get_by_role("link", name="Versión 1").first.click()
    page.get_by_role("heading", name="El primer año").wait_for()
    return [card(page, "El primer año")]


@scene(
    "traslado-responder",
    "traslados",
    width=NARROW,
    who=COORDINATOR,
    says=("Aceptar el caso", "Rechazarlo"),
    tallest=1100,
)
def answer(page):
    page.goto("/traslados/")
    page.locator("main tr").filter(has_text="Se responde hasta").get_by_role("link").click()
    page.get_by_role("heading", name="Responder").wait_for()
    return [head(page), card(page, "Qué caso es"), card(page, "Responder")]


@scene("unir-grupos", "cambios-de-grupos", who=COORDINATOR, says=("Qué va a pasar",), tallest=760)
def merge(page):
    group(page, "Taller Los Paltos")
    page.get_by_text("Otros pasos con este grupo").click()
    page.get_by_role("link", name="Unir con otro grupo").click()
    page.locator("main select").first.select_option(label="Recicladores de Manzanar · Catastro")
    page.get_by_text("Sigue Taller Los Paltos").click()
    page.get_by_role("button", name="Ver qué pasaría").click()
    page.get_by_role("heading", name="Qué va a pasar").wait_for()
    return [head(page), body(page)]


@scene("tablero", "tableros", who=COORDINATOR, says=("Etapas hoy", "Señales", "Ver los datos"), tallest=900)
def dashboard(page):
    page.goto("/tablero/")
    return [head(page), body(page)]


@scene(
    "informe-sellar",
    "informes",
    width=NARROW,
    says=("Para sellarlo falta", "Calcular las cifras de nuevo"),
    tallest=900,
)
def report(page):
    page.goto("/informes/")
    page.get_by_role("link", name="Junio de 2021").first.click()
    page.get_by_role("heading", name="Para sellarlo falta").wait_for()
    return [head(page), card(page, "Para sellarlo falta"), card(page, "Qué hacer")]
