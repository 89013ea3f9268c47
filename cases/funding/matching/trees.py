"""Walking an answer: its single conditions."""

from collections.abc import Iterator

from cases.funding.eligibility.outcomes import Answer


def leaves(answer: Answer) -> Iterator[Answer]:
    """The single conditions of an answer, in the order of the bases."""
    if not answer.children:
        yield answer
    for child in answer.children:
        yield from leaves(child)
