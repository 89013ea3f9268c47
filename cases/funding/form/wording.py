"""How two texts differ, word by word, for whoever reads them side by side."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECES = re.compile(r"\n|[^\S\n]+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text: `same`, `gone` (only in the first) or `new` (only in the second)."""

    kind: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """The stretches of both texts in reading order: what went before what came in its place."""
    first, second = _PIECES.findall(before), _PIECES.findall(after)
    found: list[Piece] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(first[i1:i2])))
            continue
        if i2 > i1:
            found.append(Piece("gone", "".join(first[i1:i2])))
        if j2 > j1:
            found.append(Piece("new", "".join(second[j1:j2])))
    return found


def joined(first: str, second: str) -> str:
    """Both texts in one, to be edited by whoever joins them: the second after the first when they differ."""
    if not first.strip() or first == second:
        return second
    return first if not second.strip() else f"{first.rstrip()}\n\n{second.lstrip()}"
