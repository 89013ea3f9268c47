"""Cases that passed between incubators, as a snapshot keeps them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passing:
    """A case came from another incubator that day, or went to another, at a stage: no step of its journey."""

    case: int
    stage: str
    on: str
    arrived: bool
