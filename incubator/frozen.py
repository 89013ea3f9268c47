"""Records that went on elsewhere and stay here as they were: rooms above say which, services refuse to write them."""

from collections.abc import Callable
from datetime import date

from incubator.registries import Registry
from incubator.requirements import Refused

_reasons: Registry[Callable] = Registry("frozen")
add = _reasons.add


def why(person, on: date) -> str:
    """Why nobody writes on that record that day, or nothing."""
    return next((reason for test in _reasons if (reason := test(person, on))), "")


def refuse(person, source: str, on: date) -> None:
    """Refuse what somebody types; a sheet of the census may name her again, in another group."""
    if source == "hand" and (reason := why(person, on)):
        raise Refused(reason)
