"""The files of the packs, read and checked: what is wrong is refused naming file, rule, key and value."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cases.law.shapes import CONFIDENCE, TOPICS, UNITS, Law, Rule
from cases.law.typing_rows import BrokenPackError, field_of, only, typed

FOLDER = Path(__file__).parent / "packs"
SOURCES = "sources.toml"
#: What the head of a file may say for all its rules.
_HEAD = ("law", "since", "reviewed_on")


@dataclass(frozen=True, kw_only=True)
class PackHead:
    """One pack: from which day it rules, the reform that began it, and when somebody last reviewed it."""

    code: str
    valid_from: date
    valid_to: date | None = None
    reform: str
    reviewed_on: date
    complete: bool


@dataclass(frozen=True)
class Library:
    """Everything the files hold."""

    laws: Mapping[str, Law]
    types: Mapping[str, str]
    heads: tuple[PackHead, ...]
    rules: Mapping[str, tuple[Rule, ...]]  # topic → its rules, of every time
    titles: Mapping[str, str]


def load(folder: Path = FOLDER) -> Library:
    """Every file of the folder. Raises BrokenPackError at the first thing that cannot be."""
    sources = read(folder / SOURCES)
    only(sources, ("laws", "types", "pack"), SOURCES)
    laws = {key: _law(key, row) for key, row in field_of(sources, "laws", dict, SOURCES).items()}
    types = field_of(sources, "types", dict, SOURCES)
    for code in types:
        field_of(types, code, str, f"{SOURCES}, tipos")
    rows = field_of(sources, "pack", list, SOURCES)
    heads = tuple(typed(PackHead, row, f"{SOURCES}, paquete {n}") for n, row in enumerate(rows, 1))
    _check_heads(heads)
    rules, titles = {}, {}
    for topic in TOPICS:
        titles[topic], rules[topic] = _topic(folder, topic)
        _check_rules(rules[topic], f"{topic}.toml", laws, heads)
    _check_types(rules, types)
    return Library(laws, types, heads, rules, titles)


def _topic(folder: Path, topic: str) -> tuple[str, tuple[Rule, ...]]:
    """The title and the rules of one file."""
    name = f"{topic}.toml"
    content = read(folder / name)
    only(content, ("topic", "title", "rule", *_HEAD), name)
    if content.get("topic") != topic:
        raise BrokenPackError(f"{name}, clave «topic»: dice «{content.get('topic')}» y debe decir «{topic}».")
    shared = {key: content[key] for key in _HEAD if key in content}
    rows = field_of(content, "rule", list, name)
    rules = (typed(TOPICS[topic], row, f"{name}, {_called(row, n)}", shared) for n, row in enumerate(rows, 1))
    return field_of(content, "title", str, name), tuple(rules)


def _called(row: Any, place: int) -> str:
    """A rule by its key, or by its place while it has none."""
    key = row.get("key") if isinstance(row, dict) else None
    return f"regla «{key}»" if key else f"regla {place}"


def read(path: Path) -> dict[str, Any]:
    """A TOML file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BrokenPackError(f"{path.name}: falta el archivo.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPackError(f"{path.name}: no se puede leer ({error}).") from error


def _law(key: str, row: Any) -> Law:
    where = f"{SOURCES}, norma «{key}»"
    law = typed(Law, row, where, {"key": key})
    if not law.url.startswith("https://"):
        raise BrokenPackError(f"{where}, clave «url»: dice «{law.url}» y debe empezar con https://.")
    return law


def _check_heads(heads: tuple[PackHead, ...]) -> None:
    """The packs follow one another without a gap, and only the last is open."""
    for before, after in zip(heads, (*heads[1:], None), strict=True):
        expected = after.valid_from if after else None
        if before.valid_to != expected or (expected and before.valid_from >= expected):
            said, asked = before.valid_to or "nada", expected or "nada"
            raise BrokenPackError(
                f"{SOURCES}, paquete «{before.code}», clave «valid_to»: dice «{said}» y debe decir «{asked}»."
            )


def _check_rules(rules: Iterable[Rule], file: str, laws: Mapping[str, Law], heads: tuple[PackHead, ...]) -> None:
    boundaries = {head.valid_from for head in heads}
    seen: dict[str, Rule] = {}
    for rule in rules:
        where = f"{file}, regla «{rule.key}»"
        for name, value, wrong in _doubts(rule, laws, boundaries):
            if wrong:
                raise BrokenPackError(f"{where}, clave «{name}»: dice «{value}» y no vale. {wrong}")
        before = seen.get(rule.key)
        if before and before.until != rule.since:
            raise BrokenPackError(f"{where}, clave «since»: dice «{rule.since}» y debe seguir a «{before.until}».")
        seen[rule.key] = rule


def _doubts(rule: Rule, laws: Mapping[str, Law], boundaries: set[date]) -> Iterable[tuple[str, Any, str]]:
    """(key, value, what is wrong or an empty text) of what a type cannot say."""
    empty = "Escriba algo."
    yield "text", rule.text, "" if rule.text.strip() else empty
    yield "article", rule.article, "" if rule.article.strip() else empty
    yield "law", rule.law, "" if rule.law in laws else f"No está entre las normas de {SOURCES}."
    sure = f"Use una de {', '.join(CONFIDENCE)}."
    yield "confidence", rule.confidence, "" if rule.confidence in CONFIDENCE else sure
    yield "safe", rule.safe, "Diga qué se hace mientras no se sepa." if rule.verify and not rule.safe.strip() else ""
    known = rule.value is None or rule.unit in UNITS
    yield "unit", rule.unit, "" if known else f"Use una de {', '.join(UNITS)}."
    yield "since", rule.since, "" if rule.since in boundaries else "Un paquete debe empezar ese día."
    ends = rule.until is None or (rule.until in boundaries and rule.until > rule.since)
    yield "until", rule.until, "" if ends else "Debe ser el comienzo de un paquete posterior."


def _check_types(rules: Mapping[str, Iterable[Rule]], types: Mapping[str, str]) -> None:
    """A clause of a type names one that exists."""
    for rule in rules["clauses"]:
        kind = getattr(rule, "type", "")
        if kind and kind not in types:
            raise BrokenPackError(
                f"clauses.toml, regla «{rule.key}», clave «type»: dice «{kind}» y no es un tipo de {SOURCES}."
            )
