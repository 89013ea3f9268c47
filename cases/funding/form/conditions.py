"""The conditions of some bases one by one, and what was answered in writing about them."""

from dataclasses import dataclass

from cases.funding.bases.shapes import Bases
from cases.funding.bases.written import bases_of
from cases.funding.eligibility import judge, kinds
from cases.funding.eligibility.kinds import registers
from cases.funding.eligibility.outcomes import Answer, Outcome
from cases.funding.matching.trees import leaves
from cases.models import FundApplication, VerifiedCondition


def keys_of(bases: Bases) -> set[str]:
    """The keys of every condition that these bases ask, groups opened."""
    return {one.key for one in judge.conditions_of(bases)}


def verified(application: FundApplication) -> dict[str, VerifiedCondition]:
    """The last written answer to each condition, by its key."""
    rows = application.verifications.select_related("by", "evidence").order_by("at", "pk")
    return {row.key: row for row in rows}


@dataclass(frozen=True)
class ToVerify:
    """A condition that somebody answers in writing, and what was answered last."""

    key: str
    title: str
    clause: str
    about: str
    last: VerifiedCondition | None


def to_verify(application: FundApplication, answer: Answer | None = None) -> list[ToVerify]:
    """What is answered in writing, in the order of the bases, so that nothing asks without a form to answer.

    `answer`: what eligibility says of one that was not sent. Each condition that it leaves to verify is here, besides
    those of registers that nobody here can query; what is reserved, and the documents, are asked elsewhere.
    """
    answered, bases = verified(application), bases_of(application.bases)
    apart = {one.key for one in bases.documents}
    left = {one.key for one in leaves(answer) if one.outcome == Outcome.TO_VERIFY} if answer is not None else set()
    return [
        ToVerify(one.key, kinds.said(one), one.clause, one.subject.label, answered.get(one.key))
        for one in judge.conditions_of(bases)
        if one.key in answered or ((one.kind in _REGISTERS or one.key in left - apart) and not kinds.is_reserved(one))
    ]


_REGISTERS = frozenset(kind.key for kind in registers.KINDS)
