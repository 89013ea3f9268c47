"""Two texts side by side, word by word: what each says that the other does not."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """Some words; `mark` is empty when both texts say them, «del» in the former alone, «ins» in the later alone."""

    text: str
    mark: str = ""


def side_by_side(former: str, later: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of each text, in order."""
    one, other = _WORDS.findall(former), _WORDS.findall(later)
    left, right = [], []
    for how, start, end, begin, finish in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = how == "equal"
        if start < end:
            left.append(Piece("".join(one[start:end]), "" if same else "del"))
        if begin < finish:
            right.append(Piece("".join(other[begin:finish]), "" if same else "ins"))
    return left, right
