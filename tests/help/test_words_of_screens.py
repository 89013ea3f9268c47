"""What the manual tells to press, and the messages it explains, are words that some screen really says."""

import re
from functools import cache

import pytest
from django.conf import settings

from incubator import manual

_ROOMS = ("incubator", "cases", "curricula", "reports", "cms")
#: Words of whoever writes, of a workbook or of the editor of pages, which is not ours.
EXAMPLES = {
    "bitacora": {"n anotaciones íntegras · n redactadas por … · n alteradas"},
    "catastro": {"Tipo de discapacidad"},
    "primeros-pasos": {"¿qué hago hoy?", "hortaliza", "hortalizas"},
    "sitio": {
        "Más acciones",
        "Añadir página hija",
        "Historial",
        "Despublicar",
        "Bases de la convocatoria",
        "haga clic aquí",
    },
}
#: Words that the code puts together.
COMPOSED = {
    "fondos": {"El 05-09-2021 las 00:30 no existen", "a 2 socias"},
    "personas": {"Revise el RUN: el dígito verificador no corresponde al número"},
    "postulaciones": {"documento reservado 1", "documento reservado 2"},
}
_QUOTED = re.compile(r"«([^»]+)»|(?:[Oo]prim\w+|[Ee]lij\w+|[Aa]br[ae]) (?:el |la )?\*\*([^*]+)\*\*")


@cache
def of_the_code():
    """Every template and module in one line, with and without the marks of HTML and of the templates."""
    files = list((settings.BASE_DIR / "templates").rglob("*.html"))
    for room in _ROOMS:
        files += [path for path in (settings.BASE_DIR / room).rglob("*.*") if path.suffix in {".py", ".js"}]
    said = " ".join(path.read_text(encoding="utf-8") for path in files if "migrations" not in path.parts)
    said = re.sub(r"\"\s*\n\s*f?\"", "", said)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\{%.*?%\}", "", said) + said).lower()


def told(name):
    """The words that a page quotes or tells to press."""
    text = (manual.folder() / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", re.sub(r"!\[[^\]]*\]", "", text))
    return {(quoted or pressed).strip(" .:") for quoted, pressed in _QUOTED.findall(text)}


def is_said(words):
    """Whether some screen says them; «…» stands for what changes."""
    return all(part.strip(" ,:").lower() in of_the_code() for part in words.split("…") if part.strip(" ,:"))


@pytest.mark.parametrize("name", manual.names())
def test_a_screen_says_what_the_manual_quotes(name):
    known = EXAMPLES.get(name, set()) | COMPOSED.get(name, set())
    assert sorted(words for words in told(name) - known if not is_said(words)) == []


def test_no_exception_is_left_over():
    for name, words in (EXAMPLES | COMPOSED).items():
        assert words <= told(name), (name, words - told(name))


def test_words_that_no_screen_says_are_noticed():
    assert is_said("Registrar la sesión")
    assert not is_said("Registrar la sesión de yoga")
