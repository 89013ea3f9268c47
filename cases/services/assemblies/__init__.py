"""The meetings of a cooperative: prepared, called, held with their votes, and closed for good."""

from cases.services.assemblies.attending import hold
from cases.services.assemblies.calling import summon, take_back_notice
from cases.services.assemblies.closing import attach_minutes, close, dissent, fail
from cases.services.assemblies.electing import elect
from cases.services.assemblies.planning import plan, replan
from cases.services.assemblies.voting import vote

__all__ = [
    "attach_minutes",
    "close",
    "dissent",
    "elect",
    "fail",
    "hold",
    "plan",
    "replan",
    "summon",
    "take_back_notice",
    "vote",
]
