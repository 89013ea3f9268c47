"""What a step is drawn from. Small numbers stand for «the first one», so that a story shrinks to the plainest."""

from hypothesis import strategies as st

from tests.lives.world import HOME, OTHER

#: Who acts: most of the time somebody who may.
WHO = st.sampled_from(
    ["the coordinator", "the second coordinator", "the officer"] * 3
    + ["the development officer", "the adviser", "the university", "a stranger", "the administrator"]
)
BOSS = st.sampled_from(
    ["the coordinator", "the second coordinator"] * 4 + ["the officer", "a stranger", "the university"]
)
TEAM = st.sampled_from(
    ["the officer", "the coordinator", "the development officer"] * 3 + ["the university", "a stranger"]
)
#: Which of the rows that fit, by its place among them.
WHICH = st.integers(0, 40)
#: Whether what the step asks is recorded first.
READY = st.sampled_from([True, True, True, False])
#: How many days ago it happened; below zero, still to come.
AGO = st.sampled_from([0, 0, 0, 0, 1, 5, 40, -2])
#: One of the two municipalities.
PLACES = st.sampled_from([HOME, OTHER])


def text(words):
    """Something written, or nothing at all, which is refused where words are asked."""
    return st.sampled_from([words, words, words, ""])
