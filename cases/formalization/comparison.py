"""A kept document against what came back of it: article by article, and part by part where it has no articles."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from cases import papers
from cases.papers import Change
from cases.papers.marked import side_by_side
from incubator import files
from incubator.paper.errors import PaperError
from incubator.paper.records import Article, Paper, Paragraph, Section
from incubator.paper.word import read_articles
from incubator.requirements import Refused

_ANNEX = "parte: anexo del borrador: verifique"
_WHOLE = "parte: "
#: An unpacked DOCX larger than this is no document that people wrote.
_MOST = 80 * 1024 * 1024
_STRANGE = (
    "En lo que llegó no se reconoce ningún artículo de este documento. Suba el archivo de Word que se descargó de "
    "aquí, con sus cambios, o pegue el texto con el número de cada artículo."
)


def of_file(kept: bytes, came: bytes) -> list[dict]:
    """Rows of a DOCX that came back. Refused with a sentence when it is not one, or is another document."""
    base, found = _read(kept), _read(came)
    numbered = [key for key in base if not key.startswith(_WHOLE)]
    if numbered and not set(numbered) & set(found):
        plain = papers.articles_of_text(_paper(base), "\n".join(f"{head}\n{text}" for head, text in found.values()))
        if not set(numbered) & set(plain):
            raise Refused(_STRANGE)
        return _rows({key: base[key] for key in numbered}, plain)
    if not numbered and not set(base) & set(found):
        raise Refused("Lo que llegó no se parece a este documento: revise que sea el que corresponde.")
    return _rows(base, found)


def of_text(kept: bytes, text: str) -> list[dict]:
    """Rows of a text that somebody pasted."""
    base = _read(kept)
    numbered = {key: value for key, value in base.items() if not key.startswith(_WHOLE)}
    if not numbered:
        whole = "\n".join(f"{head}\n{words}".strip() for head, words in base.values())
        return _rows({_WHOLE: ("Texto completo", whole)}, {_WHOLE: ("Texto completo", text.strip())})
    found = papers.articles_of_text(_paper(numbered), text)
    if not set(numbered) & set(found):
        raise Refused(_STRANGE)
    return _rows(numbered, found)


def _read(content: bytes) -> dict[str, tuple[str, str]]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise Refused("Ese archivo es demasiado grande por dentro. Guarde solo el texto y súbalo otra vez.")
        found = read_articles(content, parts=True)
    except (PaperError, BadZipFile) as error:
        raise Refused("Ese archivo de Word está dañado. Ábralo, guárdelo otra vez como .docx y súbalo.") from error
    return {key: (head, text) for key, (head, text) in found.items() if key != _ANNEX}


def _paper(articles: dict[str, tuple[str, str]]) -> Paper:
    """The kept articles as records, which is what cases.papers compares."""
    numbered = [(key, value) for key, value in articles.items() if not key.startswith(_WHOLE)]
    found = tuple(
        Article(key, heading, (Paragraph((text,)),), number)
        for number, (key, (heading, text)) in enumerate(numbered, 1)
    )
    return Paper(key="kept", title="", sections=(Section(key="kept", heading="", articles=found),), settled=True)


def _rows(base: dict[str, tuple[str, str]], found: dict[str, tuple[str, str]]) -> list[dict]:
    """What is kept of a comparison: every article with its result, and both texts of those that differ."""
    numbers = {key: number for number, key in enumerate((k for k in base if not k.startswith(_WHOLE)), 1)}
    kept = Paper(
        key="kept", title="", settled=True,
        sections=(Section(key="kept", heading="", articles=tuple(
            Article(key, heading, (Paragraph((text,)),), numbers.get(key, 0)) for key, (heading, text) in base.items()
        )),),
    )  # fmt: skip
    rows = []
    for one in papers.compared(kept, found):
        heading = one.heading or ("Texto" if one.key.startswith(_WHOLE) else "Artículo sin título")
        row = {"key": one.key, "heading": heading, "number": one.number, "change": one.change.value}
        if one.change != Change.SAME:
            came = found.get(one.key, ("", ""))[0]
            row |= {"former": one.base, "later": one.case, "later_heading": came if came != one.heading else ""}
        rows.append(row)
    return rows


def shown(rows: list[dict]) -> list[dict]:
    """The rows of a comparison as a page shows them: those that differ, with their words marked."""
    found = []
    for row in rows:
        if row["change"] == Change.SAME.value:
            continue
        former, later = row.get("former", ""), row.get("later", "")
        if row.get("later_heading") and row["change"] == Change.CHANGED.value:
            former, later = f"{row['heading']}\n{former}", f"{row['later_heading']}\n{later}"
        one, other = side_by_side(former, later)
        label = f"Artículo {row['number']}. {row['heading']}" if row["number"] else row["heading"]
        found.append({"label": label, "change": Change(row["change"]).label, "former": one, "later": other})
    return found


def kept_docx(paper) -> bytes:
    """The DOCX of a kept document. Refused when its content was erased."""
    try:
        return files.read(paper.docx.sha256)
    except FileNotFoundError as error:
        raise Refused("El archivo guardado ya no está: no hay con qué comparar.") from error
