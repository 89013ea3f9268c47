"""Text as people write it and as machines compare it."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")
# «ñ» is a letter of its own: in a sort key it goes after every «n».
_SORT_ENYE = "n\uffff"


def thousands(number: int) -> str:
    """A whole number as people read it here: «1.234.567»."""
    return f"{number:,}".replace(",", ".")


def squeeze(text: str) -> str:
    """One line: outer spaces dropped, runs of white space (hard spaces too) made one space."""
    return _SPACES.sub(" ", text.replace("\u00a0", " ").replace("\u200b", "")).strip()


def unaccent(text: str) -> str:
    """The text without combining marks: «Ñuñoa» is «Nunoa»."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """The form two spellings of one name share: no accents, no case, no punctuation, single spaces."""
    letters = re.sub(r"[^\w\s]|_", " ", unaccent(text).casefold())
    return squeeze(letters)


def sort_key(text: str) -> str:
    """A key that orders as Spanish does on a server without ICU: accents ignored, «ñ» after «n»."""
    composed = unicodedata.normalize("NFC", text).casefold().replace("ñ", "\0")
    return squeeze(unaccent(composed)).replace("\0", _SORT_ENYE)
