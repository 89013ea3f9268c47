"""The rules of a pack as the public page says them: by topic, each with its citation and what is to be verified."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cases.law import founding
from cases.law.answers import Answer
from cases.law.shapes import CONFIDENCE, Basis, Clause, Clock, Document, Duty, Majority, Rule
from cases.law.versions import Pack, difference, pack_by_code, packs

_LETTERS = "Letra"
#: The packs between which the general minimum changed, and a type without rules of its own.
BEFORE, SINCE = "2004", "2016"
_GENERAL = "servicios"


@dataclass(frozen=True)
class Row:
    """One rule on the page: its sentence, its citation, and lists with their names («Debe decir», «Firma»)."""

    anchor: str
    title: str
    rule: Rule
    basis: Basis
    sure: str
    more: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def meanwhile(self) -> str:
        """The safe default, to be read after «Mientras tanto:»."""
        return self.rule.safe[:1].lower() + self.rule.safe[1:]


@dataclass(frozen=True)
class Section:
    """A topic: its title, and its rows in groups that have a heading or none."""

    topic: str
    title: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def count(self) -> int:
        """How many rules it shows."""
        return sum(len(rows) for _, rows in self.groups)

    @property
    def label(self) -> str:
        """What opens it: «Ver 12 reglas»."""
        return "Ver 1 regla" if self.count == 1 else f"Ver {self.count} reglas"


def sections(pack: Pack, *, only_open: bool = False) -> list[Section]:
    """The topics of a pack that have something to show; with `only_open`, what is to be verified alone."""
    found = []
    for topic, title in pack.library.titles.items():
        groups: dict[str, list[Row]] = {}
        for rule in pack.by_topic[topic].values():
            if rule.verify or not only_open:
                groups.setdefault(_heading(pack, topic, rule), []).append(_row(pack, topic, rule))
        if groups:
            found.append(Section(topic, title, tuple((name, tuple(rows)) for name, rows in groups.items())))
    return found


def anchor(topic: str, key: str) -> str:
    """Where a rule stands on the page: screens link to it."""
    return f"regla-{topic}-{key.replace('.', '-').replace('_', '-')}"


def reforms() -> Iterator[tuple[Pack, list[str]]]:
    """Each pack after the first, the newest first, with what it changed."""
    known = packs()
    for before, after in reversed(list(pairwise(known))):
        yield after, difference(before, after)


@dataclass(frozen=True)
class Founders:
    """The minimum of a type: today's with its citation, and that of before 2016 when it is known."""

    name: str
    now: int
    basis: Basis
    past: int | None


def founders(pack: Pack) -> list[Founders]:
    """Every type with its minimum of founders, as two packs say it."""
    before, found = pack_by_code(BEFORE), []
    for code, name in pack.library.types.items():
        now = pack.of_type(code, "minimum")
        if now is None or now.value is None:
            continue
        past = before.get("types", now.key)
        found.append(Founders(name, now.value, pack.basis(now), past.value if past else None))
    return found


def meeting_before_the_reform() -> Answer:
    """A meeting when the law asked for ten, and a deed when it already asked for five."""
    deed, met = pack_by_code(SINCE).head.valid_from, pack_by_code(BEFORE).head.valid_from
    return founding.minimum_members(types=[_GENERAL], members=5, deed_on=deed, met_on=met)


def _heading(pack: Pack, topic: str, rule: Rule) -> str:
    """Under which heading of its topic a rule stands."""
    if topic == "types":
        return pack.library.types.get(rule.key.partition(".")[0], "Para todas")
    return f"{_LETTERS} {rule.letter}" if isinstance(rule, Clause) else ""


def _row(pack: Pack, topic: str, rule: Rule) -> Row:
    title = rule.name if isinstance(rule, Document) else ""
    if isinstance(rule, Clause) and rule.type:
        title = pack.library.types[rule.type]
    more, lists = tuple(_more(rule)), tuple((name, items) for name, items in _lists(rule) if items)
    return Row(anchor(topic, rule.key), title, rule, pack.basis(rule), CONFIDENCE[rule.confidence], more, lists)


def _more(rule: Rule) -> Iterator[tuple[str, str]]:
    """(name, words) of what only its kind of rule says."""
    if isinstance(rule, Clock):
        yield "Se cuenta desde", rule.starts
        yield "Dónde", rule.where
        if rule.ahead:
            yield "Conviene ingresar", f"{rule.ahead} días hábiles antes del último día hábil (consejo, no ley)"
    elif isinstance(rule, Document):
        yield "Firma", rule.signs
    elif isinstance(rule, Duty):
        yield "Cuándo", f"Hasta el {rule.due[3:]}-{rule.due[:2]}" if rule.due else rule.frequency
    elif isinstance(rule, Clause) and rule.nullity:
        yield "Si falta", "La constitución es nula, y se puede sanear"
    if isinstance(rule, Clause) and rule.default:
        yield "Se propone", rule.default


def _lists(rule: Rule) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(rule, Document):
        yield "La ley pide", rule.must
        yield "Se acostumbra", rule.usual
    elif isinstance(rule, Majority):
        yield "Letras del artículo 23", rule.letters
