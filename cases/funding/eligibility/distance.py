"""How far a group is from a call: what stands between them, counted in documents, acts and people.

    Distance = (impossible, documents + acts + people, to confirm), in that order

Of people the largest need under one profile counts, for one person may serve several. «All» adds, a remedy that
serves several conditions once; «any» takes its strongest branch, and of those the nearest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases.funding.eligibility.days import dmy
from cases.funding.eligibility.judge import veiled
from cases.funding.eligibility.outcomes import PROFILES, Answer, Need, Outcome

_THERE = (Outcome.MEETS, Outcome.WILL_MEET)


@dataclass(frozen=True, order=True)
class Distance:
    """Nearest first. The sentence and its parts take no part in the order."""

    impossible: bool
    things: int
    confirm: int
    sentence: str = field(default="", compare=False)
    documents: int = field(default=0, compare=False)
    acts: int = field(default=0, compare=False)
    people: int = field(default=0, compare=False)
    profile: str = field(default="", compare=False)


def of(answer: Answer, *, open_reserved: bool = False) -> Distance:
    """The distance of what was judged. Closed by default: reserved conditions count as «1 por confirmar» for everybody.

    `open_reserved` is for the page of one group and one call, before somebody who may read sensitive facts.
    """
    tree = answer if open_reserved else veiled(answer)
    found = total(_needs(tree))
    things = found.documents + found.acts + found.people
    return Distance(
        found.impossible,
        things,
        found.confirm,
        _sentence(tree, found),
        found.documents,
        found.acts,
        found.people,
        found.profile,
    )


def total(needs: Iterable[Need]) -> Need:
    """What several needs make together."""
    alone: list[Need] = []
    shared: dict[str, Need] = {}
    people, profile = 0, ""
    for need in needs:
        if need.people > people:
            people, profile = need.people, need.profile
        if need.shared:
            shared[need.shared] = _larger(shared.get(need.shared), need)
        else:
            alone.append(need)
    every = [*alone, *shared.values()]
    return Need(
        impossible=any(need.impossible for need in every),
        documents=sum(need.documents for need in every),
        acts=sum(need.acts for need in every),
        people=people,
        confirm=sum(need.confirm for need in every),
        profile=profile,
    )


def _larger(one: Need | None, other: Need) -> Need:
    """The same remedy asked twice: as much of each thing as the one that asks more."""
    if one is None:
        return other
    return Need(
        one.impossible or other.impossible,
        max(one.documents, other.documents),
        max(one.acts, other.acts),
        max(one.people, other.people),
        max(one.confirm, other.confirm),
        one.shared,
    )


def _needs(answer: Answer) -> list[Need]:
    """The needs that count: of «any», those of the branch that is taken."""
    if answer.outcome in _THERE:
        return []
    if not answer.children:
        return [answer.need]
    if answer.kind != "any":
        return [need for child in answer.children for need in _needs(child)]
    strongest = [child for child in answer.children if child.outcome == answer.outcome]
    return min((_needs(child) for child in strongest), key=_rank)


def _rank(needs: list[Need]) -> tuple[bool, int, int]:
    found = total(needs)
    return found.impossible, found.documents + found.acts + found.people, found.confirm


def _sentence(answer: Answer, found: Need) -> str:
    """«a 1 documento y 2 trámites», «cumple si se confirma 1 cosa»."""
    if found.impossible:
        return "no es posible para este grupo"
    parts = [
        _counted(found.documents, "documento", "documentos"),
        _counted(found.acts, "trámite", "trámites"),
        _counted(found.people, *PROFILES.get(found.profile, ("persona", "personas"))),
    ]
    said = _listed([part for part in parts if part])
    if said:
        return f"a {said}" + (f"; además hay que confirmar {_things(found.confirm)}" if found.confirm else "")
    if answer.outcome == Outcome.FAILS:
        return "no cumple una condición reservada"
    if found.confirm:
        return f"cumple si {_to_confirm(found.confirm)}"
    if answer.outcome == Outcome.WILL_MEET and answer.on:
        return f"cumplirá el {dmy(answer.on)}"
    return "cumple"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} y {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _to_confirm(number: int) -> str:
    return f"se {'confirma' if number == 1 else 'confirman'} {_things(number)}"


def _things(number: int) -> str:
    return _counted(number, "cosa", "cosas")
