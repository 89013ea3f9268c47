"""The manual that people read inside Minga: the pages of docs/manual, as accessible HTML.

The files are the only source: the same page is read in the repository and under /ayuda/, with links and pictures that
work in both.
"""

import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

INDEX = "README"
PICTURES = "pictures"
_LINK = re.compile(r"(?P<name>[\w-]+)\.md(?P<anchor>#.*)?")
_PICTURE = re.compile(rf"{PICTURES}/(?P<file>[\w-]+\.png)")


@dataclass(frozen=True)
class ManualPage:
    """One page: its title (the only `#` of the file), its HTML without it, and its sections as (anchor, title)."""

    name: str
    title: str
    html: SafeString
    sections: tuple[tuple[str, str], ...]


def folder() -> Path:
    """Where the pages are written."""
    return Path(settings.BASE_DIR) / "docs" / "manual"


def names() -> list[str]:
    """The pages there are, without the index, by name."""
    return sorted(path.stem for path in folder().glob("*.md") if path.stem != INDEX)


def page(name: str) -> ManualPage | None:
    """One page by its name, None when nobody wrote it; a name only chooses among the files of the folder."""
    if name != INDEX and name not in names():
        return None
    path = folder() / f"{name}.md"
    return _read(name, path.stat().st_mtime_ns) if path.is_file() else None


def anchor_of(title: str) -> str:
    """The anchor of a heading, as repositories write it: «Si algo falla» → «si-algo-falla»."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@lru_cache(maxsize=64)
def _read(name: str, changed: int) -> ManualPage:
    """The page as it was at `changed` (the file's own moment): drawn once for each writing."""
    tokens = _markdown().parse((folder() / f"{name}.md").read_text(encoding="utf-8"))
    headings = _headings(tokens)
    title = next((text for tag, _, text in headings if tag == "h1"), name)
    body = _without_title(tokens)
    _link_pages(body)
    _show_pictures(body)
    _name_tables(body, title)
    html = _markdown().renderer.render(body, _markdown().options, {})
    sections = tuple((anchor, text) for tag, anchor, text in headings if tag == "h2")
    return ManualPage(name, title, mark_safe(html), sections)  # noqa: S308 - our own files, HTML in them is escaped


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """CommonMark with tables; HTML in a page is shown as text, never obeyed."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("table_open", _open_table)
    reader.add_render_rule("table_close", lambda *_: "</table></div>\n")
    reader.add_render_rule("image", _draw_picture)
    return reader


def _open_table(renderer, tokens, index, options, env) -> str:
    """A table in a frame of its own that slides and takes the focus, as <c-table>."""
    name = escape(tokens[index].meta["name"])
    frame = f'<div class="table-scroll" role="group" tabindex="0" aria-label="{name}">'
    return f'{frame}<table><caption class="vh">{name}</caption>\n'


def _draw_picture(renderer, tokens, index, options, env) -> str:
    """A picture that opens by itself, for whoever needs it larger than the page shows it."""
    drawn = renderer.image(tokens, index, options, env)
    return f'<a class="picture" href="{escape(tokens[index].attrs["src"])}">{drawn}</a>'


def _headings(tokens: list[Token]) -> list[tuple[str, str, str]]:
    """(tag, anchor, text) of every heading; writes each anchor as its id."""
    found = []
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            text = "".join(child.content for child in inside.children or [])
            token.attrSet("id", anchor_of(text))
            found.append((token.tag, anchor_of(text), text))
    return found


def _without_title(tokens: list[Token]) -> list[Token]:
    """The page without its `#`: our page component prints it."""
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return tokens[3:]
    return tokens


def _link_pages(tokens: list[Token]) -> None:
    """`grupos.md#pasos` leads to the page inside Minga; any other address stays as it is."""
    for token in tokens:
        for child in token.children or []:
            if child.type == "link_open" and (link := _LINK.fullmatch(str(child.attrGet("href")))):
                child.attrSet("href", address(link["name"]) + (link["anchor"] or ""))


def _show_pictures(tokens: list[Token]) -> None:
    """`pictures/mi-dia.png` is served as a static file, with its size so that the page does not jump."""
    for token in tokens:
        for child in token.children or []:
            if child.type == "image" and (found := _PICTURE.fullmatch(str(child.attrs["src"]))):
                child.attrs |= {"src": static(f"manual/{found['file']}"), "loading": "lazy"}
                child.attrs |= _size_of(folder() / PICTURES / found["file"])


def _size_of(picture: Path) -> dict[str, str | int | float]:
    """Width and height, as a PNG says them in its first bytes."""
    if not picture.is_file():
        return {}
    with picture.open("rb") as file:
        width, height = struct.unpack(">II", file.read(24)[16:])
    return {"width": width, "height": height}


def address(name: str) -> str:
    """Where a page is read inside Minga."""
    return reverse("help") if name == INDEX else reverse("help_page", args=[name])


def _name_tables(tokens: list[Token], title: str) -> None:
    """Each table takes the name of the heading over it; each head says what it heads."""
    name, in_head = title, False
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            name = "".join(child.content for child in tokens[index + 1].children or [])
        elif token.type == "table_open":
            token.meta["name"] = name
        elif token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
        elif token.type == "th_open" and in_head:
            token.attrSet("scope", "col")
        token.attrs.pop("style", None)  # no style attribute: the policy refuses it
