"""A person's name as written in one cell or several, put in order: given names, first and second surname."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from incubator.text import fold, squeeze

_PARTICLES = frozenset(
    ["de", "del", "la", "las", "los", "san", "santa", "van", "von", "di", "da", "do", "dos", "y", "e", "mac"]
)
_LOWER = frozenset(["de", "del", "la", "las", "los", "y", "e"])
_ALIKE = 0.8
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True)
class Name:
    """A name in order; `full` is what a person reads, given names first."""

    given: str = ""
    surname_1: str = ""
    surname_2: str = ""

    @property
    def full(self) -> str:
        """Given names and surnames on one line."""
        return " ".join(part for part in (self.given, self.surname_1, self.surname_2) if part)


def name_from_text(text: str, *, surnames_first: bool = False) -> Name:
    """The name of one cell: «Soto Rey, Ana» is Ana Soto Rey; without comma the surnames are the last two."""
    text = squeeze(text).strip(" ,;.-")
    before, comma, after = text.partition(",")
    if comma and after.strip():
        return _name(after, _units(before))
    units = _units(text)
    if surnames_first and len(units) > 2:
        return _name(" ".join(units[2:]), units[:2])
    if len(units) < 3:
        return _name(units[0] if units else "", units[1:])
    return _name(" ".join(units[:-2]), units[-2:])


def name_from_parts(given: str, surname_1: str, surname_2: str) -> Name:
    """The name of several cells; one cell of surnames holds both."""
    if surname_2:
        return Name(well_cased(squeeze(given)), well_cased(squeeze(surname_1)), well_cased(squeeze(surname_2)))
    return _name(given, _units(surname_1))


def _name(given: str, surnames: list[str]) -> Name:
    first, rest = (surnames[0], surnames[1:]) if surnames else ("", [])
    return Name(well_cased(squeeze(given)), well_cased(first), well_cased(" ".join(rest)))


def _units(text: str) -> list[str]:
    """The words of a name with their particles: «de la Fuente» is one."""
    units, pending = [], []
    for word in squeeze(text).split():
        pending.append(word)
        if fold(word) not in _PARTICLES:
            units.append(" ".join(pending))
            pending = []
    if pending:
        units.append(" ".join(pending))
    return units


def well_cased(text: str) -> str:
    """A name shouted or whispered in one case, with capitals; a name of mixed case stays as written."""
    if not (text.isupper() or text.islower()):
        return text
    words = [_capitalised(word) for word in text.split()]
    return " ".join(words)


def _capitalised(word: str) -> str:
    lower = word.lower()
    if fold(word) in _LOWER:
        return lower
    return re.sub(r"(^|-)([^\W\d_])", lambda found: found[1] + found[2].upper(), lower)


def is_like_a_name(text: str) -> bool:
    """Whether the text could be a person's name: words, no digits, not a sentence."""
    words = _WORD.findall(text)
    return bool(words) and not any(c.isdigit() or c in ":@=*?¿/+" for c in text) and len(words) <= 9 and len(text) <= 90


def is_same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's: every word of the shorter is, or nearly is, a word of the longer."""
    shorter, longer = sorted((fold(one).split(), fold(other).split()), key=len)
    if not shorter:
        return True
    if len(shorter) == 1 and len(longer) > 1:
        return shorter[0] in longer
    left = list(longer)
    for word in shorter:
        best = max(left, key=lambda candidate: SequenceMatcher(None, word, candidate).ratio())
        if SequenceMatcher(None, word, best).ratio() < _ALIKE and not _is_initial(word, best):
            return False
        left.remove(best)
    return True


def _is_initial(word: str, other: str) -> bool:
    return word[0] == other[0] and 1 in (len(word), len(other))
