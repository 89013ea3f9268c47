"""Base texts: TOML files of sections and articles, versioned by date, checked when they are read.

Markup of a text: paragraphs are divided by an empty line; lines that begin with «- » are letters, with «* » points;
{name} is a fact (placeholders.py), {@key} a reference to an article, [[name]] alone on a line a table, a list or lines
to sign (pieces.py), **words** stand out, and a paragraph that begins with «?condition: » is said only then.
"""

import hashlib
import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cases.law.loading import Library
from cases.law.typing_rows import BrokenPackError, typed
from cases.law.versions import packs
from cases.papers.errors import BrokenTextError, NoBaseTextError
from cases.papers.markup import check

FOLDER = Path(__file__).parent / "texts"
STATUTES = "statutes"
#: What is drawn, with the name of each on screen; the keys are those of `cases.law` where it has one.
DOCUMENTS = {
    STATUTES: "Estatutos",
    "minutes.founding": "Acta de la junta constitutiva",
    "minutes.meeting": "Acta de junta general",
    "minutes.board": "Acta del consejo de administración",
    "notice.founding": "Citación a la junta constitutiva",
    "notice.individual": "Citación a cada integrante",
    "notice.media": "Aviso de la junta en un medio",
    "attendance": "Lista de asistencia",
    "extract.founding": "Extracto de la constitución",
    "letter.registry": "Carta al Conservador",
    "letter.gazette": "Carta al Diario Oficial",
    "letter.daes": "Carta al DAES",
    "members.book": "Registro de integrantes",
    "share.certificate": "Título de cuotas",
    "proxy": "Poder simple",
    "easy_read": "Estatutos en lectura fácil",
    "seats.book": "Registro de cargos y estatutos al día",
    "deed.cure": "Escritura que sanea",
    "extract.cure": "Extracto de la escritura que sanea",
    "extract.reform": "Extracto de una reforma",
}
#: Document → the key that cases.law gives it, when it is another.
LAW_KEYS = {"deed.cure": "cure.deed", "extract.cure": "cure.deed"}
#: Types of cooperative with statutes of their own.
STATUTE_TYPES = ("servicios", "trabajo", "campesina")
_COMMON = "common"


@dataclass(frozen=True, kw_only=True)
class ArticleText:
    """One article, or one part without number. `clauses`: keys of clauses.toml that it satisfies."""

    key: str
    text: str
    heading: str = ""
    clauses: tuple[str, ...] = ()
    basis: str = ""
    when: str = ""
    verify: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class SectionText:
    """A part of the document. Its own text, its articles, or both."""

    key: str
    heading: str = ""
    text: str = ""
    numbered: bool = False
    verify: str = ""
    holds: tuple[str, ...] = ()  # what cases.law asks of this document and this part says
    article: tuple[ArticleText, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BaseText:
    """One version of the text of a document, for a type of cooperative when it is of statutes."""

    document: str
    version: str
    valid_from: date
    title: str
    section: tuple[SectionText, ...]
    kind: str = ""
    subtitle: str = ""
    large: bool = False
    source: str = field(default="", repr=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of what it says: a validation holds for these words and no other."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @property
    def articles(self) -> tuple[ArticleText, ...]:
        """Every article, in order."""
        return tuple(article for section in self.section for article in section.article)


def base_text(document: str, types: tuple[str, ...], on: date) -> BaseText:
    """The shipped text in force that day. NoBaseTextError with a sentence when there is none."""
    if document not in DOCUMENTS:
        raise NoBaseTextError(f"No hay un documento «{document}».")
    kind = kind_of(document, types)
    found = [text for text in _shipped() if (text.document, text.kind) == (document, kind) and text.valid_from <= on]
    if not found:
        raise NoBaseTextError(f"No hay un texto base de «{DOCUMENTS[document]}» para esa fecha.")
    return max(found, key=lambda text: (text.valid_from, text.version))


def kind_of(document: str, types: tuple[str, ...]) -> str:
    """The type of cooperative a text is written for: only statutes have one. NoBaseTextError with a sentence."""
    if document != STATUTES:
        return ""
    if len(set(types)) != 1 or types[0] not in STATUTE_TYPES:
        ready = ", ".join(STATUTE_TYPES)
        raise NoBaseTextError(f"No hay estatutos base para ese tipo: los hay para {ready}. Pida ayuda legal.")
    return types[0]


@cache
def _shipped() -> tuple[BaseText, ...]:
    """Every file of the folder; those of statutes are the common one with the articles of each type."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        if path.name.startswith(f"{STATUTES}.{_COMMON}"):
            continue
        source = path.read_text(encoding="utf-8")
        over = _rows(source, path.name).get("over", ())
        common = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in over)
        found.append(parsed(source, common, name=path.name))
    return tuple(found)


def parsed(source: str, common: str = "", *, name: str = "texto base") -> BaseText:
    """A base text from its TOML, over a common one if any. BrokenTextError names what is wrong."""
    rows = _rows(source, name)
    rows.pop("over", "")
    if common:
        rows = _over(_rows(common, name), rows, name)
    try:
        sections = [_section(row, name) for row in rows.pop("section", [])]
        text = typed(BaseText, rows, name, {"section": sections, "source": common + source})
    except BrokenPackError as error:
        raise BrokenTextError(str(error)) from error
    _check(text, name, packs()[-1].library)
    return text


def _rows(source: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BrokenTextError(f"{name}: no se puede leer ({error}).") from error


def _section(row: dict[str, Any], name: str) -> SectionText:
    where = f"{name}, parte «{row.get('key', '')}»"
    articles = [typed(ArticleText, one, f"{where}, artículo «{one.get('key', '')}»") for one in row.pop("article", [])]
    return typed(SectionText, row, where, {"article": articles})


def _over(common: dict[str, Any], own: dict[str, Any], name: str) -> dict[str, Any]:
    """The common rows with the articles of a type: one with a known key replaces it, any other goes `after` one."""
    for article in own.pop("article", []):
        key, after = article["key"], article.get("after", "")
        for section in common["section"]:
            keys = [one["key"] for one in section.get("article", [])]
            if key in keys:
                section["article"][keys.index(key)] = article
                break
            if after in keys:
                section["article"].insert(keys.index(after) + 1, article)
                break
        else:
            raise BrokenTextError(f"{name}, artículo «{key}»: no va después de ninguno conocido.")
    return {**common, **own}


def _check(text: BaseText, name: str, library: Library) -> None:
    """Keys are unique, clauses exist, and every placeholder, reference, piece and condition is known."""
    keys = [article.key for article in text.articles]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise BrokenTextError(f"{name}: hay dos artículos «{min(twice)}».")
    known = {rule.key for rule in library.rules["clauses"]}
    for section in text.section:
        check(section.text, keys, f"{name}, parte «{section.key}»")
        for article in section.article:
            where = f"{name}, artículo «{article.key}»"
            check(article.text, keys, where, when=article.when)
            if unknown := set(article.clauses) - known:
                raise BrokenTextError(f"{where}: no existe la cláusula «{min(unknown)}».")
