"""Text that our own fonts can draw, so that a page never depends on the fonts of the machine that prints it."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "static" / "minga" / "fonts"

# Signs people type that the typeface lacks, said with signs it has.
_SAID_OTHERWISE = {
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u202f": "\u00a0", "\u2009": "\u00a0",
    "→": "->", "←": "<-", "⇒": "=>", "≥": ">=", "≤": "<=", "≠": "no es igual a", "≈": "~", "✓": "sí", "✔": "sí",
    "●": "•", "▪": "•", "■": "•", "★": "*", "☆": "*", "′": "'", "″": '"',
}  # fmt: skip
_KEPT = frozenset("\t\n\r")
_UNKNOWN_LETTER = "?"


@cache
def covered() -> frozenset[str]:
    """Every character that the fonts shipped with the project can draw."""
    from fontTools.ttLib import TTFont

    found: set[str] = set()
    for path in sorted(FONTS.glob("*.woff2")):
        with TTFont(path) as font:
            found.update(map(chr, font.getBestCmap()))
    return frozenset(found)


@cache
def _drawn(character: str) -> str:
    """What is printed for one character outside the fonts: its equivalent, its base letter, nothing, or «?»."""
    if character in _SAID_OTHERWISE:
        return _SAID_OTHERWISE[character]
    parts = "".join(c for c in unicodedata.normalize("NFKD", character) if c in covered())
    if parts:
        return unicodedata.normalize("NFC", parts)
    return _UNKNOWN_LETTER if unicodedata.category(character)[0] in "LN" else ""


def drawable(text: str) -> str:
    """The text with each character outside our fonts replaced; pictographs and control characters are left out."""
    fonts = covered() | _KEPT
    text = unicodedata.normalize("NFC", text)
    if fonts.issuperset(text):
        return text
    return "".join(c if c in fonts else _drawn(c) for c in text)
