"""One walk of each user over every address, kept: the matrix judges its answers, and the leaks read its pages."""

from dataclasses import dataclass

from incubator.doors import Door
from tests.authorization.addresses import Address, every_address
from tests.authorization.expectations import Outcome, outcome
from tests.authorization.visits import Visit
from tests.authorization.world import CORNERS, NEAR

#: Whose inside pages another user of the same reach already opens: of these only what must stay shut is asked.
ONLY_SHUT = ("moved_officer",)
#: Whose inside pages are read, and not also posted to: somebody with the same reach and more rights posts.
ONLY_READ = ("officer_development", "auditor", "funder_analyst", "legal_adviser")
#: Pages that print paper: drawn for one reader alone, shut for all the others as any page.
PRINTED = ("report_file", "session_sheet", "cohort_sheet", "budget_pdf")
_kept: dict[str, list] = {}


@dataclass(frozen=True)
class Step:
    """One address asked at one corner, and what it had to answer."""

    address: Address
    corner: str
    wanted: Outcome
    visit: Visit

    def __str__(self):
        return f"{self.address.name} [{self.corner}] must be «{self.wanted.value}»: {self.visit}"


def walk(world, visitor, who) -> list[Step]:
    """Every address, each method, at each corner that matters for this user; walked once."""
    if who not in _kept:
        _kept[who] = [
            Step(address, name, wanted, visitor.visit(who, address.path(world[name]), method))
            for address in every_address().values()
            for name, wanted in _corners(world, who, address)
            for method in _methods(who, address, wanted)
        ]
    return _kept[who]


def forget():
    """Another world begins."""
    _kept.clear()


def _corners(world, who, address):
    """(corner, outcome): one where nothing depends on it; else every shut one, and the first and last open ones."""
    found = [(name, outcome(world, who, address, world[name])) for name in CORNERS]
    if not address.kind or found[0][1] in (Outcome.FORBIDDEN, Outcome.LOGIN) or isinstance(address.needs, Door):
        return [] if who in ONLY_SHUT and found[0][1] == Outcome.OPEN else [(NEAR, found[0][1])]
    opened = [pair for pair in found if pair[1] == Outcome.OPEN]
    if who in ONLY_SHUT or (address.name in PRINTED and who != "officer_disability"):
        opened = []
    elif address.kind != "report" and len({world[name].place.pk for name, _ in opened}) == 1:
        opened = opened[:1]
    else:
        opened = opened[:1] + opened[-1:] if len(opened) > 1 else opened
    return [*opened, *(pair for pair in found if pair[1] != Outcome.OPEN)]


def _methods(who, address, wanted):
    shared = isinstance(address.needs, Door) and who not in ("anonymous", "officer_disability")
    once = who in ONLY_READ or shared or address.name in PRINTED
    return ("GET",) if wanted == Outcome.OPEN and once else ("GET", "POST")
