"""A case's text against the text drawn from its base: article by article, so that a lawyer reads only what differs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from incubator.paper.records import Paper
from incubator.text import squeeze, unaccent

_ARTICLE = re.compile(
    r"^\s*art[íi]culo\s+(?P<name>\d+|[a-záéíóúñ]+(?:\s+(?:primero|segundo|tercero|cuarto|quinto|sexto|s[ée]ptimo|"
    r"octavo|noveno))?)\s*[°º]?\s*[.:–-]+\s*",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(r"^\s*t[íi]tulo\s+[ivxlc\d]+\b.*$", re.IGNORECASE | re.MULTILINE)
_UNITS = (
    "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo", "undecimo",
    "duodecimo",
)  # fmt: skip
_TENS = ("", "decimo", "vigesimo", "trigesimo", "cuadragesimo", "quincuagesimo")


class Change(StrEnum):
    """How an article stands against the base text."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {"same": "Igual", "changed": "Cambia", "added": "Se agrega", "missing": "Falta"}[self.value]


@dataclass(frozen=True)
class Difference:
    """One article: what the base text says and what the case says; empty when it has none."""

    key: str
    heading: str
    number: int
    change: Change
    base: str = ""
    case: str = ""


def compared(paper: Paper, articles: Mapping[str, tuple[str, str]]) -> list[Difference]:
    """Every article of the drawn paper in its order, then those that the case adds.

    `articles`: key → (heading, text), as `incubator.paper.word.read_articles` or `articles_of_text` give them.
    White space and letter case of headings do not count; every word of a text does.
    """
    found = []
    for article in paper.articles:
        heading, text = articles.get(article.key, ("", ""))
        change = Change.MISSING
        if article.key in articles:
            same = squeeze(text) == squeeze(article.text) and _same_heading(heading, article.heading)
            change = Change.SAME if same else Change.CHANGED
        found.append(Difference(article.key, article.heading, article.number, change, article.text, text))
    known = {article.key for article in paper.articles}
    for key, (heading, text) in articles.items():
        if key not in known:
            found.append(Difference(key, heading, 0, Change.ADDED, "", text))
    return found


def _same_heading(one: str, other: str) -> bool:
    return squeeze(one).casefold().strip(".: ") == squeeze(other).casefold().strip(".: ")


def articles_of_text(paper: Paper, text: str) -> dict[str, tuple[str, str]]:
    """The articles of a plain text (a notary's copy), by the number that each one says: «Artículo 5. …» or «quinto».

    The key is that of the drawn article with the same number; further ones are «new-21»…
    """
    text = _TITLE.sub("", text)
    marks = [mark for mark in _ARTICLE.finditer(text) if _number(mark["name"])]
    by_number = {article.number: article for article in paper.articles}
    found: dict[str, tuple[str, str]] = {}
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        number = _number(mark["name"])
        words = text[mark.end() : after.start() if after else len(text)].strip()
        article = by_number.get(number)
        heading, body = _headed(words, article.heading if article else "")
        key = article.key if article else f"new-{number}"
        if key not in found:
            found[key] = (heading, body)
    return found


def _number(name: str) -> int:
    """5 of «5» or «quinto», 23 of «vigésimo tercero»; zero when it is no number."""
    if name.isdigit():
        return int(name)
    parts = unaccent(name).casefold().split()
    if len(parts) == 1 and parts[0] in _UNITS:
        return _UNITS.index(parts[0]) + 1
    ten = _TENS.index(parts[0]) * 10 if parts[0] in _TENS else 0
    unit = _UNITS.index(parts[1]) + 1 if len(parts) == 2 and parts[1] in _UNITS[:9] else 0
    return ten + unit if ten and (unit or len(parts) == 1) else 0


def _headed(words: str, heading: str) -> tuple[str, str]:
    """The heading apart from the text: the known one, or the first line when it is short and ends no sentence."""
    if heading and words.casefold().startswith(heading.casefold()):
        return words[: len(heading)], words[len(heading) :].lstrip(" .:–-\n")
    first, _, rest = words.partition("\n")
    if rest and len(first) < 80 and not first.rstrip().endswith((".", ";")):
        return first.strip(), rest.strip()
    return "", words
