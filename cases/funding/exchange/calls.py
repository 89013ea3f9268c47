"""A call as it travels: who offers it, its key, what its bases say; and what could not be read, each in its place."""

from dataclasses import dataclass, field

from cases.funding.bases.shapes import Bases


@dataclass(frozen=True)
class Fault:
    """What was not taken, where it is, and what to do. `row`: the number that the sheet shows, 0 for all of it."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self):
        said = f"{', '.join(self._place())}: {self.reason}" if self._place() else self.reason
        return said[:1].upper() + said[1:]

    def _place(self) -> list[str]:
        """Sheet, row and column, with the value of that cell."""
        cell = f"columna «{self.column}»" + (f" dice «{self.value}»" if self.value else "") if self.column else ""
        places = (f"hoja «{self.sheet}»" if self.sheet else "", f"fila {self.row}" if self.row else "", cell)
        return [place for place in places if place]


@dataclass(frozen=True)
class TravellingCall:
    """One call read from a file, or to be written in one. `is_plain`: from a list, so its bases are unfinished."""

    key: str
    agency: str
    programme: str
    year: int
    line: str = ""
    agency_short: str = ""
    is_private: bool = False
    url: str = ""
    bases: Bases = field(default_factory=Bases)
    is_plain: bool = False


@dataclass(frozen=True)
class Read:
    """What a file held: the calls that could be read, and every fault."""

    calls: tuple[TravellingCall, ...] = ()
    faults: tuple[Fault, ...] = ()
