"""What the founders decide before their meeting, and who each of them is for the deed (docs/adr/0021).

describe(by, file, on, person, **fields) → MemberRecord · share_out(by, file, on, shares, share_value, holdings) →
FoundingProject · decide(by, file, on, **decisions) → FoundingProject · form_bodies(by, file, on, direction, watch,
seats, **sizes) → FoundingProject
"""

from cases.services.founding.bodies import form_bodies
from cases.services.founding.capital import share_out
from cases.services.founding.decisions import decide
from cases.services.founding.people import describe

__all__ = ["decide", "describe", "form_bodies", "share_out"]
