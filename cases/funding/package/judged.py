"""What eligibility answered when it was frozen: each condition with its evidence, and nothing of the reserved ones."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cases.funding.bases.shapes import Bases, Condition
from cases.funding.eligibility import judge, kinds
from cases.funding.eligibility.facts import Facts
from cases.funding.eligibility.outcomes import Answer
from cases.funding.words import RESERVED
from incubator.templatetags.minga import dmy

RESERVED_DOCUMENT = "Documento reservado: se revisa aparte."
MIXED = "Incluye condiciones que responde la oficina de discapacidad."


def conditions_of(bases: Bases) -> dict[str, Condition]:
    """Every single condition that is asked by its key: implied ones and documents included."""
    return {one.key: one for one in judge.conditions_of(bases)}


def is_reserved(condition: Condition) -> bool:
    """Whether it asks something sensitive of the people."""
    return kinds.is_reserved(condition)


def leaves(answer: Answer) -> Iterator[Answer]:
    """The single conditions of an answer."""
    if not answer.children:
        yield answer
    for child in answer.children:
        yield from leaves(child)


def frozen(bases: Bases, answer: Answer, facts: Facts, days: Mapping[str, date]) -> dict[str, Any]:
    """The answers as they are kept, and the days on which they were judged."""
    by_key = conditions_of(bases)
    apart = {asked.key for asked in bases.documents if asked.kind in RESERVED}

    def said(one: Answer) -> dict[str, Any]:
        condition = by_key.get(one.key)
        held = {"key": one.key, "label": one.title, "clause": one.clause, "reserved": True, "outcome": ""}
        if one.key in apart:
            return held | {"label": "Un documento que se guarda aparte", "said": RESERVED_DOCUMENT}
        if one.children:
            parts = [said(child) for child in one.children]
            mixed = any(part["reserved"] for part in parts)
            told = {"said": MIXED} if mixed else {"outcome": one.outcome, "said": ""}
            return held | told | {"reserved": mixed, "children": parts}
        if one.is_reserved or (condition and kinds.is_reserved(condition)):
            return held | {"said": _answered(condition, facts)}
        reasons = " ".join(filter(None, [one.evidence, one.remedy]))
        return held | {"reserved": False, "outcome": one.outcome, "said": reasons, "on": one.on}

    return {
        "days": {str(moment): day for moment, day in days.items()},
        "answers": [said(one) for one in answer.children],
    }


def _answered(condition: Condition | None, facts: Facts) -> str:
    """«Respondida por la oficina el 12-05-2021»: that it was, never what."""
    answer = facts.reserved.get(kinds.fingerprint(condition)) if condition else None
    return f"Respondida por la oficina el {dmy(answer.on)}." if answer else "La responde la oficina de discapacidad."


def flat(answers, depth: int = 0) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each frozen answer with how deep it stands."""
    for one in answers:
        yield depth, one
        yield from flat(one.get("children", ()), depth + 1)
