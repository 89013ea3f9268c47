"""The checklist of a cooperative that is put in order, as data: what is looked at, why, and how it is mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from cases.law.loading import read
from cases.law.shapes import CONFIDENCE, OPEN, Basis, Law
from cases.law.typing_rows import BrokenPackError, field_of, only, typed
from cases.law.versions import STALE_MONTHS, add_months, packs

FOLDER = Path(__file__).parent / "checklist"
ITEMS = "items.toml"
HIGH, LOW = "high", "low"
YEARLY = "year"
#: The blocks, in the order of a page, and the authorities: the words of cases.regularization.life (a test compares).
BLOCKS = (
    "existence", "members", "bodies", "meetings", "accounting", "daes", "tax", "labour", "permits", "funds", "statutes",
)  # fmt: skip
AUTHORITIES = ("daes", "sii", "treasury", "previred", "municipality", "cbr")


@dataclass(frozen=True, kw_only=True)
class CheckItem:
    """One thing to look at. `heads` comes first of all (R02); `legal_cure`: its defect is cured by Ley 19.499."""

    key: str
    block: str
    name: str
    law: str
    article: str
    risk: str
    evidence: str
    cure: str
    reviewed_on: date
    confidence: str = "A"
    safe: str = ""
    authority: str = ""
    repeats: str = ""
    due: str = ""
    is_bodies: bool = False
    is_debt: bool = False
    legal_cure: bool = False
    heads: bool = False

    @property
    def verify(self) -> bool:
        """Whether the product prints «verifique»."""
        return self.confidence in OPEN

    def years(self, first: int, on: date) -> list[int | None]:
        """The years it is asked of: those whose day already came; [None] when it is asked once."""
        if self.repeats != YEARLY:
            return [None]
        return [year for year in range(first, on.year + 1) if date.fromisoformat(f"{year}-{self.due}") <= on]


@dataclass(frozen=True)
class Checklist:
    """Every item in order, and the laws they cite."""

    items: tuple[CheckItem, ...]
    laws: Mapping[str, Law]
    reviewed_on: date

    def get(self, key: str) -> CheckItem | None:
        """One item, None when it is not of the list."""
        return next((item for item in self.items if item.key == key), None)

    def basis(self, item: CheckItem) -> Basis:
        """Its citation."""
        law = self.laws[item.law]
        return Basis(law.name, item.article, law.url, item.reviewed_on)

    def lines(self, first_year: int, on: date) -> list[tuple[CheckItem, int | None]]:
        """Each item with each year that is looked at, what heads the list first, as of a day."""
        ordered = sorted(self.items, key=lambda item: (not item.heads, BLOCKS.index(item.block)))
        return [(item, year) for item in ordered for year in item.years(first_year, on)]

    def is_stale(self, on: date) -> bool:
        """Whether six months went by since somebody reviewed it."""
        return on > add_months(self.reviewed_on, STALE_MONTHS)


@lru_cache(maxsize=1)
def checklist() -> Checklist:
    """The list, read once."""
    return load()


def load(folder: Path = FOLDER) -> Checklist:
    """The file, read and checked. Raises BrokenPackError at the first thing that cannot be."""
    content = read(folder / ITEMS)
    only(content, ("reviewed_on", "laws", "item"), ITEMS)
    own = field_of(content, "laws", dict, ITEMS)
    laws = dict(packs()[-1].library.laws) | {
        key: typed(Law, row, f"{ITEMS}, norma «{key}»", {"key": key}) for key, row in own.items()
    }
    reviewed = field_of(content, "reviewed_on", date, ITEMS)
    rows = field_of(content, "item", list, ITEMS)
    items = tuple(
        typed(CheckItem, row, f"{ITEMS}, punto {n}", {"reviewed_on": reviewed}) for n, row in enumerate(rows, 1)
    )
    seen = set()
    for item in items:
        for name, value, wrong in _doubts(item, laws):
            if wrong:
                raise BrokenPackError(f"{ITEMS}, punto «{item.key}», clave «{name}»: dice «{value}» y no vale. {wrong}")
        if item.key in seen:
            raise BrokenPackError(f"{ITEMS}, punto «{item.key}»: está dos veces.")
        seen.add(item.key)
    return Checklist(items, laws, min([reviewed, *(item.reviewed_on for item in items)]))


def _doubts(item: CheckItem, laws: Mapping[str, Law]) -> list[tuple[str, str, str]]:
    """(key, value, what is wrong or an empty text) of what a type cannot say."""
    named = [("name", item.name), ("article", item.article), ("evidence", item.evidence), ("cure", item.cure)]
    doubts = [(key, value, "" if value.strip() else "Escriba algo.") for key, value in named]
    for key, value, known in (
        ("block", item.block, BLOCKS),
        ("law", item.law, laws),
        ("risk", item.risk, (HIGH, LOW)),
        ("confidence", item.confidence, CONFIDENCE),
        ("authority", item.authority, ("", *AUTHORITIES)),
        ("repeats", item.repeats, ("", YEARLY)),
    ):
        doubts.append((key, value, "" if value in known else f"Use una de {', '.join(filter(None, known))}."))
    lacks = item.verify and not item.safe.strip()
    doubts.append(("safe", item.safe, "Diga qué se hace mientras no se sepa." if lacks else ""))
    doubts.append(("due", item.due, _day_of_year(item)))
    doubts.append(
        ("authority", item.authority, "Una deuda tiene autoridad." if item.is_debt and not item.authority else "")
    )
    return doubts


def _day_of_year(item: CheckItem) -> str:
    if not item.repeats:
        return "Solo la lleva lo que se repite." if item.due else ""
    try:
        date.fromisoformat(f"2001-{item.due}")
    except ValueError:
        return "Escriba «MM-DD»."
    return ""
