"""The pictures of the README, taken of the demonstration while it is served: `python -m tests.browser.pictures ADDRESS`.

Nothing stays written: what the session form saves by itself is stopped, and the workbook that was read is discarded.
"""

import io
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.support.browser import _FLAGS, DESKTOP, PHONE, ROOT, _chromium

PICTURES = ROOT / "docs" / "pictures"
WORKBOOK = ROOT / "tests" / "data" / "census" / "catastro_dificil_1.xlsx"
PASSWORD = "minga-demostracion-2021"
OFFICER, GROUP = "discapacidad@quillota.ejemplo.cl", "Tierra Viva"
COLOURS = 96


def main(address):
    """Take them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        wide = entered(chromium, address, DESKTOP, 1000)
        wide.goto("/mi-dia/")  # again, without its greeting
        keep(wide, "mi-dia")
        wide.goto("/grupos/")
        wide.get_by_role("link", name=GROUP).first.click()
        wide.get_by_role("heading", name=GROUP, level=1).wait_for()
        keep(wide, "grupo")
        wide.goto("/informes/")
        wide.get_by_role("link", name="Mayo de 2021").first.click()
        wide.locator("#mes").wait_for()
        wide.set_viewport_size({"width": DESKTOP, "height": 1230})
        keep(wide, "informe")
        wide.set_viewport_size({"width": DESKTOP, "height": 1000})
        a_census(wide)
        a_session(entered(chromium, address, PHONE, 760))
        chromium.close()
    the_paper()


def entered(chromium, address, width, height):
    """The officer's browser, inside."""
    page = chromium.new_context(
        base_url=address, viewport={"width": width, "height": height}, locale="es-CL", device_scale_factor=1
    ).new_page()
    page.goto("/cuenta/login/")
    page.locator("#id_login").fill(OFFICER)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Ingresar").click()
    page.wait_for_url("**/mi-dia/")
    return page


def a_census(page):
    """What a workbook will do, before it does it."""
    page.goto("/catastro/subir/")
    page.set_input_files("input[type=file]", WORKBOOK)
    page.get_by_role("button", name="Leer la planilla").click()
    page.get_by_role("button", name="Ver qué pasará").click()
    page.get_by_role("button", name="Cargar la planilla").wait_for()
    keep(page, "importar")
    page.get_by_text("Descartar", exact=False).first.click()
    page.get_by_role("button", name="Sí", exact=False).click()
    page.get_by_text("La planilla quedó descartada").wait_for()


def a_session(page):
    """Attendance on a telephone."""
    page.route("**/*auto=1*", lambda route: route.abort())
    page.goto("/sesiones/nueva/")
    page.get_by_text(GROUP, exact=True).click()
    page.get_by_role("button", name="Seguir").click()
    page.locator("#id_topic").fill("Costos y precio de venta")
    page.get_by_role("button", name="Marcar a todas como presentes").click()
    page.locator("#asistencia").evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 8)")
    keep(page, "sesion-telefono")


def the_paper():
    """The cover of the sealed PDF and the month in one page, side by side."""
    paper = next((ROOT / "var" / "demo").glob("informe-*.pdf"))
    sheets = []
    for number in ("1", "3"):
        drawn = subprocess.run(
            ["pdftoppm", "-png", "-r", "72", "-f", number, "-l", number, str(paper)], capture_output=True, check=True
        )
        sheets.append(Image.open(io.BytesIO(drawn.stdout)).convert("RGB"))
    gap, margin = 24, 16
    width = sum(sheet.width for sheet in sheets) + gap + 2 * margin
    desk = Image.new("RGB", (width, sheets[0].height + 2 * margin), (214, 217, 214))
    desk.paste(sheets[0], (margin, margin))
    desk.paste(sheets[1], (margin + sheets[0].width + gap, margin))
    save(desk, "informe-pdf")


def keep(page, name):
    """What the window shows."""
    page.evaluate("document.activeElement.blur()")
    save(Image.open(io.BytesIO(page.screenshot())).convert("RGB"), name)


def save(image, name):
    """As a small PNG."""
    target = Path(PICTURES / f"{name}.png")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
