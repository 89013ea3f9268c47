"""Records for tests, made through the same services people use. A case is walked to its stage, never born in it."""

from tests.factories.cases import case_in, evidence, walk_to
from tests.factories.people import (
    agreement,
    group_with,
    incubator,
    member,
    person,
    user_with,
)

__all__ = [
    "agreement",
    "case_in",
    "evidence",
    "group_with",
    "incubator",
    "member",
    "person",
    "user_with",
    "walk_to",
]
