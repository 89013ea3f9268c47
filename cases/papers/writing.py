"""A base text → TOML, as the legal adviser's versions are kept; and what must be right before one is."""

import re
from dataclasses import replace

from cases.law.founding import clauses_for
from cases.papers import markup
from cases.papers.errors import BrokenTextError
from cases.papers.texts import STATUTES, ArticleText, BaseText, SectionText, parsed

_HEAD = ("document", "kind", "version", "title", "subtitle")
_WHERE = re.compile(r"^(?P<where>.*?): (?P<what>.*)$", re.DOTALL)


def as_toml(text: BaseText) -> str:
    """The whole text in one file; `parsed` gives the same text back."""
    lines = [f"{key} = {_quoted(getattr(text, key))}" for key in _HEAD if getattr(text, key)]
    lines.append(f"valid_from = {text.valid_from.isoformat()}")
    lines += ["large = true"] * text.large
    for section in text.section:
        lines += ["", "[[section]]", *_section(section)]
        for article in section.article:
            lines += ["", "[[section.article]]", *_article(article)]
    return "\n".join(lines) + "\n"


def _section(section: SectionText) -> list[str]:
    lines = [f"key = {_quoted(section.key)}"]
    lines += [f"heading = {_quoted(section.heading)}"] * bool(section.heading)
    lines += ["numbered = true"] * section.numbered
    lines += [f"verify = {_quoted(section.verify)}"] * bool(section.verify)
    lines += [f"holds = {_listed(section.holds)}"] * bool(section.holds)
    return lines + [f"text = {_long(section.text)}"] * bool(section.text)


def _article(article: ArticleText) -> list[str]:
    said = {key: getattr(article, key) for key in ("key", "heading", "basis", "when", "verify")}
    lines = [f"{key} = {_quoted(value)}" for key, value in said.items() if value]
    lines += [f"clauses = {_listed(article.clauses)}"] * bool(article.clauses)
    return [*lines, f"text = {_long(article.text)}"]


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{_without_controls(escaped)}"'


def _long(value: str) -> str:
    escaped = value.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.endswith('"'):
        escaped += "\n"
    return f'"""\n{_without_controls(escaped)}"""'


def _without_controls(value: str) -> str:
    """TOML holds no control characters but these two."""
    return "".join(letter for letter in value if letter in "\n\t" or (ord(letter) >= 32 and ord(letter) != 127))


def _listed(values: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(value) for value in values)}]"


def wrong_in(text: BaseText) -> dict[str, str]:
    """What stops a text from being kept: key of the article or part → a sentence that names it and the word.

    Under the empty key: what no article says, and the law asks under pain of nullity.
    """
    keys = [article.key for article in text.articles]
    found: dict[str, str] = {}
    for section in text.section:
        if section.text:
            _try(found, section.key, section.text, keys, f"La parte «{section.heading or text.title}»")
        for article in section.article:
            where = f"El artículo «{article.heading or article.key}»"
            if not article.heading.strip() or not article.text.strip():
                found[article.key] = f"{where} necesita un título y un texto; si sobra, quítelo."
                continue
            _try(found, article.key, article.text, keys, where, article.when)
            if unknown := [one for one in article.clauses if one not in _clause_keys(text)]:
                found[article.key] = f"{where}: la ley no pide una cláusula «{unknown[0]}»."
    if lost := _without_article(text):
        found[""] = " ".join(lost)
    return found


def _try(found: dict[str, str], key: str, text: str, keys: list[str], where: str, when: str = "") -> None:
    try:
        markup.check(text, keys, where, when=when)
    except BrokenTextError as error:
        said = _WHERE.match(str(error))
        found[key] = f"{where}: {said['what']}" if said else str(error)


def _clause_keys(text: BaseText) -> set[str]:
    return {clause.key for clause in clauses_for(types=(text.kind,), on=text.valid_from)}


def _without_article(text: BaseText) -> list[str]:
    """The clauses of art. 6 without which the act is void, and that no article of these statutes says."""
    if text.document != STATUTES:
        return []
    said = {clause for article in text.articles for clause in article.clauses}
    lost = [one for one in clauses_for(types=(text.kind,), on=text.valid_from) if one.nullity and one.key not in said]
    return [
        f"Ningún artículo dice lo de la letra {one.letter} del artículo 6: «{one.text.rstrip('.')}». Sin eso la "
        "constitución es nula."
        for one in lost
    ]


def rewritten(text: BaseText, **changes: object) -> BaseText:
    """Those words as a version of their own: its source is what is kept, and its fingerprint that of the source."""
    return parsed(as_toml(replace(text, **changes)))
