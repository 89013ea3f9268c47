"""The day of these stories, and a group of which everything is known."""

from dataclasses import replace
from datetime import date

from cases.founding import reading as founding_reading
from tests.papers import sample

ON = date(2021, 7, 1)


def known(monkeypatch, kind="servicios"):
    """As if everything about any group had been recorded."""
    monkeypatch.setattr(founding_reading, "facts_of", lambda file, on: replace(sample.facts(kind), on=on))


def text(answer):
    """The words of a page, spaces told once."""
    return " ".join(answer.content.decode().split())
