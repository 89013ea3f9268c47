"""The markup of a base text → blocks: paragraphs, letters, points, facts in their place, and what is said only when."""

import re
from typing import Protocol

from cases.papers import pieces, placeholders
from cases.papers.conditions import CONDITIONS
from cases.papers.errors import BrokenTextError
from incubator.paper.records import Block, Bullets, Letters, Paragraph, Run, Strong, Xref

_TOKEN = re.compile(r"\*\*(?P<strong>.+?)\*\*|\{@(?P<key>[\w.]+)\}|\{(?P<name>\w+)\}")
_NAME = re.compile(r"\{(\w+)\}")
_PIECE = re.compile(r"^\[\[(\w+)\]\]$")
_WHEN = re.compile(r"^\?(\w+):\s+")
_LIST = {"- ": Letters, "* ": Bullets}
_LEFT_OVER = re.compile(r"[{}]|\[\[|\]\]|\*\*")


class Scope(Protocol):
    """Where values come from."""

    def value(self, name: str) -> str:
        """A fact in words; what is missing is noted and comes out empty."""

    def holds(self, condition: str) -> bool:
        """Whether something is so."""

    def piece(self, name: str) -> tuple[Block, ...]:
        """A table, a list or lines to sign."""


def blocks(text: str, scope: Scope) -> tuple[Block, ...]:
    """What a text says with those facts."""
    found: list[Block] = []
    for chunk in _chunks(text):
        if condition := _WHEN.match(chunk):
            if not scope.holds(condition[1]):
                continue
            chunk = chunk[condition.end() :]
        if piece := _PIECE.match(chunk):
            found.extend(scope.piece(piece[1]))
        elif shape := _LIST.get(chunk[:2]):
            found.append(shape(tuple(Paragraph(_runs(line, scope)) for line in _items(chunk))))
        else:
            found.append(Paragraph(_runs(_one_line(chunk), scope)))
    return tuple(found)


def check(text: str, keys: list[str], where: str, *, when: str = "") -> None:
    """Raise BrokenTextError at the first name that nobody knows, or mark that was not closed."""
    for condition in [when, *(match[1] for chunk in _chunks(text) if (match := _WHEN.match(chunk)))]:
        if condition and condition not in CONDITIONS:
            raise BrokenTextError(f"{where}: no existe la condición «{condition}».")
    for chunk in _chunks(text):
        chunk = _WHEN.sub("", chunk)
        if piece := _PIECE.match(chunk):
            if piece[1] not in pieces.PIECES:
                raise BrokenTextError(f"{where}: no existe la pieza «{piece[1]}».")
            continue
        for match in _TOKEN.finditer(chunk):
            _check_token(match, keys, where)
        if left := _LEFT_OVER.search(_NAME.sub("", _TOKEN.sub("", chunk))):
            raise BrokenTextError(f"{where}: sobra «{left[0]}».")


def _check_token(match: re.Match[str], keys: list[str], where: str) -> None:
    if match["key"] and match["key"] not in keys:
        raise BrokenTextError(f"{where}: no existe el artículo «{match['key']}».")
    names = _NAME.findall(match["strong"]) if match["strong"] else [match["name"]]
    for name in names:
        if name and name not in placeholders.PLACEHOLDERS:
            raise BrokenTextError(f"{where}: no existe el dato «{name}».")


def _chunks(text: str) -> list[str]:
    return [chunk.strip() for chunk in re.split(r"\n\s*\n", text.strip()) if chunk.strip()]


def _items(chunk: str) -> list[str]:
    """The lines of a list; a line that does not begin one goes on with the one before."""
    mark = re.escape(chunk[:2])
    return [_one_line(item) for item in re.split(rf"(?m)^{mark}", chunk) if item.strip()]


def _one_line(text: str) -> str:
    return " ".join(text.split(" ")).replace("\n", " ").strip()


def _runs(text: str, scope: Scope) -> tuple[Run, ...]:
    found: list[Run] = []
    position = 0
    for match in _TOKEN.finditer(text):
        found.append(text[position : match.start()])
        if match["strong"]:
            found.append(Strong(_NAME.sub(lambda one: scope.value(one[1]), match["strong"])))
        elif match["key"]:
            found.append(Xref(match["key"]))
        else:
            found.append(scope.value(match["name"]))
        position = match.end()
    found.append(text[position:])
    return tuple(run for run in found if run != "")


def plain(text: str, scope: Scope) -> str:
    """A heading or a title: facts in their place and nothing else."""
    return _NAME.sub(lambda one: scope.value(one[1]), text)
