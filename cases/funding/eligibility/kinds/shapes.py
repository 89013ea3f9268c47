"""What a kind of condition is: its words, its parameters, of whom it may be asked and who judges it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cases.funding.bases.shapes import Subject
from cases.funding.eligibility.asking import Asked, Verdict
from cases.funding.eligibility.kinds.parameters import Parameter

EVERYBODY = tuple(Subject)
#: What is a fact of the members is asked of the group, or of the group that applies.
OF_MEMBERS = (Subject.GROUP, Subject.APPLICANT)


@dataclass(frozen=True)
class Kind:
    """One kind. `say` puts its question in words; `refuse` refuses what each parameter alone cannot show.

    `of_group`: it reads facts of the group, so that asked of anybody else it is left to verify.
    """

    key: str
    label: str
    parameters: tuple[Parameter, ...]
    judge: Callable[[Asked], Verdict]
    say: Callable[[dict[str, Any]], str]
    subjects: tuple[Subject, ...] = EVERYBODY
    reserved: bool = False
    of_group: bool = True
    one_of: tuple[str, ...] = ()  # at least one of these parameters
    refuse: Callable[[dict[str, Any]], list[str]] | None = None
    help: str = ""


def in_order(given: dict[str, Any]) -> list[str]:
    """A minimum above its maximum lets nobody in."""
    least, most = given.get("minimum"), given.get("maximum")
    if least is not None and most is not None and least > most:
        return ["el mínimo es mayor que el máximo: nadie podría cumplir."]
    return []
