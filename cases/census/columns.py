"""What a header means: its words, folded, against the rules of vocabulary.py; the first that matches says the field.

A header is read by its head: «Teléfono de la agrupación» is a phone, «Nombre de la agrupación» a group.
To teach a new word, add it to the rule of its field and an example to tests/census/test_columns.py.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from cases.census.vocabulary import DIAGNOSIS, GENERAL_WORDS, OTHER, RULES, VOCABULARY
from incubator.text import fold

__all__ = ["DIAGNOSIS", "OTHER", "Meaning", "is_diagnosis", "is_group_label", "meaning_of", "normal_form"]


@dataclass(frozen=True)
class Meaning:
    """The field that a header names and how surely, as vocabulary.py says."""

    field: str
    strength: int = 3


_COMPILED = tuple((Meaning(field, strength), re.compile(pattern)) for field, strength, pattern in RULES)
_INITIALS = {"r u n": "run", "r u t": "rut", "c i": "ci", "d v": "dv", "p j": "pj", "r n d": "rnd", "u v": "uv"}
_BOTH_GENDERS = re.compile(r"\b(\w+[oe]r|soci|president) (?:o )?(?:a|as|es)\b")
_NUMBER_WORDS = re.compile(r"^(?:n|no|nro|nros|num|numero|n o|n ro|n de|no de|nro de|num de|numero de|numero del)\b")
_HINTS = re.compile(
    r"\b(?:si (?:o )?no|s n|m f|f m|h m|m h|dd mm a{2,4}|dd mm y{2,4}|dia mes ano|marque(?: con)?(?: una)? x|x)\b"
)
_REPEATED_ARTICLES = re.compile(r"\b(?:de|del|la|el|los|las|al|sus?|que) (?=(?:de|del|la|el|los|las)\b)")
_SMALL_WORDS = frozenset({"de", "del", "la", "el", "los", "las", "a", "en", "su"})


def normal_form(header: str) -> str:
    """The header folded, its initials joined («R.U.N.» → «run»), «N°» as «numero», hints such as (SI/NO) dropped."""
    text = fold(re.sub("[°ºª]", " ", header).replace("#", " numero "))
    for apart, joined in _INITIALS.items():
        text = re.sub(rf"\b{apart}\b", joined, text)
    text = _HINTS.sub(" ", _BOTH_GENDERS.sub(r"\1a", text))
    text = _REPEATED_ARTICLES.sub("", " ".join(text.split()))
    return _NUMBER_WORDS.sub("numero", text).strip()


def meaning_of(header: str, band: str = "") -> Meaning | None:
    """What a header means, with the wider header above it when its own words are too general; None when unknown."""
    own = normal_form(header)
    if band and (own in GENERAL_WORDS or not own):
        return _first_rule(normal_form(f"{header} {band}").strip()) or _first_rule(own)
    return _first_rule(own) or (_first_rule(normal_form(f"{header} {band}")) if band and own else None)


def _first_rule(normal: str) -> Meaning | None:
    """The meaning of a normal form as written, without its small words, or with its misspellings put right."""
    if not normal:
        return None
    for text in dict.fromkeys((normal, _without_small_words(normal), _spelt_right(normal))):
        found = next((meaning for meaning, pattern in _COMPILED if pattern.search(text)), None)
        if found:
            return found
    return None


def _spelt_right(normal: str) -> str:
    """Each long word as the vocabulary writes it, when it is nearly one: «telefno», «discapasidad»."""
    words = (get_close_matches(word, VOCABULARY, 1, 0.84) if len(word) > 5 else [] for word in normal.split())
    return " ".join(found[0] if found else word for found, word in zip(words, normal.split(), strict=True))


def _without_small_words(normal: str) -> str:
    return " ".join(word for word in normal.split() if word not in _SMALL_WORDS)


def is_diagnosis(header: str) -> bool:
    """Whether the column would hold what a person is ill with: recognised, and never read."""
    found = meaning_of(header)
    return found is not None and found.field == DIAGNOSIS


def is_group_label(text: str) -> bool:
    """Whether the words before a colon name a group: «Grupo», «Organización N° 3», «Nombre del taller»."""
    found = _first_rule(re.sub(r"\s*\d+$", "", normal_form(text)))
    return found is not None and found.field == "group"
