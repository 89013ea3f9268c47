"""The windows that the README shows: whole screens, and the sealed paper."""

import io
import subprocess
from pathlib import Path

from django.conf import settings
from PIL import Image

from tests.manual import camera
from tests.manual.scenes import README, group, scene
from tests.manual.walk_groups import at_the_top, plan, session_of
from tests.support.browser import PHONE

#: The README names no word of a screen: these are what makes each screen itself.
DAY, GROUP, REPORT = ("Para hoy", "Plazos legales"), ("Para pasar a", "Personas a cargo"), ("El mes en una página",)


@scene("mi-dia", "", says=DAY)
def my_day(page):
    page.goto("/mi-dia/")
    window(page, 1000)


@scene("grupo", "", says=GROUP)
def a_group(page):
    group(page, "Tierra Viva")
    window(page, 1000)


@scene("importar", "", says=("Si la carga",))
def census(page):
    plan(page)
    window(page, 1000)


@scene("informe", "", says=REPORT, whole=True)
def report(page):
    page.goto("/informes/")
    page.get_by_role("link", name="Mayo de 2021").first.click()
    page.locator("#mes").wait_for()
    window(page, 1230)


@scene("sesion-telefono", "", width=PHONE, says=("Asistencia", "Presente"))
def session(page):
    session_of(page, "Taller Rayún")
    page.get_by_role("button", name="Marcar a todas como presentes").click()
    at_the_top(page, page.locator("#asistencia"))


def window(page, height):
    """A window that tall, from the top of the page."""
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    page.evaluate("scrollTo(0, 0)")


def paper():
    """The cover of the sealed PDF and the month in one page, side by side: where its files were left, they are drawn."""
    sealed = next(Path(settings.VAR_DIR).glob("demo/informe-*.pdf"))
    sheets = [_sheet(sealed, number) for number in ("1", "3")]
    gap, margin = 24, 16
    width = sum(sheet.width for sheet in sheets) + gap + 2 * margin
    desk = Image.new("RGB", (width, sheets[0].height + 2 * margin), (214, 217, 214))
    desk.paste(sheets[0], (margin, margin))
    desk.paste(sheets[1], (margin + sheets[0].width + gap, margin))
    camera.keep(desk, README / "informe-pdf.png")


def _sheet(sealed, number):
    drawn = subprocess.run(
        ["pdftoppm", "-png", "-r", "72", "-f", number, "-l", number, str(sealed)], capture_output=True, check=True
    )
    return Image.open(io.BytesIO(drawn.stdout)).convert("RGB")
