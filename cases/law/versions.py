"""Packs: the rules in force between two reforms, and how one differs from another."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from cases.law.loading import Library, PackHead, load
from cases.law.shapes import TOPICS, Basis, Rule
from incubator.calendars import Month

#: A pack that nobody reviewed in this long says so on its page.
STALE_MONTHS = 6


class NoPackError(LookupError):
    """No pack tells the law of that day."""


@dataclass(frozen=True)
class Pack:
    """The rules in force from `valid_from` up to, not including, `valid_to`, by topic."""

    head: PackHead
    library: Library

    @property
    def code(self) -> str:
        """What a file keeps: «2016»."""
        return self.head.code

    @property
    def reviewed_on(self) -> date:
        """The oldest review of what it says."""
        return min([self.head.reviewed_on, *(rule.reviewed_on for rule in self.all_rules)])

    @cached_property
    def by_topic(self) -> dict[str, dict[str, Rule]]:
        """Topic → key → rule."""
        day = self.head.valid_from
        return {topic: {rule.key: rule for rule in self.library.rules[topic] if rule.in_force(day)} for topic in TOPICS}

    @property
    def all_rules(self) -> list[Rule]:
        """Every rule, in the order of the files."""
        return [rule for rules in self.by_topic.values() for rule in rules.values()]

    def get(self, topic: str, key: str) -> Rule | None:
        """One rule, None when the pack does not carry it."""
        return self.by_topic[topic].get(key)

    def of_type(self, kind: str, facet: str) -> Rule | None:
        """What a type of cooperative must meet: its own rule, else the general one."""
        return self.get("types", f"{kind}.{facet}") or self.get("types", f"general.{facet}")

    def basis(self, rule: Rule) -> Basis:
        """The citation of a rule."""
        law = self.library.laws[rule.law]
        return Basis(law.name, rule.article, law.url, rule.reviewed_on)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of what it says: a file that kept another one was opened before a correction."""
        return hashlib.sha256(repr((self.code, self.by_topic)).encode()).hexdigest()


@lru_cache(maxsize=1)
def packs() -> tuple[Pack, ...]:
    """Every pack, the oldest first, read once."""
    library = load()
    return tuple(Pack(head, library) for head in library.heads)


def pack_on(day: date) -> Pack:
    """The pack in force on a day. Raises NoPackError before the first one."""
    for pack in reversed(packs()):
        if pack.head.valid_from <= day:
            return pack
    raise NoPackError(f"Las reglas se conocen desde el {_dmy(packs()[0].head.valid_from)}.")


def pack_by_code(code: str) -> Pack:
    """The pack that a file kept."""
    for pack in packs():
        if pack.code == code:
            return pack
    raise NoPackError(f"No hay un paquete de reglas «{code}».")


def is_stale(pack: Pack, day: date) -> bool:
    """Whether six months went by since somebody reviewed it; past packs too, for their text is read today."""
    return day > add_months(pack.reviewed_on, STALE_MONTHS)


def add_months(day: date, months: int) -> date:
    """The same number of that month, or its last day when it is shorter (Código Civil, art. 48)."""
    month = Month.of(day).plus(months)
    return month.first.replace(day=min(day.day, month.last.day))


def difference(old: Pack, new: Pack) -> list[str]:
    """What changes from one pack to another, a sentence each; empty when they say the same."""
    changes, unknown = [], 0
    for topic, title in new.library.titles.items():
        before, after = old.by_topic[topic], new.by_topic[topic]
        for key in [*before, *(key for key in after if key not in before)]:
            if key not in before and not old.head.complete:
                unknown += 1
            elif sentence := _change(old, before.get(key), new, after.get(key)):
                changes.append(f"{title}: {sentence}")
    if unknown:
        changes.append(f"Del paquete «{old.code}» solo se revisó una parte: {unknown} reglas no se comparan.")
    return changes


def _change(old: Pack, before: Rule | None, new: Pack, after: Rule | None) -> str:
    if before == after:
        return ""
    if before is None and after is not None:
        return f"se agrega «{after.text}» ({new.basis(after)})."
    if before is not None and after is None:
        return f"deja de regir «{before.text}» ({old.basis(before)})."
    if before is None or after is None:
        return ""
    counted = f" Antes, {before.amount}; ahora, {after.amount}." if before.value != after.value else ""
    return f"antes «{before.text}» Ahora «{after.text}» ({new.basis(after)}).{counted}"


def _dmy(day: date) -> str:
    return f"{day:%d-%m-%Y}"
